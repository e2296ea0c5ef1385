import { type Draft, type Step, setAside } from '../draft.ts';
import { chooseBlocks } from './choose.ts';
import { FEATURES, featuresOf, ROW_STRIDE } from './features.ts';
import { guess } from './forest.ts';
import { type PageText, pageText } from './page-text.ts';
import { reasonFor } from './reasons.ts';
import { isSettled, secondLook } from './second-look.ts';
import { type MainTextWeights, shippedWeights } from './weights.ts';

/** Tells the article's blocks from the page's: two forests over each block's words, place, container and neighbours. */
export const mainText: Step = {
  name: 'main-text',
  what: 'Judges every block of the page by words, place, container and neighbours (two trained forests) and takes the likeliest whole.',
  for: 'html',
  run(draft: Draft): void {
    const { page, blocks, head, article } = draft.evidence!;
    if (blocks.length === 0) return;
    const text = pageText(page, blocks, head, article);
    const { probability, words } = judge(text, draft.weights?.mainText ?? shippedWeights());
    const chosen = chooseBlocks(words, probability);
    for (const [i, block] of draft.blocks.entries())
      if (!chosen[i]) setAside(block, 'main-text', reasonFor(page, blocks[i]!, probability[i]!));
  },
};

/** For each block the probability that it is the article's, and its number of words. */
export function judge(text: PageText, weights: MainTextWeights): { probability: Float64Array; words: Float64Array } {
  const table = featuresOf(text, weights.lexicons, scratch(text.blocks.length * ROW_STRIDE));
  const first = guess(weights.first, table.rows, ROW_STRIDE);
  secondLook(text, table, first);
  const probability = guess(weights.second, table.rows, ROW_STRIDE, (row) => isSettled(first[row]!));
  const words = Float64Array.from(first, (_, row) => table.rows[row * ROW_STRIDE + WORDS]!);
  return { probability, words };
}

const WORDS = FEATURES.indexOf('words');

/** One table for all pages, as long as the longest has needed; every number in it that is read has been written before. */
let kept = new Float32Array(0);
function scratch(length: number): Float32Array<ArrayBuffer> {
  if (kept.length < length) kept = new Float32Array(length);
  return kept.subarray(0, length);
}
