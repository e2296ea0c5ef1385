import { type Draft, type Step, setAside } from '../draft.ts';
import { chooseBlocks } from './choose.ts';
import { FEATURES, featuresOf } from './features.ts';
import { guess } from './forest.ts';
import { type PageText, pageText } from './page-text.ts';
import { reasonFor } from './reasons.ts';
import { secondLook } from './second-look.ts';
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

/** First guesses below this are not looked at again: menus and footers, whose second guess would be as low. */
const SETTLED = 0.01;

/** For each block the probability that it is the article's, and its number of words. */
export function judge(text: PageText, weights: MainTextWeights): { probability: Float64Array; words: Float64Array } {
  const { rows, containers } = featuresOf(text, weights.lexicons);
  const first = guess(weights.first, rows);
  const probability = guess(weights.second, secondLook(text, rows, containers, first), (row) => first[row]! < SETTLED);
  const words = Float64Array.from(first, (_, row) => rows[row * FEATURES.length + WORDS]!);
  return { probability, words };
}

const WORDS = FEATURES.indexOf('words');
