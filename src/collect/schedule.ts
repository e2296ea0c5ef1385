import type { Schedule } from '../domain/ports/sources.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** Bounds of the pause between two polls. */
export const SHORTEST_MS = 2 * MINUTE_MS;
export const LONGEST_MS = 24 * HOUR_MS;
/** With a hub that pushes, polling only guards against lost pushes. */
const WITH_HUB_MS = 6 * HOUR_MS;
const FIRST_INTERVAL_MS = 15 * MINUTE_MS;
/** How many items the rhythm is read from. */
export const RHYTHM_ITEMS = 32;
/** Polls per expected item: two keep the mean delay near a quarter of the pause between items. */
const POLLS_PER_ITEM = 2;

export type PollOutcome =
  | {
      readonly kind: 'good';
      readonly freshForMs: number | undefined;
      readonly hasHub: boolean;
      readonly isFirst: boolean;
    }
  | { readonly kind: 'failed'; readonly failuresInARow: number; readonly retryAtMs: number | undefined };

/**
 * When to poll next, from the feed's own rhythm: the median pause between its newest items, half of that for a wire,
 * up to a day for a quiet blog; `Cache-Control` and `Retry-After` are obeyed; failures back off by doubling.
 * `random` (0..1) keeps sources apart that would fall on one moment.
 */
export function nextSchedule(
  rhythmMs: readonly number[],
  outcome: PollOutcome,
  nowMs: number,
  random: number,
): Schedule {
  const newest = [...rhythmMs]
    .filter((atMs) => atMs <= nowMs)
    .sort((a, b) => b - a)
    .slice(0, RHYTHM_ITEMS);
  const own = intervalOf(newest, nowMs);
  if (outcome.kind === 'failed') {
    const backoffMs = Math.min(
      LONGEST_MS,
      Math.max(own, 5 * MINUTE_MS) * 2 ** Math.min(outcome.failuresInARow - 1, 10),
    );
    // Full half of the pause is left to chance, so that clients of one broken host do not return in step.
    const waitMs = backoffMs * (0.75 + 0.5 * random);
    return { intervalMs: own, rhythmMs: newest, dueAtMs: Math.max(nowMs + Math.round(waitMs), outcome.retryAtMs ?? 0) };
  }
  const wantedMs = outcome.hasHub ? Math.max(own, WITH_HUB_MS) : own;
  const politeMs = Math.min(LONGEST_MS, Math.max(wantedMs, outcome.freshForMs ?? 0));
  // Sources of one list are first asked together: after that they are drawn apart, and stay so by a little chance.
  const share = outcome.isFirst ? 0.3 + 0.7 * random : 0.95 + 0.1 * random;
  return { intervalMs: own, rhythmMs: newest, dueAtMs: nowMs + Math.round(politeMs * share) };
}

/** Whether a due time is one that this clock can have given: after a clock was set back, far dates are due now. */
export const isSane = (schedule: Schedule, nowMs: number): boolean => schedule.dueAtMs <= nowMs + 8 * LONGEST_MS;

function intervalOf(newest: readonly number[], nowMs: number): number {
  if (newest.length < 2) return newest.length === 0 ? FIRST_INTERVAL_MS : clamp((nowMs - newest[0]!) / 4);
  const pauses = newest
    .slice(1)
    .map((atMs, index) => newest[index]! - atMs)
    .sort((a, b) => a - b);
  const median = pauses[Math.floor(pauses.length / 2)]!;
  // A feed that fell silent is asked ever more rarely, whatever its rhythm was.
  const silence = (nowMs - newest[0]!) / 8;
  return clamp(Math.max(median / POLLS_PER_ITEM, silence));
}

const clamp = (ms: number) => Math.round(Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms)));
