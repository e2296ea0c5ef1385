import { Casing, type Words } from './words.ts';

/** Bits of a hint. */
export const HINT = { seenLower: 1, seenCapitalInside: 2, seenAsLast: 4, seenAsFirst: 8 } as const;

/**
 * What the rest of a document says of a word, whatever its sentence: it also stands in small letters; it stands capitalised
 * where no sentence begins; it ends, or begins, a longer capitalised run ("Mr. Karimi" after "Ahmad Karimi").
 * One pass to count, one to write; linear.
 */
export function documentHints(
  words: Words,
  sentenceFirst: Int32Array,
  sentenceCount: number,
  runFirst: Int32Array,
  runEnd: Int32Array,
  hint: Uint8Array,
): void {
  const seen = new Map<number, number>();
  const add = (word: number, bit: number): void => void seen.set(word, (seen.get(word) ?? 0) | bit);
  for (let s = 0; s < sentenceCount; s++) {
    const first = sentenceFirst[s]!;
    for (let i = first; i < sentenceFirst[s + 1]!; i++) {
      const casing = words.casing[i]!;
      if (casing === Casing.lower) {
        if (words.rarity[i]! > 1) add(words.lower[i]!, HINT.seenLower);
        continue;
      }
      if (casing > Casing.mixed) continue;
      if (i > first) add(words.lower[i]!, HINT.seenCapitalInside);
      if (runEnd[i]! - runFirst[i]! > 1) {
        if (i === runEnd[i]! - 1) add(words.lower[i]!, HINT.seenAsLast);
        else if (i === runFirst[i]) add(words.lower[i]!, HINT.seenAsFirst);
      }
    }
  }
  for (let i = 0; i < words.count; i++)
    hint[i] =
      words.casing[i]! === Casing.lower || words.casing[i]! > Casing.mixed ? 0 : (seen.get(words.lower[i]!) ?? 0);
}
