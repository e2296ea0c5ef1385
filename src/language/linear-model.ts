import { HashIndex } from './hash-index.ts';

/**
 * A linear classifier over hashed features. Each feature owns a short row of (class, weight) pairs; classes it says nothing
 * about take no room and no time. Weights are whole numbers from -127 to 127, in one scale for the model.
 */
export class LinearModel {
  readonly classCount: number;
  readonly featureCount: number;
  private readonly index: HashIndex;
  private readonly rowStart: Int32Array;
  private readonly classes: Uint8Array;
  private readonly weights: Int8Array;

  constructor(classCount: number, rows: LinearRows) {
    this.classCount = classCount;
    this.featureCount = rows.keys.length;
    this.classes = rows.classes;
    this.weights = rows.weights;
    this.rowStart = new Int32Array(rows.keys.length + 1);
    for (let row = 0; row < rows.keys.length; row++) this.rowStart[row + 1] = this.rowStart[row]! + rows.lengths[row]!;
    this.index = new HashIndex(rows.keys);
  }

  /** Adds the weights of the first `count` features to `scores`, which the caller has set to where it wants to start. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    const { index, rowStart, classes, weights } = this;
    for (let f = 0; f < count; f++) {
      const row = index.get(features[f]!);
      if (row < 0) continue;
      const end = rowStart[row + 1]!;
      for (let at = rowStart[row]!; at < end; at++) scores[classes[at]!]! += weights[at]!;
    }
  }
}

/** The rows as they lie in a model file: for each key the length of its row, then all pairs in the same order. */
export type LinearRows = {
  readonly keys: Int32Array;
  readonly lengths: Uint8Array;
  readonly classes: Uint8Array;
  readonly weights: Int8Array;
};
