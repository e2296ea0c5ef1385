import { type Quantity, quantitiesIn } from './quantities.ts';
import { rarity } from './rarity.ts';
import table from './tables/comparing.json' with { type: 'json' };
import denying from './tables/denying.json' with { type: 'json' };
import { asWritten, folded, stem } from './words.ts';

export type Relation = 'agrees' | 'disputes' | 'unrelated' | 'unclear';
export type Comparison = { readonly relation: Relation; readonly why: string };

const NEGATORS: ReadonlySet<string> = new Set(denying.negators);
const UNTRUE: ReadonlySet<string> = new Set(table.untrue.map(stem));
const UNSURE: ReadonlySet<string> = new Set(table.unsure.map(stem));
const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const pairs = new Map<string, Set<string>>();
  for (const [a, b] of table.opposites as [string, string][])
    for (const [one, other] of [
      [stem(a), stem(b)],
      [stem(b), stem(a)],
    ] as const)
      pairs.set(one, (pairs.get(one) ?? new Set()).add(other));
  return pairs;
})();

/** Share of the shorter statement's matter that the other must hold: below the first they are about different things, from the second on they say the same. */
const RELATED = 0.25;
const SAME = 0.4;
/** From here on a number that only one of them gives does not part them. */
const SURELY_SAME = 0.6;
const CONTENT_RARITY = 1.75;

/**
 * Whether two statements agree, contradict each other, or neither can be said. From words alone: shared matter, numbers that
 * cannot both hold, words of opposite sense, denial and doubt on one side. `why` is one clause for people.
 */
export function compareStatements(a: string, b: string): Comparison {
  const [first, second] = sideOf(a).matter <= sideOf(b).matter ? [a, b] : [b, a];
  const shorter = sideOf(first);
  const whole = sideOf(second);
  const longer = { ...whole, ...doubtsNear(second, shorter.words) };
  const shared = [...shorter.words].filter((word) => longer.words.has(word));
  const share = shared.reduce((sum, word) => sum + weightOf(word), 0) / (shorter.matter || 1);
  if (share < RELATED) return { relation: 'unrelated', why: 'They share hardly a word' };
  const numbers = numberConflict(shorter, longer);
  if (numbers) return { relation: 'disputes', why: `${numbers[0]} and ${numbers[1]} cannot both hold` };
  if (shorter.isDenied !== longer.isDenied) return { relation: 'disputes', why: 'One denies what the other says' };
  const opposite = oppositeOf(shorter, longer);
  if (opposite) return { relation: 'disputes', why: `${opposite[0]} stands against ${opposite[1]}` };
  if (shorter.isUnsure !== longer.isUnsure) return { relation: 'unclear', why: 'One of them does not vouch for it' };
  if (share < SAME)
    return { relation: 'unclear', why: `They share ${asWritten(shared.slice(0, 4), a).join(', ')} only` };
  const missing = shorter.quantities.find((mine) => !longer.quantities.some((theirs) => isLike(mine, theirs)));
  if (missing && share < SURELY_SAME) return { relation: 'unclear', why: `Only one of them gives ${missing.words}` };
  return { relation: 'agrees', why: `Both say ${asWritten(shared.slice(0, 5), a).join(', ')}` };
}

type Side = {
  /** Content words, stemmed. */
  readonly words: ReadonlySet<string>;
  readonly all: ReadonlySet<string>;
  readonly matter: number;
  readonly quantities: readonly Quantity[];
  readonly isDenied: boolean;
  readonly isUnsure: boolean;
};

const WORD = /[\p{L}\p{N}]+(?:['’.,](?=[\p{L}\p{N}])[\p{L}\p{N}]+)*/gu;

function sideOf(statement: string): Side {
  const forms = (statement.replace(/\b(\p{L}+) n['’]t\b/giu, "$1n't").match(WORD) ?? []).map((form) => ({
    plain: folded(form),
    isNegator: NEGATORS.has(folded(form)) || /n['’]t$/i.test(form),
  }));
  const all = new Set(forms.filter(({ isNegator }) => !isNegator).map(({ plain }) => stem(plain)));
  const words = new Set(
    [...all].filter(
      (word) => !UNTRUE.has(word) && !UNSURE.has(word) && !/^\d/.test(word) && rarity(word) >= CONTENT_RARITY,
    ),
  );
  return {
    words,
    all,
    matter: [...words].reduce((sum, word) => sum + weightOf(word), 0),
    quantities: quantitiesIn(statement),
    isDenied: forms.some(({ isNegator }) => isNegator) !== [...all].some((word) => UNTRUE.has(word)),
    isUnsure: [...all].some((word) => UNSURE.has(word)) || /\?\s*$/.test(statement),
  };
}

const RAREST = 6;
const weightOf = (word: string) => Math.min(RAREST, rarity(word));

/** A denial or a doubt in a long statement counts where it stands in the sentence of the shared words, not far before them. */
const DOUBT_REACHES_WORDS = 8;
const LONG_STATEMENT_WORDS = 22;

function doubtsNear(statement: string, words: ReadonlySet<string>): Pick<Side, 'isDenied' | 'isUnsure'> {
  const forms = statement.match(WORD) ?? [];
  if (forms.length <= LONG_STATEMENT_WORDS) {
    const { isDenied, isUnsure } = sideOf(statement);
    return { isDenied, isUnsure };
  }
  const near = forms.filter(
    (_, i) =>
      forms.slice(i + 1, i + 1 + DOUBT_REACHES_WORDS).filter((form) => words.has(stem(folded(form)))).length > 1,
  );
  // In a long statement "said" and "may" mostly belong to something else.
  return { isDenied: sideOf(near.join(' ')).isDenied, isUnsure: false };
}

const MEASURES: ReadonlySet<string> = new Set(['%', '$', '€', '£']);
/** Counts of differently named things are compared where one could be the other: deaths and people, not goals and spectators. */
const SAME_ORDER = 2;

/** Numbers of one kind and unit. */
function isLike(a: Quantity, b: Quantity): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind !== 'count' || a.unit === b.unit) return true;
  if (MEASURES.has(a.unit) || MEASURES.has(b.unit)) return false;
  const [least, most] = [a, b]
    .map(({ from, to }) => (to === Number.POSITIVE_INFINITY ? from : to))
    .toSorted((x, y) => x - y);
  return most! <= SAME_ORDER * least! && least! > 2;
}

const canBothHold = (a: Quantity, b: Quantity) => a.from <= b.to && b.from <= a.to;

/** A number of the shorter statement for which the other has only such as cannot hold beside it. */
function numberConflict(shorter: Side, longer: Side): readonly [string, string] | undefined {
  for (const mine of shorter.quantities) {
    const like = longer.quantities.filter((theirs) => isLike(mine, theirs));
    if (like.length > 0 && !like.some((theirs) => canBothHold(mine, theirs))) return [mine.words, like[0]!.words];
  }
  return undefined;
}

/** A word of one side against a word of opposite sense on the other, neither side having both. */
function oppositeOf(a: Side, b: Side): readonly [string, string] | undefined {
  for (const word of a.all)
    for (const against of OPPOSITES.get(word) ?? [])
      if (b.all.has(against) && !a.all.has(against) && !b.all.has(word)) return [word, against];
  return undefined;
}
