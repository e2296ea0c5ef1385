import { Worker } from 'node:worker_threads';
import type { Feed } from '../../domain/feed.ts';
import type { Sitemap } from '../sitemaps/read-sitemap.ts';
import type { FeedAnswer, FeedQuestion } from './feed-talk.ts';
import type { FeedFailure } from './parse.ts';

/** Reads feeds and sitemaps from the net in workers that are cut when they take too long or too much. */
export type FeedReader = {
  readonly feed: (
    bytes: Uint8Array,
    headers: Readonly<Record<string, string>>,
    url?: string,
  ) => Promise<Feed | FeedFailure>;
  readonly sitemap: (
    bytes: Uint8Array,
    headers: Readonly<Record<string, string>>,
    url?: string,
  ) => Promise<Sitemap | FeedFailure>;
  readonly close: () => Promise<void>;
};

type Job = { readonly question: FeedQuestion; readonly settle: (result: FeedAnswer['result']) => void };
type Desk = { worker: Worker | undefined; job: Job | undefined; timer: NodeJS.Timeout | undefined };

/**
 * Workers are started when first needed and do not hold the process. A job that is cut costs its worker; the others
 * go on, and a fresh worker takes the next job.
 */
export function makeFeedReader(
  limits: { readonly maxMs: number; readonly maxMemoryMb: number; readonly workers: number } = DEFAULT_READER_LIMITS,
): FeedReader {
  const desks: Desk[] = Array.from({ length: limits.workers }, () => ({
    worker: undefined,
    job: undefined,
    timer: undefined,
  }));
  const waiting: Job[] = [];
  let number = 0;

  const finish = (desk: Desk, result: FeedAnswer['result']): void => {
    clearTimeout(desk.timer);
    const job = desk.job;
    desk.job = undefined;
    desk.worker?.unref();
    job?.settle(result);
    next();
  };

  const cut = (desk: Desk, failure: FeedFailure): void => {
    const worker = desk.worker;
    desk.worker = undefined;
    worker?.removeAllListeners();
    // What the dying thread still has to say was said already.
    worker?.on('error', () => {});
    void worker?.terminate();
    finish(desk, failure);
  };

  const workerFor = (desk: Desk): Worker => {
    if (desk.worker) return desk.worker;
    const worker = new Worker(new URL('./feed.worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: limits.maxMemoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    });
    worker.on('message', (answer: FeedAnswer) => {
      if (answer.number === desk.job?.question.number) finish(desk, answer.result);
    });
    worker.on('error', (error: NodeJS.ErrnoException) => cut(desk, failureOf(error, limits.maxMemoryMb)));
    worker.on('exit', () => cut(desk, BROKEN));
    desk.worker = worker;
    return worker;
  };

  const next = (): void => {
    for (const desk of desks) {
      if (desk.job || waiting.length === 0) continue;
      const job = waiting.shift()!;
      desk.job = job;
      const worker = workerFor(desk);
      worker.ref();
      desk.timer = setTimeout(
        () => cut(desk, { error: 'too-slow', message: `Reading it took longer than ${limits.maxMs / 1000} seconds.` }),
        limits.maxMs,
      );
      worker.postMessage(job.question);
    }
  };

  const ask = <T>(kind: FeedQuestion['kind'], bytes: Uint8Array, headers: FeedQuestion['headers'], url?: string) =>
    new Promise<T>((resolve) => {
      const question = { number: number++, kind, bytes, headers, url };
      waiting.push({ question, settle: resolve as (result: FeedAnswer['result']) => void });
      next();
    });

  return {
    feed: (bytes, headers, url) => ask('feed', bytes, headers, url),
    sitemap: (bytes, headers, url) => ask('sitemap', bytes, headers, url),
    close: async () => {
      const open = desks.flatMap((desk) => desk.worker ?? []);
      for (const desk of desks) if (desk.worker) cut(desk, BROKEN);
      await Promise.all(open.map((worker) => worker.terminate()));
    },
  };
}

export const DEFAULT_READER_LIMITS = { maxMs: 5_000, maxMemoryMb: 384, workers: 2 };

const BROKEN: FeedFailure = { error: 'broken', message: 'The reader of feeds broke off on it.' };

function failureOf(error: NodeJS.ErrnoException, maxMemoryMb: number): FeedFailure {
  if (error.code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { error: 'too-much-memory', message: `Reading it took more than ${maxMemoryMb} MB of memory.` };
  return { ...BROKEN, message: `${BROKEN.message.slice(0, -1)} (${error.name}).` };
}
