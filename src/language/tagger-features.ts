import { feature1, feature2, feature3 } from './hash.ts';
import type { Words } from './words.ts';

/** Room for the features of one decision. */
export const MAX_TAG_FEATURES = 64;

/** What stands before the first and behind the last word of a sentence. */
const EDGE = 0x5eed;

/**
 * The features of one word's tag, after Ratnaparkhi (1996) with word classes added: the word, its ends and its capitals, the
 * words and classes around it, the two tags before. Returns how many were written to `out`.
 */
export function tagFeatures(
  words: Words,
  first: number,
  end: number,
  i: number,
  tag1: number,
  tag2: number,
  out: Int32Array,
): number {
  const { lower, suffix3, fine, middle, casing } = words;
  const a = i > first ? lower[i - 1]! : EDGE;
  const b = i + 1 < end ? lower[i + 1]! : EDGE;
  const aa = i > first + 1 ? lower[i - 2]! : EDGE;
  const bb = i + 2 < end ? lower[i + 2]! : EDGE;
  const fineA = i > first ? fine[i - 1]! : EDGE;
  const fineB = i + 1 < end ? fine[i + 1]! : EDGE;
  const fineBB = i + 2 < end ? fine[i + 2]! : EDGE;
  const w = lower[i]!;
  const capital = casing[i]! * 2 + (i === first ? 1 : 0);
  const nextCapital = i + 1 < end ? casing[i + 1]! : 9;
  const lastCapital = i > first ? casing[i - 1]! : 9;
  let n = 0;
  out[n++] = feature1(1, 0);
  out[n++] = feature1(2, w);
  out[n++] = feature2(3, w, capital);
  out[n++] = feature2(4, words.suffix1[i]!, capital);
  out[n++] = feature2(5, words.suffix2[i]!, capital);
  out[n++] = feature2(6, suffix3[i]!, capital);
  out[n++] = feature1(7, words.suffix4[i]!);
  out[n++] = feature2(8, words.prefix1[i]!, capital);
  out[n++] = feature1(9, words.prefix3[i]!);
  out[n++] = feature2(10, words.shape[i]!, i === first ? 1 : 0);
  out[n++] = feature2(11, fine[i]!, capital);
  out[n++] = feature2(12, middle[i]!, suffix3[i]!);
  out[n++] = feature2(13, words.rarity[i]!, capital);
  out[n++] = feature1(14, tag1);
  out[n++] = feature2(15, tag1, tag2);
  out[n++] = feature2(16, tag1, w);
  out[n++] = feature2(17, tag1, suffix3[i]!);
  out[n++] = feature2(18, tag1, fine[i]!);
  out[n++] = feature3(19, tag1, tag2, w);
  out[n++] = feature1(20, a);
  out[n++] = feature1(21, aa);
  out[n++] = feature1(22, b);
  out[n++] = feature1(23, bb);
  out[n++] = feature2(24, a, w);
  out[n++] = feature2(25, w, b);
  out[n++] = feature2(26, a, b);
  out[n++] = feature2(27, fineA, fine[i]!);
  out[n++] = feature2(28, fine[i]!, fineB);
  out[n++] = feature2(29, w, fineB);
  out[n++] = feature2(30, tag1, fineB);
  out[n++] = feature2(31, tag1, b);
  out[n++] = feature1(32, fineB);
  out[n++] = feature1(33, fineBB);
  out[n++] = feature1(34, fineA);
  out[n++] = feature1(35, i + 1 < end ? suffix3[i + 1]! : EDGE);
  out[n++] = feature1(36, i > first ? suffix3[i - 1]! : EDGE);
  out[n++] = feature2(37, capital, nextCapital * 16 + lastCapital);
  out[n++] = feature3(38, tag1, suffix3[i]!, i + 1 < end ? suffix3[i + 1]! : EDGE);
  out[n++] = feature3(39, w, fineB, fineBB);
  out[n++] = feature3(40, aa, a, w);
  return n;
}

/** What the second reading adds: the tags that the first reading gave to the words behind. */
export function secondReadingFeatures(
  words: Words,
  i: number,
  tag1: number,
  here: number,
  right1: number,
  right2: number,
  from: number,
  out: Int32Array,
): number {
  let n = from;
  out[n++] = feature1(51, right1);
  out[n++] = feature2(52, right1, right2);
  out[n++] = feature2(53, tag1, right1);
  out[n++] = feature2(54, words.lower[i]!, right1);
  out[n++] = feature3(55, words.lower[i]!, right1, right2);
  out[n++] = feature3(56, tag1, words.lower[i]!, right1);
  out[n++] = feature2(57, words.fine[i]!, right1);
  out[n++] = feature2(58, words.suffix3[i]!, right1);
  out[n++] = feature3(59, words.suffix3[i]!, tag1, right1);
  out[n++] = feature1(60, here);
  out[n++] = feature2(61, here, words.lower[i]!);
  out[n++] = feature3(62, here, tag1, right1);
  return n;
}
