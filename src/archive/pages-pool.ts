import { Worker } from 'node:worker_threads';
import type { Pages } from '../domain/ports/pages.ts';
import type { PagesAnswer } from './pages-talk.ts';

/** A thread that answers pages failed. `reason` is the name of the error there. */
export class PagesThreadError extends Error {
  override readonly name = 'PagesThreadError';
  readonly reason: string;
  constructor(reason: string, message: string) {
    super(message);
    this.reason = reason;
  }
}

type Waiting = { readonly resolve: (page: unknown) => void; readonly reject: (error: Error) => void };
type Thread = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

/** Every question that pages can be asked: the pool's door is made from it. */
const QUESTIONS: Readonly<Record<keyof Pages, true>> = {
  ...{ stories: true, story: true, storyline: true, article: true, statement: true },
  ...{ actor: true, latest: true, search: true, failures: true, corrections: true },
};

/**
 * Pages answered by threads with read-only connections, so that the site's own thread runs no query. The archive must have been opened
 * (and so brought up to date) before. A thread that dies is replaced with the next question.
 */
export function openPages(options: { readonly dataDir: string; readonly threads?: number }): Pages & {
  readonly close: () => Promise<void>;
} {
  const threads: (Thread | undefined)[] = Array.from({ length: options.threads ?? 2 }, () => undefined);
  let last = 0;

  const ask = (question: keyof Pages, args: readonly unknown[]): Promise<unknown> => {
    const place = leastBusy(threads);
    threads[place] ??= startThread(options.dataDir, () => {
      threads[place] = undefined;
    });
    const thread = threads[place];
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      thread.waiting.set(id, { resolve, reject });
      thread.worker.ref();
      thread.worker.postMessage({ id, ask: question, with: args });
    });
  };

  const doors = Object.keys(QUESTIONS).map((question) => [
    question,
    (...args: readonly unknown[]) => ask(question as keyof Pages, args),
  ]);
  return {
    ...(Object.fromEntries(doors) as Pages),
    close: async () => {
      await Promise.all(threads.map((thread) => thread && stop(thread)));
    },
  };
}

function leastBusy(threads: readonly (Thread | undefined)[]): number {
  const load = threads.map((thread) => thread?.waiting.size ?? 0);
  return load.indexOf(Math.min(...load));
}

function startThread(dataDir: string, onEnd: () => void): Thread {
  const worker = new Worker(new URL('./pages.worker.ts', import.meta.url), { workerData: { dataDir } });
  const waiting = new Map<number, Waiting>();
  const failAll = (reason: string, message: string) => {
    onEnd();
    for (const { reject } of waiting.values()) reject(new PagesThreadError(reason, message));
    waiting.clear();
  };
  worker.on('message', (message: PagesAnswer) => {
    const asked = waiting.get(message.id);
    waiting.delete(message.id);
    if (waiting.size === 0) worker.unref();
    if ('error' in message) asked?.reject(new PagesThreadError(message.error.name, message.error.message));
    else asked?.resolve(message.answer);
  });
  worker.on('error', (error) => failAll(error.name, error.message));
  worker.on('exit', () => failAll('exit', 'The thread that answers pages has ended.'));
  // Only an open question keeps the program running.
  worker.unref();
  return { worker, waiting };
}

function stop({ worker }: Thread): Promise<void> {
  return new Promise((resolve) => {
    worker.once('exit', () => resolve());
    worker.ref();
    worker.postMessage('stop');
  });
}
