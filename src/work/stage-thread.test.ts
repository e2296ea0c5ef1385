import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { openArchive } from '../archive/archive.ts';
import { isArticle } from '../domain/article.ts';
import type { Capture } from '../domain/capture.ts';
import { sha256 } from '../domain/ids.ts';
import { takeIn } from './intake.ts';
import { runLine } from './line.ts';
import { awaitOutcome } from './outcome.ts';
import { StageStoppedError, stagesInThread } from './stage-thread.ts';
import { stagesHere } from './stages.ts';

const LIMITS = { maxHtmlBytes: 1_000_000, maxTextBytes: 1_000_000 };
const clock = { nowMs: Date.now };

function pasted(text: string): Capture {
  const body = new TextEncoder().encode(text);
  const headers = { 'content-type': 'text/plain; charset=utf-8' };
  return { id: '', origin: 'paste', headers, fetchedAtMs: 1_750_000_000_000, sha256: sha256(body), body };
}

const REPORT = `Crane falls at Oll\n\nThe harbour at Oll was closed on Monday, the port authority said.\n\n${'Ships waited outside the breakwater until the evening. '.repeat(5)}`;

/** A thread that blocks for ever on a page with the word, as a hostile page does with a careless parser. */
function blockingWorker(t: { after: (end: () => void) => void }): URL {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-stage-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'blocking.mjs');
  const stages = new URL('./stages.ts', import.meta.url).href;
  writeFileSync(
    file,
    `import { parentPort, workerData } from 'node:worker_threads';
import { stagesHere } from ${JSON.stringify(stages)};
const stages = stagesHere(workerData.limits);
parentPort.on('message', async ({ stage, input }) => {
  if (stage === 'clean' && Buffer.from(input.capture.body).includes('HOSTILE')) for (;;);
  if (stage === 'read' && input.article.text.includes('TANGLED')) for (;;);
  parentPort.postMessage({ output: await (stage === 'clean' ? stages.clean(input.capture, input.lines) : stages.read(input.article, input.isDemo)) });
});
parentPort.postMessage({ ready: true });`,
  );
  return pathToFileURL(file);
}

test('a page gives the same article in a thread of its own as here', async () => {
  const stages = stagesInThread(LIMITS);
  const [there, here] = [await stages.clean(pasted(REPORT)), await stagesHere(LIMITS).clean(pasted(REPORT))];
  await stages.close();
  assert.deepEqual(there, here);
  assert.ok(isArticle(there));
});

test('a page that blocks is stopped, told in words, and the next page is read', async (t) => {
  const stages = stagesInThread(LIMITS, { maxStageMs: 4000, worker: blockingWorker(t) });
  await assert.rejects(stages.clean(pasted('HOSTILE')), (error: Error) => {
    assert.ok(error instanceof StageStoppedError);
    assert.equal(error.message, 'Cleaning this page took longer than 4 seconds, and was stopped.');
    return true;
  });
  assert.ok(isArticle(await stages.clean(pasted(REPORT))));
  await stages.close();
});

test('on the line a hostile page fails with the reason, and the others arrive', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-line-'));
  const { archive, queue } = await openArchive({ dataDir, clock });
  const stages = stagesInThread(LIMITS, { maxStageMs: 4000, worker: blockingWorker(t) });
  t.after(async () => {
    await stages.close();
    await archive.close();
    rmSync(dataDir, { recursive: true });
  });
  const hostile = await takeIn({ archive, queue }, pasted(`HOSTILE ${REPORT}`));
  const good = await takeIn({ archive, queue }, pasted(REPORT));
  const tangled = await takeIn(
    { archive, queue },
    pasted(`${REPORT}\n\nThe words are TANGLED beyond reading, it was said.`),
  );
  const empty = await takeIn({ archive, queue }, pasted('   '));
  assert.deepEqual(await awaitOutcome({ archive, queue }, good.id, { patienceMs: 0 }), { waiting: true });
  await runLine({ archive, queue, clock, stages }, { until: 'empty' });
  const outcome = await awaitOutcome({ archive, queue }, good.id);
  assert.ok('article' in outcome);
  assert.equal((await archive.pages.article(outcome.article)).state, 'here');
  const failed = await awaitOutcome({ archive, queue }, hostile.id);
  assert.deepEqual(failed, { failure: 'Cleaning this page took longer than 4 seconds, and was stopped.' });
  const unread = await awaitOutcome({ archive, queue }, tangled.id);
  assert.ok('article' in unread);
  const page = await archive.pages.article(unread.article);
  assert.ok(page.state === 'here' && page.page.reading.reader === 'stopped', 'its clean text is there all the same');
  assert.ok('failure' in (await awaitOutcome({ archive, queue }, empty.id)));
  assert.deepEqual(await archive.unfinished(), [], 'and it is not tried again');
  const known = await takeIn({ archive, queue }, pasted(REPORT));
  assert.deepEqual(known, { id: good.id, outcome: 'known' });
  assert.deepEqual(
    (await queue.counts()).map(({ waiting, working }) => waiting + working),
    [0, 0, 0, 0],
  );
  await archive.removeArticle(outcome.article, 'asked for');
  assert.deepEqual(await awaitOutcome({ archive, queue }, good.id), {
    failure: 'It was removed from here on request and stays out.',
  });
  assert.equal((await takeIn({ archive, queue }, pasted(REPORT))).outcome, 'refused');
});
