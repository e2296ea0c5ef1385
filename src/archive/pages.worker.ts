import { parentPort, workerData } from 'node:worker_threads';
import { openArchive } from './archive.ts';
import type { PagesAnswer, PagesQuestion } from './pages-talk.ts';

/** Answers pages in a thread of its own, over a connection that cannot write. */
const { dataDir } = workerData as { readonly dataDir: string };
const { archive } = await openArchive({ dataDir, clock: { nowMs: Date.now }, readOnly: true });

parentPort?.on('message', async (question: PagesQuestion | 'stop') => {
  if (question === 'stop') {
    await archive.close();
    parentPort?.close();
    return;
  }
  parentPort?.postMessage(await answer(question));
});

async function answer({ id, ask, with: args }: PagesQuestion): Promise<PagesAnswer> {
  try {
    const page = archive.pages[ask] as (...args: readonly unknown[]) => Promise<unknown>;
    return { id, answer: await page(...args) };
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    return { id, error: { name, message } };
  }
}
