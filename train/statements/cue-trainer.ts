import { cueFeatures, FeatureList } from '../../src/read/statements/learned/cue-features.ts';
import { mayBeCue } from '../../src/read/statements/learned/view.ts';
import type { GoldPassage } from './gold.ts';
import { shuffled } from './shuffle.ts';

export const CUE_BITS = 20;
const MASK = (1 << CUE_BITS) - 1;

/** Logistic regression over hashed features: is this word the head of a cue? AdaGrad (Duchi et al., 2011), examples in a fixed shuffle. */
export function trainCues(passages: readonly GoldPassage[], epochs: number, rate: number, decay: number): Float32Array {
  const out = new FeatureList();
  let size = 0;
  const starts: number[] = [0];
  const labels: number[] = [];
  let features = new Int32Array(1 << 24);
  for (const { view, statements, hidden } of passages) {
    const heads = new Set(statements.map(({ head }) => head));
    for (let i = 0; i < view.passage.count; i++) {
      const isHead = heads.has(i);
      if (!isHead && (hidden[i] === 1 || !mayBeCue(view, i))) continue;
      cueFeatures(view, i, out);
      if (size + out.count > features.length) {
        const larger = new Int32Array(features.length * 2);
        larger.set(features);
        features = larger;
      }
      for (let f = 0; f < out.count; f++) features[size + f] = out.values[f]! & MASK;
      size += out.count;
      starts.push(size);
      labels.push(isHead ? 1 : 0);
    }
  }
  // Features of one single word teach nothing that others share.
  const seen = new Uint8Array(1 << CUE_BITS);
  for (let f = 0; f < size; f++) if (seen[features[f]!]! < 2) seen[features[f]!]!++;
  for (let f = 0; f < size; f++) if (seen[features[f]!]! < 2) features[f] = 0;
  const weights = new Float32Array(1 << CUE_BITS);
  const squares = new Float32Array(1 << CUE_BITS).fill(1e-6);
  const sum = new Float64Array(1 << CUE_BITS);
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    for (const e of shuffled(labels.length, epoch + 1)) {
      const [from, to] = [starts[e]!, starts[e + 1]!];
      let score = 0;
      for (let f = from; f < to; f++) score += weights[features[f]!]!;
      const p = 1 / (1 + Math.exp(-score));
      const error = p - labels[e]!;
      loss -= Math.log(Math.max(1e-9, labels[e] ? p : 1 - p));
      if (Math.abs(error) < 1e-4) continue;
      for (let f = from; f < to; f++) {
        const k = features[f]!;
        if (k === 0) continue;
        const gradient = error + decay * weights[k]!;
        squares[k]! += gradient * gradient;
        weights[k]! -= (rate * gradient) / Math.sqrt(squares[k]!);
      }
    }
    if (epoch >= epochs / 2) for (let k = 0; k < weights.length; k++) sum[k]! += weights[k]!;
    console.error(`cues, round ${epoch + 1}: ${labels.length} words, loss ${(loss / labels.length).toFixed(4)}`);
  }
  const rounds = epochs - Math.ceil(epochs / 2);
  return Float32Array.from(sum, (value) => value / Math.max(1, rounds));
}
