import { detect } from 'tinyld';
import { type Draft, kept, learn, type Step } from '../draft.ts';

/** The language of the words themselves; the page's own label decides only where the text is too short to tell. */
export const language: Step = {
  name: 'language',
  what: 'Detects the language of the article’s words (tinyld), the page’s label where there are too few.',
  for: 'both',
  run(draft: Draft): void {
    const text = kept(draft)
      .map((block) => block.text)
      .join('\n')
      .slice(0, 4000);
    const declared = /^[a-z]{2,3}(?=$|[-_])/i.exec(draft.evidence?.head.language?.trim() ?? '')?.[0]?.toLowerCase();
    if (text.length >= 80) learn(draft, 'language', detect(text));
    learn(draft, 'language', declared);
    learn(draft, 'language', detect(text));
  },
};
