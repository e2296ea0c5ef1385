/** What a word can be to a cue. */
export const ROLES = ['none', 'source', 'cue', 'content'] as const;
export const ROLE_COUNT = ROLES.length;

/** Steps from role to role: `steps[from * 4 + to]`, and the first role of a window under `from = 4`. */
export type Steps = Float32Array;

/** The likeliest roles of a window (Viterbi, 1967), given scores of `count` words times four roles. */
export function likeliestRoles(scores: Float32Array, count: number, steps: Steps): Uint8Array {
  const back = new Uint8Array(count * ROLE_COUNT);
  let best = new Float64Array(ROLE_COUNT);
  for (let r = 0; r < ROLE_COUNT; r++) best[r] = scores[r]! + steps[ROLE_COUNT * ROLE_COUNT + r]!;
  for (let i = 1; i < count; i++) {
    const next = new Float64Array(ROLE_COUNT);
    for (let to = 0; to < ROLE_COUNT; to++) {
      let from = 0;
      let top = Number.NEGATIVE_INFINITY;
      for (let r = 0; r < ROLE_COUNT; r++) {
        const value = best[r]! + steps[r * ROLE_COUNT + to]!;
        if (value > top) {
          top = value;
          from = r;
        }
      }
      back[i * ROLE_COUNT + to] = from;
      next[to] = top + scores[i * ROLE_COUNT + to]!;
    }
    best = next;
  }
  const roles = new Uint8Array(count);
  let last = 0;
  for (let r = 1; r < ROLE_COUNT; r++) if (best[r]! > best[last]!) last = r;
  for (let i = count - 1; i >= 0; i--) {
    roles[i] = last;
    last = back[i * ROLE_COUNT + last]!;
  }
  return roles;
}

/**
 * For each word and role the probability that the word has it (forward-backward; linear-chain CRF of Lafferty et al., 2001), scaled at
 * every word (Rabiner, 1989) instead of in logarithms.
 */
export function roleProbabilities(scores: Float32Array, count: number, steps: Steps): Float32Array {
  const R = ROLE_COUNT;
  const moves = Float64Array.from(steps, Math.exp);
  const told = new Float64Array(count * R);
  const forward = new Float64Array(count * R);
  for (let i = 0; i < count; i++) {
    let top = Number.NEGATIVE_INFINITY;
    for (let r = 0; r < R; r++) top = Math.max(top, scores[i * R + r]!);
    let all = 0;
    for (let to = 0; to < R; to++) {
      told[i * R + to] = Math.exp(scores[i * R + to]! - top);
      let sum = i === 0 ? moves[R * R + to]! : 0;
      if (i > 0) for (let from = 0; from < R; from++) sum += forward[(i - 1) * R + from]! * moves[from * R + to]!;
      forward[i * R + to] = sum * told[i * R + to]!;
      all += forward[i * R + to]!;
    }
    for (let r = 0; r < R; r++) forward[i * R + r]! /= all;
  }
  const p = new Float32Array(count * R);
  let after = new Float64Array(R).fill(1);
  for (let i = count - 1; i >= 0; i--) {
    let all = 0;
    for (let r = 0; r < R; r++) all += forward[i * R + r]! * after[r]!;
    for (let r = 0; r < R; r++) p[i * R + r] = (forward[i * R + r]! * after[r]!) / all;
    const before = new Float64Array(R);
    let size = 0;
    for (let from = 0; from < R; from++) {
      for (let to = 0; to < R; to++) before[from]! += moves[from * R + to]! * told[i * R + to]! * after[to]!;
      size += before[from]!;
    }
    for (let r = 0; r < R; r++) before[r]! /= size;
    after = before;
  }
  return p;
}
