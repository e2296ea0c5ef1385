import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadLanguage } from '../../src/language/language.ts';
import { modelBytes } from '../../src/language/model-file.ts';
import { netBeside, type StatementFacts, statementModel } from '../../src/read/statements/learned/model.ts';
import { readPacked } from '../packed.ts';
import { runPython } from '../python.ts';
import { calibrate } from './calibrate.ts';
import { goldPassage, readGold } from './gold.ts';
import { exportStatements, STATEMENT_FOLDER } from './net/export.ts';

const OUT = join(import.meta.dirname, '../../models/statements');
/** Articles at the end of the training part that no net learns from: the calibration is fitted on them. */
const HELD = 80;

const STEPS: Readonly<Record<string, (benchDir: string) => void>> = {
  export: exportStatements,
  learn: () =>
    runPython(join(import.meta.dirname, 'net/learn_statements.py'), [STATEMENT_FOLDER, '--held', String(HELD)]),
  pack: () => runPython(join(import.meta.dirname, 'net/pack_statements.py'), [STATEMENT_FOLDER]),
  save: saveStatements,
};

/**
 * Trains the statement nets on PolNeAR's training part and writes models/statements/statements.bin with its hash. `benchDir` is
 * the folder that holds `data/statements`; without `steps` all are done: export, learn (goes on where it broke off), pack, save.
 */
export async function trainStatements(benchDir: string, steps: readonly string[] = []): Promise<number> {
  const unknown = steps.filter((step) => !(step in STEPS));
  if (unknown.length > 0) {
    process.stderr.write(`There is no step ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}.\n`);
    return 2;
  }
  for (const [name, step] of Object.entries(STEPS)) if (steps.length === 0 || steps.includes(name)) step(benchDir);
  return 0;
}

function saveStatements(benchDir: string): void {
  const { facts, sections } = readPacked(STATEMENT_FOLDER);
  const language = loadLanguage();
  const held = readGold(join(benchDir, 'data/statements/polnear-train.jsonl'))
    .slice(-HELD)
    .map((row) => goldPassage(row, (segments) => language.analyseTokens(segments, { states: true, names: false })));
  const calibration = calibrate(held, statementModel(facts as unknown as StatementFacts, sections));
  const { bytes, sha256 } = modelBytes({ ...facts, calibration, net: netBeside() }, sections);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, 'statements.bin'), bytes);
  writeFileSync(join(OUT, 'statements.sha256'), `${sha256}\n`);
  process.stderr.write(`models/statements/statements.bin: ${(bytes.length / 1e6).toFixed(2)} MB, SHA-256 ${sha256}\n`);
}
