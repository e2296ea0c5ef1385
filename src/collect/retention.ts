import type { AgedCapture, Retention, RetentionDecision } from '../domain/ports/sources.ts';

const DAY_MS = 86_400_000;

/** Captures fetched before this moment are for the policy to decide on; undefined keeps all. */
export function retentionHorizonMs(retention: Retention, nowMs: number): number | undefined {
  return retention.keep === 'all' ? undefined : nowMs - retention.days * DAY_MS;
}

/** What becomes of old captures: `text-after` lets the bytes go and keeps the words, `delete-after` removes both. */
export function decideRetention(
  retention: Retention,
  captures: readonly AgedCapture[],
  nowMs: number,
): readonly RetentionDecision[] {
  const horizon = retentionHorizonMs(retention, nowMs);
  if (horizon === undefined) return [];
  return captures
    .filter((one) => one.fetchedAtMs < horizon && (retention.keep === 'delete-after' || one.hasBytes))
    .map((one) => ({ capture: one.capture, action: retention.keep === 'delete-after' ? 'delete' : 'drop-bytes' }));
}
