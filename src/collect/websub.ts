import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { WebSubLease } from '../domain/ports/sources.ts';

/** What a hub may ask for at most; pushes only hasten a poll, so their bodies are not read beyond the signature. */
export const MAX_PUSH_BYTES = 1_000_000;
const LEASE_SECONDS = 10 * 86_400;
const DAY_MS = 86_400_000;

/** A new, unguessable subscription: the callback's token and the secret that pushes must be signed with. */
export function newLease(hub: string, topic: string): WebSubLease {
  const token = randomBytes(24).toString('base64url');
  return { hub, topic, token, secret: randomBytes(32).toString('hex'), state: 'asked', expiresAtMs: null };
}

/** The form that asks a hub to subscribe (or renew, or end) a lease (W3C WebSub §5.1). */
export function subscriptionForm(
  lease: WebSubLease,
  publicUrl: string,
  mode: 'subscribe' | 'unsubscribe',
): URLSearchParams {
  return new URLSearchParams({
    'hub.mode': mode,
    'hub.topic': lease.topic,
    'hub.callback': callbackAddress(lease, publicUrl),
    'hub.secret': lease.secret,
    'hub.lease_seconds': String(LEASE_SECONDS),
  });
}

export const callbackAddress = (lease: WebSubLease, publicUrl: string): string =>
  new URL(`/websub/${lease.token}`, publicUrl).href;

export type Verification =
  | { readonly answer: 200; readonly body: string; readonly lease: WebSubLease }
  | { readonly answer: 404 };

/** The hub's question whether we meant it (§5.3); anything that does not fit what we asked for is denied. */
export function verify(lease: WebSubLease, query: URLSearchParams, nowMs: number): Verification {
  const mode = query.get('hub.mode');
  if (query.get('hub.topic') !== lease.topic) return { answer: 404 };
  if (mode === 'denied') return { answer: 200, body: '', lease: { ...lease, state: 'refused', expiresAtMs: null } };
  const challenge = query.get('hub.challenge');
  const seconds = Number(query.get('hub.lease_seconds'));
  if (mode !== 'subscribe' || challenge === null || challenge.length > 1000 || !(seconds > 0)) return { answer: 404 };
  const expiresAtMs = nowMs + Math.min(seconds, 30 * 86_400) * 1000;
  return { answer: 200, body: challenge, lease: { ...lease, state: 'confirmed', expiresAtMs } };
}

/**
 * Whether a push is signed with our secret (§7.1, `X-Hub-Signature: sha256=…`), compared in constant time. SHA-1 is
 * taken because hubs still send it; what is signed is only the permission to poll sooner.
 */
export function isSigned(lease: WebSubLease, signature: string | undefined, body: Uint8Array): boolean {
  const match = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i.exec(signature?.trim() ?? '');
  if (!match) return false;
  const expected = createHmac(match[1]!.toLowerCase(), lease.secret).update(body).digest();
  const given = Buffer.from(match[2]!, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** Leases are renewed when less than a day, or a quarter of their life, is left. */
export function needsRenewal(lease: WebSubLease, nowMs: number): boolean {
  if (lease.state === 'refused') return false;
  return lease.state === 'asked' || lease.expiresAtMs === null || lease.expiresAtMs - nowMs < DAY_MS;
}

/** An unsigned push may hasten one poll in this time: enough for news, too little to be used against the feed's host. */
export const UNSIGNED_PAUSE_MS = 5 * 60_000;

/** When to poll after a push; undefined where the push is not worth one. */
export function dueAfterPush(signed: boolean, lastPollMs: number | null, nowMs: number): number | undefined {
  if (signed) return nowMs;
  const earliestMs = (lastPollMs ?? 0) + UNSIGNED_PAUSE_MS;
  return earliestMs <= nowMs ? nowMs : undefined;
}
