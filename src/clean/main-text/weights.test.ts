import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { BrokenModel } from '../../language/language.ts';
import { openModel } from '../../language/load.ts';
import { modelBytes, type Sections } from '../../language/model-file.ts';
import { FEATURES, ROW_STRIDE } from './features.ts';
import { CLEAN_MODELS, loadWeights } from './weights.ts';

/** A whole, rightly hashed file with the shipped weights, one section of which is another. */
function folderWith(t: TestContext, changed: (shipped: Sections) => Sections): string {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-weights-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const { facts, sections } = openModel('main-text', CLEAN_MODELS);
  const { bytes, sha256 } = modelBytes(facts, { ...sections, ...changed(sections) });
  mkdirSync(join(folder, 'main-text'));
  writeFileSync(join(folder, 'main-text', 'main-text.bin'), bytes);
  writeFileSync(join(folder, 'hashes.json'), JSON.stringify({ 'main-text': sha256 }));
  return folder;
}

const refused = (folder: string, expected: RegExp, found: RegExp) =>
  assert.throws(
    () => loadWeights('main-text', folder),
    (error) =>
      error instanceof BrokenModel &&
      error.path === join(folder, 'main-text', 'main-text.bin') &&
      expected.test(error.expected) &&
      found.test(error.found),
  );

test('weights that ask for a feature which rows do not have are refused by name, in either forest', (t) => {
  for (const [forest, width] of [
    ['first', FEATURES.length],
    ['second', ROW_STRIDE],
  ] as const) {
    const folder = folderWith(t, (shipped) => {
      const feature = Int16Array.from(shipped[`${forest}.feature`]!);
      feature[0] = width;
      return { [`${forest}.feature`]: feature };
    });
    refused(folder, new RegExp(`${forest} trees over ${width} features`), new RegExp(`feature ${width}$`));
  }
});

test('a forest without its thresholds, or with a branch that leads out of it, is refused by name', (t) => {
  refused(
    folderWith(t, (shipped) => ({ 'first.threshold': shipped['first.threshold']!.slice(1) })),
    /as many first\.threshold as first\.feature/,
    /3659 and 3660/,
  );
  refused(
    folderWith(t, (shipped) => {
      const left = Int32Array.from(shipped['second.left']!);
      left[0] = left.length;
      return { 'second.left': left };
    }),
    /second branches within/,
    /18300$/,
  );
});

test('the weights that ship, and those for measuring, fit', () => {
  for (const name of ['main-text', 'lines', 'measured', 'lines-measured'])
    assert.equal(loadWeights(name).second.width, ROW_STRIDE);
});
