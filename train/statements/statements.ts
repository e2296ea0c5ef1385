import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearRows } from '../../src/language/linear-model.ts';
import { modelBytes } from '../../src/language/model-file.ts';
import { analyser, statementModel } from '../../src/read/statements/learned/model.ts';
import { ROLE_COUNT } from '../../src/read/statements/learned/role-features.ts';
import { calibrate } from './calibrate.ts';
import { trainCues } from './cue-trainer.ts';
import { goldPassage, readGold } from './gold.ts';
import { keptParses } from './parse-cache.ts';
import { trainRoles } from './role-trainer.ts';

const OUT = join(import.meta.dirname, '../../models/statements');

/**
 * Trains the statement models on PolNeAR's training part and writes models/statements/statements.bin with its hash.
 * `benchDir` is the folder that holds `data/statements`. `held` articles at the end are kept back for calibration.
 */
export async function trainStatements(
  benchDir: string,
  {
    held = 0,
    givenCalibration,
    cueRounds = Number(process.env.CE ?? 8),
    roleRounds = Number(process.env.RE ?? 8),
    parses = false,
    out = OUT,
  }: {
    readonly held?: number;
    readonly givenCalibration?: readonly number[];
    readonly cueRounds?: number;
    readonly roleRounds?: number;
    readonly parses?: boolean;
    readonly out?: string;
  } = {},
): Promise<void> {
  const rows = readGold(join(benchDir, 'data/statements/polnear-train.jsonl'));
  const core = parses ? analyser() : undefined;
  const analyse = core && keptParses(core, readFileSync(join(import.meta.dirname, '../../models/hashes.json'), 'utf8'));
  const passages = rows.slice(0, rows.length - held).map((row) => goldPassage(row, analyse));
  const cues = trainCues(passages, cueRounds, Number(process.env.CR ?? 0.1), Number(process.env.CD ?? 1e-5));
  const { weights, steps } = trainRoles(passages, roleRounds, Number(process.env.RR ?? 0.1));
  const cueRows = sparse(cues, 1);
  const roleRows = sparse(weights, ROLE_COUNT);
  const sections = {
    'cues.keys': cueRows.rows.keys,
    'cues.lengths': cueRows.rows.lengths,
    'cues.classes': cueRows.rows.classes,
    'cues.weights': cueRows.rows.weights,
    'roles.keys': roleRows.rows.keys,
    'roles.lengths': roleRows.rows.lengths,
    'roles.classes': roleRows.rows.classes,
    'roles.weights': roleRows.rows.weights,
  };
  const facts = {
    cueScale: cueRows.scale,
    roleScale: roleRows.scale,
    steps: [...steps].map((value) => Math.round(value * 1000) / 1000),
    articles: passages.length,
    parses,
  };
  const heldBack = rows.slice(rows.length - held).map((row) => goldPassage(row, analyse));
  const calibration = held > 0 ? calibrate(heldBack, statementModel(facts, sections)) : (givenCalibration ?? []);
  const { bytes, sha256 } = modelBytes({ ...facts, calibration }, sections);
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'statements.bin'), bytes);
  writeFileSync(join(out, 'statements.sha256'), `${sha256}\n`);
  console.error(
    `${cueRows.rows.keys.length} cue features, ${roleRows.rows.keys.length} role features, ${bytes.length} bytes`,
  );
}

/** Weights as whole numbers from -127 to 127, without those that round to nothing. Keys are places in the table, one up. */
function sparse(
  weights: Float32Array,
  classCount: number,
): {
  readonly rows: LinearRows & {
    readonly keys: Int32Array;
    readonly lengths: Uint8Array;
    readonly classes: Uint8Array;
    readonly weights: Int8Array;
  };
  readonly scale: number;
} {
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
  const [benchDir = join(import.meta.dirname, '../../../shared/bench'), held = '0', out = OUT] = process.argv.slice(2);
  await trainStatements(benchDir, { held: Number(held), out, parses: process.env.PARSES === '1' });
}
