import { HashIndex } from './hash-index.ts';
import type { Sections } from './model-file.ts';

/**
 * What is known of a word outside any sentence: words that stand in like company share a class, at three widths
 * (1,024, 128 and 32 classes made by k-means over word vectors), and how common the word is. Class 0 is the unknown word.
 */
export class WordClasses {
  private readonly index: HashIndex;
  private readonly fineOf: Uint16Array;
  private readonly middleOfFine: Uint8Array;
  private readonly coarseOfFine: Uint8Array;

  constructor(sections: Sections) {
    this.index = new HashIndex(sections.keys as Int32Array);
    this.fineOf = sections.fine as Uint16Array;
    this.middleOfFine = sections.middle as Uint8Array;
    this.coarseOfFine = sections.coarse as Uint8Array;
  }

  /** How many fine classes there are, the unknown word's among them. */
  get fineCount(): number {
    return this.middleOfFine.length;
  }

  /** The word's place in the order of frequency (0 is the commonest), -1 for an unknown word. The hash is of the lower-case word. */
  rank(hash: number): number {
    return this.index.get(hash);
  }

  fine(rank: number): number {
    return rank < 0 ? 0 : this.fineOf[rank]!;
  }

  middle(fine: number): number {
    return this.middleOfFine[fine]!;
  }

  coarse(fine: number): number {
    return this.coarseOfFine[fine]!;
  }
}
