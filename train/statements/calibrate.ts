import { draftsOf } from '../../src/read/statements/combine.ts';
import { calibrationFeatures } from '../../src/read/statements/learned/calibration.ts';
import type { StatementModel } from '../../src/read/statements/learned/model.ts';
import type { GoldPassage } from './gold.ts';
import { shuffled } from './shuffle.ts';

type Example = { readonly features: readonly number[]; readonly right: number };

/**
 * Fits the probability that a found statement is right (contents share half their words, cues touch, sources touch or are both
 * absent) on articles the models have not seen. Logistic regression with a little decay.
 */
export function calibrate(passages: readonly GoldPassage[], model: StatementModel): readonly number[] {
  const examples = passages.flatMap((gold) => examplesOf(gold, model));
  const size = examples[0]?.features.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const squares = new Array<number>(size).fill(1);
  for (let round = 0; round < 60; round++)
    for (const e of shuffled(examples.length, round + 3)) {
      const { features, right } = examples[e]!;
      const error = 1 / (1 + Math.exp(-features.reduce((sum, value, k) => sum + value * weights[k]!, 0))) - right;
      for (let k = 0; k < size; k++) {
        const gradient = error * features[k]! + 1e-4 * weights[k]!;
        squares[k]! += gradient * gradient;
        weights[k]! -= (0.3 * gradient) / Math.sqrt(squares[k]!);
      }
    }
  console.error(`calibration: ${examples.length} statements, ${examples.filter(({ right }) => right).length} right`);
  return weights.map((value) => Math.round(value * 1e4) / 1e4);
}

function examplesOf({ view, statements }: GoldPassage, model: StatementModel): readonly Example[] {
  const { passage } = view;
  const drafts = draftsOf(passage, model.find(view, 0.3));
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
