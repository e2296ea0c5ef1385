import { FeatureList } from '../../src/read/statements/learned/cue-features.ts';
import { roleProbabilities, type Steps } from '../../src/read/statements/learned/decode.ts';
import { ROLE_COUNT, roleFeatures, settingOf } from '../../src/read/statements/learned/role-features.ts';
import type { GoldPassage } from './gold.ts';
import { shuffled } from './shuffle.ts';

export const ROLE_BITS = 21;
const MASK = (1 << ROLE_BITS) - 1;
const R = ROLE_COUNT;

/**
 * A linear-chain CRF over the words around each gold cue (roles none, source, cue, content), trained by AdaGrad on the log
 * likelihood, weights averaged over the second half of the rounds.
 */
export function trainRoles(
  passages: readonly GoldPassage[],
  epochs: number,
  rate: number,
): { readonly weights: Float32Array; readonly steps: Steps } {
  const out = new FeatureList();
  let features = new Int32Array(1 << 25);
  let size = 0;
  const wordStart: number[] = [0];
  const roles: number[] = [];
  const instanceStart: number[] = [0];
  for (const { view, statements } of passages)
    for (const { head, roles: gold } of statements) {
      const setting = settingOf(view, head);
      for (let i = setting.first; i <= setting.last; i++) {
        roleFeatures(view, setting, i, out);
        if (size + out.count > features.length) {
          const larger = new Int32Array(features.length * 2);
          larger.set(features);
          features = larger;
        }
        for (let f = 0; f < out.count; f++) features[size + f] = out.values[f]! & MASK;
        size += out.count;
        wordStart.push(size);
        roles.push(gold.get(i) ?? 0);
      }
      instanceStart.push(roles.length);
    }
  dropRare(features, size, wordStart, instanceStart, 1 << ROLE_BITS);
  console.error(`roles: ${instanceStart.length - 1} statements, ${roles.length} words, ${size} features`);
  const weights = new Float32Array((1 << ROLE_BITS) * R);
  const squares = new Float32Array((1 << ROLE_BITS) * R).fill(1e-6);
  const steps = new Float32Array(R * R + R);
  const stepSquares = new Float32Array(R * R + R).fill(1e-2);
  const total = new Float32Array(weights.length);
  const totalSteps = new Float32Array(steps.length);
  let rounds = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    let loss = 0;
    for (const e of shuffled(instanceStart.length - 1, epoch + 7)) {
      const from = instanceStart[e]!;
      const count = instanceStart[e + 1]! - from;
      const scores = new Float32Array(count * R);
      for (let w = 0; w < count; w++)
        for (let f = wordStart[from + w]!; f < wordStart[from + w + 1]!; f++) {
          const k = features[f]! * R;
          scores[w * R]! += weights[k]!;
          scores[w * R + 1]! += weights[k + 1]!;
          scores[w * R + 2]! += weights[k + 2]!;
          scores[w * R + 3]! += weights[k + 3]!;
        }
      const pairs = new Float64Array(R * R);
      const p = roleProbabilities(scores, count, steps, pairs);
      for (let w = 1; w < count; w++) pairs[roles[from + w - 1]! * R + roles[from + w]!]! -= 1;
      for (let k = 0; k < R * R; k++) step(k, pairs[k]!);
      for (let r = 0; r < R; r++) step(R * R + r, p[r]! - (roles[from] === r ? 1 : 0));
      for (let w = 0; w < count; w++) {
        const right = roles[from + w]!;
        loss -= Math.log(Math.max(1e-9, p[w * R + right]!));
        if (p[w * R + right]! > 0.9995) continue;
        for (let r = 0; r < R; r++) {
          const gradient = p[w * R + r]! - (r === right ? 1 : 0);
          if (Math.abs(gradient) < 1e-4) continue;
          for (let f = wordStart[from + w]!; f < wordStart[from + w + 1]!; f++) {
            if (features[f] === 0) continue;
            const k = features[f]! * R + r;
            squares[k]! += gradient * gradient;
            weights[k]! -= (rate * gradient) / Math.sqrt(squares[k]!);
          }
        }
      }
    }
    if (epoch >= epochs / 2) {
      rounds++;
      for (let k = 0; k < weights.length; k++) total[k]! += weights[k]!;
      for (let k = 0; k < steps.length; k++) totalSteps[k]! += steps[k]!;
    }
    console.error(`roles, round ${epoch + 1}: loss ${(loss / roles.length).toFixed(4)} per word`);
  }
  for (let r = 0; r < R; r++) total[r] = 0;
  return { weights: total.map((value) => value / rounds), steps: totalSteps.map((value) => value / rounds) };

  function step(k: number, gradient: number): void {
    stepSquares[k]! += gradient * gradient;
    steps[k]! -= (rate * gradient) / Math.sqrt(stepSquares[k]!);
  }
}

/** Features that only one statement holds teach nothing that others share: they all become feature 0, which is never written. */
function dropRare(
  features: Int32Array,
  size: number,
  wordStart: readonly number[],
  instanceStart: readonly number[],
  places: number,
): void {
  const firstSeen = new Int32Array(places).fill(-1);
  const shared = new Uint8Array(places);
  for (let e = 0; e + 1 < instanceStart.length; e++)
    for (let f = wordStart[instanceStart[e]!]!; f < wordStart[instanceStart[e + 1]!]!; f++) {
      const k = features[f]!;
      if (firstSeen[k] === -1) firstSeen[k] = e;
      else if (firstSeen[k] !== e) shared[k] = 1;
    }
  for (let f = 0; f < size; f++) if (shared[features[f]!] === 0) features[f] = 0;
}
