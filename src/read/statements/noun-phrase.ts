import type { Passage } from '../passage.ts';
import { cueVerb } from './cue-lexicon.ts';
import { sentenceEnd, sentenceStart, type Words } from './draft.ts';
import {
  ADVERB,
  AUXILIARY,
  CLAUSE_OPENER,
  DETERMINER,
  NOUN_PREPOSITION,
  PREPOSITION,
  PRONOUN,
  TIME,
} from './word-classes.ts';

const isWord = (word: string) =>
  /^[\p{L}\p{N}]/u.test(word) ||
  word === "'s" ||
  word === '’s' ||
  word === "'" ||
  word === '’' ||
  word === '&' ||
  word === '%' ||
  word === '$';
export const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/** A word that is likely a finite verb or participle where words alone must tell: auxiliaries, reporting verbs in -ed, other words in -ed. */
export function looksVerbal(passage: Passage, i: number): boolean {
  const lower = passage.lower[i]!;
  if (AUXILIARY.has(lower) && lower !== "'s") return true;
  if (isCapital(passage.word[i]!)) return false;
  if (DETERMINER.has(passage.lower[i - 1] ?? '')) return false;
  if (cueVerb(lower) && /(?:ed|id|ought|old|ew|aw)$/.test(lower)) return true;
  return /[a-z]{3}ed$/.test(lower) && !ATTRIBUTIVE.has(lower);
}
const ATTRIBUTIVE = new Set([
  'united',
  'armed',
  'unnamed',
  'experienced',
  'retired',
  'wounded',
  'elected',
  'appointed',
  'alleged',
  'hundred',
  'displaced',
  'detained',
  'so-called',
]);

/**
 * The noun phrase that ends at word `last` and may be the subject of what follows: found by walking left to the
 * nearest boundary of a clause. Appositions between commas belong to it; relative clauses and time phrases do not.
 */
export function nounPhraseEndingAt(passage: Passage, last: number): Words | undefined {
  const floor = sentenceStart(passage, last);
  let end = last;
  if (/^(?:and|but|or)$/.test(passage.lower[end]!)) return undefined;
  end = beforeCircumstance(passage, end, floor);
  while (end > floor && (ADVERB.has(passage.lower[end]!) || passage.word[end] === '"')) end--;
  if (
    passage.word[end] === ',' ||
    passage.word[end] === ')' ||
    passage.word[end] === '—' ||
    passage.word[end] === '–' ||
    passage.word[end] === '--'
  ) {
    const opener = passage.word[end] === ')' ? '(' : passage.word[end]!;
    for (let comma = end - 1; comma > floor; comma--) {
      if (passage.quotation[comma] !== passage.quotation[end]) return undefined;
      if (passage.word[comma] !== opener) continue;
      const inner = passage.lower[comma + 1]!;
      const outer = walkLeft(passage, comma - 1, floor);
      if (!outer) continue;
      // "Anna Berg, 20, of Harn, Fla., said": an age or a place within the apposition is not who speaks.
      if (
        /^\d+$/.test(passage.word[outer[0]]!) ||
        (outer[0] > floor && /^(?:of|in|from|at|near)$/.test(passage.lower[outer[0] - 1]!))
      )
        continue;
      if (opener === '(') return [outer[0], comma - 1];
      if (CLAUSE_OPENER.has(inner) || looksVerbal(passage, comma + 1) || /ing$/.test(inner)) return outer;
      if (PREPOSITION.has(inner) && inner !== 'including') return inner === 'along' ? [outer[0], end - 1] : outer;
      if (passage.lower[comma + 1] === 'along') return [outer[0], end - 1];
      if (looksLikeApposition(passage, comma + 1, end - 1)) return [outer[0], end - 1];
    }
    return undefined;
  }
  return walkLeft(passage, end, floor);
}

/**
 * Steps over what may stand between subject and verb without commas: "have in recent weeks made", "while speaking to
 * the press confirmed".
 */
