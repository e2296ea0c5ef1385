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

/** For each word and role the probability that the word has it (forward-backward; linear-chain CRF of Lafferty et al., 2001). */
export function roleProbabilities(
  scores: Float32Array,
  count: number,
  steps: Steps,
  pairs?: Float64Array,
): Float32Array {
  const R = ROLE_COUNT;
  const forward = new Float64Array(count * R);
  const backward = new Float64Array(count * R);
  for (let r = 0; r < R; r++) forward[r] = scores[r]! + steps[R * R + r]!;
  for (let i = 1; i < count; i++)
    for (let to = 0; to < R; to++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let r = 0; r < R; r++) top = Math.max(top, forward[(i - 1) * R + r]! + steps[r * R + to]!);
      let sum = 0;
      for (let r = 0; r < R; r++) sum += Math.exp(forward[(i - 1) * R + r]! + steps[r * R + to]! - top);
      forward[i * R + to] = top + Math.log(sum) + scores[i * R + to]!;
    }
  for (let i = count - 2; i >= 0; i--)
    for (let from = 0; from < R; from++) {
      let top = Number.NEGATIVE_INFINITY;
      for (let r = 0; r < R; r++)
        top = Math.max(top, backward[(i + 1) * R + r]! + steps[from * R + r]! + scores[(i + 1) * R + r]!);
      let sum = 0;
      for (let r = 0; r < R; r++)
        sum += Math.exp(backward[(i + 1) * R + r]! + steps[from * R + r]! + scores[(i + 1) * R + r]! - top);
      backward[i * R + from] = top + Math.log(sum);
    }
  let top = Number.NEGATIVE_INFINITY;
  for (let r = 0; r < R; r++) top = Math.max(top, forward[(count - 1) * R + r]!);
  let sum = 0;
  for (let r = 0; r < R; r++) sum += Math.exp(forward[(count - 1) * R + r]! - top);
  const all = top + Math.log(sum);
  const p = new Float32Array(count * R);
  for (let k = 0; k < count * R; k++) p[k] = Math.exp(forward[k]! + backward[k]! - all);
  if (pairs)
    for (let i = 1; i < count; i++)
      for (let from = 0; from < R; from++)
        for (let to = 0; to < R; to++)
          pairs[from * R + to]! += Math.exp(
            forward[(i - 1) * R + from]! + steps[from * R + to]! + scores[i * R + to]! + backward[i * R + to]! - all,
          );
  return p;
}
