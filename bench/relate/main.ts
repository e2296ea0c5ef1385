import { findDates } from '../../src/read/dates/dates.ts';
import { compareStatements, findCopies, groupStories, timelineOf } from '../../src/relate/relate.ts';
import type { BenchRow } from '../row.ts';
import { incremental, storiesOneByOne, type TextOfStory } from './incremental.ts';
import { rowsOf, scored, timed } from './scorer.ts';

/** Copies, stories, timelines and comparing on the labelled sets, and the speed of placing articles one by one. */
export async function run(benchDir: string): Promise<readonly BenchRow[]> {
  return [
    ...copies(benchDir),
    ...stories(benchDir),
    ...(await oneByOne(benchDir)),
    ...timelines(benchDir),
    ...comparing(benchDir),
    await incremental(),
  ];
}

function copies(benchDir: string): readonly BenchRow[] {
  const texts = rowsOf<{ id: string; text: string }>(benchDir, 'copies/dedup_natural_docs.jsonl');
  const gold = rowsOf<object>(benchDir, 'copies/dedup_natural_pairs.jsonl');
  const { value, speed } = timed(texts.length, 'texts', () => findCopies(texts));
  const score = JSON.parse(scored(benchDir, 'relate.mjs', { before: ['copies'], gold, predicted: value })) as {
    readonly republication: { readonly f1: number };
    readonly republicationOrPartial: { readonly p: number; readonly r: number; readonly f1: number };
  };
  const { p, r, f1 } = score.republicationOrPartial;
  return [
    {
      task: 'copies',
      data: 'dedup natural, dev',
      rows: texts.length,
      score: `F1 ${f1} (P ${p}, R ${r}); whole copies F1 ${score.republication.f1}`,
      speed,
    },
  ];
}

const STORY_SETS = ['ecbplus', 'basil', 'wikinews', 'uci_headlines', 'fnc_claims'];

function stories(benchDir: string): readonly BenchRow[] {
  const sums = { b3: 0, pair: 0, rows: 0 };
  const rows = STORY_SETS.map((set): BenchRow => {
    const gold = rowsOf<TextOfStory>(benchDir, `stories/${set}.jsonl`);
    const texts = gold.map(({ id, title, text, date }) => ({ id, title, text: text ?? '', published: date }));
    const { value, speed } = timed(gold.length, 'texts', () => groupStories(texts));
    const score = JSON.parse(scored(benchDir, 'relate.mjs', { before: ['stories'], gold, predicted: value })) as {
      readonly b3F1: number;
      readonly pairF1: number;
      readonly goldStories: number;
      readonly predStories: number;
    };
    sums.b3 += score.b3F1 / STORY_SETS.length;
    sums.pair += score.pairF1 / STORY_SETS.length;
    sums.rows += gold.length;
    const counted = `${score.predStories} stories for ${score.goldStories}`;
    return {
      task: 'stories',
      data: `${set}, dev`,
      rows: gold.length,
      score: `B³ ${score.b3F1}, pair F1 ${score.pairF1}; ${counted}`,
      speed,
    };
  });
  const mean = `B³ ${sums.b3.toFixed(2)}, pair F1 ${sums.pair.toFixed(2)}`;
  return [...rows, { task: 'stories', data: 'mean of five', rows: sums.rows, score: mean }];
}

/** Headlines alone never come one by one into an archive. */
const ARTICLE_SETS = STORY_SETS.filter((set) => set !== 'uci_headlines');

async function oneByOne(benchDir: string): Promise<readonly BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const set of ARTICLE_SETS) {
    const gold = rowsOf<TextOfStory>(benchDir, `stories/${set}.jsonl`);
    const predicted = await storiesOneByOne(gold);
    const score = JSON.parse(scored(benchDir, 'relate.mjs', { before: ['stories'], gold, predicted })) as {
      readonly b3F1: number;
      readonly pairF1: number;
    };
    rows.push({
      task: 'stories, one by one, unread',
      data: `${set}, dev`,
      rows: gold.length,
      score: `B³ ${score.b3F1}, pair F1 ${score.pairF1}`,
    });
  }
  return rows;
}

function timelines(benchDir: string): readonly BenchRow[] {
  return ['t17', 'entities'].map((set): BenchRow => {
    const docs = rowsOf<{ topic: string; date: string; text: string }>(benchDir, `timelines/${set}_docs.jsonl.gz`);
    const byTopic = Map.groupBy(docs, ({ topic }) => topic);
    const all = rowsOf<{ topic: string }>(benchDir, `timelines/${set}_gold.jsonl`);
    const gold = all.filter(({ topic }) => byTopic.has(topic));
    const { value, speed } = timed(docs.length, 'texts', () =>
      [...byTopic].map(([topic, texts]) => timelineOf(topic, texts, findDates)),
    );
    const { dateF1 } = JSON.parse(
      scored(benchDir, 'relate.mjs', { before: ['timelines'], gold, predicted: value }),
    ) as {
      readonly dateF1: number;
    };
    const without = all.length === gold.length ? '' : ` (${all.length - gold.length} more have no texts here)`;
    return {
      task: 'timelines',
      data: `${set}, dev${without}`,
      rows: gold.length,
      score: `date-F1 ${(dateF1 / 100).toFixed(3)}`,
      speed,
    };
  });
}

type StanceSet = {
  readonly file: string;
  readonly name: string;
  readonly key: 'stance' | 'label';
  readonly other: 'headline' | 'evidence';
  readonly map: string;
};

const STANCE_SETS: readonly StanceSet[] = [
  {
    file: 'stance/emergent.jsonl',
    name: 'emergent',
    key: 'stance',
    other: 'headline',
    map: 'agrees=for,disputes=against,unrelated=observing,unclear=observing',
  },
  {
    file: 'stance/vitaminc-real.jsonl',
    name: 'vitamin C, real',
    key: 'label',
    other: 'evidence',
    map: 'agrees=entail,disputes=contradict,unrelated=neutral,unclear=neutral',
  },
];

function comparing(benchDir: string): readonly BenchRow[] {
  return STANCE_SETS.map(({ file, name, key, other, map }): BenchRow => {
    const gold = rowsOf<Readonly<Record<string, string>>>(benchDir, file);
    const { value, speed } = timed(gold.length, 'pairs', () =>
      gold.map((row) => ({ id: row.id, ...compareStatements(row.claim!, row[other]!) })),
    );
    const after = ['--key', key, '--pred-key', 'relation', '--map', map];
    const lines = scored(benchDir, 'labels.mjs', { before: [], gold, predicted: value, after }).trim().split('\n');
    return { task: 'compare', data: `${name}, dev`, rows: gold.length, score: lines.at(-1)!.trim(), speed };
  });
}
