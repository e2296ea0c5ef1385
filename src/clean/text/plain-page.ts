import { lineWords, wordKey } from '../main-text/lexicon.ts';
import type { PageText } from '../main-text/page-text.ts';
import type { Page } from '../page/page.ts';

/** A page with nothing on it but lines: so plain text is judged by the same features as HTML, without the marks. */
export function plainPage(lines: readonly string[]): PageText {
  return {
    page: BARE,
    blocks: lines.map((text) => ({ text, node: 1, linkChars: 0, links: 0, strongChars: 0, hidden: false })),
    title: { words: new Set(), length: 0 },
    description: NOTHING,
    articleBody: NOTHING,
    isArticleType: false,
    marks: new Map(),
    words: lines.map((line) => lineWords(line).map(wordKey)),
  };
}

const NOTHING: ReadonlySet<number> = new Set();
const BARE: Page = {
  tag: ['#root', 'p'],
  parent: [-1, 0],
  end: [2, 2],
  attributes: [undefined, undefined],
  text: ['', ''],
};
