import type { Passage } from '../passage.ts';
import type { Words } from '../statements/draft.ts';
import type { Cast, CastMember } from './cast.ts';
import { lately, ranked } from './lately.ts';
import { FEMININE, groupKind, MASCULINE, pronounSort, roleClass, TITLE } from './person-words.ts';
import { collective, pronoun } from './pronouns.ts';
import { isSeveral, toldBefore } from './several.ts';
import { type NameAt, namesWithin, type Speaker, type Spoken, sure, words } from './speakers.ts';
import { OCCASION, opensParticiple, PREPOSED, unnamed } from './unnamed.ts';

export type { Speaker, Spoken } from './speakers.ts';

/** Whose words a source phrase stands for, or undefined where nobody can be named. */
export function speakerOf(
  passage: Passage,
  cast: Cast,
  source: Words,
  spoken: Spoken,
  enclosing: CastMember | undefined,
): Speaker | undefined {
  const speaker = speakerIn(passage, cast, source, spoken, enclosing);
  return speaker && speaker.others.length === 0 && speaker.who.rivals.length > 0
    ? withRivals(speaker, cast, source[0])
    : speaker;
}

/** A surname that several known persons bear: they stay with the statement, each with a share. */
function withRivals(speaker: Speaker, cast: Cast, at: number): Speaker {
  const rivals = speaker.who.rivals.slice(0, 3);
  const share = speaker.p / (rivals.length + 2);
  return {
    ...speaker,
    p: share * 2,
    others: rivals.map((rival) => ({ who: cast.candidate(rival, at), p: share })),
    doubt: `more than one person known is called ${speaker.who.name.split(' ').at(-1)}`,
  };
}

function speakerIn(
  passage: Passage,
  cast: Cast,
  source: Words,
  spoken: Spoken,
  enclosing: CastMember | undefined,
): Speaker | undefined {
  const [first, last] = source;
  if (first === last) {
    const sort = pronounSort(passage.lower[first]!);
    if (sort === 's') return enclosing ? sure(enclosing, 0.9) : undefined;
    if (sort === 'r') return relative(passage, cast, first, spoken, enclosing);
    if (sort) return pronoun(passage, cast, first, sort, spoken);
  }
  if (/^(?:both|two)$/.test(passage.lower[first]!) || /^(?:both|two)$/.test(passage.lower[first + 1] ?? '')) {
    const pair = collective(passage, cast, source);
    if (pair) return pair;
  }
  const parts = conjuncts(passage, cast, source);
  if (parts.length > 1) {
    const found = parts.map((part) => single(passage, cast, part, spoken)).filter((speaker) => speaker !== undefined);
    const named = found.filter((speaker, at) => found.findIndex((other) => other.who === speaker.who) === at);
    if (named.length > 1) return { ...named[0]!, jointly: named.slice(1).map(({ who }) => who) };
  }
  return single(passage, cast, source, spoken);
}

/** "Lavrov, along with his counterpart Asif" and "Tehran and Moscow" are two speakers; an apposition with "and" in it is one. */
function conjuncts(passage: Passage, cast: Cast, [first, last]: Words): readonly Words[] {
  let comma = first;
  while (comma <= last && passage.word[comma] !== ',') comma++;
  for (let i = first; i < last; i++)
    if (/^(?:along|together|alongside)$/.test(passage.lower[i]!) && i > first) {
      const left: Words = [first, passage.word[i - 1] === ',' ? i - 2 : i - 1];
      return [left, [passage.lower[i + 1] === 'with' ? i + 2 : i + 1, last]];
    }
  for (let i = first + 1; i < Math.min(comma, last); i++)
    if (passage.lower[i] === 'and' && cast.byWord.size > 0) {
      const start = passage.lower[first] === 'both' ? first + 1 : first;
      const right: Words = [i + 1, Math.min(comma - 1, last)];
      if (nameIn(passage, cast, [start, i - 1]) && nameIn(passage, cast, right)) return [[start, i - 1], right];
    }
  return [[first, last]];
}

const nameIn = (_passage: Passage, cast: Cast, [first, last]: Words): NameAt | undefined =>
  namesWithin(cast, first, last).at(-1);

