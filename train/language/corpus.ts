import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type ConlluSentence, fromConllu } from '../../src/language/conllu.ts';
import { relationOf, tagOf, uposOf } from '../../src/language/tags.ts';
import type { WordClasses } from '../../src/language/word-classes.ts';
import { type Words, wordsOf } from '../../src/language/words.ts';

export const BENCH = process.env.STEMMA_BENCH ?? join(import.meta.dirname, '../../../shared/bench');

/** A sentence of a treebank in the numbers that the models use. Heads count from 0 within the sentence, -1 is the root. */
export type Tree = {
  readonly words: Words;
  readonly upos: Uint8Array;
  readonly tag: Uint8Array;
  readonly head: Int16Array;
  readonly relation: Uint8Array;
  readonly source: ConlluSentence;
};

export const treebank = (name: string): ConlluSentence[] =>
  fromConllu(gunzipSync(readFileSync(join(BENCH, 'data/language', `${name}.conllu.gz`))).toString('utf8'));

export function treesOf(sentences: readonly ConlluSentence[], classes: WordClasses): Tree[] {
  return sentences.map((source) => {
    const start = Int32Array.from(source.words, (word) => word.start);
    const end = Int32Array.from(source.words, (word) => word.end);
    return {
      words: wordsOf(source.text, start, end, start.length, classes),
      upos: Uint8Array.from(source.words, (word) => Math.max(0, uposOf(word.upos))),
      tag: Uint8Array.from(source.words, (word) => Math.max(0, tagOf(word.xpos))),
      head: Int16Array.from(source.words, (word) => word.head - 1),
      relation: Uint8Array.from(source.words, (word) => relationOf(word.relation)),
      source,
    };
  });
}

/** Numbers that look random and are the same every time (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Fisher and Yates. */
export function shuffle<T>(items: T[], random: () => number): T[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
