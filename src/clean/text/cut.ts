import { type Draft, kept, learn, type Step } from '../draft.ts';

/** A copy that starts in the middle of a sentence or breaks off before one ends is marked, so that nobody takes it for the whole. */
export const cut: Step = {
  name: 'cut',
  what: 'Marks a text that starts or ends in mid-article.',
  for: 'both',
  run(draft: Draft): void {
    const blocks = kept(draft);
    const first = blocks[0]?.text;
    const last = blocks.at(-1)?.text;
    if (!first || !last) return;
    const startsInside = /^(?:\p{Ll}{2,}[\s,]|[,;)])/u.test(first) && first.length > 60;
    const opensWithSubhead = draft.kind === 'text' && isSubhead(first) && blocks.length > 2;
    const endsInside =
      last.length > 60 &&
      /(?:[\p{Ll},;–-]|\.\.\.|…|\[…\]|\[\.\.\.\])$/u.test(last) &&
      !/[.!?]["”’)]?$/.test(last.replace(/(?:\.\.\.|…)$/, ''));
    if (startsInside || opensWithSubhead || endsInside) learn(draft, 'cut', true);
  },
};

/** No article opens with a subhead: what stood before it is missing. */
const isSubhead = (line: string) =>
  line.length <= 80 && /\p{Lu}{2}/u.test(line) && line === line.toUpperCase() && !/[.!?]$/.test(line);