function single(passage: Passage, cast: Cast, [first, last]: Words, spoken: Spoken): Speaker | undefined {
  let end = first;
  while (
    end < last &&
    passage.word[end + 1] !== ',' &&
    passage.word[end + 1] !== '(' &&
    !saysMore(passage, end) &&
    !/^(?:including|who|which)$/.test(passage.lower[end + 1]!)
  )
    end++;
  const core: Words = [first, end];
  const names = namesWithin(cast, first, end);
  const closing = names.find((name) => name.last === end);
  const person = closing && closing.who.kind === 'person' && closing.by !== 'demonym' ? closing : undefined;
  const possessed = person && passage.lower.slice(first, person.first).some((word) => /^['’]s?$/.test(word));
  const head = headNoun(passage, core, names);
  if (person && !preposed(passage, cast, core, person.first)) return sure(person.who, possessed ? 0.9 : 0.97);
  const opening = names.find((name) => name.first <= afterTitles(passage, first, name.first));
  if (opening && opening.by !== 'demonym') {
    if (opening.last === end) return sure(opening.who, 0.95);
    // "the Kremlin during meetings with …": what follows tells the occasion, not the speaker.
    if (opening.who.kind !== 'person' && OCCASION.has(passage.lower[opening.last + 1]!)) return sure(opening.who, 0.9);
    if (opening.who.kind === 'person' && !/^['’]s?$/.test(passage.word[opening.last + 1]!))
      return sure(opening.who, 0.93);
    // "the Taliban militants", "the VOA news": a name with a noun for its own kind behind it.
    const tail = passage.lower[end]!;
    if (
      opening.last === end - 1 &&
      (groupKind(tail) === opening.who.kind ||
        (opening.who.kind === 'media' && /^(?:news|agency|newspaper)$/.test(tail)))
    )
      return sure(opening.who, 0.92);
    if (opening.who.kind === 'media' && /^(?:news|agency)$/.test(passage.lower[opening.last + 1] ?? ''))
      return sure(opening.who, 0.92);
    if (isItsOwn(passage, names, opening, end)) return sure(opening.who, 0.9);
  }
  // "the group's leader, Anna Berg,": the name stands in the apposition.
  if (end < last && passage.word[end + 1] === ',' && head && roleClass(head)) {
    const named = namesWithin(cast, end + 2, last).find((name) => name.first === end + 2 && name.who.kind === 'person');
    if (named) return sure(named.who, 0.92);
  }
  const adjectiveOnly =
    closing &&
    closing.by !== 'demonym' &&
    passage.lower
      .slice(first, closing.first)
      .every(
        (word) =>
          /^(?:the|afghan|a|an|both|all|official|state)$/.test(word) || word.endsWith('an') || word.endsWith('ish'),
      );
  if (closing && adjectiveOnly) return sure(closing.who, 0.9);
  return described(passage, cast, core, names, head, spoken);
}

/** "the diplomat using another word for it": behind a person's office a participle tells what was done, not who. */
const saysMore = (passage: Passage, at: number): boolean =>
  roleClass(passage.lower[at]!) !== undefined &&
  /ing$/.test(passage.lower[at + 1]!) &&
  opensParticiple(passage, at + 1);

/** "ISIS militants in the north", "the Taliban of Afghanistan": its own members, or its own country behind "of". */
function isItsOwn(passage: Passage, names: readonly NameAt[], { last, who }: NameAt, end: number): boolean {
  const next = passage.lower[last + 1] ?? '';
  if (groupKind(next) === who.kind) return last + 1 === end || PREPOSED.has(passage.lower[last + 2]!);
  const state = names.find((name) => name.first === last + 2);
  return next === 'of' && who.kind !== 'state' && state?.who.kind === 'state' && state.who.country === who.country;
}

/** Where a name may stand that opens a phrase: behind articles, titles and ranks ("former Gov. Anna Berg of Oll"). */
function afterTitles(passage: Passage, first: number, to: number): number {
  let at = first;
  while (at < to && (/^(?:the|a|an|former|ex)$/.test(passage.lower[at]!) || TITLE.has(passage.lower[at]!))) at++;
  return at;
}

/** "Officials in Washington", "a spokesman for Smith": the name is the object of a preposition and does not speak. */
function preposed(passage: Passage, cast: Cast, [first]: Words, name: number): boolean {
  // "Leader of the Revolution Ayatollah X", "Director of the Intelligence Service X": a title or another name stands between.
  const before = passage.lower[name - 1] ?? '';
  const titled = TITLE.has(before) && !PREPOSED.has(passage.lower[name - 2] ?? '');
  const afterName = namesWithin(cast, first, name - 1).at(-1)?.last === name - 1;
  if (name > first && (titled || afterName)) return false;
  for (let i = first; i < name; i++) if (PREPOSED.has(passage.lower[i]!)) return true;
  return false;
}

function headNoun(passage: Passage, [first, last]: Words, _names: readonly NameAt[]): string | undefined {
  let end = last;
  for (let i = first + 1; i <= last; i++)
    if (/^(?:of|for|in|at|from|to|with|on|against|by|near|inside|behind|familiar|close)$/.test(passage.lower[i]!)) {
      end = i - 1;
      break;
    }
  return passage.lower[end];
}

/** "the spokesperson", "the Russian president", "the group": an actor met before whom the words fit; else an unnamed one. */
function described(
  passage: Passage,
  cast: Cast,
  core: Words,
  names: readonly NameAt[],
  head: string | undefined,
  spoken: Spoken,
): Speaker | undefined {
  const [first] = core;
  const definite = /^(?:the|this|that|his|her|its|their|these|those)$/.test(passage.lower[first]!);
  const country = names.find((name) => name.who.kind === 'state')?.who.country;
  const role = head ? roleClass(head) : undefined;
  if (definite && role && head && !/s$/.test(head)) {
    const fits = lately(cast, first, spoken)
      .filter(
        ({ who: member }) =>
          member.roles.has(role) &&
          !(FEMININE.has(head) && member.gender === 'm') &&
          !(MASCULINE.has(head) && member.gender === 'f'),
      )
      .filter(({ who: member }) => !country || !member.country || member.country === country);
    if (fits.length > 0)
      return ranked(fits, 0.85, fits.length > 1 ? `“${words(passage, core)}” fits more than one person` : undefined);
  }
  const kind = head ? groupKind(head) : undefined;
  if (definite && kind && !role && (names.length === 0 || names.every((name) => name.by === 'demonym'))) {
    const nation = names.length > 0 && country ? country : undefined;
    const fits = lately(cast, first, spoken).filter(
      ({ who }) => who.kind === kind && (!nation || who.country === nation),
    );
    if (fits.length > 0)
      return ranked(
        fits,
        0.7,
        `“${words(passage, core)}” is taken for the nearest ${kind === 'armed-group' ? 'group' : kind}`,
      );
  }
  const several = isSeveral(head);
  const before = several && definite ? toldBefore(passage, cast, core) : undefined;
  if (before)
    return {
      ...sure(cast.add(before, 'other', first), 0.8),
      doubt: `“${words(passage, core)}” are taken for the “${before}” named before`,
    };
  const name = unnamed(passage, core, several);
  if (!name) return undefined;
  const member = cast.add(name, role && !several ? 'person' : 'other', first);
  const short = several ? unnamed(passage, core) : undefined;
  if (short) member.aliases.add(short);
  if (role) member.roles.add(role);
  if (country && !member.country) member.country = country;
  if (head && FEMININE.has(head)) member.gender = 'f';
  if (head && MASCULINE.has(head)) member.gender = 'm';
  return sure(member, 0.85);
}

/** "who said", "which claims": the phrase right before the relative word. */
function relative(
  passage: Passage,
  cast: Cast,
  word: number,
  spoken: Spoken,
  enclosing: CastMember | undefined,
): Speaker | undefined {
  let end = word - 1;
  while (end >= 0 && /^[,(]$/.test(passage.word[end]!)) end--;
  const floor = Math.max(passage.sentenceFirst[passage.sentence[word]!]!, end - 12);
  const name = namesWithin(cast, floor, end).at(-1);
  if (name && end - name.last <= 8) return sure(name.who, name.last === end ? 0.88 : 0.6);
  if (end < floor) return undefined;
  let first = end;
  while (first > floor && !/^(?:,|;|:|“|"|the|a|an|of|for|by|with|from)$/.test(passage.lower[first]!)) first--;
  return single(passage, cast, [first, end], spoken) ?? (enclosing ? sure(enclosing, 0.3) : undefined);
}
