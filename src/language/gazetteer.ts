import { feature2 } from './hash.ts';
import { HashIndex } from './hash-index.ts';
import type { Sections } from './model-file.ts';
import { Casing, type Words } from './words.ts';

/** What a known phrase names; a phrase may be several things. */
export const KNOWN = {
  country: 1,
  region: 2,
  capital: 4,
  bigCity: 8,
  city: 16,
  demonym: 32,
  organisation: 64,
} as const;
/** Marks the beginning of a longer phrase. */
export const GOES_ON = 128;
const LONGEST_PHRASE = 6;

/** The number of a phrase: its words one after the other, as written except that capitals do not count. */
export const phraseStart = 0x70687261;
export const phraseNext = (phrase: number, lower: number): number => feature2(400, phrase, lower);

/** Places, peoples and well-known organisations of the world by name, as hashes. Finds the longest known phrase at each capitalised word. */
export class Gazetteer {
  private readonly index: HashIndex;

  constructor(sections: Sections) {
    this.index = new HashIndex(sections.phrases as Int32Array, sections.known as Uint8Array);
  }

  /** For each word from `first` to `end`: what the phrase it belongs to may be (bits of {@link KNOWN}), and where in it it stands. */
  mark(words: Words, first: number, end: number, known: Uint8Array, place: Uint8Array): void {
    known.fill(0, first, end);
    place.fill(0, first, end);
    for (let i = first; i < end; ) {
      const casing = words.casing[i]!;
      if (casing !== Casing.initial && casing !== Casing.upper && casing !== Casing.mixed) {
        i++;
        continue;
      }
      let phrase = phraseStart;
      let found = 0;
      let length = 0;
      for (let k = 0; k < LONGEST_PHRASE && i + k < end; k++) {
        phrase = phraseNext(phrase, words.lower[i + k]!);
        const value = this.index.get(phrase);
        if (value < 0) break;
        if ((value & ~GOES_ON) !== 0) {
          found = value & ~GOES_ON;
          length = k + 1;
        }
        if ((value & GOES_ON) === 0) break;
      }
      for (let k = 0; k < length; k++) {
        known[i + k] = found;
        place[i + k] = length === 1 ? 3 : k === 0 ? 0 : k === length - 1 ? 2 : 1;
      }
      i += Math.max(1, length);
    }
  }
}
