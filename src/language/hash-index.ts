/**
 * A read-only map from 32-bit keys (never 0) to small numbers: open addressing with linear probing, key and value side by side,
 * so that a look-up usually touches one cache line. Half of the places are free.
 */
export class HashIndex {
  private readonly places: Int32Array;
  private readonly mask: number;

  constructor(keys: Int32Array, values?: ArrayLike<number>) {
    let size = 16;
    while (size < keys.length * 2) size *= 2;
    this.mask = size - 1;
    this.places = new Int32Array(size * 2);
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i]!;
      let place = spread(key) & this.mask;
      while (this.places[place * 2] !== 0) place = (place + 1) & this.mask;
      this.places[place * 2] = key;
      this.places[place * 2 + 1] = values ? values[i]! : i;
    }
  }

  /** The value of a key, -1 for a key that is not there. */
  get(key: number): number {
    const { places, mask } = this;
    let place = spread(key) & mask;
    for (;;) {
      const found = places[place * 2]!;
      if (found === key) return places[place * 2 + 1]!;
      if (found === 0) return -1;
      place = (place + 1) & mask;
    }
  }
}

/** Keys that were sorted for the file must not fall side by side. */
const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 5;
