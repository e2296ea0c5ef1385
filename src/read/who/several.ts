import type { Passage } from '../passage.ts';
import type { Words } from '../statements/draft.ts';
import type { Cast } from './cast.ts';
import { NOT_OF_NOUNS, RANK, roleClass, VAGUE } from './person-words.ts';
import { namesWithin, words } from './speakers.ts';
import { CLAUSE, PREPOSED } from './unnamed.ts';

/** "officials", "spokesmen": a noun for several persons. */
export const isSeveral = (head: string | undefined): boolean =>
  head !== undefined && roleClass(head) !== undefined && /(?:s|men|women|people)$/.test(head);

/** How far back "the officials" may point, in words: some three paragraphs. */
const LOOK_BACK_WORDS = 200;
const MOST_MODIFIERS = 3;
const DETERMINER = /^(?:the|these|those|its|his|her|their|our)$/;

/**
 * Of "the officials", with nothing said of them: the words by which the article spoke of officials before ("hospital officials"), the
 * nearest first. Undefined where it did not, spoke of two kinds, or of some whose words cannot be told from a verb's ("met police officials").
 */
export function toldBefore(passage: Passage, cast: Cast, [first, last]: Words): string | undefined {
  for (let at = first; at < last; at++)
    if (!/^(?:the|these|those)$/.test(passage.lower[at]!) && !RANK.has(passage.lower[at]!)) return undefined;
  const head = passage.lower[last]!;
  const told: Words[] = [];
  for (let at = first - 1; at >= Math.max(0, first - LOOK_BACK_WORDS); at--) {
    if (passage.lower[at] !== head) continue;
    const from = openingOf(passage, cast, at);
    if (from === undefined) return undefined;
    if (from < at) told.push([from, at]);
  }
  const kinds = new Set(told.map((phrase) => kindOf(passage, phrase)));
  return kinds.size === 1 ? words(passage, told[0]!) : undefined;
}

/** What is said of them besides rank and number: "hospital" of "two senior hospital officials". */
const kindOf = (passage: Passage, [from, head]: Words): string =>
  passage.lower
    .slice(from, head)
    .filter((word) => !RANK.has(word))
    .join(' ');

/**
 * The first word that is said of a noun, where it can be told without its sentence's tree: behind a determiner, number, rank or preposition
 * there are modifiers only, and at the beginning of a sentence one ("Hospital officials"). The noun itself where nothing is said of it; undefined where a verb might be among them.
 */
function openingOf(passage: Passage, cast: Cast, head: number): number | undefined {
  const floor = passage.sentenceFirst[passage.sentence[head]!]!;
  for (let at = head; head - at <= MOST_MODIFIERS; at--) {
    if (at === floor) return head - at <= 1 ? at : undefined;
    const before = passage.lower[at - 1]!;
    if (RANK.has(before)) return openingRank(passage, at - 1, floor);
    if (DETERMINER.test(before)) return at;
    if (PREPOSED.has(before) && before !== 'to') return isPlain(passage, cast, [at, head]) ? at : head;
    if (!saysOfNoun(before)) return at === head ? head : undefined;
  }
  return undefined;
}

/** The first of several ranks and numbers that follow one another, without those that only say roughly how many. */
function openingRank(passage: Passage, at: number, floor: number): number {
  let from = at;
  while (from > floor && RANK.has(passage.lower[from - 1]!)) from--;
  while (VAGUE.has(passage.lower[from]!)) from++;
  return from;
}

const saysOfNoun = (lower: string): boolean =>
  /^\p{L}[\p{L}-]+$/u.test(lower) && !/(?:ing|ly)$/.test(lower) && !NOT_OF_NOUNS.has(lower) && !CLAUSE.has(lower);

/** "on Monday officials": behind a preposition a capital opens a time or place, unless it is a people. */
const isPlain = (passage: Passage, cast: Cast, [from, head]: Words): boolean => {
  for (let at = from; at < head; at++)
    if (/^\p{Lu}/u.test(passage.word[at]!) && !namesWithin(cast, at, at).some(({ by }) => by === 'demonym'))
      return false;
  return true;
};
