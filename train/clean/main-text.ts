import { FEATURES, featuresOf } from '../../src/clean/main-text/features.ts';
import { guess } from '../../src/clean/main-text/forest.ts';
import { SECOND_FEATURES, secondLook } from '../../src/clean/main-text/second-look.ts';
import type { MainTextWeights } from '../../src/clean/main-text/weights.ts';
import { type BoostingSettings, boost, type Examples } from './boosting.ts';
import { buildLexicons } from './lexicons.ts';
import type { GoldPage } from './pages.ts';

const FIRST: BoostingSettings = {
  trees: 120,
  leaves: 31,
  rate: 0.1,
  rowShare: 0.6,
  featureShare: 0.4,
  minHessian: 4,
  lambda: 2,
  seed: 7,
};
const SECOND: BoostingSettings = { ...FIRST, trees: 160, rate: 0.07, seed: 11 };

/**
 * Trains both forests. Lexicons and first guesses that the forests learn from come from pages of other sites (by fold),
 * so that the second forest sees first guesses as unsure as they will be on pages it does not know.
 */
export function trainMainText(pages: readonly GoldPage[], say: (line: string) => void): MainTextWeights {
  const folds = [...new Set(pages.map((page) => page.fold))].sort();
  const tables = new Map<GoldPage, ReturnType<typeof featuresOf>>();
  for (const fold of folds) {
    const lexicons = buildLexicons(pages.filter((page) => page.fold !== fold));
    for (const page of pages) if (page.fold === fold) tables.set(page, featuresOf(page.text, lexicons));
  }
  const firstRows = (page: GoldPage) => tables.get(page)!.rows;
  const secondRows = new Map<GoldPage, Float32Array>();
  for (const fold of folds) {
    say(`first forest without fold ${fold}`);
    const forest = boost(
      examplesOf(
        pages.filter((page) => page.fold !== fold),
        firstRows,
        FEATURES.length,
      ),
      FIRST,
    );
    for (const page of pages) {
      if (page.fold !== fold) continue;
      const { rows, containers } = tables.get(page)!;
      secondRows.set(page, secondLook(page.text, rows, containers, guess(forest, rows)));
    }
  }
  say('first forest on all');
  const first = boost(examplesOf(pages, firstRows, FEATURES.length), FIRST, say);
  say('second forest');
  const second = boost(
    examplesOf(pages, (page) => secondRows.get(page)!, FEATURES.length + SECOND_FEATURES.length),
    SECOND,
    say,
  );
  return { lexicons: buildLexicons(pages), first, second };
}

/** News pages are what Stemma reads, and the fewest in the development set. */
const NEWS_WEIGHT = 2;

function examplesOf(pages: readonly GoldPage[], rowsOf: (page: GoldPage) => Float32Array, width: number): Examples {
  const count = pages.reduce(
    (sum, page) => sum + page.labels.weight.reduce((n, weight) => n + (weight > 0 ? 1 : 0), 0),
    0,
  );
  const rows = new Float32Array(count * width);
  const target = new Float32Array(count);
  const weight = new Float32Array(count);
  let at = 0;
  for (const page of pages) {
    const all = rowsOf(page);
    for (let i = 0; i < page.labels.weight.length; i++) {
      if (page.labels.weight[i] === 0) continue;
      rows.set(all.subarray(i * width, (i + 1) * width), at * width);
      target[at] = page.labels.target[i]!;
      weight[at] = page.labels.weight[i]! * (page.row.corpus === 'fundus' ? NEWS_WEIGHT : 1);
      at++;
    }
  }
  return { width, rows, target, weight };
}
