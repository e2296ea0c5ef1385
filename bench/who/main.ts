import type { BenchRow } from '../row.ts';
import { measureAcross } from './across.ts';
import { measureNamePairs } from './name-pairs.ts';
import { measurePhrases } from './phrases.ts';

/** Whom a phrase means, and whether two names are one's. */
export async function run(benchDir: string): Promise<readonly BenchRow[]> {
  return [...measurePhrases(benchDir), ...measureNamePairs(benchDir), ...measureAcross(benchDir)];
}
