import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openArchive } from '../archive/archive.ts';
import type { Capture } from '../domain/capture.ts';
import { sha256, shortHash } from '../domain/ids.ts';
import { takeIn } from './intake.ts';
import { runLine } from './line.ts';
import { stagesHere } from './stages.ts';

const LIMITS = { maxHtmlBytes: 1_000_000, maxTextBytes: 1_000_000 };
const clock = { nowMs: Date.now };
const PAGES = 16;
const KILLS = 3;

/** Pages of an invented affair: some belong together, each says something by somebody. */
function pageOf(number: number): Capture {
  const town = ['Oll', 'Varn', 'Temmen', 'Ruhl'][number % 4]!;
  const html = `<!doctype html><html lang="en"><head><title>${town}: harbour report ${number}</title></head><body><article>
<h1>${town}: harbour report ${number}</h1><p>The harbour at ${town} was closed for ${number + 2} hours on Monday after a crane fell into the basin near the northern quay.</p>
<p>Harbour master Ina Brandt${number} said the crane of ${town} had not been inspected for ${number + 1} years. “Nobody told us that it was unsafe,” she said.</p>
<p>The company Varn Bau denied that inspection number ${number} had been left out. A spokesman said every inspection at ${town} was on record.</p>
<p>Ships for ${town} waited outside the breakwater, and the fish market opened late, according to the port authority.</p></article></body></html>`;
  const body = new TextEncoder().encode(html);
  const url = `https://harbour-news.example/reports/${number}`;
  return {
    ...{ id: shortHash(url, sha256(body)), origin: 'fetch', url, headers: { 'content-type': 'text/html' }, body },
    ...{ fetchedAtMs: 1_750_000_000_000 + number, sha256: sha256(body) },
  };
}

/** What `stemma add` does, as a program of its own that can be killed. */
async function addAll(dataDir: string): Promise<void> {
  const { archive, queue } = await openArchive({ dataDir, clock });
  process.stdout.write('begun\n');
  for (let number = 0; number < PAGES; number++) await takeIn({ archive, queue }, pageOf(number));
  await runLine({ archive, queue, clock, stages: stagesHere(LIMITS) }, { until: 'empty' });
  await archive.close();
}

async function whatIsThere(dataDir: string) {
  const { archive, queue } = await openArchive({ dataDir, clock });
  const { rows } = await archive.pages.latest({ limit: 500 });
  const articles = [];
  for (const { id } of rows) {
    const page = await archive.pages.article(id);
    assert.ok(page.state === 'here');
    const { line, reading, revisions, storyline } = page.page;
    assert.ok(line.story !== null && storyline !== null, `${line.title} has no place`);
    articles.push({ id, revisions: revisions.length, statements: reading.statements.map((one) => one.id).sort() });
  }
  const found = await archive.pages.search({ tab: 'statements', words: '', limit: 500 });
  const counts = await queue.counts();
  const unfinished = await archive.unfinished();
  await archive.close();
  return {
    articles: articles.sort((a, b) => a.id.localeCompare(b.id)),
    statements: found.statements.rows.map(({ id }) => id).sort(),
    open: counts.map(({ waiting, working, failed }) => waiting + working + failed),
    unfinished,
  };
}

const start = (dataDir: string): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', fileURLToPath(import.meta.url), 'add', dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

if (process.argv[2] === 'add') await addAll(process.argv[3]!);
else
  test('killed in the middle of adding, again and again, and started again: nothing is lost and nothing is there twice', async (t) => {
    const [whole, killed] = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'stemma-crash-')));
    t.after(() => {
      for (const folder of [whole!, killed!]) rmSync(folder, { recursive: true });
    });
    const uncut = start(whole!);
    const end = once(uncut, 'exit');
    await once(uncut.stdout!, 'data');
    const began = performance.now();
    assert.equal((await end)[0], 0);
    const workMs = performance.now() - began;
    let cut = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const child = start(killed!);
      const exit = once(child, 'exit');
      await once(child.stdout!, 'data');
      const timer = setTimeout(() => child.kill('SIGKILL'), Math.random() * (workMs / KILLS));
      const [, signal] = await exit;
      clearTimeout(timer);
      if (signal === 'SIGKILL') cut += 1;
    }
    assert.equal((await once(start(killed!), 'exit'))[0], 0);
    const [expected, found] = [await whatIsThere(whole!), await whatIsThere(killed!)];
    assert.equal(expected.articles.length, PAGES);
    assert.ok(expected.statements.length >= PAGES);
    assert.deepEqual(found.open, [0, 0, 0, 0]);
    assert.deepEqual(found.unfinished, []);
    assert.deepEqual(found, expected);
    assert.ok(cut > 0, 'at least one start was cut off in the middle');
    t.diagnostic(`${cut} of ${KILLS} starts were cut off`);
  });
