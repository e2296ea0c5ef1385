import type { Stance } from '../../domain/statement.ts';
import type { Passage } from '../passage.ts';
import { contentBefore, quotationFrom, restOfClause } from './contents.ts';
import { accordingTo, cueNoun } from './cue-lexicon.ts';
import { type Draft, sentenceEnd, sentenceStart, trimmed, type Words } from './draft.ts';
import { isCapital, nounPhraseEndingAt, nounPhraseStartingAt } from './noun-phrase.ts';
import { DETERMINER, PREPOSITION } from './word-classes.ts';

/** "According to X, …" and "…, according to X". */
export function accordingToStatement(passage: Passage, i: number, _before: readonly Draft[]): Draft | undefined {
  const phrase = accordingTo.find((words) => words.every((word, k) => passage.lower[i + k] === word));
  if (!phrase) return undefined;
  if (phrase.length === 1 && !isCapital(passage.word[i + 1] ?? '')) return undefined;
  const cue: Words = [i, i + phrase.length - 1];
  const source = nounPhraseStartingAt(passage, cue[1] + 1);
  if (!source) return undefined;
  const opens =
    i === sentenceStart(passage, i) ||
    (i > 0 && /^(?:but|and|however|,)$/.test(passage.lower[i - 1]!) && i - sentenceStart(passage, i) < 4);
  const content = opens
    ? restOfClause(passage, passage.word[source[1] + 1] === ',' ? source[1] + 2 : source[1] + 1)
    : contentBefore(passage, i - 1);
  return {
    source: [source],
    cue: [cue],
    content,
    lemma: 'according to',
    kind: 'speech',
    stance: 'asserts',
    rule: 'according-to',
  };
}

/** "Kremlin: no talks", "SMITH: “We never met.”" — a short name at the start of a line, a colon, what was said. */
export function colonStatement(passage: Passage, i: number): Draft | undefined {
  if (passage.word[i] !== ':') return undefined;
  const first = sentenceStart(passage, i);
  if (i - first < 1 || i - first > 6 || passage.quotation[i] !== -1) return undefined;
  if (first > 0 && passage.paragraph[first - 1] === passage.paragraph[first]) return undefined;
  for (let k = first; k < i; k++)
    if (!isCapital(passage.word[k]!) && !PREPOSITION.has(passage.lower[k]!) && !DETERMINER.has(passage.lower[k]!))
      return undefined;
  const content = (passage.quotation[i + 1] ?? -1) >= 0 ? quotationFrom(passage, i + 1) : restOfClause(passage, i + 1);
  return {
    source: [[first, i - 1]],
    cue: [[i, i]],
    content,
    lemma: ':',
    kind: 'speech',
    stance: 'asserts',
    rule: 'colon',
  };
}

/** "X's claim that …", "reports suggesting that …", "a statement by X that …": a reporting noun with its clause. */
export function nounStatement(passage: Passage, i: number): Draft | undefined {
  const stance = cueNoun(passage.lower[i]!);
  if (!stance || passage.quotation[i] !== -1) return undefined;
  let next = i + 1;
  let source: Words | undefined;
  if (passage.lower[next] === 'by' || passage.lower[next] === 'from') {
    source = nounPhraseStartingAt(passage, next + 1);
    if (!source) return undefined;
    next = source[1] + 1;
  }
  if (passage.lower[next] !== 'that' || next > sentenceEnd(passage, i)) return undefined;
  if (!source && /^['’]s?$/.test(passage.word[i - 1] ?? '')) source = nounPhraseEndingAt(passage, i - 2);
  const content = restOfClause(passage, next);
  const belief = stance === 'belief';
  return {
    source: source ? [source] : [],
    cue: [trimmed(passage, [i, i])!],
    content,
    lemma: passage.lower[i]!,
    kind: belief ? 'belief' : 'speech',
    stance: belief ? 'asserts' : (stance as Stance),
    rule: 'noun-cue',
  };
}
