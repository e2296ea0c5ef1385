import { type Draft, kept, type Step, setAside } from '../draft.ts';
import { agreement } from '../facts/title.ts';

/** The headline is a field of its own; where it stands again at the head of the text it is set aside. */
export const repeatedTitle: Step = {
  name: 'repeated-title',
  what: 'Sets the headline aside where it stands again at the head of the text.',
  for: 'html',
  run(draft: Draft): void {
    const { title } = draft.facts;
    if (!title) return;
    for (const block of kept(draft).slice(0, 4))
      if (block.text.length < title.length * 1.4 + 10 && agreement(block.text, title) >= 0.9)
        setAside(block, 'repeated-title', 'headline');
  },
};
