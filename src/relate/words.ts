/**
 * Words for comparing texts: lower case, without accents, apostrophes and plural endings.
 * Coarser than `language/`, on purpose: two outlets' spellings of one word must meet.
 */

/** A word of a text with its place, in UTF-16 code units. */
export type PlacedWord = { readonly form: string; readonly start: number; readonly end: number };

/** Letters and digits only: an apostrophe or hyphen parts words, so that copies with other punctuation still match. */
const BARE_WORD = /[\p{L}\p{N}\p{M}]+/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu;

/** Every word in order, folded but not stemmed: what near-copies are compared by. */
export function placedWords(text: string): readonly PlacedWord[] {
  const words: PlacedWord[] = [];
  for (const match of text.matchAll(BARE_WORD))
    words.push({ form: folded(match[0]), start: match.index, end: match.index + match[0].length });
  return words;
}

/** Every word in order, folded and stemmed: what topics are compared by. Numbers stay, single letters go. */
export function topicWords(text: string): readonly string[] {
  const words: string[] = [];
  for (const match of text.matchAll(WORD)) {
    const word = stem(folded(match[0]));
    if (word.length > 1 || /\d/.test(word)) words.push(word);
  }
  return words;
}

const ASCII_WORD = /^[A-Za-z0-9]+$/;

/** Lower case without accents, possessive and inner dots: `Gadhafi’s` → `gadhafi`, `U.S.` → `us`. */
export function folded(word: string): string {
  if (ASCII_WORD.test(word)) return word.toLowerCase();
  return word
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s$/u, '')
    .replace(/(?<=\d)\.(?=\d)/g, '·')
    .replace(/['’.]/gu, '')
    .replace(/·/g, '.');
}

/**
 * Endings that change nothing about the subject: plural, -ing, -ed, -ly.
 * Lighter than Porter's: names must survive (`Wales` and `Wells` stay apart), and a stem need not be a word.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  let base = word;
  if (/(?:ss|us|is)$/.test(base) === false && base.endsWith('s'))
    base = base.endsWith('ies') ? `${base.slice(0, -3)}y` : base.slice(0, -1);
  if (base.length > 6 && base.endsWith('ing')) base = base.slice(0, -3);
  else if (base.length > 5 && base.endsWith('ed')) base = base.slice(0, -2);
  else if (base.length > 6 && base.endsWith('ly')) base = base.slice(0, -2);
  if (base.length > 4 && base.endsWith('e')) base = base.slice(0, -1);
  if (base.length > 4 && base.at(-1) === base.at(-2) && !/[aeiouls]$/.test(base)) base = base.slice(0, -1);
  return base;
}

/** Stemmed words as the text has them first, for people. */
export function asWritten(stems: readonly string[], text: string): readonly string[] {
  const forms = new Map<string, string>();
  for (const [form] of text.matchAll(WORD)) {
    const key = stem(folded(form));
    if (!forms.has(key)) forms.set(key, form);
  }
  return stems.map((word) => forms.get(word) ?? word);
}
