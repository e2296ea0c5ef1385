import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guess, plant } from './forest.ts';
import { shippedWeights } from './weights.ts';

test('a forest asked four rows at a time answers each row as its trees say one by one', () => {
  const forest = shippedWeights().first;
  const { width, base, roots, feature, threshold, left } = forest;
  for (const count of [1, 3, 4, 7]) {
    const rows = Float32Array.from({ length: count * width }, (_, i) => Math.sin(i * 7.3) * (i % 5 ? 3 : 300));
    const answers = guess(forest, rows, width);
    for (let row = 0; row < count; row++) {
      let sum = base;
      for (const root of roots) {
        let node = root;
        while (feature[node]! >= 0)
          node = left[node]! + (rows[row * width + feature[node]!]! <= threshold[node]! ? 0 : 1);
        sum += threshold[node]!;
      }
      const expected = 1 / (1 + Math.exp(-sum));
      // A row that is hopeless after the first trees is left alone; it stays next to nothing.
      assert.ok(Math.abs(answers[row]! - expected) < 1e-9 || (answers[row]! < 0.016 && expected < 0.05), `${row}`);
    }
  }
});

test('a row equal to a threshold goes left, one just above it right, below and above zero', () => {
  const stump = (at: number) =>
    plant({
      width: 1,
      base: 0,
      roots: Int32Array.of(0),
      feature: Int16Array.of(0, -1, -1),
      threshold: Float32Array.of(at, -1, 1),
      left: Int32Array.of(1, 0, 0),
    });
  for (const at of [-250.5, -0.001, 0, 0.75, 4000])
    assert.deepEqual(
      [...guess(stump(at), Float32Array.of(at, at + Math.abs(at) / 1000 + 1e-6, at - 1), 1)].map((p) => p > 0.5),
      [false, true, false],
    );
});
