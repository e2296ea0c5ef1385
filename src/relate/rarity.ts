import { readFileSync } from 'node:fs';

type RarityTable = { readonly step: number; readonly bands: Readonly<Record<string, string>> };

/** A weight is `-ln(share of news articles that hold the word)`, so 0 for "the" and about 5 for "caliph". */
const weights: ReadonlyMap<string, number> = (() => {
  const table = JSON.parse(
    readFileSync(new URL('../../models/word-rarity/rarity.json', import.meta.url), 'utf8'),
  ) as RarityTable;
  const byWord = new Map<string, number>();
  for (const [band, words] of Object.entries(table.bands))
    for (const word of words.split(' ')) byWord.set(word, Number(band) * table.step);
  return byWord;
})();

/** Rarer than the rarest word counted. */
const UNSEEN = 8;
/** Figures say little of the subject: many affairs have a 10 or a 2016 in them. */
const NUMBER = 2.5;

/** How rare a stemmed word is in news at large: the same for every archive, so that a fold over articles needs no counts of its own. */
export function rarity(word: string): number {
  const known = weights.get(word);
  if (known !== undefined) return known;
  return /^\d/.test(word) ? NUMBER : UNSEEN;
}
