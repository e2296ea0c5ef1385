import type { Passage } from '../passage.ts';
import type { Words } from '../statements/draft.ts';
import { type Cast, type CastMember, firstAtOrAfter } from './cast.ts';
import { DOCUMENT, FEMININE, groupKind, MASCULINE, pronounSort, RANK, roleClass, TITLE } from './person-words.ts';

/** Who speaks: the likeliest actor, how sure that is, who else it may be, and why there is doubt. */
export type Speaker = {
  readonly who: CastMember;
  readonly p: number;
  readonly others: readonly { readonly who: CastMember; readonly p: number }[];
  readonly jointly: readonly CastMember[];
  readonly doubt?: string;
};

/** What has been read so far: earlier speakers with the word at which they spoke, nearest last. */
export type Spoken = readonly {
  readonly at: number;
  readonly who: CastMember;
  readonly paragraph: number;
  readonly jointly: readonly CastMember[];
}[];

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

const sure = (who: CastMember, p: number): Speaker => ({ who, p, others: [], jointly: [] });

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

type NameAt = { readonly first: number; readonly last: number; readonly who: CastMember; readonly by: string };

function namesWithin(cast: Cast, first: number, last: number): readonly NameAt[] {
  const found: NameAt[] = [];
  for (let at = firstAtOrAfter(cast, first); at < cast.names.length; at++) {
    const name = cast.names[at]!;
    if (name.first > last) break;
    if (name.last > last) continue;
    const who = cast.byWord.get(name.first);
    if (who) found.push({ first: name.first, last: name.last, who, by: name.by });
  }
  return found;
}