function beforeCircumstance(passage: Passage, last: number, floor: number): number {
  for (let i = last; i > floor && i > last - 9; i--) {
    const lower = passage.lower[i]!;
    if (passage.word[i] === ',' || passage.word[i] === ';') return last;
    if (/^(?:in|over|for|on|during|at|within|since)$/.test(lower) && TIME.has(passage.lower[last]!)) {
      let before = i - 1;
      while (before > floor && AUXILIARY.has(passage.lower[before]!)) before--;
      return before;
    }
    if (/ing$/.test(lower) && /^(?:while|after|before|when|by)$/.test(passage.lower[i - 1]!)) return i - 2;
  }
  return last;
}

function looksLikeApposition(passage: Passage, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (AUXILIARY.has(passage.lower[i]!) && passage.lower[i] !== "'s") return false;
  return last >= first;
}

function walkLeft(passage: Passage, last: number, floor: number): Words | undefined {
  const quotation = passage.quotation[last]!;
  if (last < floor || !isWord(passage.word[last]!)) return undefined;
  if (PRONOUN.has(passage.lower[last]!) && !DETERMINER.has(passage.lower[last - 1] ?? '')) {
    if (['who', 'he', 'she', 'it', 'they', 'we', 'i', 'you', 'which', 'that'].includes(passage.lower[last]!))
      return [last, last];
  }
  let first = last;
  for (let i = last - 1; i >= floor; i--) {
    const lower = passage.lower[i]!;
    if (passage.quotation[i] !== quotation) break;
    if (!isWord(passage.word[i]!)) {
      if (passage.word[i] === ',' && listGoesOn(passage, i, floor)) continue;
      break;
    }
    if (lower === 'and' || lower === 'or') {
      if (i > floor && isWord(passage.word[i - 1]!) && !hasVerbBefore(passage, i - 1, floor)) continue;
      break;
    }
    if (CLAUSE_OPENER.has(lower) && !(lower === 'that' && false)) break;
    if (looksVerbal(passage, i)) break;
    if (PRONOUN.has(lower) && !DETERMINER.has(lower)) break;
    if (ADVERB.has(lower) && i === first - 1 && !isCapital(passage.word[i]!) && lower !== 'both' && lower !== 'all')
      break;
    if (PREPOSITION.has(lower)) {
      if (
        !NOUN_PREPOSITION.has(lower) ||
        i === floor ||
        !isWord(passage.word[i - 1]!) ||
        CLAUSE_OPENER.has(passage.lower[i - 1]!)
      ) {
        // A sentence that opens with a preposition: "On Monday the minister", "In Kabul officials".
        first = afterOpeningPhrase(passage, i, last);
        break;
      }
      continue;
    }
    first = i;
  }
  while (
    first < last &&
    ADVERB.has(passage.lower[first]!) &&
    passage.lower[first] !== 'both' &&
    passage.lower[first] !== 'all' &&
    !isCapital(passage.word[first]!)
  )
    first++;
  if (
    first < last &&
    [
      'but',
      'and',
      'so',
      'yet',
      'still',
      'then',
      'also',
      'meanwhile',
      'however',
      'later',
      'now',
      'earlier',
      'instead',
    ].includes(passage.lower[first]!)
  )
    first++;
  while (first < last && TIME.has(passage.lower[first]!) && TIME.has(passage.lower[first - 1] ?? '')) first++;
  return first <= last ? [first, last] : undefined;
}

const listGoesOn = (passage: Passage, comma: number, floor: number) => {
  for (let i = comma + 1; i < Math.min(comma + 8, passage.count); i++)
    if (passage.lower[i] === 'and' && isCapital(passage.word[comma + 1]!))
      return isCapital(passage.word[comma - 1] ?? '') && comma - 3 <= floor + 3;
  return false;
};

function hasVerbBefore(passage: Passage, last: number, floor: number): boolean {
  for (let i = last; i >= floor; i--) {
    if (passage.word[i] === ',' || passage.word[i] === ';') return false;
    if (looksVerbal(passage, i) || (cueVerb(passage.lower[i]!) && !isCapital(passage.word[i]!))) return true;
  }
  return false;
}

