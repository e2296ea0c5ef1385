import { ENGLISH_WORDS, FOREIGN_WORDS } from './english/telling-words.ts';
import { hashWord } from './hash.ts';
import type { Words } from './words.ts';

const english = new Set(ENGLISH_WORDS.map(hashWord));
const foreign = new Set(FOREIGN_WORDS.map(hashWord));

/** Latin letters end here; what lies behind (Greek, Cyrillic, Arabic, Han…) is not English. */
const BEHIND_LATIN = 0x370;

/**
 * Is this sentence in another language? Yes when most of its letters are not Latin, or when it has at least two small words of
 * other languages and more than twice as many as English ones. Doubt counts as English: names and headlines have no small words.
 */
export function isForeign(
  text: string,
  start: number,
  end: number,
  words: Words,
  first: number,
  behind: number,
): boolean {
  let ours = 0;
  let theirs = 0;
  for (let i = first; i < behind; i++) {
    if (words.rarity[i]! > 4 && words.rarity[i]! < 7) continue;
    if (english.has(words.lower[i]!)) ours++;
    else if (foreign.has(words.lower[i]!)) theirs++;
  }
  if (theirs >= 2 && theirs > 2 * ours) return true;
  if (ours > 0) return false;
  let latin = 0;
  let other = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= BEHIND_LATIN && (code < 0x2000 || code >= 0x2e80)) other++;
    else if (code > 64 && code !== 0xa0) latin++;
  }
  return other > latin && other > 2;
}
