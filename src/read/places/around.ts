import { readFileSync } from 'node:fs';
import type { Place } from './gazetteer.ts';
import { shouting, startsName, type Word } from './place-tokens.ts';
import { BODY_NOUNS, COMMON, DAYS, LOCATIVE, NEVER, PLACE_NOUNS, ROLES, STATE_OFFICES, TITLES } from './place-words.ts';

export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (JSON.parse(readFileSync(new URL('./given-names.json', import.meta.url), 'utf8')) as { names: string }).names
    .toLowerCase()
    .split(' '),
);

/** What the neighbouring words say of a name. */
export type Around = {
  /** A title, first name or surname stands beside it. */
  readonly person: boolean;
  /** It begins a body's name: "Boston Globe". */
  readonly body: boolean;
  readonly supported: boolean;
  readonly opensSentence: boolean;
};

export function aroundOf(words: readonly Word[], at: number, to: number, places: readonly Place[]): Around {
  const next = words[to];
  const nextIsCapital = next !== undefined && /^\p{Lu}\p{Ll}/u.test(next.text) && next.start - words[to - 1]!.end === 1;
  const opens = words[at - 1] === undefined || /^[.!?:;\n“"—–-]/.test(words[at - 1]!.text);
  // Nobody is called "the Toronto Somebody": behind an article the name belongs to a body, a team, an affair.
  const articled = nextIsCapital && /^(?:the|an?)$/.test(words[at - 1]?.lower ?? '') && !TITLES.has(next!.lower);
  const follows =
    nextIsCapital &&
    !PLACE_NOUNS.has(next!.lower) &&
    !DAYS.has(next!.lower) &&
    !TITLES.has(next!.lower.replace('.', ''));
  const previous = words[at - 1];
  const led = previous?.isCapital === true && words[at]!.start - previous.end === 1;
  const team = follows && !led && isNobody(words[at]!, places);
  const body = nextIsCapital && (articled || team || namesBody(words, to));
  return {
    person: !articled && !team && besidePersonName(words, at, to, nextIsCapital),
    body,
    supported: isSupported(words, at, to),
    opensSentence: opens,
  };
}

/** A great city whose name nobody bears as a given name: with a capital behind, it names a body, a team, an affair. */
const CITY_THOUSANDS = 200;

const isNobody = (first: Word, places: readonly Place[]): boolean =>
  !COMMON.has(first.lower) &&
  !GIVEN_NAMES.has(first.lower) &&
  places.some((place) => place.kind === 'P' && place.thousands >= CITY_THOUSANDS);

/** How many capitals after a place its body's name may hold: "Brask International Film Festival". */
const LONGEST_BODY = 4;

/** Whether the capitals from `to` on end in, or hold, a noun for bodies. */
function namesBody(words: readonly Word[], to: number): boolean {
  for (let i = to; i < to + LONGEST_BODY && startsName(words[i]); i++) {
    if (BODY_NOUNS.has(words[i]!.lower)) return true;
    if (words[i + 1] && words[i + 1]!.start - words[i]!.end > (words[i]!.possessive ? 3 : 1)) return false;
  }
  return false;
}

/** The capitals with which a report opens: "WASHINGTON, April 5", "KABUL (Reuters)", "By Ilka Morrenz. BERLIN —". */
export function isDateline(words: readonly Word[], at: number, to: number): boolean {
  const previous = words[at - 1];
  const opens = previous === undefined || /^[\n.”"]/.test(previous.text);
  return opens && shouting(words[at]!) && /^[(,—–:-]/.test(words[to]?.text ?? '');
}

/** "Jack London", "Senator Lincoln", "Jordan Smith": another capitalised word that is neither place, office nor day. */
function besidePersonName(words: readonly Word[], at: number, to: number, nextIsCapital: boolean): boolean {
  const previous = words[at - 1];
  const next = words[to];
  const dateline =
    shouting(words[at]!) &&
    (previous === undefined || previous.text.startsWith('\n')) &&
    next !== undefined &&
    !shouting(next);
  if (dateline || isDateline(words, at, to)) return false;
  const adjacent = previous !== undefined && words[at]!.start - previous.end === 1;
  if (
    adjacent &&
    TITLES.has(previous.lower.replace('.', '')) &&
    startsName(previous) &&
    !/^(?:mayor|governor|gov|bishop|archbishop|prince|queen|king|spokesman|ambassador|officials?)/.test(previous.lower)
  )
    return true;
  if (isInitial(words, at - 1) || (adjacent && ROLES.has(previous.lower))) return true;
  // At the head of a sentence any word is a capital: only those that are no small words can be first names.
  const opened =
    adjacent && /^[.!?\n“"]/.test(words[at - 2]?.text ?? '.') && /^\p{Ll}{1,3}$|(?:ed|ing|ly)$/u.test(previous.lower);
  const before =
    adjacent &&
    /^\p{Lu}\p{Ll}/u.test(previous.text) &&
    !opened &&
    !LOCATIVE.has(previous.lower) &&
    !DAYS.has(previous.lower) &&
    !PLACE_NOUNS.has(previous.lower) &&
    !TITLES.has(previous.lower) &&
    !NEVER.has(previous.lower);
  const after =
    nextIsCapital &&
    !PLACE_NOUNS.has(next!.lower) &&
    !namesBody(words, to) &&
    !DAYS.has(next!.lower) &&
    !TITLES.has(next!.lower.replace('.', '')) &&
    !STATE_OFFICES.has(next!.lower);
  return before || after;
}

/** "Ilka D. Morrenz": a capital with a point between two names. */
const isInitial = (words: readonly Word[], at: number): boolean =>
  words[at]?.text === '.' &&
  words[at - 1]?.isCapital === true &&
  words[at - 1]!.text.length === 1 &&
  startsName(words[at - 2]) &&
  words[at - 1]!.start - words[at - 2]!.end === 1;

/** A preposition before, a larger place or a noun such as "province" after, or the capitals of a dateline. */
function isSupported(words: readonly Word[], at: number, to: number): boolean {
  const previous = words[at - 1];
  const next = words[to];
  if (previous && LOCATIVE.has(previous.lower)) return true;
  if (next && PLACE_NOUNS.has(next.lower)) return true;
  const listed =
    previous?.text === ',' ? /^(?:,|and|or|\.)$/.test(next?.text ?? '.') : /^(?:and|or)$/.test(previous?.text ?? '');
  if (listed && startsName(words[at - 2]) && LOCATIVE.has(words[at - 3]?.lower ?? '')) return true;
  if (isDateline(words, at, to)) return true;
  return opensLine(words, at, to);
}

/** "Kabul (Reuters)", "KABUL Soldiers": the place at the head of a line. */
export function opensLine(words: readonly Word[], at: number, to: number): boolean {
  const previous = words[at - 1];
  const next = words[to];
  if (next === undefined || (previous !== undefined && !previous.text.startsWith('\n'))) return false;
  if (/^[(:—–]|^--?$/.test(next.text) || (next.text === ',' && startsName(words[to + 1]))) return true;
  return shouting(words[at]!) && !shouting(next);
}
