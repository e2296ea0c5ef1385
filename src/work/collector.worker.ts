import { parentPort, workerData } from 'node:worker_threads';
import { openArchive } from '../archive/archive.ts';
import { makeFeedReader } from '../collect/feeds/feed-reader.ts';
import { runCollector } from './collector.ts';
import { type FetcherSettings, fetcherOf } from './fetching.ts';

/** What the collector's thread is given. */
export type CollectorThreadData = {
  readonly version: string;
  readonly settings: FetcherSettings & { readonly dataDir: string; readonly publicUrl: string };
};

const { settings, version } = workerData as CollectorThreadData;
const clock = { nowMs: Date.now };
const stop = new AbortController();
parentPort?.on('message', (message: unknown) => {
  if (message === 'stop') stop.abort();
});

const { archive, queue, sources } = await openArchive({ dataDir: settings.dataDir, clock });
const fetcher = fetcherOf(settings, clock, version, sources);
const reader = makeFeedReader();
try {
  await runCollector({ archive, queue, sources, clock, fetcher, reader, publicUrl: settings.publicUrl }, stop.signal);
} finally {
  await Promise.all([fetcher.close(), reader.close()]);
  await archive.close();
  parentPort?.close();
}
