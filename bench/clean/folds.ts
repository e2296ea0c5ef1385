import { join, resolve } from 'node:path';
import type { CleanWeights } from '../../src/clean/main-text/weights.ts';
import { trainLineWeights } from '../../train/clean/lines.ts';
import { PAGE_GROWTH, trainMainText } from '../../train/clean/main-text.ts';
import { FOLDS, loadPages } from '../../train/clean/pages.ts';
import { printTable } from '../table.ts';
import { lineRows } from './plain-text.ts';
import { type Prediction, predict, scorerOf, tableRows } from './score.ts';

/**
 * `node bench/clean/folds.ts [FOLD…]`: each fold of the development pages judged by weights that have not seen its sites,
 * and all of them together. Saves nothing; two CPU-minutes a fold.
 */
const benchDir = resolve(process.env.STEMMA_BENCH ?? join(import.meta.dirname, '../../../shared/bench'));
const score = await scorerOf(benchDir);
const wanted = process.argv.length > 2 ? process.argv.slice(2).map(Number) : Array.from({ length: FOLDS }, (_, i) => i);
const pages = loadPages(benchDir);
const all: Prediction[] = [];
const silent = () => {};
for (const fold of wanted) {
  const seen = pages.filter((page) => page.fold !== fold);
  const rows = pages.filter((page) => page.fold === fold).map((page) => page.row);
  const weights: CleanWeights = {
    mainText: trainMainText(seen, PAGE_GROWTH, silent),
    lines: trainLineWeights(seen, silent),
  };
  const own = rows.map((row) => predict(benchDir, row, weights));
  all.push(...own);
  process.stdout.write(
    printTable([
      ...tableRows('page → article', score(rows, own).table, `fold ${fold}`),
      ...lineRows(benchDir, rows, weights, `fold ${fold}`),
    ]),
  );
}
const judged = pages.filter((page) => wanted.includes(page.fold)).map((page) => page.row);
process.stdout.write(printTable(tableRows('page → article', score(judged, all).table, `folds ${wanted.join(', ')}`)));
