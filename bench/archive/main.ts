import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../src/archive/archive.ts';
import { openPages } from '../../src/archive/pages-pool.ts';
import { keepSpecimen } from '../../src/archive/specimens.ts';
import type { Pages } from '../../src/domain/ports/pages.ts';
import type { BenchRow } from '../row.ts';
import { actorName, numbers, syntheticArticle, wordOf } from './synthetic.ts';

const ARTICLES = Number(process.env.STEMMA_BENCH_ARTICLES ?? 4000);
const QUERIES = 200;
const clock = { nowMs: () => Date.UTC(2026, 0, 1) };

/** Commit time, page times in the reading threads, the start with a full archive, bytes per article: over a synthetic archive. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-bench-archive-'));
  try {
    const rows = [...(await fill(dataDir)), await start(dataDir)];
    const pages = openPages({ dataDir, threads: 1 });
    for (const [task, ask] of questions(pages)) rows.push(await time(task, ask));
    await pages.close();
    return rows;
  } finally {
    rmSync(dataDir, { recursive: true });
  }
}

const data = `synthetic, ${ARTICLES} articles`;
const ms = (value: number) => `${value.toFixed(1)} ms`;

async function fill(dataDir: string): Promise<BenchRow[]> {
  const { archive } = await openArchive({ dataDir, clock });
  const times: number[] = [];
  let spent = 0;
  for (let number = 0; number < ARTICLES; number++) {
    const { specimen, story, storyline } = syntheticArticle(number, ARTICLES);
    const before = process.cpuUsage();
    const began = performance.now();
    await keepSpecimen(archive, specimen, { story, storyline });
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(before);
    spent += user + system;
  }
  const { articles, statements } = await archive.size();
  await archive.close();
  const last = times.slice(-1000);
  const bytes = statSync(join(dataDir, 'archive.sqlite')).size;
  return [
    {
      task: 'archive: one article in (4 commits)',
      ...{ data, rows: articles, score: `median ${ms(quantile(last, 0.5))}, 99 % ${ms(quantile(last, 0.99))}` },
      speed: `${Math.round(articles / (spent / 1e6))} per CPU-s`,
    },
    {
      task: 'archive: size',
      data,
      rows: statements,
      score: `${(bytes / 1e6).toFixed(0)} MB, ${(bytes / articles / 1000).toFixed(1)} kB per article`,
    },
  ];
}

async function start(dataDir: string): Promise<BenchRow> {
  const began = performance.now();
  const { archive } = await openArchive({ dataDir, clock });
  await archive.pages.stories({ limit: 30, reader: 'local' });
  const took = performance.now() - began;
  await archive.close();
  return { task: 'archive: second start to first page', data, rows: 1, score: ms(took) };
}

type Ask = (random: () => number) => Promise<unknown>;

function questions(pages: Pages): readonly (readonly [string, Ask])[] {
  const some = (random: () => number, of: number) => Math.floor(random() * of);
  const stories = Math.ceil(ARTICLES / 4);
  const rare = (random: () => number) => wordOf(500 + some(random, 20_000));
  const common = (random: () => number) => wordOf(some(random, 20));
  return [
    ['stories', () => pages.stories({ limit: 30, reader: 'local' })],
    ['story', (random) => pages.story(`story-${some(random, stories)}`)],
    ['storyline', (random) => pages.storyline(`line-${some(random, stories / 12)}`)],
    ['latest', () => pages.latest({ limit: 50 })],
    ['actor', (random) => pages.actor(`in:about-${Math.floor(3000 ** random())}`)],
    ['search: a rare word', (random) => pages.search({ tab: 'articles', words: rare(random), limit: 30 })],
    ['search: common words', (random) => pages.search({ tab: 'statements', words: common(random), limit: 30 })],
    [
      'search: speaker and stance',
      (random) =>
        pages.search({
          ...{ tab: 'statements', words: '', speaker: actorName(some(random, 50)), stance: 'asserts', limit: 30 },
        }),
    ],
    [
      'search: word and outlet',
      (random) =>
        pages.search({ tab: 'articles', words: common(random), outlet: `outlet${some(random, 100)}.`, limit: 30 }),
    ],
  ];
}

async function time(task: string, ask: Ask): Promise<BenchRow> {
  const random = numbers(7);
  const times: number[] = [];
  await ask(random);
  // All threads of the process: the one that asks and the one that answers.
  const before = process.cpuUsage();
  for (let query = 0; query < QUERIES; query++) {
    const began = performance.now();
    await ask(random);
    times.push(performance.now() - began);
  }
  const spent = process.cpuUsage(before);
  return {
    task: `pages: ${task}`,
    ...{ data, rows: times.length, score: `median ${ms(quantile(times, 0.5))}, 99 % ${ms(quantile(times, 0.99))}` },
    speed: `${((spent.user + spent.system) / 1000 / QUERIES).toFixed(1)} CPU-ms each`,
  };
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
