import { draftsOf, LEAST_CUE } from '../../src/read/statements/combine.ts';
import { calibrationFeatures, probabilityOf } from '../../src/read/statements/learned/calibration.ts';
import type { StatementModel } from '../../src/read/statements/learned/model.ts';
import type { GoldPassage } from './gold.ts';

type Example = { readonly features: readonly number[]; readonly right: number };

/**
 * Fits the probability that a found statement is right (contents share half their words, cues touch, sources touch or are both
 * absent) on articles the models have not seen. Logistic regression with a quadratic penalty, by Newton's method.
 */
export function calibrate(passages: readonly GoldPassage[], model: StatementModel): readonly number[] {
  const examples = passages.flatMap((gold) => examplesOf(gold, model));
  const size = examples[0]?.features.length ?? 0;
  let weights = new Float64Array(size);
  for (let round = 0; round < 25; round++) {
    const slope = Float64Array.from(weights, (value) => PENALTY * value);
    const bend = Array.from({ length: size }, (_, k) =>
      Float64Array.from({ length: size }, (_, j) => (j === k ? PENALTY : 0)),
    );
    for (const { features, right } of examples) {
      const p = probabilityOf(features, weights);
      for (let k = 0; k < size; k++) {
        slope[k]! += (p - right) * features[k]!;
        for (let j = 0; j < size; j++) bend[k]![j]! += p * (1 - p) * features[k]! * features[j]!;
      }
    }
    const step = solved(bend, slope);
    weights = weights.map((value, k) => value - step[k]!);
  }
  process.stderr.write(
    `calibration: ${examples.length} statements, ${examples.filter(({ right }) => right).length} right\n`,
  );
  return Array.from(weights, (value) => Math.round(value * 1e4) / 1e4);
}
const PENALTY = 2;

/** Solves a symmetric positive system by elimination. */
function solved(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  const rows = matrix.map((row, k) => [...row, right[k]!]);
  for (let k = 0; k < n; k++)
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n; j++) rows[i]![j]! -= factor * rows[k]![j]!;
    }
  const x = new Float64Array(n);
  for (let k = n - 1; k >= 0; k--) {
    let sum = rows[k]![n]!;
    for (let j = k + 1; j < n; j++) sum -= rows[k]![j]! * x[j]!;
    x[k] = sum / rows[k]![k]!;
  }
  return x;
}

function examplesOf({ view, statements }: GoldPassage, model: StatementModel): readonly Example[] {
  const { passage } = view;
  const drafts = draftsOf(passage, model.find(view, LEAST_CUE));
  const insideOther = (at: number) => drafts.some((other, k) => k !== at && within(drafts[at]!.cue[0]!, other.content));
  const golds = statements.map(({ roles }) => ({
    source: pick(roles, 1),
    cue: pick(roles, 2),
    content: pick(roles, 3),
  }));
  return drafts.flatMap((draft, at) => {
    if (insideOther(at)) return [];
    const mine = { source: words(draft.source), cue: words(draft.cue), content: words(draft.content) };
    const right = golds.some(
      (gold) =>
        overlap(gold.content, mine.content) >= 0.5 &&
        touches(gold.cue, mine.cue) &&
        (gold.source.size === 0 ? mine.source.size === 0 : touches(gold.source, mine.source)),
    );
    return [{ features: calibrationFeatures(passage, draft.sure!), right: right ? 1 : 0 }];
  });
}

const pick = (roles: ReadonlyMap<number, number>, role: number) =>
  new Set([...roles].filter(([, r]) => r === role).map(([i]) => i));
const within = (cue: readonly [number, number], content: readonly (readonly [number, number])[]) =>
  content.some(([first, last]) => first <= cue[0] && last >= cue[1]);
const words = (spans: readonly (readonly [number, number])[]) =>
  new Set(spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, k) => first + k)));
const touches = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].some((i) => b.has(i));
function overlap(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const shared = [...a].filter((i) => b.has(i)).length;
  return shared / (a.size + b.size - shared || 1);
}
