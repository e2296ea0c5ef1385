import { closeSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import type { LinearRows } from '../../src/language/linear-model.ts';

/** A place in the table of features: key, where its row begins, how long it is and how much room it has, how often it was moved. */
const KEY = 0;
const AT = 1;
const LENGTH = 2;
const TOUCHES = 3;

/**
 * The averaged perceptron (Collins, 2002; averaging as in Daumé's thesis, section 2.1.1) over hashed features, sparse in both
 * directions: a feature gets a row when the first mistake touches it, a row holds only the classes it has an opinion on.
 * What one look-up needs lies side by side, because memory is what training waits for.
 */
export class Perceptron {
  readonly classCount: number;
  private places = new Int32Array(4 << 20);
  private size = 0;
  /** Rows of (class, weight). */
  private entries = new Float32Array(2 << 20);
  /** For each entry, the sum from which its average is made. */
  private sums = new Float64Array(1 << 20);
  private used = 0;
  private step = 1;

  constructor(classCount: number) {
    this.classCount = classCount;
  }

  /** One more example has been seen; the averages weigh by it. */
  tick(): void {
    this.step++;
  }

  get featureCount(): number {
    return this.size;
  }

  score(features: Int32Array, count: number, scores: Float64Array): void {
    const { places, entries } = this;
    const mask = (places.length >> 2) - 1;
    for (let f = 0; f < count; f++) {
      const key = features[f]!;
      let place = spread(key) & mask;
      for (;;) {
        const found = places[place * 4]!;
        if (found === key) {
          const start = places[place * 4 + AT]! * 2;
          const end = start + (places[place * 4 + LENGTH]! & 255) * 2;
          for (let at = start; at < end; at += 2) scores[entries[at]!]! += entries[at + 1]!;
          break;
        }
        if (found === 0) break;
        place = (place + 1) & mask;
      }
    }
  }

  /** Moves the weights of all features for one class. */
  update(features: Int32Array, count: number, cls: number, change: number): void {
    for (let f = 0; f < count; f++) {
      const place = this.placeOf(features[f]!);
      const at = this.entry(place, cls);
      this.entries[at * 2 + 1]! += change;
      this.sums[at]! += change * this.step;
      this.places[place * 4 + TOUCHES]!++;
    }
  }

  private placeOf(key: number): number {
    if (this.size * 2 >= this.places.length >> 2) this.widen();
    const { places } = this;
    const mask = (places.length >> 2) - 1;
    let place = spread(key) & mask;
    while (places[place * 4] !== 0 && places[place * 4] !== key) place = (place + 1) & mask;
    if (places[place * 4] === 0) {
      places[place * 4 + KEY] = key;
      this.size++;
    }
    return place;
  }

  private widen(): void {
    const old = this.places;
    this.places = new Int32Array(old.length * 2);
    const mask = (this.places.length >> 2) - 1;
    for (let from = 0; from < old.length; from += 4) {
      if (old[from] === 0) continue;
      let place = spread(old[from]!) & mask;
      while (this.places[place * 4] !== 0) place = (place + 1) & mask;
      this.places.set(old.subarray(from, from + 4), place * 4);
    }
  }

  private entry(place: number, cls: number): number {
    const { places } = this;
    const start = places[place * 4 + AT]!;
    const length = places[place * 4 + LENGTH]! & 255;
    for (let at = start; at < start + length; at++) if (this.entries[at * 2] === cls) return at;
    const room = places[place * 4 + LENGTH]! >> 8;
    if (length === room) this.moveRow(place, length === 0 ? 2 : Math.min(255, length * 2));
    const at = places[place * 4 + AT]! + length;
    this.entries[at * 2] = cls;
    this.entries[at * 2 + 1] = 0;
    this.sums[at] = 0;
    places[place * 4 + LENGTH]!++;
    return at;
  }

  private moveRow(place: number, room: number): void {
    while (this.used + room > this.sums.length) {
      this.entries = grown(this.entries, Float32Array);
      this.sums = grown(this.sums, Float64Array);
    }
    const from = this.places[place * 4 + AT]!;
    const length = this.places[place * 4 + LENGTH]! & 255;
    this.entries.copyWithin(this.used * 2, from * 2, (from + length) * 2);
    this.sums.copyWithin(this.used, from, from + length);
    this.places[place * 4 + AT] = this.used;
    this.places[place * 4 + LENGTH] = (room << 8) | length;
    this.used += room;
  }

  /**
   * Adds another learner's averages to this one's: the sum of two learners that saw the examples in another order errs less than
   * either (parameter mixing, McDonald, Hall & Mann, 2010). Scores become twice as large.
   */
  absorb(other: Perceptron): void {
    for (let place = 0; place < other.places.length; place += 4) {
      if (other.places[place] === 0) continue;
      const mine = this.placeOf(other.places[place]!);
      this.places[mine * 4 + TOUCHES]! += other.places[place + TOUCHES]!;
      const start = other.places[place + AT]!;
      for (let at = start; at < start + (other.places[place + LENGTH]! & 255); at++) {
        const average = other.entries[at * 2 + 1]! - other.sums[at]! / other.step;
        this.entries[this.entry(mine, other.entries[at * 2]!) * 2 + 1]! += average;
      }
    }
  }

  /** Everything that has been learned so far, so that a long training can go on after a break. */
  keep(file: string): void {
    const head = Float64Array.of(this.size, this.used, this.step, this.places.length);
    const parts = [head, this.places, this.entries.subarray(0, this.used * 2), this.sums.subarray(0, this.used)];
    const out = openSync(`${file}.new`, 'w');
    for (const part of parts) writeSync(out, new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
    closeSync(out);
    renameSync(`${file}.new`, file);
  }

  /** Goes on from what was kept. */
  resume(file: string): void {
    const bytes = readFileSync(file);
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const [size, used, step, places] = new Float64Array(buffer, 0, 4) as unknown as [number, number, number, number];
    this.size = size;
    this.used = used;
    this.step = step;
    this.places = new Int32Array(buffer.slice(32, 32 + places * 4));
    const at = 32 + places * 4;
    this.entries = new Float32Array(buffer.slice(at, at + used * 8));
    this.sums = new Float64Array(buffer.slice(at + used * 8, at + used * 16));
  }

  /**
   * The averaged weights in whole numbers. `unit` is the weight that becomes 1: what is smaller than half of it is dropped,
   * and so are features that fewer than `minTouches` updates have moved.
   */
  rows(unit: number, minTouches = 1): LinearRows {
    const { places, entries, sums } = this;
    const order: number[] = [];
    for (let place = 0; place < places.length; place += 4)
      if (places[place] !== 0 && places[place + TOUCHES]! >= minTouches) order.push(place);
    order.sort((a, b) => places[a]! - places[b]!);
    const keys = new Int32Array(order.length);
    const lengths = new Uint8Array(order.length);
    let classes = new Uint8Array(this.used);
    let weights = new Int8Array(this.used);
    let rows = 0;
    let used = 0;
    for (const place of order) {
      const first = used;
      const start = places[place + AT]!;
      for (let at = start; at < start + (places[place + LENGTH]! & 255); at++) {
        const average = entries[at * 2 + 1]! - sums[at]! / this.step;
        for (let left = Math.round(average / unit); left !== 0; ) {
          // A weight too large for a byte is written as several: the row just names the class again.
          const part = Math.max(-127, Math.min(127, left));
          left -= part;
          if (used === classes.length) [classes, weights] = [longer(classes, Uint8Array), longer(weights, Int8Array)];
          classes[used] = entries[at * 2]!;
          weights[used++] = part;
        }
      }
      if (used - first > 255) used = first + 255;
      if (used === first) continue;
      keys[rows] = places[place]!;
      lengths[rows++] = used - first;
    }
    return {
      keys: keys.slice(0, rows),
      lengths: lengths.slice(0, rows),
      classes: classes.slice(0, used),
      weights: weights.slice(0, used),
    };
  }
}

const longer = <T extends Uint8Array | Int8Array>(array: T, kind: new (length: number) => T): T => {
  const wider = new kind(array.length * 2);
  wider.set(array);
  return wider;
};

const spread = (key: number): number => Math.imul(key, 0x9e3779b1) >>> 4;

function grown<T extends Float32Array | Float64Array>(array: T, kind: new (length: number) => T): T {
  const wider = new kind(array.length * 2);
  wider.set(array);
  return wider;
}
