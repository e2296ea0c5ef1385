import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../domain/ports/clock.ts';

export type Entry = { readonly leave: () => void } | { readonly busyUntilMs: number };

/** Lets few requests at a time to one host, with a pause between their starts. */
export type HostGate = {
  /**
   * Waits for a turn at the host; answers `busyUntilMs` where the turn would come later than `maxWaitMs` from now.
   * A delay of `none` neither waits for the pause of others nor makes one: for robots.txt itself.
   */
  readonly enter: (host: string, delayMs: number | 'none', signal?: AbortSignal) => Promise<Entry>;
  /** The host asked to be left alone until then. */
  readonly closeUntil: (host: string, untilMs: number) => void;
};

/** Times of `performance.now()`: a clock that is set back must not hold a host for the length of the jump. */
type HostState = { running: number; nextStartMs: number; closedUntilMs: number; waiting: (() => void)[] };

/** How many quiet hosts are remembered before the oldest are forgotten. */
const MAX_HOSTS = 10_000;

export function makeHostGate(options: {
  readonly clock: Clock;
  readonly maxPerHost: number;
  readonly maxWaitMs: number;
}): HostGate {
  const hosts = new Map<string, HostState>();

  const stateOf = (host: string): HostState => {
    const known = hosts.get(host);
    if (known) return known;
    if (hosts.size >= MAX_HOSTS) forgetQuietHosts(hosts, performance.now());
    const fresh: HostState = { running: 0, nextStartMs: 0, closedUntilMs: 0, waiting: [] };
    hosts.set(host, fresh);
    return fresh;
  };

  return {
    enter: async (host, delayMs, signal) => {
      const state = stateOf(host);
      while (state.running >= options.maxPerHost) await turn(state, signal);
      const nowMs = performance.now();
      const dueMs = Math.max(nowMs, delayMs === 'none' ? 0 : state.nextStartMs, state.closedUntilMs);
      if (dueMs - nowMs > options.maxWaitMs) return { busyUntilMs: options.clock.nowMs() + Math.ceil(dueMs - nowMs) };
      if (delayMs !== 'none') state.nextStartMs = dueMs + delayMs;
      state.running++;
      const leave = () => {
        state.running--;
        state.waiting.shift()?.();
      };
      try {
        if (dueMs > nowMs) await sleep(dueMs - nowMs, undefined, signal ? { signal } : {});
      } catch (error) {
        leave();
        throw error;
      }
      return { leave };
    },
    closeUntil: (host, untilMs) => {
      stateOf(host).closedUntilMs = performance.now() + untilMs - options.clock.nowMs();
    },
  };
}

function turn(state: HostState, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      state.waiting.splice(state.waiting.indexOf(go), 1);
      reject(signal!.reason);
    };
    const go = () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    signal?.addEventListener('abort', stop, { once: true });
    state.waiting.push(go);
  });
}

function forgetQuietHosts(hosts: Map<string, HostState>, nowMs: number): void {
  for (const [host, state] of hosts) {
    const isQuiet = state.running === 0 && state.waiting.length === 0;
    if (isQuiet && state.nextStartMs <= nowMs && state.closedUntilMs <= nowMs) hosts.delete(host);
  }
}
