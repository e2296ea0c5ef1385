import { resolve } from 'node:path';
import { trainLines } from './lines.ts';
import { PAGE_GROWTH, trainMainText } from './main-text.ts';
import { type GoldPage, HELD_OUT, loadPages } from './pages.ts';
import { saveWeights } from './save.ts';

/**
 * `npm run train -- clean [measured] [main-text] [lines]`: from `data/clean` of the bench folder alone.
 * `measured` learns from four fifths of the sites and exists to be measured on the fifth that it has not seen;
 * `main-text` learns from all and ships; `lines` does the same for plain text, in both kinds.
 */
export async function train(steps: readonly string[]): Promise<number> {
  const benchDir = resolve(process.env.STEMMA_BENCH ?? resolve(import.meta.dirname, '../../../shared/bench'));
  const started = Date.now();
  const say = (line: string) => process.stderr.write(`${((Date.now() - started) / 1000).toFixed(0)} s  ${line}\n`);
  const wanted = steps.length ? steps : ['measured', 'main-text', 'lines'];
  const unknown = wanted.find((step) => !['measured', 'main-text', 'lines'].includes(step));
  if (unknown) {
    process.stderr.write(`train clean: there is no step ${unknown}; there are measured, main-text and lines.\n`);
    return 2;
  }
  const all = loadPages(benchDir);
  const seen = all.filter((page) => page.fold !== HELD_OUT);
  say(`${all.length} pages, ${seen.length} of them not held out`);
  const facts = (pages: readonly GoldPage[]) => ({ pages: pages.length, sites: 'by registrable domain', seed: 7 });
  if (wanted.includes('measured')) saveWeights('measured', facts(seen), trainMainText(seen, PAGE_GROWTH, say));
  if (wanted.includes('main-text')) saveWeights('main-text', facts(all), trainMainText(all, PAGE_GROWTH, say));
  if (wanted.includes('lines')) {
    trainLines('lines-measured', seen, say);
    trainLines('lines', all, say);
  }
  return 0;
}

if (import.meta.url === `file://${process.argv[1]}`) process.exitCode = await train(process.argv.slice(2));
