import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Forest } from '../../src/clean/main-text/forest.ts';
import { type Lexicon, storedOdds } from '../../src/clean/main-text/lexicon.ts';
import { CLEAN_MODELS, type MainTextWeights } from '../../src/clean/main-text/weights.ts';
import { modelBytes, type Sections } from '../../src/language/model-file.ts';

/** Writes models/clean/<name>/<name>.bin and enters its SHA-256 in models/clean/hashes.json. */
export function saveSections(name: string, facts: Readonly<Record<string, unknown>>, sections: Sections): string {
  const { bytes, sha256 } = modelBytes(facts, sections);
  mkdirSync(join(CLEAN_MODELS, name), { recursive: true });
  writeFileSync(join(CLEAN_MODELS, name, `${name}.bin`), bytes);
  const list = join(CLEAN_MODELS, 'hashes.json');
  const hashes = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>) : {};
  hashes[name] = sha256;
  const sorted = Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(list, `${JSON.stringify(sorted, null, 2)}\n`);
  process.stderr.write(`models/clean/${name}: ${(bytes.length / 1e6).toFixed(2)} MB, SHA-256 ${sha256}\n`);
  return sha256;
}

/** Weights for the main text in the layout that `loadWeights` reads. */
export function saveWeights(name: string, facts: Readonly<Record<string, unknown>>, weights: MainTextWeights): string {
  return saveSections(name, facts, {
    ...lexiconSections('marks', weights.lexicons.marks),
    ...lexiconSections('lines', weights.lexicons.lines),
    ...forestSections('first', weights.first),
    ...forestSections('second', weights.second),
  });
}

export function lexiconSections(name: string, lexicon: Lexicon): Sections {
  const entries = lexicon.entries();
  return {
    [`${name}.keys`]: Int32Array.from(entries, ([key]) => key),
    [`${name}.odds`]: Int8Array.from(entries, ([, odds]) => storedOdds(odds)),
  };
}

export function forestSections(name: string, forest: Forest): Sections {
  const bits = (floats: Float32Array) => new Int32Array(floats.slice().buffer);
  return {
    [`${name}.base`]: bits(Float32Array.of(forest.base)),
    [`${name}.roots`]: forest.roots,
    [`${name}.feature`]: forest.feature,
    [`${name}.threshold`]: bits(forest.threshold),
    [`${name}.left`]: forest.left,
  };
}
