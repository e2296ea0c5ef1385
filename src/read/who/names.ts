import type { MentionType } from '../../domain/actor.ts';
import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import type { Passage } from '../passage.ts';
import { atHome } from './home-organs.ts';
import type { NameMention } from './name-mention.ts';
import { ALSO_A_WORD, NOT_A_NAME } from './not-names.ts';
import { groupKind, NEVER_FIRST_NAME, ORGANIZATION_WORD, roleClass, TITLE } from './person-words.ts';

export type { NameMention } from './name-mention.ts';

const MAX_NAME_WORDS = 8;

/** Every name of a passage, left to right, none within another: first what is known, then runs of capitals. */
export function findNames(passage: Passage, knowledge: Knowledge): readonly NameMention[] {
  const names: NameMention[] = [];
  const elsewhere = capitalsInside(passage);
  for (let i = 0; i < passage.count; ) {
    const name = startsName(passage, i)
      ? (knownName(passage, i, knowledge, elsewhere) ?? unknownName(passage, i, knowledge, elsewhere))
      : undefined;
    if (name) {
      names.push(name);
      i = name.last + 1;
    } else i++;
  }
  return atHome(names, knowledge);
}

const isCapital = (word: string) => /^\p{Lu}/u.test(word);
const startsName = (passage: Passage, i: number) =>
  isCapital(passage.word[i]!) ||
  (passage.lower[i] === 'al' && passage.word[i + 1] === '-') ||
  /^al-\p{Lu}/u.test(passage.word[i]!);

const formOf = (passage: Passage, first: number, last: number) =>
  passage.text.slice(passage.start[first]!, passage.end[last]!);

const NONE: readonly KnownActor[] = [];

/** Who is known under some words; nothing is looked up that is longer than any form with that beginning. */
function knownUnder(passage: Passage, first: number, last: number, knowledge: Knowledge): readonly KnownActor[] {
  const longest = knowledge.longest?.(passage.lower[first]!) ?? MAX_NAME_WORDS;
  return last - first + 1 > longest ? NONE : knowledge.named(formOf(passage, first, last));
}

function knownName(
  passage: Passage,
  i: number,
  knowledge: Knowledge,
  elsewhere: ReadonlySet<string>,
): NameMention | undefined {
  const longest = Math.min(MAX_NAME_WORDS, knowledge.longest?.(passage.lower[i]!) ?? MAX_NAME_WORDS);
  const ceiling = Math.min(i + longest, passage.count) - 1;
  for (let last = ceiling; last >= i; last--) {
    if (passage.sentence[last] !== passage.sentence[i]) continue;
    if (last > i && last < passage.count - 1 && passage.word[last] === '-') continue;
    const form = formOf(passage, i, last);
    let known = knowledge.named(form);
    if (known.length === 0 && /^[^\p{Ll}]{4,}$/u.test(form)) known = knowledge.named(titleCase(form));
    if (known.length === 0) continue;
    // "New Delhi's", "Al-Baghdadi" at a hyphen: a form must not end inside a word.
    if (
      passage.word[last + 1] === '-' &&
      passage.start[last + 1] === passage.end[last]! &&
      !/^(?:led|backed|based|linked|held|run|controlled|affiliated|allied|owned|aligned|inspired|occupied)$/.test(
        passage.lower[last + 2] ?? '',
      )
    )
      continue;
    // "Time is short": a name that is also a plain word counts at the start of a sentence only where the article prints it so elsewhere.
    if (last === i && ALSO_A_WORD.has(passage.lower[i]!) && opensSentence(passage, i) && !elsewhere.has(form)) continue;
    if (isPaperByChance(passage, i, last, known[0]!)) continue;
    const by = howNamed(form, known[0]!);
    if (
      by === 'surname' &&
      (TITLE.has(passage.lower[i]!) ||
        continuesName(passage, i, last) ||
        standsAlone(passage, i, last) ||
        isTheMonth(passage, i))
    )
      return undefined;
    return {
      first: i,
      last,
      form,
      type: typeOf(known[0]!, by),
      known: by === 'surname' ? known.filter((actor) => actor.kind === 'person') : known,
      by,
      ...(by === 'metonym' && LOCATIVE.has(passage.lower[i - 1] ?? '') && { isPlace: true as const }),
    };
  }
  return undefined;
}

