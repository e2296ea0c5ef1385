import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UPOS } from '../../../language/language.ts';
import { BrokenModel, readModel, type Sections } from '../../../language/model-file.ts';
import type { Passage } from '../../passage.ts';
import { quotationAfterColon } from '../contents.ts';
import type { Learned, Words } from '../draft.ts';
import { calibrationFeatures, probabilityOf } from './calibration.ts';
import { likeliestRoles, ROLE_COUNT, roleProbabilities, type Steps } from './decode.ts';
import { type NetShapes, StatementNets } from './nets.ts';
import { subjectBehind } from './subject-behind.ts';
import { mayBeCue, type View } from './view.ts';

/** Where the weights lie beside the sources. */
export const STATEMENT_MODEL = join(import.meta.dirname, '../../../../models/statements');

export type StatementModel = {
  /** The statements around every word that heads a cue with at least this probability. */
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
  const path = join(folder, 'statements.bin');
  const { facts, sections } = readModel(path, sha256);
  const net = netBeside(folder);
  if (facts.net !== net) throw new BrokenModel(path, `weights learned on the net ${net}`, `on ${facts.net}`);
  return statementModel(facts as unknown as StatementFacts, sections);
}

/** The SHA-256 of the language core's net: weights learned on the states of one mean nothing on those of another. */
export function netBeside(folder = STATEMENT_MODEL): string {
  const list = join(folder, '../hashes.json');
  try {
    return (JSON.parse(readFileSync(list, 'utf8')) as Record<string, string>).net ?? 'of no name';
  } catch (cause) {
    throw new BrokenModel(list, 'a list of SHA-256 by model', 'none', cause);
  }
}

/** What a model file says of its weights: the shapes of its nets, the calibration, and on which net they were learned. */
export type StatementFacts = NetShapes & { readonly calibration?: readonly number[]; readonly net?: string };

/** The models over weights in memory. */
export function statementModel(facts: StatementFacts, sections: Sections): StatementModel {
  const nets = new StatementNets(facts, sections);
  const steps = sections['roles.steps'] as Float32Array;
  const calibration = facts.calibration ?? [];
  return {
    find: (view, least) => {
      const found: Learned[] = [];
      const odds = Math.log(least / (1 - least));
      const scores = nets.cueScores(view);
      for (let i = 0; i < view.passage.count; i++) {
        if (scores[i]! < odds || !mayBeCue(view, i)) continue;
        const statement = rolesOf(view, i, nets, steps);
        if (!statement) continue;
        const cueP = 1 / (1 + Math.exp(-scores[i]!));
        const whole = { ...statement, head: i, cueP, draft: view.drafts[view.ruleCue[i]! - 1], right: 0 };
        found.push({ ...whole, right: probabilityOf(calibrationFeatures(view.passage, whole), calibration) });
      }
      return found;
    },
  };
}

function rolesOf(
  view: View,
  cue: number,
  nets: StatementNets,
  steps: Steps,
): Omit<Learned, 'head' | 'cueP' | 'draft' | 'right'> | undefined {
  const { setting, scores } = nets.roleScores(view, cue);
  const count = setting.last - setting.first + 1;
  const roles = likeliestRoles(scores, count, steps);
  const p = roleProbabilities(scores, count, steps);
  let [sum, number, least, sourceLeast] = [0, 0, 1, 1];
  let [chosen, meant, all, speaks] = [0, 0, 0, 0];
  for (let w = 0; w < count; w++) {
    const own = p[w * ROLE_COUNT + roles[w]!]!;
    const content = p[w * ROLE_COUNT + 3]!;
    all += content;
    if (roles[w] === 3) {
      chosen++;
      meant += content;
    }
    speaks = Math.max(speaks, p[w * ROLE_COUNT + 1]!);
    if (roles[w] === 0 && own > 0.98) continue;
    sum += own;
    number++;
    least = Math.min(least, own);
    if (roles[w] === 1) sourceLeast = Math.min(sourceLeast, own);
  }
  const near = runs(view.passage, roles, setting.first, 3);
  const content = near.length > 0 ? near : quotationAfterColon(view.passage, cue);
  if (content.length === 0) return undefined;
  const given = runs(view.passage, roles, setting.first, 1);
  const subject = given.length === 0 ? subjectBehind(view, cue) : undefined;
  const cueRuns = runs(view.passage, roles, setting.first, 2);
  return {
    hasVerb: content.some(([first, last]) => hasVerb(view, first, last)),
    source: subject ? [subject] : given,
    cue: cueRuns.length > 0 ? cueRuns : [[cue, cue]],
    content: subject ? without(content, subject) : content,
    roleP: number > 0 ? sum / number : 1,
    leastP: least,
    sourceP: sourceLeast,
    contentShare: chosen > 0 ? meant / (chosen + all - meant) : 0.5,
    speaksP: speaks,
  };
}

/** The words before and behind, where `taken` stands among them. */
function without(words: readonly Words[], [from, to]: Words): readonly Words[] {
  const left = words.flatMap(([first, last]): Words[] =>
    last < from || first > to ? [[first, last]] : first < from ? [[first, from - 1]] : [],
  );
  return left.length > 0 ? left : words;
}

const VERBS: readonly number[] = ['VERB', 'AUX'].map((tag) => UPOS.indexOf(tag));

function hasVerb({ upos }: View, first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (VERBS.includes(upos[i]!)) return true;
  return false;
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
