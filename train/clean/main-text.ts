import { FEATURES, featuresOf } from '../../src/clean/main-text/features.ts';
import { guess } from '../../src/clean/main-text/forest.ts';
import { SECOND_FEATURES, secondLook } from '../../src/clean/main-text/second-look.ts';
import type { MainTextWeights } from '../../src/clean/main-text/weights.ts';
import { type BoostingSettings, boost, type Examples } from './boosting.ts';
import { buildLexicons } from './lexicons.ts';
import type { GoldPage } from './pages.ts';

/** How two forests are grown, and into how many groups of sites the first guesses are crossed. */
export type Growth = { readonly first: BoostingSettings; readonly second: BoostingSettings; readonly groups: number };

const FIRST: BoostingSettings = {
  trees: 120,
  leaves: 31,
  rate: 0.1,
  rowShare: 0.5,
  featureShare: 0.3,
  minHessian: 4,
  lambda: 2,
  seed: 7,
};
const SECOND: BoostingSettings = { ...FIRST, trees: 160, rate: 0.07, seed: 11 };

/** Growth for pages. */
export const PAGE_GROWTH: Growth = { first: FIRST, second: SECOND, groups: 5 };

/** Growth for plain text, where there is less to see and a third of the trees is enough. */
export const LINE_GROWTH: Growth = {
  first: { ...FIRST, trees: 60, featureShare: 0.4 },
  second: { ...SECOND, trees: 80, rate: 0.1, featureShare: 0.4 },
  groups: 2,
};

/**
 * Trains both forests. Lexicons and first guesses that the forests learn from come from pages of other sites (by fold),
 * so that the second forest sees first guesses as unsure as they will be on pages it does not know.
 */
export function trainMainText(
  pages: readonly GoldPage[],
  growth: Growth,
  say: (line: string) => void,
): MainTextWeights {
  const groupOf = (page: GoldPage) => page.fold % growth.groups;
  const folds = [...new Set(pages.map(groupOf))].sort();
  const tables = new Map<GoldPage, ReturnType<typeof featuresOf>>();
  for (const fold of folds) {
    const lexicons = buildLexicons(pages.filter((page) => groupOf(page) !== fold));
    for (const page of pages) if (groupOf(page) === fold) tables.set(page, featuresOf(page.text, lexicons));
  }
  const firstRows = (page: GoldPage) => tables.get(page)!.rows;
  const secondRows = new Map<GoldPage, Float32Array>();
  for (const fold of folds) {
    say(`first forest without fold ${fold}`);
    const forest = boost(
      examplesOf(
        pages.filter((page) => groupOf(page) !== fold),
        firstRows,
        FEATURES.length,
      ),
      growth.first,
    );
    for (const page of pages) {
      if (groupOf(page) !== fold) continue;
      const { rows, containers } = tables.get(page)!;
      secondRows.set(page, secondLook(page.text, rows, containers, guess(forest, rows)));
    }
  }
  say('first forest on all');
  const first = boost(examplesOf(pages, firstRows, FEATURES.length), growth.first, say);
  say('second forest');
  const second = boost(
    examplesOf(pages, (page) => secondRows.get(page)!, FEATURES.length + SECOND_FEATURES.length),
    growth.second,
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
