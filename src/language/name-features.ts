import { feature1, feature2, feature3, feature4 } from './hash.ts';
import { Casing, type Words } from './words.ts';

export const MAX_NAME_FEATURES = 96;
const EDGE = 0x5eed;

/** Words that may stand in small letters inside a name: "Bank of England", "Osama bin Laden". */
const LINKS: ReadonlySet<string> = new Set(
  'of for the and de del della di da dos du la le van von der den al el bin ibn e y to in on &'.split(' '),
);
const hash = (word: string): number => {
  let h = 0x811c9dc5 | 0;
  for (let at = 0; at < word.length; at++) h = Math.imul(h ^ word.charCodeAt(at), 0x01000193);
  return h;
};
const LINK_HASHES: ReadonlySet<number> = new Set([...LINKS].map(hash));
const HYPHEN = hash('-');
const AMPERSAND = hash('&');
const OPEN = hash('(');
const CLOSE = hash(')');

/** What the name finder looks at beside the words; arrays run over the tokens of the text. */
export type NameClues = {
  readonly words: Words;
  /** The tagger's classes. */
  readonly tag: Uint8Array;
  /** From the gazetteer. */
  readonly known: Uint8Array;
  readonly knownPlace: Uint8Array;
  /** What the rest of the document says of the word: see {@link documentHints}. */
  readonly hint: Uint8Array;
  /** First and behind-last word of the capitalised run a word stands in; runs may hold link words. */
  readonly runFirst: Int32Array;
  readonly runEnd: Int32Array;
  /** The same without link words. */
  readonly tightFirst: Int32Array;
  readonly tightEnd: Int32Array;
};

const isCapital = (casing: number): boolean =>
  casing === Casing.initial || casing === Casing.upper || casing === Casing.mixed;

/** Finds the runs of capitalised words of a sentence. A sentence that is all capitals, or a headline, is one run: still a fact. */
export function markRuns(words: Words, first: number, end: number, clues: NameClues): void {
  for (let i = first; i < end; ) {
    if (!isCapital(words.casing[i]!)) {
      clues.runFirst[i] = i;
      clues.runEnd[i] = i;
      clues.tightFirst[i] = i;
      clues.tightEnd[i] = i;
      i++;
      continue;
    }
    let last = i;
    for (let k = i + 1; k < end; k++) {
      if (isCapital(words.casing[k]!)) last = k;
      else if (k - last > 2 || !isLink(words.lower[k]!)) break;
    }
    for (let k = i; k <= last; k++) {
      clues.runFirst[k] = i;
      clues.runEnd[k] = last + 1;
    }
    for (let k = i; k <= last; ) {
      let stop = k;
      while (
        stop <= last &&
        (isCapital(words.casing[stop]!) || words.lower[stop] === HYPHEN || words.lower[stop] === AMPERSAND)
      )
        stop++;
      if (stop === k) stop = k + 1;
      for (let j = k; j < stop; j++) {
        clues.tightFirst[j] = k;
        clues.tightEnd[j] = stop;
      }
      k = stop;
    }
    i = last + 1;
  }
}

const isLink = (lower: number): boolean => LINK_HASHES.has(lower) || lower === HYPHEN || lower === AMPERSAND;

/**
 * The features of one word's label: the word and its neighbours by form, class, tag and shape; the capitalised run it stands
 * in, with what stands before and behind the run; gazetteer; the rest of the document.
 */
