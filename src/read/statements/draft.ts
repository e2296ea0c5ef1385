import type { Stance, StatementKind } from '../../domain/statement.ts';
import type { Passage } from '../passage.ts';

/** Words from the first to the last, both included. */
export type Words = readonly [first: number, last: number];

/** A statement as the rules see it, in words of a passage, before anyone asks who is meant. */
export type Draft = {
  readonly source: readonly Words[];
  readonly cue: readonly Words[];
  readonly content: readonly Words[];
  readonly lemma: string;
  readonly kind: StatementKind;
  readonly stance: Stance;
  /** The rule that found it: confidence and the reader's doubts rest on it. */
  readonly rule: Rule;
  /** What the models think of it, where they found it. */
  readonly sure?: Learned;
};

/** A statement as the models see it: its words by role, how sure the cue is, and how sure the roles are (mean and least over its words). */
export type Learned = {
  readonly head: number;
  readonly source: readonly Words[];
  readonly cue: readonly Words[];
  readonly content: readonly Words[];
  readonly cueP: number;
  readonly roleP: number;
  readonly leastP: number;
  readonly sourceP: number;
  /** How much of what was said the words are expected to share with it, of both together. */
  readonly contentShare: number;
  /** The probability of the word that is likeliest part of the source, chosen or not. */
  readonly speaksP: number;
  readonly draft: Draft | undefined;
  /** Whether a verb stands in what was said. */
  readonly hasVerb: boolean;
  /** The probability that its words are right, as calibrated on articles the models had not seen. */
  readonly right: number;
};

/** All rules; `learned` stands for what only the models found. */
export const RULES = [
  'quote-before',
  'quote-after',
  'clause-before',
  'that-clause',
  'bare-clause',
  'noun-phrase',
  'infinitive',
  'participle',
  'according-to',
  'colon',
  'noun-cue',
  'learned',
] as const;
export type Rule = (typeof RULES)[number];

export const sentenceStart = (passage: Passage, word: number) => passage.sentenceFirst[passage.sentence[word]!]!;
export const sentenceEnd = (passage: Passage, word: number) => passage.sentenceFirst[passage.sentence[word]! + 1]! - 1;

/** Without the punctuation at either end; undefined when nothing is left. Quotation marks stay. */
export function trimmed(passage: Passage, [first, last]: Words): Words | undefined {
  while (first <= last && EDGE.has(passage.word[first]!)) first++;
  while (last >= first && EDGE.has(passage.word[last]!)) last--;
  return first <= last ? [first, last] : undefined;
}

const EDGE = new Set([',', '.', ';', ':', '—', '–', '-', '--', '!', '?', '…', '...']);
