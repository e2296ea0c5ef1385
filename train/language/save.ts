import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearRows } from '../../src/language/linear-model.ts';
import { modelBytes, type Sections } from '../../src/language/model-file.ts';
import { packKeys } from '../../src/language/packed-keys.ts';

const MODELS = join(import.meta.dirname, '../../models');

/** Writes models/<name>/<name>.bin and enters its hash in models/hashes.json, by which it is verified when loaded. */
export function saveModel(name: string, facts: Readonly<Record<string, unknown>>, sections: Sections): void {
  const { bytes, sha256 } = modelBytes(facts, sections);
  mkdirSync(join(MODELS, name), { recursive: true });
  writeFileSync(join(MODELS, name, `${name}.bin`), bytes);
  const list = join(MODELS, 'hashes.json');
  const hashes = existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>) : {};
  hashes[name] = sha256;
  const sorted = Object.fromEntries(Object.entries(hashes).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(list, `${JSON.stringify(sorted, null, 2)}\n`);
  process.stderr.write(`models/${name}/${name}.bin: ${(bytes.length / 1e6).toFixed(2)} MB, SHA-256 ${sha256}\n`);
}

/** The rows of a linear model as sections whose names begin with `name`. */
export const named = (name: string, rows: LinearRows): Sections => ({
  [`${name}.keys`]: packKeys(rows.keys),
  [`${name}.lengths`]: rows.lengths,
  [`${name}.classes`]: rows.classes,
  [`${name}.weights`]: rows.weights,
});
