import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';

/** A thread that died is started again after this, so that one that dies at once does not spin. */
const PAUSE_MS = 1000;
/** How long a thread may take to end its task when asked to stop; what is cut off is begun again at the next start. */
const GRACE_MS = 1000;

/** Keeps a thread running: starts it again when it dies, asks it to stop with the message `stop`, ends it when it does not. */
export function keepRunning(file: URL, workerData: unknown): { readonly stop: () => Promise<void> } {
  let stopping = false;
  let worker: Worker | undefined;
  let ended: Promise<void> = Promise.resolve();

  const start = () => {
    const started = new Worker(file, { workerData });
    worker = started;
    ended = new Promise((resolve) => {
      started.once('exit', () => resolve());
    });
    started.on('error', (error) =>
      process.stderr.write(`stemma: a thread stopped and starts again: ${(error as Error).message}\n`),
    );
    started.once('exit', () => {
      if (!stopping) setTimeout(() => !stopping && start(), PAUSE_MS).unref();
    });
  };
  start();

  return {
    stop: async () => {
      stopping = true;
      worker?.postMessage('stop');
      await Promise.race([ended, sleep(GRACE_MS, undefined, { ref: false })]);
      await worker?.terminate();
    },
  };
}
