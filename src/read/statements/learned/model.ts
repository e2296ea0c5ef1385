import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analysis } from '../../../language/analysis.ts';
import { loadLanguage } from '../../../language/language.ts';
import { LinearModel, type LinearRows } from '../../../language/linear-model.ts';
import { BrokenModel, readModel, type Sections } from '../../../language/model-file.ts';
import type { Passage } from '../../passage.ts';
import type { Learned, Words } from '../draft.ts';
import { calibrationFeatures, probabilityOf } from './calibration.ts';
import { cueFeatures, FeatureList } from './cue-features.ts';
import { likeliestRoles, roleProbabilities, type Steps } from './decode.ts';
import { ROLE_COUNT, roleFeatures, settingOf } from './role-features.ts';
import { mayBeCue, type View } from './view.ts';

/** Where the weights lie beside the sources. */
export const STATEMENT_MODEL = join(import.meta.dirname, '../../../../models/statements');

/** `parses` tells whether the weights were trained on parses and so want them. */
export type StatementModel = {
  readonly parses: boolean;
  readonly find: (view: View, least: number) => readonly Learned[];
};

/** Reads the weights (checked by their hash). Throws BrokenModel where they are missing or changed. */
export function loadStatementModel(folder = STATEMENT_MODEL): StatementModel {
  const hashFile = join(folder, 'statements.sha256');
  let sha256: string;
  try {
    sha256 = readFileSync(hashFile, 'utf8').trim();
  } catch (cause) {
    throw new BrokenModel(hashFile, 'the SHA-256 of statements.bin', 'no file', cause);
  }
  const { facts, sections } = readModel(join(folder, 'statements.bin'), sha256);
  return statementModel(facts as unknown as StatementFacts, sections);
}

/** What a model file says of its weights: their scales, the steps from role to role, and the calibration. */
export type StatementFacts = {
  readonly cueScale: number;
  readonly roleScale: number;
  readonly steps: readonly number[];
  readonly parses: boolean;
  readonly calibration?: readonly number[];
};

/** The models over weights in memory. */
export function statementModel(facts: StatementFacts, sections: Sections): StatementModel {
  const cues = new LinearModel(1, rowsOf(sections, 'cues'));
  const roles = new LinearModel(ROLE_COUNT, rowsOf(sections, 'roles'));
  const cueScale = facts.cueScale;
  const roleScale = facts.roleScale;
  const steps = Float32Array.from(facts.steps);
  const calibration = facts.calibration ?? new Array<number>(CALIBRATION_SIZE).fill(0);
  const list = new FeatureList();
  const sum = new Int32Array(1);
  const cueProbability = (view: View, i: number): number => {
    cueFeatures(view, i, list);
    places(list, CUE_MASK);
    sum[0] = 0;
    cues.score(list.values, list.count, sum);
    return 1 / (1 + Math.exp(-sum[0] * cueScale));
  };
  return {
    parses: facts.parses,
    find: (view, least) => {
      const found: Learned[] = [];
      for (let i = 0; i < view.passage.count; i++) {
        if (!mayBeCue(view, i)) continue;
        const cueP = cueProbability(view, i);
        if (cueP < least) continue;
        const statement = rolesOf(view, i, roles, roleScale, steps, list);
        if (!statement) continue;
        const whole = { ...statement, head: i, cueP, draft: view.drafts[view.ruleCue[i]! - 1], right: 0 };
        found.push({ ...whole, right: probabilityOf(calibrationFeatures(view.passage, whole), calibration) });
      }
      return found;
    },
  };
}

const CALIBRATION_SIZE = 16;
const CUE_MASK = (1 << 20) - 1;
const ROLE_MASK = (1 << 21) - 1;

/** Feature hashes as the trainer's table numbers them; 0 is no key. */
function places(list: FeatureList, mask: number): void {
  for (let f = 0; f < list.count; f++) list.values[f] = (list.values[f]! & mask) + 1;
}

function rolesOf(
  view: View,
  cue: number,
  model: LinearModel,
  scale: number,
  steps: Steps,
  list: FeatureList,
): Omit<Learned, 'head' | 'cueP' | 'draft' | 'right'> | undefined {
  const setting = settingOf(view, cue);
  const count = setting.last - setting.first + 1;
  const scores = new Float32Array(count * ROLE_COUNT);
  const sums = new Int32Array(ROLE_COUNT);
  for (let w = 0; w < count; w++) {
    roleFeatures(view, setting, setting.first + w, list);
    places(list, ROLE_MASK);
    sums.fill(0);
    model.score(list.values, list.count, sums);
    for (let r = 0; r < ROLE_COUNT; r++) scores[w * ROLE_COUNT + r] = sums[r]! * scale;
  }
  const roles = likeliestRoles(scores, count, steps);
  const p = roleProbabilities(scores, count, steps);
  let [sum, number, least, sourceLeast] = [0, 0, 1, 1];
  for (let w = 0; w < count; w++) {
    const own = p[w * ROLE_COUNT + roles[w]!]!;
    if (roles[w] === 0 && own > 0.98) continue;
    sum += own;
    number++;
    least = Math.min(least, own);
    if (roles[w] === 1) sourceLeast = Math.min(sourceLeast, own);
  }
  const content = runs(view.passage, roles, setting.first, 3);
  if (content.length === 0) return undefined;
  const cueRuns = runs(view.passage, roles, setting.first, 2);
  return {
    source: runs(view.passage, roles, setting.first, 1),
    cue: cueRuns.length > 0 ? cueRuns : [[cue, cue]],
    content,
    roleP: number > 0 ? sum / number : 1,
    leastP: least,
    sourceP: sourceLeast,
  };
}

/** Unbroken runs of one role; runs that only marks part are one. */
function runs(passage: Passage, roles: Uint8Array, offset: number, role: number): readonly Words[] {
  const found: [number, number][] = [];
  for (let w = 0; w < roles.length; w++) {
    if (roles[w] !== role) continue;
    const before = found.at(-1);
    if (before && onlyMarks(passage, before[1] + 1, offset + w - 1, roles, offset)) before[1] = offset + w;
    else found.push([offset + w, offset + w]);
  }
  return found.filter(([first, last]) => {
    for (let i = first; i <= last; i++) if (/[\p{L}\p{N}]/u.test(passage.word[i]!)) return true;
    return passage.word[first] === ':';
  });
}

function onlyMarks(passage: Passage, first: number, last: number, roles: Uint8Array, offset: number): boolean {
  for (let i = first; i <= last; i++)
    if (roles[i - offset] !== 0 || /[\p{L}\p{N}]/u.test(passage.word[i]!)) return false;
  return true;
}

const rowsOf = (sections: Sections, name: string): LinearRows => ({
  keys: sections[`${name}.keys`] as Int32Array,
  lengths: sections[`${name}.lengths`] as Uint8Array,
  classes: sections[`${name}.classes`] as Uint8Array,
  weights: sections[`${name}.weights`] as Int8Array,
});

/** The language core's reader, loaded on first use and kept; undefined where its models are not there. */
export function analyser(): ((text: string) => Analysis) | undefined {
  try {
    const language = loadLanguage();
    return (text) => language.analyse(text);
  } catch {
    return undefined;
  }
}
