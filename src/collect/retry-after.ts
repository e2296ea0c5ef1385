/** Longest wait that a host's own word is taken for: a week. A far date would retire a feed by a typing error. */
const MAX_WAIT_MS = 7 * 86_400_000;

/** The UTC ms before which `Retry-After` (seconds or an HTTP date, RFC 9110 §10.2.3) asks not to come back. */
export function retryAfterMs(value: string | undefined, nowMs: number): number | undefined {
  if (value === undefined) return undefined;
  const trimmed = value.trim();
  const atMs = /^\d+$/.test(trimmed) ? nowMs + Number(trimmed) * 1000 : Date.parse(trimmed);
  if (Number.isNaN(atMs) || atMs <= nowMs) return undefined;
  return Math.min(atMs, nowMs + MAX_WAIT_MS);
}

/**
 * How long an answer stays fresh by its own word (`Cache-Control: max-age`, else `Expires`), in ms;
 * undefined where it says nothing, 0 for `no-cache` and `no-store`.
 */
export function freshForMs(headers: Readonly<Record<string, string>>, nowMs: number): number | undefined {
  const control = headers['cache-control']?.toLowerCase() ?? '';
  if (/\bno-(?:cache|store)\b/.test(control)) return 0;
  const seconds = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/.exec(control)?.[1];
  if (seconds !== undefined) return Math.max(0, Number(seconds) - Number(headers.age ?? 0) || 0) * 1000;
  const expires = headers.expires === undefined ? Number.NaN : Date.parse(headers.expires);
  return Number.isNaN(expires) ? undefined : Math.max(0, expires - nowMs);
}
