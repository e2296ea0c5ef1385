import { Worker } from 'node:worker_threads';
import type { Article, NoArticle } from '../domain/article.ts';
import type { Reading } from '../domain/reading.ts';
import type { StageAnswer, StageQuestion } from './stage-talk.ts';
import { type Limits, type Stages, stagesHere } from './stages.ts';

/** Longest time that one page may take: cleaning meets whatever the net sends, reading only text that was cleaned. */
const MAX_STAGE_MS = { clean: 5_000, read: 20_000 } as const;
/** Loading the language core and the knowledge takes a second; this only ends the waiting. */
const MAX_START_MS = 60_000;
/** Memory of the thread: a 10 MB page and its tree fit several times. */
const MAX_HEAP_MB = 512;

/** A page took too long or too much memory and was stopped. The message is for people. */
export class StageStoppedError extends Error {
  override readonly name = 'StageStoppedError';
  readonly stage: 'clean' | 'read';
  constructor(stage: 'clean' | 'read', why: string, cause?: unknown) {
    super(`${stage === 'clean' ? 'Cleaning' : 'Reading'} this page ${why}, and was stopped.`, { cause });
    this.stage = stage;
  }
}

/**
 * The stages with `clean` and `read` in a thread of their own, which is ended when a page blocks it; the next page gets a new one.
 * One page at a time. `close` ends the thread.
 */
export function stagesInThread(
  limits: Limits,
  options: { readonly maxStageMs?: number; readonly worker?: URL } = {},
): Stages & { readonly close: () => Promise<void> } {
  const file = options.worker ?? new URL('./stages.worker.ts', import.meta.url);
  let worker: Worker | undefined;
  let before: Promise<unknown> = Promise.resolve();

  const started = async (): Promise<Worker> => {
    if (worker) return worker;
    const next = new Worker(file, {
      workerData: { limits: limitsOf(limits) },
      resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    });
    worker = next;
    next.unref();
    next.once('exit', () => {
      if (worker === next) worker = undefined;
    });
    await messageOf(next, 'clean', MAX_START_MS);
    return next;
  };

  const answer = async (stage: 'clean' | 'read', input: unknown): Promise<unknown> => {
    const asked = await started();
    try {
      asked.postMessage({ stage, input } satisfies StageQuestion);
      const said = await messageOf(asked, stage, options.maxStageMs ?? MAX_STAGE_MS[stage]);
      if ('error' in said) throw new Error(said.error);
      return 'output' in said ? said.output : undefined;
    } catch (error) {
      // What was stopped answers no further page.
      if (error instanceof StageStoppedError && worker === asked) worker = undefined;
      throw error;
    }
  };

  const ask = (stage: 'clean' | 'read', input: unknown): Promise<unknown> => {
    const answered = before.then(() => answer(stage, input));
    before = answered.catch(() => undefined);
    return answered;
  };

  return {
    ...stagesHere(limits),
    clean: (capture, lines) => ask('clean', { capture, lines }) as Promise<Article | NoArticle>,
    read: (article, isDemo) => ask('read', { article, isDemo }) as Promise<Reading>,
    close: async () => {
      await worker?.terminate();
    },
  };
}

/** Only what the thread needs of the settings: they may hold what cannot be sent. */
const limitsOf = ({ maxHtmlBytes, maxTextBytes, dataDir }: Limits): Limits => ({
  maxHtmlBytes,
  maxTextBytes,
  ...(dataDir !== undefined && { dataDir }),
});

/** The thread's next message; it is ended where none comes in time. */
function messageOf(worker: Worker, stage: 'clean' | 'read', maxMs: number): Promise<StageAnswer> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const stop = (error: Error) => {
      end();
      void worker.terminate();
      reject(error);
    };
    const onMessage = (answer: StageAnswer) => {
      end();
      resolve(answer);
    };
    const onError = (error: Error & { readonly code?: string }) =>
      stop(
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? new StageStoppedError(stage, `took more than ${MAX_HEAP_MB} MB of memory`, error)
          : error,
      );
    const onExit = () => stop(new StageStoppedError(stage, 'ended its thread'));
    const timer = setTimeout(
      () => stop(new StageStoppedError(stage, `took longer than ${Math.round(maxMs / 1000)} seconds`)),
      maxMs,
    );
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
  });
}
