import { wordKey } from './lexicon.ts';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Keys of all runs of `n` words; of the whole text where it has fewer. */
export function wordShingles(text: string, n = 4): ReadonlySet<number> {
  const words = text.match(WORD);
  const found = new Set<number>();
  if (!words) return found;
  const keys = words.map((word) => wordKey(word.toLowerCase()));
  for (let i = 0; i < Math.max(1, keys.length - n + 1); i++) {
    let key = 17;
    for (let j = i; j < Math.min(i + n, keys.length); j++) key = (Math.imul(key, 31) + keys[j]!) | 0;
    found.add(key);
  }
  return found;
}

/** Share of a text's shingles that stand in a set; 0 for an empty set or text. */
export function shareIn(text: string, set: ReadonlySet<number>, n = 4): number {
  if (set.size === 0) return 0;
  const own = wordShingles(text, n);
  let shared = 0;
  for (const key of own) if (set.has(key)) shared++;
  return own.size ? shared / own.size : 0;
}
