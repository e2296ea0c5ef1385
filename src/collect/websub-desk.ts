import type { Clock } from '../domain/ports/clock.ts';
import type { Source, Sources } from '../domain/ports/sources.ts';
import { isFailure } from './failure.ts';
import type { Fetcher } from './fetch.ts';
import { dueAfterPush, isSigned, MAX_PUSH_BYTES, needsRenewal, newLease, subscriptionForm, verify } from './websub.ts';

export type DeskPorts = { readonly sources: Sources; readonly fetcher: Fetcher; readonly clock: Clock };

/** What a hub sent to the callback. */
export type HubRequest = {
  readonly method: string;
  readonly token: string;
  readonly query: URLSearchParams;
  readonly signature: string | undefined;
  readonly body: Uint8Array;
};

export type DeskAnswer = { readonly status: 200 | 202 | 404 | 413; readonly body: string };

/**
 * What the callback `/websub/:token` does, for the web room to mount: GET verifies, POST hastens a poll. The push's
 * own words are never taken for news; the feed is asked through the guard.
 */
export async function answerHub(request: HubRequest, ports: DeskPorts): Promise<DeskAnswer> {
  const source = (await ports.sources.sources()).find((one) => one.webSub?.token === request.token);
  const lease = source?.webSub;
  if (!source || !lease) return { status: 404, body: '' };
  const nowMs = ports.clock.nowMs();
  if (request.method === 'GET') {
    const verification = verify(lease, request.query, nowMs);
    if (verification.answer === 404) return { status: 404, body: '' };
    await ports.sources.changeSource(source.id, { webSub: verification.lease });
    return { status: 200, body: verification.body };
  }
  if (request.body.length > MAX_PUSH_BYTES) return { status: 413, body: '' };
  const dueAtMs = dueAfterPush(isSigned(lease, request.signature, request.body), source.health.lastPollMs, nowMs);
  // §8: a wrong signature is answered like a right one, so that nothing can be learnt from it.
  if (dueAtMs !== undefined) await ports.sources.changeSource(source.id, { dueAtMs });
  return { status: 202, body: '' };
}

/** Subscribes a source at the hub that its feed names, or renews what runs out. True where a hub took the request. */
export async function subscribe(
  source: Source,
  feed: { readonly hubs: readonly string[]; readonly self: string | null },
  publicUrl: string,
  ports: DeskPorts,
): Promise<boolean> {
  const hub = feed.hubs[0];
  const topic = feed.self ?? source.url;
  if (hub === undefined || publicUrl === '') return false;
  const kept = source.webSub;
  const isSame = kept?.hub === hub && kept.topic === topic;
  if (isSame && !needsRenewal(kept, ports.clock.nowMs())) return false;
  const lease = isSame ? kept : newLease(hub, topic);
  await ports.sources.changeSource(source.id, { webSub: lease });
  const answer = await ports.fetcher.fetch(hub, {
    kind: 'typed',
    form: subscriptionForm(lease, publicUrl, 'subscribe'),
  });
  if (!isFailure(answer)) return true;
  await ports.sources.changeSource(source.id, { webSub: { ...lease, state: 'refused' } });
  return false;
}
