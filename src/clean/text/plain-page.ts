import type { PageText } from '../main-text/page-text.ts';
import { lineKeys, pairKeys } from '../main-text/word-keys.ts';
import type { Page } from '../page/page.ts';

/** A page with nothing on it but lines: so plain text is judged by the same features as HTML, without the marks. */
export function plainPage(lines: readonly string[]): PageText {
  const words = lines.map(lineKeys);
  return {
    page: BARE,
    isPlain: true,
    blocks: lines.map((text) => ({ text, node: 1, linkChars: 0, links: 0, strongChars: 0, hidden: false })),
    title: { words: [], length: 0 },
    description: NOTHING,
    articleBody: NOTHING,
    isArticleType: false,
    marks: [],
    looks: NO_LOOKS,
    words,
    pairs: words.map(pairKeys),
  };
}

const NOTHING: ReadonlySet<number> = new Set();
const NO_LOOKS = new Int32Array(2);
const BARE: Page = {
  tag: ['#root', 'p'],
  parent: [-1, 0],
  end: [2, 2],
  attributes: [undefined, undefined],
  text: ['', ''],
};
