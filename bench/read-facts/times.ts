import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findDates } from '../../src/read/dates/dates.ts';
import { publishedBetween } from '../../src/read/dates/published-between.ts';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import type { BenchRow } from '../row.ts';
import { lengthOf, percent, rowsOf, timed } from './rows.ts';

type Timex = { readonly start: number; readonly end: number; readonly type: string; readonly value: string | null };
type DatesRow = {
  readonly id: string;
  readonly corpus: string;
  readonly dct: string;
  readonly text: string;
  readonly timexes: readonly Timex[];
};
type Rate = { readonly f1: number };
type Score = { readonly gold: number; readonly strict: Rate; readonly relaxed: Rate; readonly value: Rate };
type Scorer = {
  scoreTimex: (
    docs: readonly { gold: readonly Timex[]; sys: readonly Timex[] }[],
    options: { normValue: (value: string | null) => string | undefined },
  ) => Score;
};

const CORPORA = ['timebank', 'aquaint', 'wikiwars', 'tweets'];

/** Time expressions against TimeBank, AQUAINT, WikiWars and tweets (strict span, value F1). */
export async function measureDates(benchDir: string): Promise<readonly BenchRow[]> {
  const { scoreTimex } = (await import(pathToFileURL(join(benchDir, 'score/lib/timex.mjs')).href)) as Scorer;
  const all = rowsOf<DatesRow>(join(benchDir, 'data/dates/timex.jsonl'));
  return CORPORA.map((corpus) => {
    const gold = all.filter((row) => row.corpus === corpus);
    const { answer, speed } = timed(lengthOf(gold), () =>
      gold.map((row) => ({ gold: row.timexes, sys: findDates(row.text, { published: row.dct }) })),
    );
    const score = scoreTimex(answer, { normValue: (value) => value?.replace(/X$/, '') });
    const line = `value F1 ${percent(score.value.f1, 1)}; span strict ${percent(score.strict.f1, 1)}, relaxed ${percent(score.relaxed.f1, 1)}`;
    return { task: 'dates', data: `${corpus} (dev, ${score.gold} expressions)`, rows: gold.length, score: line, speed };
  });
}

type Dated = { readonly text: string; readonly meta?: { readonly date?: string } };

/** Dated articles with their dates left out; what is there by the day of measuring counts as known. */
export function measureBetween(benchDir: string): BenchRow {
  const knowledge = loadKnowledge();
  const rows = rowsOf<Dated>(join(benchDir, 'data/statements/polnear-train.jsonl')).filter(({ meta }) =>
    /^\d{4}-\d\d-\d\d/.test(meta?.date ?? ''),
  );
  const { answer, speed } = timed(lengthOf(rows), () =>
    rows.map(({ text }) => publishedBetween(text, { knowledge, notAfter: '2026-01-01' })),
  );
  const found = answer.flatMap((between, i) =>
    between ? [{ between: between.between, date: rows[i]!.meta!.date!.slice(0, 10) }] : [],
  );
  const right = found.filter(({ between: [from, to], date }) => from <= date && date <= to).length;
  return {
    task: 'published between',
    data: 'PolNeAR train, dates left out',
    rows: rows.length,
    score: `true day inside ${percent(right, found.length)} % of ${found.length} intervals (${percent(found.length, rows.length)} % answered)`,
    speed,
  };
}