function single(passage: Passage, cast: Cast, [first, last]: Words, spoken: Spoken): Speaker | undefined {
  let end = first;
  while (
    end < last &&
    passage.word[end + 1] !== ',' &&
    passage.word[end + 1] !== '(' &&
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

/** Words that open the occasion on which somebody spoke, or a clause about it. */
const OCCASION = new Set(
  'during after before amid while when since because despite following as where who which that whose although though if'.split(
    ' ',
  ),
);

const PREPOSED = new Set(['of', 'for', 'in', 'at', 'from', 'to', 'with', 'on', 'against', 'by', 'near']);

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
  const name = unnamed(passage, core);
  if (!name) return undefined;
  const member = cast.add(name, role && !/(?:s|people|men|women)$/.test(head ?? '') ? 'person' : 'other', first);
  if (role) member.roles.add(role);
  if (country && !member.country) member.country = country;
  if (head && FEMININE.has(head)) member.gender = 'f';
  if (head && MASCULINE.has(head)) member.gender = 'm';
  return sure(member, 0.85);
}

const words = (passage: Passage, [first, last]: Words) =>
  passage.text.slice(passage.start[first]!, passage.end[last]!).replace(/\s+/g, ' ');

/** Words of a name for those who have none; longer ones are clauses that were taken for one. */
const MOST_NAME_WORDS = 9;
/** A clause inside a phrase starts here: whoever is named stands before it. */
const CLAUSE = new Set(
  'is are was were be been has have had do does did will would can could may might must should says said he she it they we i you not'.split(
    ' ',
  ),
);
const LEADING =
  /^(?:of|by|from|to|in|on|at|with|for|and|but|or|also|just|only|then|even|least|the|a|an|this|that|these|those)$/;

/** A name for those who have none: the words without article and rank, up to a clause; "unnamed reports" where only a document speaks. */
function unnamed(passage: Passage, [first, last]: Words): string | undefined {
  let from = first;
  while (
    from < last &&
    (/^["“”'‘’(]$/.test(passage.word[from]!) || LEADING.test(passage.lower[from]!) || RANK.has(passage.lower[from]!))
  )
    from++;
  let to = from;
  while (
    to < last &&
    to - from + 1 < MOST_NAME_WORDS &&
    !OCCASION.has(passage.lower[to + 1]!) &&
    !CLAUSE.has(passage.lower[to + 1]!) &&
    !(opensParticiple(passage, to + 1) && to + 1 < last)
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
const opensParticiple = (passage: Passage, at: number): boolean =>
  /^\p{Ll}{3,}(?:ing|ed)$/u.test(passage.word[at]!) ||
  /^(?:held|made|seen|went|written|given|taken|told|sent|built|led)$/.test(passage.word[at]!);

type Near = { readonly who: CastMember; readonly near: number; readonly at: number };
const LOOK_BACK_NAMES = 80;
const LOOK_BACK_SPEAKERS = 12;

/**
 * Actors lately named or heard before a word, nearest first. `near` is 1 just before and falls with distance; having just
 * spoken brings nearer. Looks back over a fixed number of names and speakers, so a long article costs no more per statement.
 */
function lately(cast: Cast, word: number, spoken: Spoken): readonly Near[] {
  const found = new Map<CastMember, { near: number; at: number }>();
  const note = (who: CastMember, near: number, at: number) => {
    const before = found.get(who);
    if (!before) found.set(who, { near, at });
    else if (near > before.near) before.near = near;
  };
  let index = firstAtOrAfter(cast, word) - 1;
  for (let seen = 0; index >= 0 && seen < LOOK_BACK_NAMES; index--, seen++) {
    const name = cast.names[index]!;
    const who = cast.byWord.get(name.first);
    if (who && name.by !== 'demonym') note(who, 1 / (1 + (word - name.first) / 40), name.first);
  }
  for (const entry of spoken.slice(-LOOK_BACK_SPEAKERS))
    if (entry.at < word) note(entry.who, 1.6 / (1 + (word - entry.at) / 60), entry.at);
  return [...found].map(([who, { near, at }]) => ({ who, near, at })).sort((a, b) => b.near - a.near);
}

function ranked(
  fits: readonly { readonly who: CastMember; readonly near: number }[],
  top: number,
  doubt?: string,
): Speaker {
  const sum = fits.reduce((total, { near }) => total + near ** 2, 0);
  const share = (near: number) => (near ** 2 / sum) * top;
  const [best, ...rest] = fits;
  return {
    who: best!.who,
    p: share(best!.near),
    others: rest.slice(0, 3).map(({ who, near }) => ({ who, p: share(near) })),
    jointly: [],
    ...(doubt ? { doubt } : {}),
  };
}

function pronoun(
  passage: Passage,
  cast: Cast,
  word: number,
  sort: 'm' | 'f' | 'p' | 'n',
  spoken: Spoken,
): Speaker | undefined {
  const recent = spoken.findLast((entry) => entry.at < word);
  const personal = sort === 'm' || sort === 'f';
  const fits = lately(cast, word, spoken)
    .filter(({ who: member }) =>
      personal
        ? member.kind === 'person' && member.gender !== (sort === 'm' ? 'f' : 'm')
        : sort === 'n'
          ? member.kind !== 'person'
          : true,
    )
    .filter(({ who: member }) => (sort === 'p' ? member.kind !== 'person' || /s$/.test(member.name) : true))
    .map(({ who, near, at }) => ({ who, near: near * subjectBonus(passage, at) }))
    .sort((a, b) => b.near - a.near);
  if (fits.length === 0) return undefined;
  const last = recent && fits.find(({ who }) => who === recent.who);
  if (
    personal &&
    last &&
    passage.paragraph[word]! - recent.paragraph <= 1 &&
    !namedSince(cast, recent.at, word, recent.who, passage)
  ) {
    if (recent.who.gender === undefined) recent.who.gender = sort;
    return { who: recent.who, p: 0.93, others: [], jointly: [] };
  }
  if (personal && fits[0]!.who.gender === undefined && fits.length === 1) fits[0]!.who.gender = sort;
  return ranked(fits, 0.9, fits.length > 1 ? `“${passage.word[word]}” may be someone else` : undefined);
}

/** A person who opens the sentence before a pronoun is likelier meant than one named at its end. */
function subjectBonus(passage: Passage, at: number): number {
  const start = passage.sentenceFirst[passage.sentence[at]!]!;
  return at - start < 6 ? 1.4 : 1;
}

function namedSince(cast: Cast, from: number, to: number, but: CastMember, passage: Passage): boolean {
  return cast.names.slice(firstAtOrAfter(cast, from + 1), firstAtOrAfter(cast, to)).some((name) => {
    const who = cast.byWord.get(name.first);
    return (
      who?.kind === 'person' &&
      who !== but &&
      passage.quotation[name.first] === -1 &&
      passage.sentenceFirst[passage.sentence[name.first]!]! === name.first
    );
  });
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

/** "Both the countries": the two actors of that kind named last, together. */
function collective(passage: Passage, cast: Cast, [first, last]: Words): Speaker | undefined {
  const head = passage.lower[last]!;
  const kind = /^(?:countries|nations|states|governments|sides|neighbours|neighbors|powers)$/.test(head)
    ? 'state'
    : /^(?:groups|parties|movements)$/.test(head)
      ? 'armed-group'
      : /^(?:men|leaders|women|ministers|presidents|officials)$/.test(head)
        ? 'person'
        : undefined;
  if (!kind) return undefined;
  const pair: CastMember[] = [];
  for (let i = firstAtOrAfter(cast, first) - 1; i >= 0 && pair.length < 2; i--) {
    const name = cast.names[i]!;
    if (name.last >= first || name.by === 'demonym') continue;
    const who = cast.byWord.get(name.first)!;
    if (who.kind === kind && !pair.includes(who)) pair.unshift(who);
  }
  if (pair.length < 2) return undefined;
  // The two that were last named side by side ("Russia and Pakistan have announced") are the pair.
  const together = sideBySide(passage, cast, first, kind) ?? pair;
  const both = cast.add(together.map(({ name }) => name).join(' and '), 'other', first);
  return {
    who: both,
    p: 0.75,
    others: [],
    jointly: together,
    doubt: `“${words(passage, [first, last])}” is taken for ${both.name}`,
  };
}

function sideBySide(passage: Passage, cast: Cast, before: number, kind: string): CastMember[] | undefined {
  for (let i = firstAtOrAfter(cast, before) - 1; i > 0; i--) {
    const [a, b] = [cast.names[i - 1]!, cast.names[i]!];
    if (b.last >= before || b.by === 'demonym' || a.by === 'demonym') continue;
    const between = passage.lower.slice(a.last + 1, b.first).join(' ');
    const [x, y] = [cast.byWord.get(a.first)!, cast.byWord.get(b.first)!];
    if (/^(?:and|and the|with)$/.test(between) && x.kind === kind && y.kind === kind && x !== y) return [x, y];
  }
  return undefined;
}
