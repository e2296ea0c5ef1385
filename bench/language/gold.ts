import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ConlluSentence, fromConllu } from '../../src/language/conllu.ts';
import type { BenchRow } from '../row.ts';

export type { BenchRow } from '../row.ts';

export const treebank = (benchDir: string, name: string): ConlluSentence[] =>
  fromConllu(gunzipSync(readFileSync(join(benchDir, 'data/language', `${name}.conllu.gz`))).toString('utf8'));

/** Sentences grouped by the document they stand in. */
export function documents(sentences: readonly ConlluSentence[]): ConlluSentence[][] {
  const all: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.opens === 'document' || all.length === 0) all.push([]);
    all.at(-1)!.push(sentence);
  }
  return all;
}

export const percent = (part: number, whole: number): string => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));

export const f1 = (right: number, predicted: number, gold: number): string => percent(2 * right, predicted + gold);

/** Prints rows as a table on standard output. */
export function print(rows: readonly BenchRow[]): void {
  for (const row of rows)
    console.log(
      [row.task.padEnd(22), row.data.padEnd(26), String(row.rows).padStart(7), row.score, row.speed ?? ''].join('  '),
    );
}

/** The folder with the gold data: as given, else beside the checkout. */
export const benchDirectory = (): string =>
  process.env.STEMMA_BENCH ?? join(import.meta.dirname, '../../../shared/bench');
