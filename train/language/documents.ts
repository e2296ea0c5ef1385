import type { ConlluSentence } from '../../src/language/conllu.ts';

/** Sentences grouped by the document they stand in. */
export function documents(sentences: readonly ConlluSentence[]): ConlluSentence[][] {
  const all: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.opens === 'document' || all.length === 0) all.push([]);
    all.at(-1)!.push(sentence);
  }
  return all;
}
