import { type Draft, kept, type Step, setAside } from '../draft.ts';

/** Shorter lines ("He declined to comment.") may well stand twice in an article. */
const SHORTEST_DOUBLE = 60;

/** Pages that carry the article twice, for screen and for print or phone, or a pulled quote, give each paragraph once. */
export const doubled: Step = {
  name: 'doubled',
  what: 'Sets a paragraph aside that stands word for word earlier in the article.',
  for: 'html',
  run(draft: Draft): void {
    const seen = new Set<string>();
    for (const block of kept(draft)) {
      if (block.text.length < SHORTEST_DOUBLE) continue;
      if (seen.has(block.text)) setAside(block, 'doubled', 'stands twice');
      seen.add(block.text);
    }
  },
};