function afterOpeningPhrase(passage: Passage, preposition: number, last: number): number {
  let i = preposition + 1;
  while (
    i < last &&
    (TIME.has(passage.lower[i]!) || DETERMINER.has(passage.lower[i]!) || /^\d/.test(passage.word[i]!))
  ) {
    if (DETERMINER.has(passage.lower[i]!) && !TIME.has(passage.lower[i + 1] ?? '')) break;
    i++;
  }
  return i;
}

/** The noun phrase that begins at word `first`: to the next boundary, with appositions that end the sentence or stand between commas. */
export function nounPhraseStartingAt(passage: Passage, first: number): Words | undefined {
  const ceiling = sentenceEnd(passage, first);
  const last = walkRight(passage, first, ceiling);
  if (last === undefined) return undefined;
  if (passage.word[last + 1] === ',' && last + 2 <= ceiling) {
    const next = passage.lower[last + 2]!;
    const opensApposition =
      DETERMINER.has(next) || /^\p{Ll}/u.test(passage.word[last + 2]!)
        ? (!CLAUSE_OPENER.has(next) &&
            !PREPOSITION.has(next) &&
            !/ing$/.test(next) &&
            next !== 'and' &&
            !PRONOUN.has(next)) ||
          next === 'a' ||
          next === 'the'
        : /^\d+$/.test(next) || isCapital(passage.word[last + 2]!);
    if (opensApposition && !looksVerbal(passage, last + 2) && !ADVERB.has(next) && !TIME.has(next)) {
      let end = last + 2;
      while (
        end < ceiling &&
        passage.word[end + 1] !== ',' &&
        passage.word[end + 1] !== '.' &&
        passage.word[end + 1] !== ';' &&
        !CLAUSE_OPENER.has(passage.lower[end + 1]!) &&
        !looksVerbal(passage, end + 1) &&
        passage.quotation[end + 1] === passage.quotation[first]
      )
        end++;
      // "Anna Berg, 20, of Harn, Fla.": an age goes on with where and who.
      while (
        /^\d+$/.test(passage.word[last + 2]!) &&
        passage.word[end + 1] === ',' &&
        /^(?:of|from|a|an|the|who|\p{Lu}.*)$/u.test(passage.word[end + 2] ?? '') &&
        end + 2 <= ceiling
      ) {
        let next = end + 2;
        while (
          next < ceiling &&
          !/^[,.;]$/.test(passage.word[next + 1]!) &&
          passage.quotation[next + 1] === passage.quotation[first] &&
          !looksVerbal(passage, next + 1)
        )
          next++;
        end = next;
      }
      if (!AUXILIARY.has(passage.lower[end + 1] ?? '')) return [first, end];
    }
  }
  return [first, last];
}

function walkRight(passage: Passage, first: number, ceiling: number): number | undefined {
  if (first > ceiling || !isWord(passage.word[first]!)) return undefined;
  if (['he', 'she', 'it', 'they', 'we', 'i'].includes(passage.lower[first]!)) return first;
  let last = first;
  for (let i = first; i <= ceiling; i++) {
    const lower = passage.lower[i]!;
    if (passage.quotation[i] !== passage.quotation[first] || !isWord(passage.word[i]!)) break;
    if (i > first) {
      if (CLAUSE_OPENER.has(lower) || looksVerbal(passage, i)) break;
      if (TIME.has(lower) || (lower === 'on' && TIME.has(passage.lower[i + 1] ?? ''))) break;
      if (
        lower === 'in' &&
        ['a', 'an', 'his', 'her', 'their', 'the'].includes(passage.lower[i + 1] ?? '') &&
        !isCapital(passage.word[i + 2] ?? '')
      )
        break;
      if (lower === 'during' || lower === 'after' || lower === 'at' || lower === 'to') break;
      if (/^\p{Ll}.*ing$/u.test(passage.word[i]!) && !DETERMINER.has(passage.lower[i - 1]!)) break;
    }
    if (!PREPOSITION.has(lower) && lower !== 'and') last = i;
  }
  return last;
}
