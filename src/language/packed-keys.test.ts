import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HashIndex } from './hash-index.ts';
import { packKeys, unpackKeys } from './packed-keys.ts';

test('sorted keys, negative ones first, come back as they were', () => {
  const keys = Int32Array.of(-2147483648, -5, -4, 1, 127, 128, 70_000, 2147483647);
  assert.deepEqual(unpackKeys(packKeys(keys), keys.length), keys);
});

test('neighbouring keys take one byte each', () => {
  assert.equal(packKeys(Int32Array.from({ length: 100 }, (_, i) => i + 1)).length, 100);
});

test('an index finds every key it was given, and no other', () => {
  const keys = Int32Array.from({ length: 5000 }, (_, i) => Math.imul(i + 1, 0x9e3779b1));
  const index = new HashIndex(keys);
  for (const [place, key] of keys.entries()) assert.equal(index.get(key), place);
  assert.equal(index.get(12345), -1);
});
