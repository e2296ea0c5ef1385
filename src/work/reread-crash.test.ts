import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../archive/archive.ts';
import { captureOf } from '../collect/capture-id.ts';
import type { Reading } from '../domain/reading.ts';
import { correct } from './correcting.ts';
import { takeIn } from './intake.ts';
import { runLine } from './line.ts';
import { reread } from './reread.ts';
import { knowledgeOfWorld, type Stages, stagesHere } from './stages.ts';

const LIMITS = { maxHtmlBytes: 1_000_000, maxTextBytes: 1_000_000 };
const clock = { nowMs: Date.now };
const PAGES = 16;
const KILLS = 4;

const pageOf = (number: number) => {
  const town = ['Oll', 'Varn', 'Temmen', 'Ruhl'][number % 4]!;
  return captureOf({
    ...{
      origin: 'fetch',
      url: `https://harbour-news.example/reports/${number}`,
      fetchedAtMs: 1_750_000_000_000 + number,
    },
    headers: { 'content-type': 'text/html' },
    body: new TextEncoder().encode(`<!doctype html><html lang="en"><head><title>${town}: crane report ${number}</title></head><body><article>
<h1>${town}: crane report ${number}</h1><p>The harbour at ${town} was closed for ${number + 2} hours on Monday after a crane fell into the basin near the northern quay.</p>
<p>Harbour master Ina Brandt said the crane of ${town} had not been inspected for ${number + 1} years. “Nobody told us that it was unsafe,” she said.</p>
<p>The company Varn Bau denied that inspection number ${number} had been left out. A spokesman said every inspection at ${town} was on record.</p></article></body></html>`),
  });
};

/** A later reader: sees the last statement no more, and takes the first for a question. */
function laterReading(reading: Reading): Reading {
  const { statements } = reading;
  return {
    ...reading,
    reader: 'later',
    statements: statements.slice(0, -1).map((one, at) => (at === 0 ? { ...one, stance: 'questions' as const } : one)),
  };
}
const laterStages = (): Stages => {
  const stages = stagesHere(LIMITS);
  return {
    ...stages,
    reader: 'later',
    read: async (article, isDemo) => laterReading(await stages.read(article, isDemo)),
  };
};

/** What `stemma reread` does, as a program of its own that can be killed. */
async function rereadAll(dataDir: string): Promise<void> {
  const { archive, queue } = await openArchive({ dataDir, clock });
  const stages = laterStages();
  // Loads the language core before the clock of the test starts.
  await stages.read(
    {
      ...{ id: 'x', text: 'He said no.', title: null, published: null, outlet: null, url: null },
      ...{ agency: null, dateline: null, chain: [], language: 'en' },
    },
    false,
  );
  const run = await reread({ archive, stages }, 'outdated', {
    onBegin: ({ isResumed, report }) => process.stdout.write(`${isResumed ? 'resumed' : 'begun'} ${report.articles}\n`),
  });
  await runLine({ archive, queue, clock, stages }, { until: 'empty' });
  await archive.close();
  process.stdout.write(`report ${JSON.stringify(run?.report)}\n`);
}

async function archiveToReread(dataDir: string): Promise<void> {
  const { archive, queue } = await openArchive({ dataDir, clock });
  for (let number = 0; number < PAGES; number++) await takeIn({ archive, queue }, pageOf(number));
  await runLine({ archive, queue, clock, stages: stagesHere(LIMITS) }, { until: 'empty' });
  const { rows } = await archive.pages.latest({ limit: 2 });
  const ports = { archive, queue, clock, knowledge: knowledgeOfWorld() };
  for (const { id } of rows) {
    const article = await archive.readArticle(id);
    const { statements } = article!.reading;
    for (const { id: statement } of [statements[1]!, statements.at(-1)!])
      assert.ok('kept' in (await correct(ports, { kind: 'speaker', statement, to: { name: 'Erna Holt' } }, '')));
  }
  await runLine({ archive, queue, clock, stages: stagesHere(LIMITS) }, { until: 'empty' });
  await archive.close();
}

async function whatIsThere(dataDir: string) {
  const { archive, queue } = await openArchive({ dataDir, clock });
  const { rows } = await archive.pages.latest({ limit: 500 });
  const articles = [];
  for (const { id } of rows) articles.push((await archive.readArticle(id))!);
  const corrections = await archive.pages.corrections({ limit: 50 });
  const counts = await queue.counts();
  const unfinished = await archive.unfinished();
  await archive.close();
  return {
    readings: articles.map(({ id, story, reading }) => ({ id, story, reading })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    corrections: corrections.rows.map(({ correction, state }) => [correction.change.kind, state]),
    open: counts.map(({ waiting, working, failed }) => waiting + working + failed),
    unfinished,
  };
}

const start = (dataDir: string): ChildProcess =>
  spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), 'reread', dataDir],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );

async function outputOf(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const chunk of child.stdout!) text += chunk;
  return text;
}

if (process.argv[2] === 'reread') await rereadAll(process.argv[3]!);
else
  test('killed in the middle of a re-reading, again and again, it goes on where it was and reports the whole', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'stemma-reread-'));
    t.after(() => rmSync(folder, { recursive: true }));
    const [whole, killed] = [join(folder, 'whole'), join(folder, 'killed')];
    await archiveToReread(whole);
    cpSync(whole, killed, { recursive: true });
    const uncut = start(whole);
    const said = outputOf(uncut);
    await once(uncut.stdout!, 'data');
    const began = performance.now();
    const report = /^report (.*)$/m.exec(await said)?.[1];
    const workMs = performance.now() - began;
    let cut = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start(killed);
      const exit = once(child, 'exit');
      await once(child.stdout!, 'data');
      const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * (workMs / KILLS));
      const [, signal] = await exit;
      clearTimeout(timer);
      if (signal === 'SIGKILL') cut += 1;
    }
    const last = await outputOf(start(killed));
    const [expected, found] = [await whatIsThere(whole), await whatIsThere(killed)];
    assert.equal(expected.readings.length, PAGES);
    assert.ok(expected.readings.every(({ reading }) => reading.reader === 'later'));
    const { articles, changed, statements, stances, corrections } = JSON.parse(report!);
    assert.deepEqual([articles, changed, statements.withdrawn, stances], [PAGES, PAGES, PAGES, PAGES]);
    assert.deepEqual(corrections, { placed: 2, needLook: 2 });
    assert.deepEqual(found.open, [0, 0, 0, 0]);
    assert.deepEqual(found, expected);
    assert.ok(cut > 0, 'at least one start was cut off in the middle');
    // A start that came through to the end left its report; the last one then found nothing to do.
    const isDone = /^report (.*)$/m.exec(last)?.[1];
    if (/^resumed/.test(last)) assert.equal(isDone, report, 'the counts are those of the whole run');
    t.diagnostic(`${cut} of ${KILLS} starts were cut off; the last one said: ${last.split('\n')[0]}`);
  });
