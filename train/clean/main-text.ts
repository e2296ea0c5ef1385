import { FEATURES, featuresOf, ROW_STRIDE } from '../../src/clean/main-text/features.ts';
import { guess } from '../../src/clean/main-text/forest.ts';
import { isSettled, secondLook } from '../../src/clean/main-text/second-look.ts';
import type { MainTextWeights } from '../../src/clean/main-text/weights.ts';
import { type BoostingSettings, boost, type Examples } from './boosting.ts';
import { buildLexicons } from './lexicons.ts';
import type { GoldPage } from './pages.ts';

/** How the two forests are grown. */
export type Growth = { readonly first: BoostingSettings; readonly second: BoostingSettings };

const FIRST: BoostingSettings = {
  trees: 60,
  leaves: 31,
  rate: 0.2,
  rowShare: 0.5,
  featureShare: 0.3,
  minHessian: 4,
  lambda: 2,
  seed: 7,
};
const SECOND: BoostingSettings = { ...FIRST, trees: 300, rate: 0.04, seed: 11 };

/** Growth for pages. */
export const PAGE_GROWTH: Growth = { first: FIRST, second: SECOND };

/** Growth for plain text, compared on folds 1 and 2. */
export const LINE_GROWTH: Growth = {
  first: { ...FIRST, trees: 100, rate: 0.1, featureShare: 0.4 },
  second: { ...SECOND, trees: 250, rate: 0.05 },
};

/**
 * Trains both forests. Lexicons and first guesses that the forests learn from come from pages of other sites (by fold),
 * so that the second forest sees first guesses as unsure as they will be on pages it does not know. It learns from the rows
 * alone that it will be asked about: those that the first guess does not settle.
 */
export function trainMainText(
  pages: readonly GoldPage[],
  growth: Growth,
  say: (line: string) => void,
): MainTextWeights {
  const folds = [...new Set(pages.map((page) => page.fold))].sort();
  const tables = new Map<GoldPage, ReturnType<typeof featuresOf>>();
  for (const fold of folds) {
    const lexicons = buildLexicons(pages.filter((page) => page.fold !== fold));
    for (const page of pages) if (page.fold === fold) tables.set(page, featuresOf(page.text, lexicons));
  }
  const rowsOf = (page: GoldPage) => tables.get(page)!.rows;
  const everyRow = () => true;
  const firstGuess = new Map<GoldPage, Float64Array>();
  for (const fold of folds) {
    say(`first forest without fold ${fold}`);
    const others = pages.filter((page) => page.fold !== fold);
    const forest = boost(examplesOf(others, rowsOf, FEATURES.length, everyRow), growth.first);
    for (const page of pages) {
      if (page.fold !== fold) continue;
      const guesses = guess(forest, rowsOf(page), ROW_STRIDE);
      secondLook(page.text, tables.get(page)!, guesses);
      firstGuess.set(page, guesses);
    }
  }
  say('first forest on all');
  const first = boost(examplesOf(pages, rowsOf, FEATURES.length, everyRow), growth.first, say);
  say('second forest');
  const isOpen = (page: GoldPage, row: number) => !isSettled(firstGuess.get(page)![row]!);
  const second = boost(examplesOf(pages, rowsOf, ROW_STRIDE, isOpen), growth.second, say);
  return { lexicons: buildLexicons(pages), first, second };
}

/** News pages are what Stemma reads, and the fewest in the development set. */
const NEWS_WEIGHT = 2;

/** The first `width` numbers of all rows that have a label and are wanted. */
function examplesOf(
  pages: readonly GoldPage[],
  rowsOf: (page: GoldPage) => Float32Array,
  width: number,
  isWanted: (page: GoldPage, row: number) => boolean,
): Examples {
  const chosen = pages.map((page) =>
    [...page.labels.weight.keys()].filter((i) => page.labels.weight[i]! > 0 && isWanted(page, i)),
  );
  const count = chosen.reduce((sum, rows) => sum + rows.length, 0);
  const rows = new Float32Array(count * width);
  const target = new Float32Array(count);
  const weight = new Float32Array(count);
  let at = 0;
  for (const [index, page] of pages.entries()) {
    const all = rowsOf(page);
    for (const i of chosen[index]!) {
      rows.set(all.subarray(i * ROW_STRIDE, i * ROW_STRIDE + width), at * width);
      target[at] = page.labels.target[i]!;
      weight[at] = page.labels.weight[i]! * (page.row.corpus === 'fundus' ? NEWS_WEIGHT : 1);
      at++;
    }
  }
  return { width, rows, target, weight };
}
