import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { phraseActor } from '../../src/read/who/phrase-actor.ts';
import { percent, rowsOf } from '../read-facts/rows.ts';
import type { BenchRow } from '../row.ts';

type PhraseRow = {
  readonly test: string;
  readonly fn: string;
  readonly input: string;
  readonly kw: { readonly query_date?: string };
  readonly expect: { readonly country?: string; readonly code_1?: string };
};

/**
 * Phrases to country and sector, in two halves by a hash of the phrase: `developed on` was read while the resolver was
 * built, `held back` was only counted. A row without an answer for a column does not count there; no country is `''`.
 */
export function measurePhrases(benchDir: string): readonly BenchRow[] {
  const rows = rowsOf<PhraseRow>(join(benchDir, 'data/actors/ngec-actor-tests.jsonl'));
  return [
    scoreOf('developed on', rows.filter(isDeveloped)),
    scoreOf(
      'held back',
      rows.filter((row) => !isDeveloped(row)),
    ),
  ].flat();
}

/** The phrase decides, so that one phrase never stands in both halves. */
export function isDeveloped({ input }: Pick<PhraseRow, 'input'>): boolean {
  const ascii = JSON.stringify(input).replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return Number.parseInt(createHash('sha256').update(ascii).digest('hex').slice(0, 8), 16) % 2 === 0;
}

function scoreOf(half: string, rows: readonly PhraseRow[]): readonly BenchRow[] {
  const knowledge = loadKnowledge();
  const answers = rows.map((row) => ({ row, answer: phraseActor(row.input, knowledge, row.kw.query_date) }));
  const sector = answers.filter(({ row }) => row.expect.code_1 !== undefined);
  const country = answers.filter(({ row }) => row.expect.country !== undefined);
  const right = {
    sector: sector.filter(({ row, answer }) => (answer.sector ?? '') === row.expect.code_1),
    country: country.filter(({ row, answer }) => (answer.country ?? '') === row.expect.country),
  };
  if (half === 'developed on' && process.env.BENCH_SHOW)
    for (const { row, answer } of answers) {
      const want = row.expect;
      if (
        (want.code_1 !== undefined && !right.sector.some((one) => one.row === row)) ||
        (want.country !== undefined && !right.country.some((one) => one.row === row))
      )
        process.stderr.write(
          `${row.input} ${row.kw.query_date ?? ''} want ${want.country}/${want.code_1} got ${answer.country}/${answer.sector} (${answer.name})\n`,
        );
    }
  return [
    {
      task: 'phrase → sector',
      data: `NGEC, ${half}`,
      rows: sector.length,
      score: `${percent(right.sector.length, sector.length)} %`,
    },
    {
      task: 'phrase → country',
      data: `NGEC, ${half}`,
      rows: country.length,
      score: `${percent(right.country.length, country.length)} %`,
    },
  ];
}
