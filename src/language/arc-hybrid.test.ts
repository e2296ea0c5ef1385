import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projective, stepCosts } from '../../train/language/oracle.ts';
import { ArcHybrid, SHIFT } from './arc-hybrid.ts';

const RELATIONS = 3;
const LEFT = 1;
const RIGHT = 1 + RELATIONS;

const begun = (length: number): ArcHybrid => {
  const state = new ArcHybrid(RELATIONS);
  state.begin(length);
  return state;
};

test('"Ministers denied it": shift, left, shift, shift, right, right', () => {
  const state = begun(3);
  for (const step of [SHIFT, LEFT, SHIFT, SHIFT, RIGHT + 1, RIGHT + 2]) state.apply(step);
  assert.ok(state.isDone);
  assert.deepEqual([...state.head.subarray(0, 3)], [1, -1, 1]);
  assert.deepEqual([...state.relation.subarray(0, 3)], [0, 2, 1]);
});

test('the root waits until every word was read, so a sentence has one head', () => {
  const state = begun(2);
  state.apply(SHIFT);
  assert.equal(state.mayRight, false);
  state.apply(LEFT);
  state.apply(SHIFT);
  assert.equal(state.mayRight, true);
});

test('following the steps that cost nothing rebuilds every projective tree of five words', () => {
  let trees = 0;
  for (let code = 0; code < 6 ** 5; code++) {
    const head = Int16Array.from({ length: 5 }, (_, i) => (Math.floor(code / 6 ** i) % 6) - 1);
    if (!isTree(head) || projective(head) !== head) continue;
    trees++;
    assert.deepEqual(rebuilt(head), [...head]);
  }
  assert.ok(trees > 100);
});

test('an arc that crosses another is lifted to the head of its head', () => {
  // 0 ← 2, 1 ← 3: the arcs cross.
  const crossing = Int16Array.of(2, 3, -1, 2);
  const lifted = projective(crossing);
  assert.deepEqual([...lifted], [2, 2, -1, 2]);
});

function isTree(head: Int16Array): boolean {
  if (head.filter((h) => h === -1).length !== 1) return false;
  for (let i = 0; i < head.length; i++) {
    let at = i;
    for (let steps = 0; at >= 0; steps++) {
      if (steps > head.length) return false;
      at = head[at]!;
    }
  }
  return true;
}

function rebuilt(head: Int16Array): number[] {
  const state = begun(head.length);
  const costs = { shift: 0, left: 0, right: 0 };
  while (!state.isDone) {
    stepCosts(state, head, costs);
    if (state.mayLeft && costs.left === 0) state.apply(LEFT);
    else if (state.mayRight && costs.right === 0) state.apply(RIGHT);
    else {
      assert.ok(state.mayShift && costs.shift === 0, 'some step costs nothing');
      state.apply(SHIFT);
    }
  }
  return [...state.head.subarray(0, head.length)];
}