export function nameFeatures(clues: NameClues, first: number, end: number, i: number, out: Int32Array): number {
  const { words, tag, known, knownPlace, hint } = clues;
  const { lower, fine, middle, coarse, casing, shape } = words;
  const at = (array: ArrayLike<number>, place: number): number =>
    place >= first && place < end ? array[place]! : EDGE;
  const w = lower[i]!;
  const a = at(lower, i - 1),
    b = at(lower, i + 1);
  const fineA = at(fine, i - 1),
    fineB = at(fine, i + 1);
  const tagA = at(tag, i - 1),
    tagB = at(tag, i + 1),
    t = tag[i]!;
  const shapeA = at(shape, i - 1),
    shapeB = at(shape, i + 1),
    s = shape[i]!;
  const atStart = i === first ? 1 : 0;
  let n = 0;
  out[n++] = feature1(301, 0);
  out[n++] = feature2(302, w, casing[i]!);
  if (clues.runEnd[i] === clues.runFirst[i]) {
    // Outside every capitalised run hardly anything is a name: a few features keep the common case fast.
    out[n++] = feature2(390, a, w);
    out[n++] = feature2(391, w, b);
    out[n++] = feature2(392, s, t);
    out[n++] = feature2(393, fine[i]!, t);
    out[n++] = feature3(394, shapeA, s, shapeB);
    out[n++] = feature2(395, tagA, fine[i]!);
    return n;
  }
  out[n++] = feature2(303, s, atStart);
  out[n++] = feature2(304, fine[i]!, casing[i]!);
  out[n++] = feature2(305, middle[i]!, casing[i]!);
  out[n++] = feature2(306, coarse[i]!, s);
  out[n++] = feature2(307, words.prefix3[i]!, casing[i]!);
  out[n++] = feature2(308, words.suffix2[i]!, casing[i]!);
  out[n++] = feature2(309, words.suffix3[i]!, casing[i]!);
  out[n++] = feature2(310, words.suffix4[i]!, casing[i]!);
  out[n++] = feature2(311, words.rarity[i]!, s);
  out[n++] = feature2(312, t, casing[i]!);
  out[n++] = feature3(313, tagA, t, tagB);
  out[n++] = feature2(314, a, casing[i]!);
  out[n++] = feature2(315, b, casing[i]!);
  out[n++] = feature2(316, at(lower, i - 2), casing[i]!);
  out[n++] = feature2(317, at(lower, i + 2), casing[i]!);
  out[n++] = feature2(318, fineA, s);
  out[n++] = feature2(319, fineB, s);
  out[n++] = feature2(320, at(fine, i - 2), casing[i]!);
  out[n++] = feature2(321, at(fine, i + 2), casing[i]!);
  out[n++] = feature2(322, fineA, fine[i]!);
  out[n++] = feature2(323, fine[i]!, fineB);
  out[n++] = feature2(324, at(middle, i - 1), middle[i]!);
  out[n++] = feature2(325, middle[i]!, at(middle, i + 1));
  out[n++] = feature3(326, at(middle, i - 1), middle[i]!, at(middle, i + 1));
  out[n++] = feature3(327, shapeA, s, shapeB);
  out[n++] = feature2(328, a, w);
  out[n++] = feature2(329, w, b);
  out[n++] = feature3(330, shapeA, s, at(shape, i - 2));
  out[n++] = feature3(331, shapeB, s, at(shape, i + 2));
  out[n++] = feature3(332, at(middle, i - 2), at(middle, i - 1), s);
  out[n++] = feature3(333, at(middle, i + 2), at(middle, i + 1), s);
  out[n++] = feature2(334, tagA, middle[i]!);
  out[n++] = feature2(335, tagB, middle[i]!);
  // The gazetteer and the document.
  out[n++] = feature3(340, known[i]!, knownPlace[i]!, casing[i]!);
  out[n++] = feature3(341, known[i]!, knownPlace[i]!, at(known, i - 1));
  out[n++] = feature3(342, known[i]!, knownPlace[i]!, at(known, i + 1));
  out[n++] = feature3(343, known[i]!, fine[i]!, knownPlace[i]!);
  out[n++] = feature3(344, known[i]!, a, t);
  out[n++] = feature2(345, hint[i]!, casing[i]!);
  out[n++] = feature3(346, hint[i]!, s, atStart);
  // Brackets around.
  out[n++] = feature3(347, a === OPEN ? 1 : 0, b === CLOSE ? 1 : 0, s);
  n = runFeatures(clues, clues.runFirst[i]!, clues.runEnd[i]!, 350, first, end, i, out, n);
  return runFeatures(clues, clues.tightFirst[i]!, clues.tightEnd[i]!, 370, first, end, i, out, n);
}

/** What a run of capitalised words says about each word in it. */
function runFeatures(
  clues: NameClues,
  from: number,
  to: number,
  template: number,
  first: number,
  end: number,
  i: number,
  out: Int32Array,
  count: number,
): number {
  const { lower, fine, middle, shape } = clues.words;
  const at = (array: ArrayLike<number>, place: number): number =>
    place >= first && place < end ? array[place]! : EDGE;
  const length = Math.min(5, to - from);
  const place = i === from ? (length === 1 ? 3 : 0) : i === to - 1 ? 2 : 1;
  const here = place * 8 + length;
  let n = count;
  out[n++] = feature2(template, here, from === first ? 1 : 0);
  out[n++] = feature2(template + 1, at(lower, from - 1), here);
  out[n++] = feature2(template + 2, at(lower, to), here);
  out[n++] = feature2(template + 3, lower[to - 1]!, place);
  out[n++] = feature2(template + 4, fine[to - 1]!, here);
  out[n++] = feature2(template + 5, lower[from]!, place);
  out[n++] = feature2(template + 6, fine[from]!, here);
  out[n++] = feature3(template + 7, at(lower, from - 2), at(lower, from - 1), place);
  out[n++] = feature3(template + 8, at(fine, from - 1), middle[to - 1]!, here);
  out[n++] = feature3(template + 9, at(fine, to), middle[to - 1]!, here);
  out[n++] = feature3(template + 10, fine[from]!, fine[to - 1]!, place);
  out[n++] = feature2(template + 11, at(fine, from - 1), here);
  out[n++] = feature2(template + 12, at(fine, to), here);
  out[n++] = feature3(template + 13, at(tagsOf(clues), from - 1), at(tagsOf(clues), to), here);
  out[n++] = feature3(template + 14, middle[from]!, middle[to - 1]!, here);
  out[n++] = feature3(template + 15, at(lower, to), at(lower, to + 1), place);
  out[n++] = feature4(template + 16, at(middle, from - 1), at(middle, to), middle[to - 1]!, here);
  out[n++] = feature3(template + 17, shape[from]!, shape[to - 1]!, here);
  out[n++] = feature3(template + 18, clues.known[from]!, clues.known[to - 1]!, here);
  return n;
}

const tagsOf = (clues: NameClues): Uint8Array => clues.tag;

export const newClues = (words: Words, tag: Uint8Array): NameClues => ({
  words,
  tag,
  known: new Uint8Array(words.count),
  knownPlace: new Uint8Array(words.count),
  hint: new Uint8Array(words.count),
  runFirst: new Int32Array(words.count),
  runEnd: new Int32Array(words.count),
  tightFirst: new Int32Array(words.count),
  tightEnd: new Int32Array(words.count),
});
