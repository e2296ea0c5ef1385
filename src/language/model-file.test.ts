import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { BrokenModel, loadLanguage } from './language.ts';
import { modelBytes, readModel } from './model-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'stemma-model-'));
after(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'sample.bin');
const sample = modelBytes({ made: 'for a test' }, { small: Int8Array.of(-1, 2, 3), wide: Int32Array.of(70_000, -5) });

const brokenBy = (found: RegExp) => (error: unknown) =>
  error instanceof BrokenModel &&
  error.path === path &&
  error.message.includes(path) &&
  found.test(error.found) &&
  error.expected.length > 0;

test('a model file comes back as it was written', () => {
  writeFileSync(path, sample.bytes);
  const { facts, sections } = readModel(path, sample.sha256);
  assert.equal(facts.made, 'for a test');
  assert.deepEqual([...sections.small!], [-1, 2, 3]);
  assert.deepEqual([...sections.wide!], [70_000, -5]);
});

test('a file cut short is refused with the hash that was found', () => {
  writeFileSync(path, sample.bytes.subarray(0, sample.bytes.length - 3));
  assert.throws(() => readModel(path, sample.sha256), brokenBy(/^SHA-256 [0-9a-f]{64} \(\d+ bytes\)$/));
});

test('a file of another format is refused', () => {
  const other = brotliCompressSync(
    Buffer.from(
      brotliDecompressSync(sample.bytes)
        .toString('latin1')
        .replace(/"format":\d+/, '"format":99'),
      'latin1',
    ),
  );
  writeFileSync(path, other);
  assert.throws(() => readModel(path, hash('sha256', other)), brokenBy(/format 99/));
});

test('a folder without models is named, not a crash later', () => {
  assert.throws(
    () => loadLanguage(folder),
    (error) => error instanceof BrokenModel && error.path.startsWith(folder),
  );
});
