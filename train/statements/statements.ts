import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelBytes, readModel, type Sections } from '../../src/language/model-file.ts';
import { analyser, type StatementFacts, statementModel } from '../../src/read/statements/learned/model.ts';
import { ROLE_COUNT } from '../../src/read/statements/learned/role-features.ts';
import { calibrate } from './calibrate.ts';
import { trainCues } from './cue-trainer.ts';
import { type GoldPassage, goldPassage, readGold } from './gold.ts';
import { keptParses } from './parse-cache.ts';
import { trainRoles } from './role-trainer.ts';

const OUT = join(import.meta.dirname, '../../models/statements');

const CUE_ROUNDS = 6;
const ROLE_ROUNDS = 5;

export type StatementTraining = {
  /** Articles at the end of the training part that fit the calibration, by models that have not seen them. */
  readonly held?: number;
  /** Takes the calibration of the model that lies in `out` already, and saves the time of fitting it. */
  readonly keepCalibration?: boolean;
  /** Lets the models see parses of the language core. */
  readonly parses?: boolean;
  readonly out?: string;
};

/**
 * Trains the statement models on PolNeAR's training part and writes models/statements/statements.bin with its hash: first on
 * all but the `held` articles, to calibrate on those; then on all. `benchDir` is the folder that holds `data/statements`.
 */
export async function trainStatements(benchDir: string, options: StatementTraining = {}): Promise<void> {
  const { held = 100, keepCalibration = false, parses = false, out = OUT } = options;
  const rows = readGold(join(benchDir, 'data/statements/polnear-train.jsonl'));
  const core = parses ? analyser() : undefined;
  const analyse = core && keptParses(core, readFileSync(join(OUT, '../hashes.json'), 'utf8'));
  const passages = rows.map((row) => goldPassage(row, analyse));
  const calibration = keepCalibration
    ? calibrationIn(out)
    : calibrate(passages.slice(-held), modelOf(passages.slice(0, -held), parses).model);
  const { facts, sections } = modelOf(passages, parses);
  const { bytes, sha256 } = modelBytes({ ...facts, calibration }, sections);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'statements.bin'), bytes);
  writeFileSync(join(out, 'statements.sha256'), `${sha256}\n`);
  console.error(`${passages.length} articles, ${bytes.length} bytes`);
}

function calibrationIn(folder: string): readonly number[] {
  const sha256 = readFileSync(join(folder, 'statements.sha256'), 'utf8').trim();
  const { facts } = readModel(join(folder, 'statements.bin'), sha256);
  return (facts as unknown as StatementFacts).calibration ?? [];
}

function modelOf(passages: readonly GoldPassage[], parses: boolean) {
  const cues = sparse(trainCues(passages, CUE_ROUNDS, 0.1, 1e-5), 1);
  const { weights, steps } = trainRoles(passages, ROLE_ROUNDS, 0.06);
  const roles = sparse(weights, ROLE_COUNT);
  const sections = { ...named('cues', cues.rows), ...named('roles', roles.rows) };
  const facts: StatementFacts = {
    cueScale: cues.scale,
    roleScale: roles.scale,
    steps: [...steps].map((value) => Math.round(value * 1000) / 1000),
    parses,
  };
  return { facts, sections, model: statementModel(facts, sections) };
}

const named = (name: string, { keys, lengths, classes, weights }: SparseRows): Sections => ({
  [`${name}.keys`]: keys,
  [`${name}.lengths`]: lengths,
  [`${name}.classes`]: classes,
  [`${name}.weights`]: weights,
});

type SparseRows = {
  readonly keys: Int32Array;
  readonly lengths: Uint8Array;
  readonly classes: Uint8Array;
  readonly weights: Int8Array;
};

/** Weights as whole numbers from -127 to 127, without those that round to nothing. Keys are places in the table, one up. */
function sparse(weights: Float32Array, classCount: number): { readonly rows: SparseRows; readonly scale: number } {
  // The few largest weights are cut to the size that all but one in a hundred thousand keep: a finer step for the many small ones.
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const top = sizes[Math.floor(sizes.length * 0.99999)] ?? 1;
  console.error(
    `weights: median ${sizes[sizes.length >> 1]?.toFixed(4)}, cut at ${top.toFixed(3)}, largest ${sizes.at(-1)?.toFixed(3)}`,
  );
  const scale = top / 127;
  const keys: number[] = [];
  const lengths: number[] = [];
  const classes: number[] = [];
  const values: number[] = [];
  for (let key = 0; key < weights.length / classCount; key++) {
    let length = 0;
    for (let c = 0; c < classCount; c++) {
      const value = Math.max(-127, Math.min(127, Math.round(weights[key * classCount + c]! / scale)));
      if (value === 0) continue;
      classes.push(c);
      values.push(value);
      length++;
    }
    if (length > 0) {
      keys.push(key + 1);
      lengths.push(length);
    }
  }
  return {
    rows: {
      keys: Int32Array.from(keys),
      lengths: Uint8Array.from(lengths),
      classes: Uint8Array.from(classes),
      weights: Int8Array.from(values),
    },
    scale,
  };
}

if (process.argv[1] === import.meta.filename) {
  const given = process.argv.slice(2);
  const [benchDir = join(OUT, '../../../shared/bench')] = given.filter((word) => !word.startsWith('--'));
  await trainStatements(benchDir, {
    parses: given.includes('--parses'),
    keepCalibration: given.includes('--keep-calibration'),
  });
}
