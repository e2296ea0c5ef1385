import type { Passage } from '../passage.ts';
import type { Words } from '../statements/draft.ts';
import { DOCUMENT, RANK, VAGUE } from './person-words.ts';
import { words } from './speakers.ts';

/** Words that open the occasion on which somebody spoke, or a clause about it. */
export const OCCASION = new Set(
  'during after before amid while when since because despite following as where who which that whose although though if'.split(
    ' ',
  ),
);

/** Prepositions behind which a name is an object and does not speak. */
export const PREPOSED = new Set(['of', 'for', 'in', 'at', 'from', 'to', 'with', 'on', 'against', 'by', 'near']);

/** Words of a name for those who have none; longer ones are clauses that were taken for one. */
const MOST_NAME_WORDS = 9;
/** A clause inside a phrase starts here: whoever is named stands before it. */
export const CLAUSE = new Set(
  'is are was were be been has have had do does did will would can could may might must should says said he she it they we i you not'.split(
    ' ',
  ),
);
const LEADING =
  /^(?:of|by|from|to|in|on|at|with|for|and|but|or|also|just|only|then|even|least|the|a|an|this|that|these|those)$/;

/**
 * A name for those who have none: the words without article and rank, up to a clause; "unnamed reports" where only a document speaks.
 * `ranked` keeps rank and number ("two senior diplomats"): of several, they tell one group from another.
 */
export function unnamed(passage: Passage, [first, last]: Words, ranked = false): string | undefined {
  const leads = ranked ? VAGUE : RANK;
  let from = first;
  while (
    from < last &&
    (/^["“”'‘’(]$/.test(passage.word[from]!) || LEADING.test(passage.lower[from]!) || leads.has(passage.lower[from]!))
  )
    from++;
  let to = from;
  while (
    to < last &&
    to - from + 1 < MOST_NAME_WORDS &&
    !OCCASION.has(passage.lower[to + 1]!) &&
    !CLAUSE.has(passage.lower[to + 1]!) &&
    // Behind a number alone it is said of a noun: "two retired judges".
    !(opensParticiple(passage, to + 1) && to + 1 < last && !RANK.has(passage.lower[to]!))
  )
    to++;
  while (
    to > from &&
    (PREPOSED.has(passage.lower[to]!) || LEADING.test(passage.lower[to]!) || /^\W+$/u.test(passage.word[to]!))
  )
    to--;
  if (
    from > last ||
    CLAUSE.has(passage.lower[from]!) ||
    opensParticiple(passage, from) ||
    PREPOSED.has(passage.lower[from]!)
  )
    return undefined;
  if (from === last && first === last && DOCUMENT.has(passage.lower[from]!)) return `unnamed ${passage.lower[from]}`;
  return words(passage, [from, to]);
}

/** "encouraging …", "seen by …", "held ahead of …": a verb in the form that goes on, with something behind it. */
export const opensParticiple = (passage: Passage, at: number): boolean =>
  /^\p{Ll}{2,}(?:ing|ed)$/u.test(passage.word[at]!) ||
  /^(?:held|made|seen|went|written|given|taken|told|sent|built|led)$/.test(passage.word[at]!);
