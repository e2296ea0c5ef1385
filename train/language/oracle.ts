import type { ArcHybrid } from '../../src/language/arc-hybrid.ts';

/** The costs of the three kinds of step: how many arcs of the right tree each makes impossible. */
export type Costs = { shift: number; left: number; right: number };

/**
 * The dynamic oracle of arc-hybrid (Goldberg & Nivre, 2013): for any state, also one reached by mistakes, which steps lose
 * nothing more. `head` is the right tree, -1 for the root; the tree must be projective. Linear in the number of words.
 */
export function stepCosts(state: ArcHybrid, head: Int16Array, into: Costs): void {
  const { next, length, stack, depth } = state;
  const top = state.stackAt(0);
  into.shift = 0;
  into.left = 0;
  into.right = 0;
  let childrenOfTopAhead = 0;
  for (let i = next; i < length; i++) if (head[i] === top) childrenOfTopAhead++;
  if (next < length) {
    const headOfNext = head[next] === -1 ? state.root : head[next]!;
    for (let place = 0; place < depth; place++) {
      const node = stack[place]!;
      if (node !== state.root && head[node] === next) into.shift++;
      if (node === headOfNext && node !== top) into.shift++;
    }
  }
  if (depth < 2) return;
  const headOfTop = head[top] === -1 ? state.root : head[top]!;
  const below = state.stackAt(1);
  into.left = childrenOfTopAhead + (headOfTop === below || (headOfTop > next && headOfTop < length) ? 1 : 0);
  into.right = childrenOfTopAhead + (headOfTop >= next && headOfTop < length ? 1 : 0);
}

/**
 * Makes a tree projective by hanging the shortest offending arc on its head's head, until none crosses
 * (Nivre & Nilsson, 2005, without the encoded labels). Returns the same array when nothing had to be lifted.
 */
export function projective(head: Int16Array): Int16Array {
  let lifted = head;
  for (;;) {
    const arc = shortestCrossing(lifted);
    if (arc < 0) return lifted;
    if (lifted === head) lifted = head.slice();
    lifted[arc] = lifted[lifted[arc]!]!;
  }
}

function shortestCrossing(head: Int16Array): number {
  let best = -1;
  let bestLength = head.length + 1;
  for (let child = 0; child < head.length; child++) {
    const top = head[child]!;
    if (top < 0) continue;
    const from = Math.min(child, top);
    const to = Math.max(child, top);
    if (to - from >= bestLength) continue;
    for (let i = from + 1; i < to; i++)
      if (!descends(head, i, top)) {
        best = child;
        bestLength = to - from;
        break;
      }
  }
  return best;
}

function descends(head: Int16Array, node: number, from: number): boolean {
  for (let at = node, steps = 0; at >= 0 && steps <= head.length; at = head[at]!, steps++) if (at === from) return true;
  return false;
}
