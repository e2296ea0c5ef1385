import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findDates } from '../../src/read/dates/dates.ts';
import { publishedBetween } from '../../src/read/dates/published-between.ts';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { type BenchRow, BenchSkipped } from '../row.ts';
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

/** Known to be there by this day, as a capture would tell. */
const CAPTURED = '2026-01-01';

/** Dated articles with their dates left out, by their text alone and with the day of a later capture. */
export function measureBetween(benchDir: string): readonly BenchRow[] {
  const knowledge = loadKnowledge();
  const rows = rowsOf<Dated>(join(benchDir, 'data/statements/polnear-train.jsonl')).filter(({ meta }) =>
    /^\d{4}-\d\d-\d\d/.test(meta?.date ?? ''),
  );
  return [{}, { notAfter: CAPTURED }].map((capture) => {
    const { answer, speed } = timed(lengthOf(rows), () =>
      rows.map(({ text }) => publishedBetween(text, { knowledge, ...capture })),
    );
    const found = answer.flatMap((between, i) =>
      between ? [{ between: between.between, date: rows[i]!.meta!.date!.slice(0, 10) }] : [],
    );
    const right = found.filter(({ between: [from, to], date }) => from <= date && date <= to).length;
    const days = found
      .map(({ between: [from, to] }) => (Date.parse(to) - Date.parse(from)) / DAY_MS)
      .sort((a, b) => a - b);
    return {
      task: 'published between',
      data: `PolNeAR train, dates left out${'notAfter' in capture ? `, captured by ${CAPTURED}` : ''}`,
      rows: rows.length,
      score: `true day inside ${percent(right, found.length)} % of ${found.length} intervals (${percent(found.length, rows.length)} % answered, half of them within ${Math.round(days[days.length >> 1] ?? 0)} days)`,
      speed,
    };
  });
}

const DAY_MS = 86_400_000;

type Undated = { readonly file: string; readonly publishedBetween?: readonly [from: string, to: string] };

/** The undated examples: whether the middle of the time their gold gives lies inside. */
export function measureUndated(benchDir: string): BenchRow {
  const folder = join(benchDir, '../examples/afghanistan');
  if (!existsSync(join(folder, 'gold.json'))) throw new BenchSkipped(`no ${folder}`);
  const knowledge = loadKnowledge();
  const { documents } = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as {
    documents: Readonly<Record<string, Undated>>;
  };
  const undated = Object.values(documents).flatMap(({ file, publishedBetween: gold }) =>
    gold ? [{ file, gold }] : [],
  );
  const right = undated.filter(({ file, gold }) => {
    const found = publishedBetween(readFileSync(join(folder, file), 'utf8'), { knowledge })?.between;
    const middle = new Date((Date.parse(gold[0]) + Date.parse(gold[1])) / 2).toISOString().slice(0, 10);
    return found && found[0] <= middle && middle <= found[1];
  }).length;
  return {
    task: 'published between',
    data: 'undated examples, text alone',
    rows: undated.length,
    score: `middle of the gold interval inside ${right} of ${undated.length}`,
  };
}
