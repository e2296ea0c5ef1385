import { type Block, type Draft, learn, type Step, setAside } from '../draft.ts';
import { furnitureWording } from '../furniture/wording.ts';

/** The headline among the lines before the article: the first short line without a full stop where longer text follows. */
export const titleLine: Step = {
  name: 'title-line',
  what: 'Takes the first short line without a full stop for the headline; of a long head, the longest near the text.',
  for: 'text',
  run(draft: Draft): void {
    const first = draft.blocks.findIndex((block) => !block.removed && !looksLikeHeadline(block.text));
    const head = draft.blocks.slice(0, first < 0 ? 0 : first).filter(isCandidate);
    const { title: given } = draft.given;
    const repeated = given ? head.find((block) => sameWords(given, block.text)) : undefined;
    if (repeated) setAside(repeated, 'title-line', 'headline');
    if (given || head.length === 0) return;
    const headline = head.length <= SHORT_HEAD ? head[0]! : longest(head.slice(-NEAR_TEXT));
    learn(draft, 'title', headline.text);
    // Set aside by the line model or not: it is the headline that readers see as such.
    headline.removed = { step: 'title-line', reason: 'headline' };
  },
};

/** A head of this many lines is a headline and what stands under it; a longer one begins with a menu. */
const SHORT_HEAD = 4;
const NEAR_TEXT = 6;

/** The longest headline of the 1,289 development pages has 175 characters. */
const LONGEST_HEADLINE = 200;

const isCandidate = (block: Block) =>
  (!block.removed || block.removed.step === 'line-model') &&
  looksLikeHeadline(block.text) &&
  !furnitureWording(block.text, 'head');

const longest = (blocks: readonly Block[]) =>
  blocks.reduce((best, block) => (block.text.length > best.text.length ? block : best));

function looksLikeHeadline(line: string): boolean {
  if (line.length > LONGEST_HEADLINE || line.length < 8) return false;
  if (/[.。…]["”’)]?$/.test(line) && !/\b(?:[A-Z]\.){2,}$|\.\.\.$|…$/.test(line)) return false;
  if (/[:;,]$/.test(line)) return false;
  return /\p{L}.*\s.*\p{L}|[\p{Script=Han}\p{Script=Hangul}]{4}/u.test(line);
}

const sameWords = (a: string, b: string) => bare(a) === bare(b);
const bare = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');
