import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedReader } from '../collect/feeds/feed-reader.ts';
import type { Fetcher } from '../collect/fetch.ts';
import { makeOptOuts } from '../collect/opt-outs.ts';
import { type CollectPorts, collectRound, mendSchedules, tidyUp } from '../collect/round.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Queue } from '../domain/ports/queue.ts';
import type { Sources } from '../domain/ports/sources.ts';
import { takeIn } from './intake.ts';

/** Longest sleep between two looks at the schedule: a source added meanwhile, or a hub's push, is seen within it. */
const LOOK_MS = 2000;
const TIDY_MS = 3_600_000;

export type CollectorParts = {
  readonly archive: Archive;
  readonly queue: Queue;
  readonly sources: Sources;
  readonly clock: Clock;
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly publicUrl: string;
};

/** What a round of collecting needs, over an open archive: captures go onto the line. */
export function collectPorts(parts: CollectorParts): CollectPorts {
  const { clock, fetcher, reader, sources, publicUrl } = parts;
  return {
    clock,
    fetcher,
    reader,
    sources,
    random: Math.random,
    optOuts: makeOptOuts({ fetcher, clock }),
    keep: async (capture) => ((await takeIn(parts, capture)).outcome === 'refused' ? 'refused' : 'kept'),
    ...(publicUrl && { publicUrl }),
  };
}

/** Collects until told to stop: a round whenever a source is due or an item waits, and once an hour what retention lets go. */
export async function runCollector(parts: CollectorParts, signal: AbortSignal): Promise<void> {
  const { clock, sources } = parts;
  const ports = collectPorts(parts);
  let tidiedAtMs = Number.NEGATIVE_INFINITY;
  await mendSchedules(sources, clock.nowMs());
  while (!signal.aborted) {
    await collectRound(ports, { signal, again: true });
    if (Math.abs(clock.nowMs() - tidiedAtMs) > TIDY_MS) {
      tidiedAtMs = clock.nowMs();
      await mendSchedules(sources, tidiedAtMs);
      await tidyUp(sources, tidiedAtMs);
    }
    await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
  }
}
