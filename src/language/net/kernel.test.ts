import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assembledKernel } from '../../../train/language/kernel.ts';
import { Floor, newKernel } from './kernel.ts';
import { keepMatrix, keepMatrix7 } from './matrix.ts';

test('the assembled kernel is what its source says', async () => {
  const kept = readFileSync(join(import.meta.dirname, 'kernel.wasm'));
  assert.ok(Buffer.from(await assembledKernel()).equals(kept), 'run `npm run train -- language kernel`');
});

/** Whole numbers that look random and are the same every time. */
const whole = (count: number, most: number) =>
  Array.from({ length: count }, (_, i) => ((i * 7919 + 13) % (2 * most + 1)) - most);

test('a matrix product is exact, columns beyond the given ones are nothing', () => {
  const kernel = newKernel();
  const floor = new Floor(kernel.memory);
  const [rows, inner, given] = [8, 12, 11];
  const x = whole(rows * inner, 3000);
  const w = whole(inner * given, 127);
  const sections = {
    'm.weights': Int8Array.from(w),
    'm.steps': new Float32Array(given).fill(0.5),
    'm.bias': Float32Array.from({ length: given }, (_, c) => c),
  };
  const matrix = keepMatrix(floor, sections, 'm', inner, 4);
  const at = floor.keep(Int16Array.from(x));
  const out = floor.take(rows * matrix.columns * 4);
  kernel.product(at, inner * 2, matrix.w, matrix.scale, matrix.bias, out, rows, inner, matrix.columns);
  const found = new Float32Array(kernel.memory.buffer, out, rows * matrix.columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < matrix.columns; c++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += c < given ? x[r * inner + k]! * w[k * given + c]! : 0;
      assert.equal(found[r * matrix.columns + c], c < given ? sum * 0.125 + c : 0);
    }
});

test('a product in seven bits is exact for the steps that it knows', () => {
  const kernel = newKernel();
  const floor = new Floor(kernel.memory);
  const [rows, inner, given] = [4, 16, 9];
  // Every step from -1 to 1 that seven bits hold, as a layer gives it.
  const x = whole(rows * inner, 63);
  const w = whole(inner * given, 127);
  const matrix = keepMatrix7(
    floor,
    {
      'm.weights': Int8Array.from(w),
      'm.steps': new Float32Array(given).fill(0.5),
      'm.bias': Float32Array.from({ length: given }, (_, c) => c),
    },
    'm',
    inner,
  );
  const at = floor.keep(Int16Array.from(x, (value) => value * 256));
  const [seven, out] = [floor.take(rows * inner), floor.take(rows * matrix.columns * 4)];
  kernel.seven(at, seven, rows * inner);
  kernel.product7(seven, inner, matrix.w, matrix.scale, matrix.bias, out, rows, inner, matrix.columns);
  const found = new Float32Array(kernel.memory.buffer, out, rows * matrix.columns);
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < given; c++) {
      let sum = 0;
      for (let k = 0; k < inner; k++) sum += x[r * inner + k]! * w[k * given + c]!;
      assert.equal(found[r * matrix.columns + c], (sum * 0.5) / 64 + c);
    }
});

test('no number leaves the seven bits', () => {
  const kernel = newKernel();
  const floor = new Floor(kernel.memory);
  const at = floor.keep(
    Int16Array.from({ length: 16 }, (_, i) => [-32768, -16384, 0, 127, 128, 16383, 16384, 32767][i % 8]!),
  );
  const out = floor.take(16);
  kernel.seven(at, out, 16);
  const found = [...new Uint8Array(kernel.memory.buffer, out, 8)];
  assert.deepEqual(found, [0, 0, 64, 64, 65, 127, 127, 127]);
});

test('scores of all pairs of two rows are exact', () => {
  const kernel = newKernel();
  const floor = new Floor(kernel.memory);
  const [a, b] = [whole(3 * 16, 500), whole(2 * 16, 700)];
  const out = floor.take(3 * 2 * 4);
  const [atA, atB] = [floor.keep(Int16Array.from(a)), floor.keep(Int16Array.from(b))];
  kernel.pairs(atA, 32, atB, 32, out, 3, 2, 16);
  const found = new Int32Array(kernel.memory.buffer, out, 6);
  for (let i = 0; i < 3; i++)
    for (let j = 0; j < 2; j++)
      assert.equal(
        found[i * 2 + j],
        a.slice(i * 16, i * 16 + 16).reduce((sum, value, k) => sum + value * b[j * 16 + k]!, 0),
      );
});

test('a layer walked backwards over a mirrored sentence gives the mirrored answer', () => {
  const kernel = newKernel();
  const floor = new Floor(kernel.memory);
  const [words, hidden] = [5, 8];
  const y = Float32Array.from(whole(words * 3 * hidden, 40), (value) => value / 20);
  const mirrored = Float32Array.from(y, (_, k) => {
    const row = words - 1 - Math.floor(k / (3 * hidden));
    return y[row * 3 * hidden + (k % (3 * hidden))]!;
  });
  const peep = floor.keep(Float32Array.from(whole(2 * hidden, 9), (value) => value / 10));
  const [atY, atMirrored] = [floor.keep(y), floor.keep(mirrored)];
  const [forwards, backwards] = [floor.take(words * hidden * 2), floor.take(words * hidden * 2)];
  const step = 3 * hidden * 4;
  kernel.recur(atY, step, peep, 0, forwards, hidden * 2, words, hidden);
  const last = words - 1;
  kernel.recur(atMirrored + last * step, -step, peep, 0, backwards + last * hidden * 2, -hidden * 2, words, hidden);
  const rows = (at: number) =>
    Array.from({ length: words }, (_, w) => [...new Int16Array(kernel.memory.buffer, at + w * hidden * 2, hidden)]);
  assert.deepEqual(rows(backwards).reverse(), rows(forwards));
  assert.ok(
    rows(forwards)
      .flat()
      .some((value) => Math.abs(value) > 1000),
  );
});

test('a recurrent cell does what its formula says', () => {
  const kernel = newKernel();
  const floor = new Floor(kernel.memory);
  const hidden = 8;
  const squash = (x: number) => x / Math.sqrt(1 + x * x);
  const gate = (x: number) => 0.5 + 0.5 * squash(x);
  const y = Float32Array.from(whole(2 * 3 * hidden, 30), (value) => value / 10);
  const peeps = Float32Array.from(whole(2 * hidden, 7), (value) => value / 5);
  const skip = Int16Array.from(whole(2 * hidden, 16000));
  const out = floor.take(2 * hidden * 2);
  const [atY, atPeep, atSkip] = [floor.keep(y), floor.keep(peeps), floor.keep(skip)];
  kernel.recur(atY, 3 * hidden * 4, atPeep, atSkip, out, hidden * 2, 2, hidden);
  const found = new Int16Array(kernel.memory.buffer, out, 2 * hidden);
  for (let h = 0; h < hidden; h++) {
    let cell = 0;
    for (let w = 0; w < 2; w++) {
      const [a, f, r] = [0, 1, 2].map((k) => y[w * 3 * hidden + k * hidden + h]!);
      const keep = gate(f! + peeps[h]! * cell);
      const show = gate(r! + peeps[hidden + h]! * cell);
      cell = keep * cell + (1 - keep) * a!;
      const wanted = show * squash(cell) + (1 - show) * (skip[w * hidden + h]! / 16384);
      assert.ok(Math.abs(found[w * hidden + h]! - wanted * 16384) <= 1);
    }
  }
});
