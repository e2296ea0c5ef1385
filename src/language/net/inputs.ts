import type { WordClasses } from '../word-classes.ts';
import type { Words } from '../words.ts';
import { tableRows } from './tables.ts';

/** Words with a vector of their own; rarer ones are seen through their class. */
export const VECTOR_WORDS = 50_000;

/** The tables in which a word's form is looked up, with their numbers of rows. */
export const FORM_TABLES = tableRows({
  lower: 6000,
  prefix3: 2000,
  suffix2: 600,
  suffix3: 3000,
  suffix4: 3000,
  shape: 400,
  casing: 48,
});

/** Numbers per token: the row of its vector, then its row in each table. */
export const INPUT_WIDTH = 1 + FORM_TABLES.count;

/** Writes what the net sees of each token from `first` up to `end`: {@link INPUT_WIDTH} numbers each, into `rows` from 0 on. */
export function inputsOf(words: Words, classes: WordClasses, first: number, end: number, rows: Int32Array): void {
  const { row } = FORM_TABLES;
  for (let i = first, at = 0; i < end; i++, at += INPUT_WIDTH) {
    const rank = classes.rank(words.lower[i]!);
    rows[at] = rank >= 0 && rank < VECTOR_WORDS ? classes.fineCount + rank : words.fine[i]!;
    rows[at + 1] = row.lower(words.lower[i]!);
    rows[at + 2] = row.prefix3(words.prefix3[i]!);
    rows[at + 3] = row.suffix2(words.suffix2[i]!);
    rows[at + 4] = row.suffix3(words.suffix3[i]!);
    rows[at + 5] = row.suffix4(words.suffix4[i]!);
    rows[at + 6] = row.shape(words.shape[i]!);
    rows[at + 7] = row.casing(words.casing[i]! * 8 + words.rarity[i]!);
  }
}
