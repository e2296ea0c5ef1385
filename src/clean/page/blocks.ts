import { fold } from '../fold.ts';
import { BLOCK_TAGS } from './elements.ts';
import type { Page } from './page.ts';
import { isHidden, isUnread } from './visible.ts';

/** A run of text between two line breaks of the page's layout, as a reader sees it: paragraph, subhead, list item, row. */
export type TextBlock = {
  readonly text: string;
  /** The innermost block element it stands in. */
  readonly node: number;
  /** Characters of the text that are link text. */
  readonly linkChars: number;
  readonly links: number;
  /** Characters in bold or italics. */
  readonly strongChars: number;
  readonly hidden: boolean;
};

type OpenBlock = {
  node: number;
  text: string;
  linkChars: number;
  links: number;
  strongChars: number;
  hidden: boolean;
  breaks: number;
  place: number;
  /** Last sign of the text; asking the growing text itself would make the engine put it together each time. */
  last: number;
};

/**
 * Cuts a page into text blocks in one pass. A box inside an open paragraph (a hover card, an advertisement) becomes a
 * block of its own and the paragraph goes on behind it, so that its sentence stays whole.
 */
export function blocksOf(page: Page): readonly TextBlock[] {
  const found: { place: number; block: TextBlock }[] = [];
  const stack: { end: number; tag: string; resume: OpenBlock | number | undefined; hidden: boolean }[] = [];
  let place = 0;
  let inLink = 0;
  let inStrong = 0;
  let hidden = 0;
  let current = begin(0);

  function begin(node: number): OpenBlock {
    return {
      node,
      text: '',
      linkChars: 0,
      links: 0,
      strongChars: 0,
      hidden: hidden > 0,
      breaks: 0,
      place: place++,
      last: 0,
    };
  }
  function flush(block: OpenBlock): void {
    const text = foldLines(block.text);
    if (text) {
      const { node, linkChars, links, strongChars } = block;
      found.push({
        place: block.place,
        block: { text, node, linkChars: Math.min(linkChars, text.length), links, strongChars, hidden: block.hidden },
      });
    }
  }
  const restart = (node: number) => {
    flush(current);
    current = begin(node);
  };
  function close(): void {
    const { tag, resume, hidden: wasHidden } = stack.pop()!;
    if (tag === 'a') inLink--;
    else if (STRONG.has(tag)) inStrong--;
    if (wasHidden) hidden--;
    if (resume === undefined) return;
    flush(current);
    current = typeof resume === 'number' ? begin(resume) : resume;
  }

  const size = page.tag.length;
  for (let i = 1; i < size; i++) {
    while (stack.length && stack.at(-1)!.end <= i) close();
    const tag = page.tag[i]!;
    if (tag === '#text') {
      addText(current, page.text[i]!, inLink > 0, inStrong > 0);
      continue;
    }
    if (isUnread(page, i)) {
      i = page.end[i]! - 1;
      continue;
    }
    if (tag === 'br') {
      if (current.last === LINE_BREAK) {
        if (++current.breaks > 0) restart(current.node);
      } else if (current.last) append(current, '\n');
      continue;
    }
    if (tag === 'hr') {
      restart(current.node);
      continue;
    }
    if (page.end[i] === i + 1) continue;
    const hides = isHidden(page, i);
    const isCell = tag === 'td' || tag === 'th';
    const isBlock = (BLOCK_TAGS.has(tag) && !isCell) || hides || (isCell && hasBlockInside(page, i));
    if (isCell && !isBlock && current.last) append(current, ' ');
    if (hides) hidden++;
    if (tag === 'a') {
      inLink++;
      current.links++;
    } else if (STRONG.has(tag)) inStrong++;
    let resume: OpenBlock | number | undefined;
    if (isBlock) {
      const isInserted = current.last > 0 && insideParagraph(page, i) && current.text.trim() !== '';
      if (!isInserted) flush(current);
      resume = isInserted ? current : current.node;
      current = begin(i);
    }
    stack.push({ end: page.end[i]!, tag, resume, hidden: hides });
  }
  while (stack.length) close();
  flush(current);
  return found.sort((a, b) => a.place - b.place).map(({ block }) => block);
}

const STRONG = new Set(['b', 'strong', 'em', 'i']);

const UNFOLDED = /[^\S ]| {2}/;

function addText(block: OpenBlock, text: string, isLink: boolean, isStrong: boolean): void {
  if (isBlank(text)) {
    if (block.last > BLANK) append(block, ' ');
    return;
  }
  // Line breaks of the source are white space; only `br` makes a line break.
  const plain = UNFOLDED.test(text) ? text.replace(/\s+/g, ' ') : text;
  append(block, plain);
  if (!isLink && !isStrong) return;
  const chars = plain.trim().length;
  if (isLink) block.linkChars += chars;
  if (isStrong) block.strongChars += chars;
}

const LINE_BREAK = 10;
const BLANK = 32;
const NO_BREAK = 160;

function append(block: OpenBlock, text: string): void {
  block.text += text;
  block.last = text.charCodeAt(text.length - 1);
}

/** Most texts of a page are the line breaks and blanks between its tags. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c > BLANK && c !== NO_BREAK) return false;
  }
  return true;
}

const foldLines = (text: string) =>
  text.includes('\n') ? text.split('\n').map(fold).filter(Boolean).join('\n') : fold(text);

/** The paragraph that an inline element keeps open around this one; HTML itself closes a `p` before any box. */
function insideParagraph(page: Page, node: number): boolean {
  for (let i = page.parent[node]!; i > 0; i = page.parent[i]!) {
    const tag = page.tag[i]!;
    if (tag === 'p') return true;
    if (BLOCK_TAGS.has(tag)) return false;
  }
  return false;
}

const HOLDS_BLOCK = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'h1',
  'h2',
  'h3',
  'h4',
  'article',
  'section',
  'blockquote',
  'br',
]);

function hasBlockInside(page: Page, node: number): boolean {
  for (let i = node + 1; i < page.end[node]!; i++) if (HOLDS_BLOCK.has(page.tag[i]!)) return true;
  return false;
}
