import { type ConlluSentence, rawText } from '../../src/language/conllu.ts';
import type { Segments } from '../../src/language/segment.ts';

/** Sentences grouped by the document they stand in. */
export function documents(sentences: readonly ConlluSentence[]): ConlluSentence[][] {
  const all: ConlluSentence[][] = [];
  for (const sentence of sentences) {
    if (sentence.opens === 'document' || all.length === 0) all.push([]);
    all.at(-1)!.push(sentence);
  }
  return all;
}

/** The tokens and sentences of a treebank document as the language core wants them. */
export function documentSegments(document: readonly ConlluSentence[]): Segments {
  const { text, starts } = rawText(document);
  const tokenStart = Int32Array.from(document.flatMap((sentence, s) => sentence.words.map((word) => starts[s]! + word.start)));
  const tokenEnd = Int32Array.from(document.flatMap((sentence, s) => sentence.words.map((word) => starts[s]! + word.end)));
  const firsts = [0];
  for (const sentence of document) firsts.push(firsts.at(-1)! + sentence.words.length);
  return { text, tokenCount: tokenStart.length, tokenStart, tokenEnd, sentenceCount: document.length, sentenceFirstToken: Int32Array.from(firsts) };
}
