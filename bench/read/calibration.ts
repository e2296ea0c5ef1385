type Span = readonly [number, number];
type Row = { readonly id: string; readonly text: string; readonly statements: readonly Spoken[] };
type Spoken = {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly confidence?: number;
};

export type Outcome = { readonly confidence: number; readonly right: boolean };

/**
 * For each statement found, whether it is right as the FULL score counts it: contents share half of their characters or more,
 * cues touch, sources touch or are both absent. The curve gives, from each confidence upwards, how many are right and how
 * many of all gold statements that is.
 */
export function riskAndCoverage(
  gold: readonly Row[],
  predicted: readonly Row[],
): { readonly outcomes: readonly Outcome[]; readonly curve: string } {
  const outcomes: Outcome[] = [];
  let total = 0;
  gold.forEach((row, at) => {
    total += row.statements.length;
    const free = new Set(row.statements);
    for (const found of [...predicted[at]!.statements].sort((a, b) => (b.confidence ?? 0) - (a.confidence ?? 0))) {
      let best: Spoken | undefined;
      let share = 0.5;
      for (const wanted of free) {
        const overlap = overlapOf(wanted.content, found.content);
        if (overlap >= share) {
          share = overlap;
          best = wanted;
        }
      }
      const right =
        !!best &&
        touch(best.cue, found.cue) &&
        (best.source.length === 0 ? found.source.length === 0 : touch(best.source, found.source));
      if (best) free.delete(best);
      outcomes.push({ confidence: found.confidence ?? 0, right });
    }
  });
  const steps = [0.5, 0.6, 0.7, 0.8, 0.9].map((least) => {
    const shown = outcomes.filter(({ confidence }) => confidence >= least);
    const right = shown.filter((outcome) => outcome.right).length;
    return `≥ ${least}: ${percent(right / Math.max(1, shown.length))} % right at ${percent(right / total)} %`;
  });
  return { outcomes, curve: steps.join(', ') };
}

/** Expected calibration error over ten equal steps of confidence (Naeini et al., 2015). */
export function calibrationOf(outcomes: readonly Outcome[]): string {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = outcomes.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    if (inside.length === 0) continue;
    const mean = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length;
    const right = inside.filter((outcome) => outcome.right).length / inside.length;
    error += (inside.length / outcomes.length) * Math.abs(mean - right);
  }
  return error.toFixed(3);
}

const percent = (x: number) => (100 * x).toFixed(1);
const touch = (a: readonly Span[], b: readonly Span[]) => a.some(([s, e]) => b.some(([x, y]) => s < y && x < e));

function overlapOf(a: readonly Span[], b: readonly Span[]): number {
  const length = (spans: readonly Span[]) => spans.reduce((sum, [s, e]) => sum + e - s, 0);
  let shared = 0;
  for (const [s, e] of a) for (const [x, y] of b) shared += Math.max(0, Math.min(e, y) - Math.max(s, x));
  return shared / (length(a) + length(b) - shared || 1);
}
