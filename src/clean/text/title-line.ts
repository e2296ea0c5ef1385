import { type Draft, kept, learn, type Step, setAside } from '../draft.ts';
import { furnitureWording } from '../furniture/wording.ts';

/** The first short line without a full stop, where longer text follows, is the headline. */
export const titleLine: Step = {
  name: 'title-line',
  what: 'Takes the first short line without a full stop for the headline.',
  for: 'text',
  run(draft: Draft): void {
    const blocks = kept(draft);
    const at = blocks.findIndex((block) => !furnitureWording(block.text, 'head'));
    const first = blocks[at];
    if (!first || at > 8 || draft.facts.title !== undefined) return;
    const given = draft.given.title;
    if (given && sameWords(given, first.text)) {
      setAside(first, 'title-line', 'headline');
      return;
    }
    if (given || !looksLikeHeadline(first.text)) return;
    if (!blocks.slice(at + 1).some((block) => block.text.length > first.text.length && /[.!?。”"’)]$/.test(block.text)))
      return;
    learn(draft, 'title', first.text);
    setAside(first, 'title-line', 'headline');
  },
};

/** Longest headline that was seen in the development pages is 230 characters; 200 leaves out four of 1,289. */
const LONGEST_HEADLINE = 200;

function looksLikeHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE || line.length < 8) return false;
  if (/[.。…]["”’)]?$/.test(line) && !/\b(?:[A-Z]\.){2,}$|\.\.\.$|…$/.test(line)) return false;
  if (/[:;,]$/.test(line)) return false;
  return /\p{L}.*\s.*\p{L}|[\p{Script=Han}\p{Script=Hangul}]{4}/u.test(line);
}

const sameWords = (a: string, b: string) => bare(a) === bare(b);
const bare = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
