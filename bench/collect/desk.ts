import { openArchive } from '../../src/archive/archive.ts';
import { makeFeedReader } from '../../src/collect/feeds/feed-reader.ts';
import { makeFetcher } from '../../src/collect/fetch.ts';
import { makeGuard } from '../../src/collect/guard.ts';
import type { CollectPorts } from '../../src/collect/round.ts';
import type { NewSource } from '../../src/domain/ports/sources.ts';
import { HOSTILE, PAPERS } from './town.ts';

/** The collector over a real archive, as `stemma collect` wires it, without pauses between requests to this machine. */
export async function openDesk(dataDir: string) {
  // Time goes on by itself, and faster where the bench waits for a second try.
  let aheadMs = 0;
  const clock = { nowMs: () => Date.now() + aheadMs };
  const { archive, sources, queue } = await openArchive({ dataDir, clock });
  const guard = makeGuard({ allowNetworks: '127.0.0.0/8:*' });
  const fetcher = makeFetcher({
    ...{ guard, clock, userAgent: 'Stemma/bench', robotsStore: sources },
    limits: { hostDelayMs: 0, maxPerHost: 4 },
  });
  const reader = makeFeedReader();
  const ports: CollectPorts = {
    ...{ sources, fetcher, reader, clock, random: Math.random },
    keep: async (capture) => {
      const kept = await archive.keepCapture(capture);
      if (kept.outcome === 'refused') return 'refused';
      await queue.push('clean', kept.id);
      return 'kept';
    },
  };
  return {
    ...{ ports, archive, sources },
    goOn: (ms: number) => {
      aheadMs += ms;
    },
    close: async () => {
      await Promise.all([fetcher.close(), reader.close()]);
      await archive.close();
    },
  };
}

/** All papers of the town, and its bombs, as sources. */
export function townSources(port: number): readonly NewSource[] {
  const source = (url: string, name: string): NewSource => ({
    ...{ url, kind: 'feed', name, homepage: null, folder: null, language: 'en', country: null, owner: null },
    fullText: 'always',
  });
  const host = (number: number) => `http://127.0.0.${1 + (number % 20)}:${port}`;
  return [
    ...Array.from({ length: PAPERS }, (_, number) => source(`${host(number)}/feed/${number}`, `Paper ${number}`)),
    ...Array.from({ length: HOSTILE }, (_, number) => source(`${host(number)}/bomb/${number}`, `Bomb ${number}`)),
  ];
}
