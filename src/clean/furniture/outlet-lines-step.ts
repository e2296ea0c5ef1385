import { type Draft, kept, type Step, setAside } from '../draft.ts';

/** Least articles of an outlet before repetition says anything, and the share of them that makes a line furniture. */
const MIN_ARTICLES = 5;
const MIN_SHARE = 0.4;
const LONGEST_LINE = 600;

/** A line that stands in many articles of the same outlet is the outlet's, not the article's. */
export const outletLinesStep: Step = {
  name: 'outlet-lines',
  what: 'Sets aside lines that stand in many other articles of the same outlet.',
  for: 'both',
  run(draft: Draft): void {
    const domain = draft.facts.outletDomain;
    if (!domain) return;
    for (const block of kept(draft)) {
      if (block.text.length > LONGEST_LINE) continue;
      const { articles, of } = draft.outletLines.seen(domain, block.text);
      if (of >= MIN_ARTICLES && articles / of >= MIN_SHARE)
        setAside(block, 'outlet-lines', `stands in ${articles} of ${of} articles of this outlet`);
    }
  },
};
