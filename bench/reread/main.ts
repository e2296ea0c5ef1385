import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { captureOf } from '../../src/collect/capture-id.ts';
import { type Article, isArticle } from '../../src/domain/article.ts';
import type { Archive } from '../../src/domain/ports/archive.ts';
import type { Reading } from '../../src/domain/reading.ts';
import { correct, undoCorrection } from '../../src/work/correcting.ts';
import { demoCaptures } from '../../src/work/demo.ts';
import { reread } from '../../src/work/reread.ts';
import { knowledgeOfWorld, type Stages, stagesHere } from '../../src/work/stages.ts';
import type { BenchRow } from '../row.ts';

const ARTICLES = Number(process.env.STEMMA_BENCH_ARTICLES ?? 900);
const clock = { nowMs: () => Date.UTC(2026, 0, 1) };
const data = `the demo's pages over and over, ${ARTICLES} articles`;

/** What a re-reading and a merge cost, and whether memory grows with the number of articles. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-bench-reread-'));
  const { archive, queue } = await openArchive({ dataDir, clock });
  const stages = stagesHere({ maxHtmlBytes: 10_000_000, maxTextBytes: 2_000_000 });
  try {
    await fill(archive, await demoArticles(stages));
    const rows = [await readAgain(archive, stages)];
    const { actors } = await archive.pages.search({ tab: 'actors', words: '', limit: 2 });
    const [into, from] = actors.rows;
    const ports = { archive, queue, clock, knowledge: knowledgeOfWorld() };
    const before = process.cpuUsage();
    const answer = await correct(ports, { kind: 'merge', actor: from!.id, into: { actor: into!.id } }, '');
    if (!('kept' in answer)) throw new Error(JSON.stringify(answer));
    for (const article of await archive.dueCorrections(ARTICLES)) await archive.applyCorrections(article);
    const merged = (await archive.pages.corrections({ limit: 1 })).rows[0]!.articles;
    await undoCorrection(ports, answer.kept);
    for (const article of await archive.dueCorrections(ARTICLES)) await archive.applyCorrections(article);
    return [
      ...rows,
      { task: 'corrections: a merge and its undoing', data, rows: merged, ...spentOn(before, 2 * merged) },
    ];
  } finally {
    await archive.close();
    rmSync(dataDir, { recursive: true });
  }
}

async function demoArticles(stages: Stages): Promise<readonly Article[]> {
  const cleaned = await Promise.all(demoCaptures(clock.nowMs()).map((capture) => stages.clean(capture)));
  return cleaned.filter(isArticle);
}

/** What stands for the reading of a reader that found nothing. */
const NOTHING: Reading = {
  reader: 'older',
  ...{ statements: [], mentions: [], actors: [], dates: [], places: [], figures: [], events: [], chain: [] },
};

async function fill(archive: Archive, demo: readonly Article[]): Promise<void> {
  for (let number = 0; number < ARTICLES; number++) {
    const original = demo[number % demo.length]!;
    const article = { ...original, text: `${original.text}\n\nNumber ${number}.` };
    const url = `https://outlet.example/${number}`;
    const body = new TextEncoder().encode(article.text);
    const fetchedAtMs = clock.nowMs() + number * 60_000;
    const capture = await archive.keepCapture(captureOf({ origin: 'fetch', url, headers: {}, fetchedAtMs, body }));
    const kept = await archive.keepArticle({
      ...{ capture: capture.id, address: url, article, cleaner: 'bench', excerpt: '', demo: false },
    });
    await archive.keepReading(kept.revision, NOTHING);
  }
}

async function readAgain(archive: Archive, stages: Stages): Promise<BenchRow> {
  let read = 0;
  let early = 0;
  const rssMb = () => Math.round(process.memoryUsage.rss() / 1e6);
  const before = process.cpuUsage();
  const run = await reread({ archive, stages }, 'outdated', {
    onArticle: () => {
      read += 1;
      if (read === Math.ceil(ARTICLES / 6)) early = rssMb();
    },
  });
  const { speed } = spentOn(before, read);
  const { added } = run!.report.statements;
  return {
    ...{ task: 'reread', data, rows: read, speed },
    score: `${added} statements; ${early} MB after a sixth, ${rssMb()} MB at the end`,
  };
}

function spentOn(before: NodeJS.CpuUsage, articles: number): { readonly score: string; readonly speed: string } {
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000;
  return {
    score: `${(cpuMs / articles).toFixed(1)} CPU-ms an article`,
    speed: `${Math.round((articles / cpuMs) * 1000)} per CPU-s`,
  };
}
