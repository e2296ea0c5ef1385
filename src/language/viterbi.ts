/**
 * The best path through a table of scores (Viterbi, 1967): `emission[i * labels + l]` for label l at place i,
 * `transition[a * labels + b]` for b after a, where `follows` allows it. Writes the labels; returns the best score.
 * Time: places × allowed pairs.
 */
export function bestPath(
  length: number,
  labels: number,
  emission: ArrayLike<number>,
  transition: ArrayLike<number>,
  follows: Uint8Array,
  mayEnd: (label: number) => boolean,
  back: Uint8Array,
  path: Uint8Array,
): number {
  let before = new Float64Array(labels).fill(IMPOSSIBLE);
  let here = new Float64Array(labels);
  for (let l = 0; l < labels; l++) if (follows[l]) before[l] = emission[l]! + transition[l]!;
  for (let i = 1; i < length; i++) {
    for (let l = 0; l < labels; l++) {
      let best = IMPOSSIBLE;
      let from = 0;
      for (let p = 0; p < labels; p++) {
        if (!follows[p * labels + l]) continue;
        const score = before[p]! + transition[p * labels + l]!;
        if (score > best) {
          best = score;
          from = p;
        }
      }
      here[l] = best === IMPOSSIBLE ? IMPOSSIBLE : best + emission[i * labels + l]!;
      back[i * labels + l] = from;
    }
    [before, here] = [here, before];
  }
  let last = 0;
  let best = IMPOSSIBLE;
  for (let l = 0; l < labels; l++)
    if (mayEnd(l) && before[l]! > best) {
      best = before[l]!;
      last = l;
    }
  for (let i = length - 1; i >= 0; i--) {
    path[i] = last;
    last = back[i * labels + last]!;
  }
  return best;
}

const IMPOSSIBLE = -1_000_000_000;
