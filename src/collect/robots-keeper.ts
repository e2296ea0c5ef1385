import type { Clock } from '../domain/ports/clock.ts';
import type { KeptRobots } from '../domain/ports/sources.ts';
import type { Answer } from './request.ts';
import { freshForMs } from './retry-after.ts';
import { judge, type RobotsAnswer } from './robots.ts';
import { parseRobots, type RobotsGroup } from './robots-file.ts';

/** Where robots.txt files stay between runs: the archive, or a map. */
export type RobotsStore = {
  readonly robots: (origin: string) => Promise<KeptRobots | undefined>;
  readonly keepRobots: (origin: string, robots: KeptRobots) => Promise<void>;
};

/** The answer, what it rests on, and until when an unreachable file is taken to be so. */
export type KeptAnswer = RobotsAnswer & { readonly state: KeptRobots['state']; readonly expiresAtMs: number };

export type RobotsKeeper = {
  /** Asks the robots.txt of the address's origin, fetching it where it is not known or stale. */
  readonly ask: (url: URL, signal: AbortSignal) => Promise<KeptAnswer>;
  readonly body: (url: URL, signal: AbortSignal) => Promise<KeptRobots>;
};

/** RFC 9309 §2.4: not longer than a day. */
const MAX_AGE_MS = 86_400_000;
const MIN_AGE_MS = 600_000;
/** An unreachable file forbids everything; ask again soon, so that an outage does not silence a host for a day. */
const UNREACHABLE_AGE_MS = 900_000;
const MAX_PARSED = 2000;

/**
 * Fetches, keeps and asks robots.txt files. `get` follows redirects; it answers undefined where the host does not, and
 * `busyUntilMs` where the host wants to be left alone, which is no word about its rules and is not kept.
 */
export function makeRobotsKeeper(options: {
  readonly userAgent: string;
  readonly clock: Clock;
  readonly store: RobotsStore;
  readonly get: (url: URL, signal: AbortSignal) => Promise<Answer | { readonly busyUntilMs: number } | undefined>;
}): RobotsKeeper {
  const asking = new Map<string, Promise<KeptRobots>>();
  const parsed = new Map<string, { readonly from: number; readonly groups: readonly RobotsGroup[] }>();

  const fetchRobots = async (origin: string, signal: AbortSignal): Promise<KeptRobots> => {
    const answer = await options.get(new URL('/robots.txt', origin), signal);
    const nowMs = options.clock.nowMs();
    if (answer && 'busyUntilMs' in answer)
      return { state: 'unreachable', body: new Uint8Array(), fetchedAtMs: nowMs, expiresAtMs: answer.busyUntilMs };
    const state = stateOf(answer);
    const freshMs = state === 'unreachable' ? UNREACHABLE_AGE_MS : (freshForMs(answer!.headers, nowMs) ?? MAX_AGE_MS);
    const kept: KeptRobots = {
      state,
      body: state === 'read' ? answer!.body : new Uint8Array(),
      fetchedAtMs: nowMs,
      expiresAtMs: nowMs + Math.min(MAX_AGE_MS, Math.max(MIN_AGE_MS, freshMs)),
    };
    if (!signal.aborted) await options.store.keepRobots(origin, kept);
    return kept;
  };

  const body = async (url: URL, signal: AbortSignal): Promise<KeptRobots> => {
    const nowMs = options.clock.nowMs();
    const known = await options.store.robots(url.origin);
    // A time of fetching in the future means that the clock was set back.
    if (known && known.expiresAtMs > nowMs && known.fetchedAtMs <= nowMs) return known;
    const open = asking.get(url.origin);
    if (open) return open;
    const fresh = fetchRobots(url.origin, signal).finally(() => asking.delete(url.origin));
    asking.set(url.origin, fresh);
    return fresh;
  };

  const groupsOf = (origin: string, kept: KeptRobots): readonly RobotsGroup[] => {
    const known = parsed.get(origin);
    if (known?.from === kept.fetchedAtMs) return known.groups;
    if (parsed.size >= MAX_PARSED) parsed.clear();
    const groups = parseRobots(kept.body);
    parsed.set(origin, { from: kept.fetchedAtMs, groups });
    return groups;
  };

  return {
    body,
    ask: async (url, signal) => {
      const kept = await body(url, signal);
      const { state, expiresAtMs } = kept;
      if (state === 'absent') return { allowed: true, steps: 0, state, expiresAtMs };
      if (state === 'unreachable') return { allowed: false, steps: 0, state, expiresAtMs };
      return { ...judge(groupsOf(url.origin, kept), options.userAgent, url.href), state, expiresAtMs };
    },
  };
}

/** RFC 9309 §2.3.1: 4xx means there are no rules, 5xx and silence mean stay away; 429 is a "not now" too. */
function stateOf(answer: Answer | undefined): KeptRobots['state'] {
  if (!answer || answer.status >= 500 || answer.status === 429) return 'unreachable';
  return answer.status === 200 ? 'read' : 'absent';
}

/** Keeps robots.txt files in memory, for single commands and tests. */
export function robotsInMemory(): RobotsStore {
  const kept = new Map<string, KeptRobots>();
  return {
    robots: async (origin) => kept.get(origin),
    keepRobots: async (origin, robots) => {
      kept.set(origin, robots);
    },
  };
}
