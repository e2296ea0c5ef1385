import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestTree } from './best-tree.ts';

/** All ways to give each of `count` words a head (-1 for the root). */
function* allHeads(count: number): Generator<number[]> {
  const heads = new Array<number>(count).fill(-1);
  const total = (count + 1) ** count;
  for (let n = 0; n < total; n++) {
    let rest = n;
    for (let i = 0; i < count; i++) {
      heads[i] = (rest % (count + 1)) - 1;
      rest = Math.floor(rest / (count + 1));
    }
    yield [...heads];
  }
}

const isTree = (heads: readonly number[]): boolean =>
  heads.filter((head) => head < 0).length === 1 &&
  heads.every((_, i) => {
    let at = i;
    for (let steps = 0; steps <= heads.length; steps++) {
      if (at < 0) return true;
      at = heads[at]!;
    }
    return false;
  });

let seed = 7;
const random = () => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed % 2000) - 1000;
};

test('the answer is a tree with one root, whatever the scores', () => {
  for (const count of [1, 2, 3, 7, 20, 60])
    for (let round = 0; round < 20; round++) {
      const arcs = Int32Array.from({ length: count * count }, random);
      const heads = new Int32Array(count);
      bestTree(arcs, Int32Array.from({ length: count }, random), count, heads);
      assert.ok(isTree([...heads]), `${heads}`);
    }
});

test('under its root no tree scores more', () => {
  for (let round = 0; round < 60; round++) {
    const count = 2 + (round % 4);
    const arcs = Int32Array.from({ length: count * count }, random);
    const roots = Int32Array.from({ length: count }, random);
    const heads = new Int32Array(count);
    bestTree(arcs, roots, count, heads);
    const score = (tree: readonly number[]) =>
      tree.reduce((sum, head, i) => sum + (head < 0 ? 0 : arcs[i * count + head]!), 0);
    const root = heads.indexOf(-1);
    let best = Number.NEGATIVE_INFINITY;
    for (const tree of allHeads(count)) if (tree[root] === -1 && isTree(tree)) best = Math.max(best, score(tree));
    assert.equal(score([...heads]), best, `${count} words, round ${round}`);
  }
});
