import { type Draft, fold, type Step, setAside } from '../draft.ts';
import { readabilityBlocks } from '../readability.ts';

/** Tells the article's blocks from the page's. */
export const mainText: Step = {
  name: 'main-text',
  what: 'Chooses the blocks of the page that are the article.',
  for: 'html',
  run(draft: Draft): void {
    const chosen = readabilityBlocks(draft.source);
    const words = new Set((chosen ?? []).flatMap((block) => block.text.split('\n').map(fold)));
    for (const block of draft.blocks)
      if (!block.text.split('\n').some((line) => words.has(fold(line))))
        setAside(block, 'main-text', 'outside the article');
  },
};