/** Prepositions behind which a capital is the city. "From", "to", "with" and "by" go with governments as well. */
const LOCATIVE: ReadonlySet<string> = new Set(
  'in at near outside inside around across throughout into downtown central northern southern eastern western'.split(
    ' ',
  ),
);

/** "The Hindu", "The National": papers of one plain word are meant only behind their article and with no noun of their own behind them. */
function isPaperByChance(passage: Passage, first: number, last: number, actor: KnownActor): boolean {
  if (first !== last || actor.kind !== 'media' || !/^The \S+(?: \(|$)/.test(actor.name)) return false;
  const next = passage.word[last + 1] ?? '';
  return (
    passage.lower[first - 1] !== 'the' || (isCapital(next) && passage.sentence[last + 1] === passage.sentence[last])
  );
}

const opensSentence = (passage: Passage, i: number) => i === 0 || passage.sentence[i] !== passage.sentence[i - 1];

const titleCase = (form: string) => form.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

/** The last word of all names nobody by surname: a title of one word, a tag. */
const standsAlone = (passage: Passage, first: number, last: number) => first === last && last === passage.count - 1;

/** "In May 2016", "since May": a month that is a surname too. */
const isTheMonth = (passage: Passage, i: number) =>
  NOT_A_NAME.has(passage.lower[i]!) &&
  (/^\d/.test(passage.word[i + 1] ?? '') ||
    BEFORE_MONTH.has(passage.lower[i - 1] ?? '') ||
    passage.word[i + 1] === ',');
const BEFORE_MONTH: ReadonlySet<string> = new Set(
  'in of since until till early late mid last next this from by through during for on'.split(' '),
);

/** A known surname inside a longer unknown name ("Anna Putin") names somebody else. */
const continuesName = (passage: Passage, first: number, last: number) =>
  first === last &&
  isCapital(passage.word[last + 1] ?? '') &&
  !TITLE.has(passage.lower[last + 1]!) &&
  passage.sentence[last + 1] === passage.sentence[last];

function howNamed(form: string, actor: KnownActor): NameMention['by'] {
  const same = (other: string) =>
    other.replace(/^the /i, '').toLowerCase() === form.replace(/^the /i, '').toLowerCase();
  if (same(actor.name) || actor.aliases.some(same)) return 'name';
  if (actor.metonyms?.some(same)) return 'metonym';
  if (actor.demonyms?.some(same)) return 'demonym';
  return actor.kind === 'person' && !form.includes(' ') ? 'surname' : 'name';
}

function typeOf(actor: KnownActor, by: NameMention['by']): MentionType {
  if (by === 'demonym') return 'NORP';
  if (actor.kind === 'person') return 'PER';
  return actor.kind === 'state' ? 'LOC' : 'ORG';
}

/** Words that stand with a capital inside a sentence somewhere in the passage: names even where they open one. */
function capitalsInside(passage: Passage): ReadonlySet<string> {
  const inside = new Set<string>();
  for (let i = 1; i < passage.count; i++) {
    if (!isCapital(passage.word[i]!) || passage.sentence[i] !== passage.sentence[i - 1]) continue;
    if (/^[\p{L}\p{N}]/u.test(passage.word[i - 1]!)) inside.add(passage.word[i]!);
  }
  return inside;
}

function unknownName(
  passage: Passage,
  i: number,
  knowledge: Knowledge,
  elsewhere: ReadonlySet<string>,
): NameMention | undefined {
  const opens =
    i === 0 || passage.sentence[i] !== passage.sentence[i - 1] || passage.quotation[i] !== passage.quotation[i - 1];
  if (NOT_A_NAME.has(passage.lower[i]!)) return undefined;
  let last = i;
  while (last + 1 < passage.count && passage.sentence[last + 1] === passage.sentence[i]) {
    const word = passage.word[last + 1]!;
    const next = passage.word[last + 2] ?? '';
    const glued = passage.start[last + 1] === passage.end[last];
    if (isCapital(word) && !NOT_A_NAME.has(word.toLowerCase())) {
      // "Senior Russian officials": a people's name is no part of the name before it.
      if (knownUnder(passage, last + 1, last + 1, knowledge)[0]?.kind === 'state') break;
      // "… Revolution Ayatollah X", "Treasury Secretary X": a title in the middle begins another name.
      if (TITLE.has(word.toLowerCase()) && !TITLE.has(passage.lower[last]!) && isCapital(next)) break;
      if (knownUnder(passage, last + 1, Math.min(last + 3, passage.count - 1), knowledge)[0]?.kind === 'person') break;
      if (knownUnder(passage, last + 1, Math.min(last + 2, passage.count - 1), knowledge)[0]?.kind === 'person') break;
      last++;
    } else if (
      word === '-' &&
      glued &&
      (isCapital(next) || /^\p{Ll}/u.test(next)) &&
      passage.start[last + 2] === passage.end[last + 1] &&
      isCapital(next)
    )
      last += 2;
    else if (
      /^(?:of|for|de|del|la|al|bin|ibn|van|von|der|den|el|da|dos|di|y)$/.test(word) &&
      isCapital(next) &&
      (!/^(?:of|for)$/.test(word) || ORGANIZATION_WORD.has(passage.lower[last]!))
    )
      last += 2;
    else if (
      word === 'of' &&
      next === 'the' &&
      isCapital(passage.word[last + 3] ?? '') &&
      ORGANIZATION_WORD.has(passage.lower[last]!)
    )
      last += 3;
    else break;
  }
  let first = i;
  while (first < last && TITLE.has(passage.lower[first]!)) first++;
  if (TITLE.has(passage.lower[first]!) || roleClass(passage.lower[first]!)) return undefined;
  const single = first === last;
  // "DRUG TRAFFICKING CONCERNS": a heading in capitals, not a name.
  if (!single && passage.word.slice(first, last + 1).every((word) => /^[^\p{Ll}]{3,}$/u.test(word))) return undefined;
  if (single && opens && !elsewhere.has(passage.word[first]!)) return undefined;
  const titled = first > i || TITLE.has(passage.lower[i - 1] ?? '');
  const organization =
    ORGANIZATION_WORD.has(passage.lower[last]!) ||
    ORGANIZATION_WORD.has(passage.lower[first]!) ||
    groupKind(passage.lower[last]!) !== undefined ||
    passage.lower.slice(first, last + 1).includes('of') ||
    /^\p{Lu}{2,}$/u.test(passage.word[last]!);
  const person =
    titled ||
    (!organization &&
      last - first >= 1 &&
      last - first <= 4 &&
      passage.lower[first - 1] !== 'the' &&
      !NEVER_FIRST_NAME.has(passage.lower[first]!));
  const form = formOf(passage, first, last);
  // "President Berg": a title and the surname of somebody known.
  const bearers = single && titled ? knowledge.named(form).filter(({ kind }) => kind === 'person') : [];
  if (bearers.length > 0) return { first, last, form, type: 'PER', known: bearers, by: 'surname' };
  const spelled = single ? [] : knowledge.sounding(form);
  if (spelled.length > 0) return { first, last, form, type: typeOf(spelled[0]!, 'name'), known: spelled, by: 'name' };
  return { first, last, form, type: person ? 'PER' : organization ? 'ORG' : 'MISC', known: [], by: 'none' };
}
