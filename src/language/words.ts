import { isSpace } from './tokenise.ts';
import type { WordClasses } from './word-classes.ts';

/**
 * What the models look at of every token, computed once for a text and shared by tagger, parser and names.
 * All arrays run over the tokens of the text.
 */
export type Words = {
  readonly count: number;
  /** Hash of the word in lower case, digits folded to 0 and the curved apostrophe to the straight one. */
  readonly lower: Int32Array;
  /** Hash of the word as written. */
  readonly exact: Int32Array;
  /** Hashes of the first and last letters of the folded word. */
  readonly prefix3: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  /** Hash of the pattern of capitals, small letters, digits and signs, runs cut to two: "McCain" is XxXxx. */
  readonly shape: Int32Array;
  /** See {@link Casing}. */
  readonly casing: Uint8Array;
  /** Classes of the word at three widths, 0 where unknown. */
  readonly fine: Uint16Array;
  readonly middle: Uint8Array;
  readonly coarse: Uint8Array;
  /** 0 the commonest words … 7 unknown: a power-of-four scale of frequency. */
  readonly rarity: Uint8Array;
};

/** How a word is capitalised. */
export const Casing = { lower: 0, initial: 1, upper: 2, mixed: 3, digits: 4, sign: 5 } as const;

const PRIME = 0x01000193;
const BASIS = 0x811c9dc5 | 0;

export function wordsOf(text: string, start: Int32Array, end: Int32Array, count: number, classes: WordClasses): Words {
  const words: Words = {
    count,
    lower: new Int32Array(count),
    exact: new Int32Array(count),
    prefix3: new Int32Array(count),
    suffix2: new Int32Array(count),
    suffix3: new Int32Array(count),
    suffix4: new Int32Array(count),
    shape: new Int32Array(count),
    casing: new Uint8Array(count),
    fine: new Uint16Array(count),
    middle: new Uint8Array(count),
    coarse: new Uint8Array(count),
    rarity: new Uint8Array(count),
  };
  const folded = new Uint16Array(64);
  for (let i = 0; i < count; i++) describe(words, i, text, start[i]!, end[i]!, folded);
  for (let i = 0; i < count; i++) {
    const rank = classes.rank(words.lower[i]!);
    const fine = classes.fine(rank);
    words.fine[i] = fine;
    words.middle[i] = classes.middle(fine);
    words.coarse[i] = classes.coarse(fine);
    words.rarity[i] =
      rank < 0
        ? 7
        : rank < 64
          ? 0
          : rank < 256
            ? 1
            : rank < 1024
              ? 2
              : rank < 4096
                ? 3
                : rank < 16384
                  ? 4
                  : rank < 65536
                    ? 5
                    : 6;
  }
  return words;
}

/** The folded letters are kept in a small buffer; of longer words only the first 64 count (an address is an address). */
function describe(words: Words, i: number, text: string, start: number, end: number, folded: Uint16Array): void {
  let lower = BASIS;
  let exact = BASIS;
  let shape = BASIS;
  let previous = 0;
  let run = 0;
  let capitals = 0;
  let smalls = 0;
  let digits = 0;
  const length = Math.min(end - start, 64);
  for (let k = 0; k < length; k++) {
    const code = text.charCodeAt(start + k);
    let fold = code;
    let kind: number;
    if (code >= 97 && code <= 122) kind = 1;
    else if (code >= 65 && code <= 90) {
      kind = 2;
      fold = code + 32;
    } else if (code >= 48 && code <= 57) {
      kind = 3;
      fold = 48;
    } else if (code === 0x2019 || code === 0x2bc || code === 96) {
      kind = 39;
      fold = 39;
    } else if (code < 128) kind = code;
    else {
      fold = foldOther(code);
      kind = fold !== code ? 2 : isLetter(code) ? 1 : code;
    }
    if (kind === 1) smalls++;
    else if (kind === 2) capitals++;
    else if (kind === 3) digits++;
    folded[k] = fold;
    lower = Math.imul(lower ^ fold, PRIME);
    exact = Math.imul(exact ^ code, PRIME);
    run = kind === previous ? run + 1 : 0;
    if (run < 2) shape = Math.imul(shape ^ kind, PRIME);
    previous = kind;
  }
  words.lower[i] = lower === 0 ? 1 : lower;
  words.exact[i] = exact;
  words.shape[i] = shape;
  words.casing[i] = casingOf(text, start, length, capitals, smalls, digits);
  affixes(words, i, folded, length);
}

function casingOf(
  text: string,
  start: number,
  length: number,
  capitals: number,
  smalls: number,
  digits: number,
): number {
  if (capitals + smalls === 0) return digits > 0 ? Casing.digits : Casing.sign;
  if (capitals === 0) return Casing.lower;
  if (smalls === 0) return capitals > 1 || length === 1 ? Casing.upper : Casing.initial;
  if (capitals === 1 && isCapital(text.charCodeAt(start))) return Casing.initial;
  return Casing.mixed;
}

function affixes(words: Words, i: number, folded: Uint16Array, length: number): void {
  let h = BASIS;
  const front = Math.min(3, length);
  for (let k = 0; k < front; k++) {
    h = Math.imul(h ^ folded[k]!, PRIME);
  }
  words.prefix3[i] = h;
  h = BASIS;
  for (let k = 1; k <= 4; k++) {
    if (k <= length) h = Math.imul(h ^ folded[length - k]!, PRIME);
    if (k === 2) words.suffix2[i] = h;
    else if (k === 3) words.suffix3[i] = h;
    else if (k === 4) words.suffix4[i] = h;
  }
}

const isCapital = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 128 && foldOther(code) !== code);

/** Lower case beyond ASCII, from a table filled on first use: `toLowerCase` on a string is too slow for every letter. */
const lowerTable = new Uint16Array(0x600);
function foldOther(code: number): number {
  if (code >= 0x600) return code;
  let fold = lowerTable[code]!;
  if (fold === 0) {
    const small = String.fromCharCode(code).toLowerCase();
    fold = small.length === 1 ? small.charCodeAt(0) : code;
    lowerTable[code] = fold;
  }
  return fold;
}

const isLetter = (code: number): boolean =>
  !isSpace(code) && (code < 0x2000 ? /\p{L}/u.test(String.fromCharCode(code)) : code >= 0x3040 && code < 0xfb00);
