/** The rows as they lie in a model file: for each key the length of its row, then all (class, weight) pairs in the same order. */
export type LinearRows = {
  readonly keys: Int32Array;
  readonly lengths: Uint8Array;
  readonly classes: Uint8Array;
  readonly weights: Int8Array;
};

/** Marks the last pair of a row; the class stands below it, the weight above. */
const LAST = 0x8000;
const CLASS = 0x7fff;
/** Bits of the filter for each feature: one in twelve unknown features passes it. */
const FILTER_BITS_PER_FEATURE = 12;

/**
 * A linear classifier over hashed features. Each feature owns a short row of (class, weight) pairs; classes it says nothing
 * about take no room and no time.
 *
 * A look-up waits for memory and hardly for anything else, so it is made in three sweeps over the features: a bit filter small
 * enough for the near cache drops those that were never learned (most of them), then all remaining places are read, then all
 * rows. The reads of one sweep do not depend on each other, so the processor runs them side by side.
 */
export class LinearModel {
  readonly classCount: number;
  readonly featureCount: number;
  private readonly filter: Int32Array;
  private readonly filterShift: number;
  /** Where the row of a feature begins, by open addressing; 0 is free. */
  private readonly places: Int32Array;
  private readonly mask: number;
  /** For each row its key, then its pairs. */
  private readonly rows: Int32Array;
  private candidates = new Int32Array(128);
  private found = new Int32Array(128);

  constructor(classCount: number, { keys, lengths, classes, weights }: LinearRows) {
    this.classCount = classCount;
    this.featureCount = keys.length;
    let bits = 10;
    while (2 ** bits < keys.length * FILTER_BITS_PER_FEATURE) bits++;
    this.filter = new Int32Array(2 ** (bits - 5));
    this.filterShift = 32 - bits;
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.places = new Int32Array(size);
    this.mask = size - 1;
    this.rows = new Int32Array(1 + keys.length + classes.length);
    let from = 0;
    let at = 1;
    for (let k = 0; k < keys.length; k++) {
      this.enter(keys[k]!, at);
      this.rows[at++] = keys[k]!;
      const behind = from + lengths[k]!;
      while (from < behind) {
        // Pairs that name the same class again are one large weight.
        const cls = classes[from]!;
        let weight = 0;
        while (from < behind && classes[from] === cls) weight += weights[from++]!;
        this.rows[at++] = (weight << 16) | (from === behind ? LAST : 0) | cls;
      }
    }
  }

  private enter(key: number, at: number): void {
    const bit = Math.imul(key, 0x9e3779b1) >>> this.filterShift;
    this.filter[bit >>> 5]! |= 1 << (bit & 31);
    let place = (Math.imul(key, 0x85ebca6b) >>> 7) & this.mask;
    while (this.places[place] !== 0) place = (place + 1) & this.mask;
    this.places[place] = at;
  }

  /** Adds the weights of the first `count` features to `scores`, which the caller has set to where it wants to start. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { filter, filterShift, places, mask, rows, candidates, found } = this;
    let passed = 0;
    for (let f = 0; f < count; f++) {
      const key = features[f]!;
      const bit = Math.imul(key, 0x9e3779b1) >>> filterShift;
      candidates[passed] = key;
      passed += (filter[bit >>> 5]! >>> (bit & 31)) & 1;
    }
    for (let c = 0; c < passed; c++) found[c] = places[(Math.imul(candidates[c]!, 0x85ebca6b) >>> 7) & mask]!;
    for (let c = 0; c < passed; c++) {
      const key = candidates[c]!;
      let at = found[c]!;
      if (rows[at] !== key) at = this.probe(key, at);
      if (at === 0) continue;
      for (;;) {
        const pair = rows[++at]!;
        scores[pair & CLASS]! += pair >> 16;
        if ((pair & LAST) !== 0) break;
      }
    }
  }

  /** Goes on from the first place, whose row was another's. */
  private probe(key: number, first: number): number {
    let at = first;
    for (let place = (Math.imul(key, 0x85ebca6b) >>> 7) & this.mask; at !== 0 && this.rows[at] !== key; ) {
      place = (place + 1) & this.mask;
      at = this.places[place]!;
    }
    return at;
  }
}
