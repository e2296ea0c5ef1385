import { parentPort, workerData } from 'node:worker_threads';
import { openArchive } from '../archive/archive.ts';
import { runLine } from './line.ts';
import { stagesInThread } from './stage-thread.ts';

/** What a thread of the line is given: where the archive lies and how large a page may be. */
export type LineThreadData = {
  readonly settings: { readonly dataDir: string; readonly maxHtmlBytes: number; readonly maxTextBytes: number };
};

const { settings } = workerData as LineThreadData;
const clock = { nowMs: Date.now };
const stop = new AbortController();
parentPort?.on('message', (message: unknown) => {
  if (message === 'stop') stop.abort();
});

const { archive, queue } = await openArchive({ dataDir: settings.dataDir, clock });
const stages = stagesInThread(settings);
try {
  await runLine(
    { archive, queue, clock, stages },
    {
      until: stop.signal,
      onProgress: (counts) => parentPort?.postMessage({ counts }),
      onFailure: (task, reason) => parentPort?.postMessage({ failure: { step: task.step, ref: task.ref, reason } }),
    },
  );
} finally {
  await stages.close();
  await archive.close();
  parentPort?.close();
}
