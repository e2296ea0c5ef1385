import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import { TITLE } from './person-words.ts';
import { ATTACHED, FROM_AFAR, OPENS_MORE, sectorTerm, singular } from './sector-words.ts';

/** A word of a phrase; `part` counts the parts that prepositions and commas make: 0 holds the head. */
export type PhraseWord = {
  readonly text: string;
  /** With its possessive ending, as in names: "People's Liberation Army". */
  readonly printed: string;
  readonly lower: string;
  readonly singular: string;
  readonly part: number;
  /** "U.S.-backed": what stands here lends only its help. */
  readonly fromAfar: boolean;
};

/** A known actor in a phrase, from word to word. */
export type KnownSpan = {
  readonly first: number;
  readonly last: number;
  readonly actor: KnownActor;
  readonly by: 'name' | 'metonym' | 'demonym' | 'surname';
};

const WORD = /[\p{L}\p{N}.&]+(?:[-’'][\p{L}\p{N}.]+)*|,/gu;
const LONGEST_NAME = 9;

/** A phrase as words; possessive endings go, hyphened participles stand apart. */
export function phraseWords(phrase: string): readonly PhraseWord[] {
  const words: PhraseWord[] = [];
  let part = 0;
  const push = (text: string, fromAfar = false, printed = text) => {
    const lower = text.toLowerCase();
    words.push({ text, printed, lower, singular: singular(lower), part, fromAfar });
  };
  for (const [raw] of phrase.matchAll(WORD)) {
    if (raw === ',') {
      if (words.length > 0) part++;
      continue;
    }
    const text = raw.replace(/['’]s$/, '').replace(/(?<=\p{Ll})\.$/u, '');
    const former = /^ex-(.+)$/i.exec(text);
    if (former) {
      push('ex');
      push(former[1]!);
      continue;
    }
    const tied = /^(.+)-(\p{Ll}+)$/u.exec(text);
    if (tied && (FROM_AFAR.has(tied[2]!) || ATTACHED.has(tied[2]!))) {
      push(tied[1]!, FROM_AFAR.has(tied[2]!));
      push(tied[2]!);
      continue;
    }
    if (OPENS_MORE.has(text) && words.length > 0) part++;
    push(text, false, raw);
  }
  return words;
}

/** The known actors in a phrase, longest first at each word, left to right, none within another. */
export function knownSpans(words: readonly PhraseWord[], knowledge: Knowledge): readonly KnownSpan[] {
  const spans: KnownSpan[] = [];
  for (let first = 0; first < words.length; ) {
    const span = longestKnown(words, first, knowledge);
    if (span) spans.push(span);
    first = span ? span.last + 1 : first + 1;
  }
  return spans;
}

function longestKnown(words: readonly PhraseWord[], first: number, knowledge: Knowledge): KnownSpan | undefined {
  for (let last = Math.min(words.length, first + LONGEST_NAME) - 1; last >= first; last--) {
    const run = words.slice(first, last + 1);
    const form = [...run.slice(0, -1).map(({ printed }) => printed), run.at(-1)!.text].join(' ');
    if (!/\p{Lu}/u.test(form)) continue;
    const found =
      knownAs(form, run.length, knowledge) ??
      (run.at(-1)!.printed !== run.at(-1)!.text
        ? knownAs(run.map(({ printed }) => printed).join(' '), run.length, knowledge)
        : undefined);
    if (!found) continue;
    if (found.by === 'surname' && (isOffice(words[first]!) || partOfLongerName(words, first, last))) continue;
    if (isThePaper(found.actor, form) && !standsLast(words, last)) continue;
    return { first, last, ...found };
  }
  return undefined;
}

/** The actor under a form as printed, in the plural, in capitals, or in another transliteration. */
function knownAs(
  form: string,
  length: number,
  knowledge: Knowledge,
): { readonly actor: KnownActor; readonly by: KnownSpan['by'] } | undefined {
  const shouted = /^[^\p{Ll}]{4,}$/u.test(form);
  for (const each of [form, form.replace(/s$/, ''), shouted ? inTitleCase(form) : form]) {
    const actor = knowledge.named(each)[0];
    // Of persons and papers there is one: "Hindus" are no two papers.
    if (
      actor &&
      each === form.replace(/s$/, '') &&
      each !== form &&
      (actor.kind === 'person' || actor.kind === 'media')
    )
      continue;
    if (actor) return { actor, by: howNamed(each, actor) };
  }
  const actor = length > 1 ? knowledge.sounding(form)[0] : undefined;
  return actor && { actor, by: 'name' };
}

const inTitleCase = (form: string): string =>
  form.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());

function howNamed(form: string, actor: KnownActor): KnownSpan['by'] {
  const plain = (name: string) => name.replace(/^the /i, '').toLowerCase();
  const same = (name: string) => plain(name) === plain(form);
  if (same(actor.name) || actor.aliases.some(same)) return 'name';
  if (actor.metonyms?.some(same)) return 'metonym';
  if (actor.demonyms?.some(same)) return 'demonym';
  return actor.kind === 'person' && !form.includes(' ') ? 'surname' : 'name';
}

/** "The Hindu" and "The Australian" are papers only where nothing of theirs follows: "Hindu nationalists". */
const isThePaper = ({ kind, name }: KnownActor, form: string): boolean =>
  kind === 'media' && /^The \S+$/.test(name) && !/^the /i.test(form);

const standsLast = (words: readonly PhraseWord[], last: number): boolean =>
  words[last + 1] === undefined || words[last + 1]!.part !== words[last]!.part;

/** "Sultan of Oman", "Baker": the word for an office or trade is no surname by itself. */
const isOffice = ({ lower, singular }: PhraseWord): boolean => TITLE.has(lower) || sectorTerm([singular]) !== undefined;

/** A surname with another name before or behind it is somebody else's. */
function partOfLongerName(words: readonly PhraseWord[], first: number, last: number): boolean {
  const before = words[first - 1];
  const behind = words[last + 1];
  const isName = (word: PhraseWord | undefined) => word !== undefined && /^\p{Lu}/u.test(word.text);
  return (isName(before) && !TITLE.has(before!.lower)) || isName(behind);
}
