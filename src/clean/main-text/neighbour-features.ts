import type { PageText } from './page-text.ts';

export const NEIGHBOUR_FEATURES = [
  'order',
  'charsBefore',
  'sinceHeadline',
  'afterHeadline',
  'previousProse',
  'nextProse',
  'proseNear',
  'proseWide',
  'proseBefore',
  'proseAfter',
  ...['previous', 'previous2', 'next', 'next2'].flatMap((where) => [
    `${where}Chars`,
    `${where}Links`,
    `${where}Heading`,
    `${where}Words`,
    `${where}Like`,
  ]),
  'pageChars',
  'pageBlocks',
  'pageProse',
  'pageLinkShare',
  'pageIsArticle',
  'pageHasBody',
] as const;

const STEPS = [-1, -2, 1, 2] as const;

/** Sums over a page's blocks in reading order. */
export type Reading = {
  readonly proseUpTo: Float64Array;
  readonly charsUpTo: Float64Array;
  readonly previousProse: Int32Array;
  readonly nextProse: Int32Array;
  readonly headline: Int32Array;
  readonly linkShare: number;
};

/** One pass forwards and one back. */
export function readingOf(text: PageText, prose: readonly boolean[]): Reading {
  const n = text.blocks.length;
  const proseUpTo = new Float64Array(n + 1);
  const charsUpTo = new Float64Array(n + 1);
  const previousProse = new Int32Array(n).fill(99);
  const nextProse = new Int32Array(n).fill(99);
  const headline = new Int32Array(n).fill(-1);
  let last = -1;
  let lastHeadline = -1;
  let links = 0;
  for (let i = 0; i < n; i++) {
    const block = text.blocks[i]!;
    links += block.linkChars;
    proseUpTo[i + 1] = proseUpTo[i]! + (prose[i] ? block.text.length : 0);
    charsUpTo[i + 1] = charsUpTo[i]! + block.text.length;
    if (last >= 0) previousProse[i] = Math.min(99, i - last);
    if (prose[i]) last = i;
    if (text.page.tag[block.node] === 'h1') lastHeadline = i;
    headline[i] = lastHeadline;
  }
  let next = -1;
  for (let i = n - 1; i >= 0; i--) {
    if (next >= 0) nextProse[i] = Math.min(99, next - i);
    if (prose[i]) next = i;
  }
  return { proseUpTo, charsUpTo, previousProse, nextProse, headline, linkShare: links / (charsUpTo[n] || 1) };
}

/** What stands before and after a block, and what kind of page it is. `odds` and `likeKey` are by block. */
export function writeNeighbourFeatures(
  rows: Float32Array,
  at: number,
  text: PageText,
  index: number,
  reading: Reading,
  odds: Float32Array,
  likeKey: readonly number[],
): number {
  const n = text.blocks.length;
  const { proseUpTo, charsUpTo } = reading;
  const total = proseUpTo[n]! || 1;
  const window = (reach: number) => {
    const from = Math.max(0, index - reach);
    const to = Math.min(n, index + reach + 1);
    return (proseUpTo[to]! - proseUpTo[from]!) / (charsUpTo[to]! - charsUpTo[from]! || 1);
  };
  const headline = reading.headline[index]!;
  rows[at++] = index / n;
  rows[at++] = charsUpTo[index]! / (charsUpTo[n]! || 1);
  rows[at++] = headline < 0 ? -1 : Math.log1p(charsUpTo[index]! - charsUpTo[headline]!);
  rows[at++] = headline < 0 ? 0 : 1;
  rows[at++] = reading.previousProse[index]!;
  rows[at++] = reading.nextProse[index]!;
  rows[at++] = window(3);
  rows[at++] = window(10);
  rows[at++] = proseUpTo[index]! / total;
  rows[at++] = (total - proseUpTo[index + 1]!) / total;
  for (const step of STEPS) {
    const block = text.blocks[index + step];
    rows[at++] = block ? Math.log1p(block.text.length) : -1;
    rows[at++] = block ? block.linkChars / block.text.length : -1;
    const tag = block ? text.page.tag[block.node]! : '';
    rows[at++] = tag.length === 2 && tag[0] === 'h' && tag !== 'hr' ? Number(tag[1]) : 0;
    rows[at++] = block ? odds[index + step]! : 0;
    rows[at++] = block && likeKey[index + step] === likeKey[index] ? 1 : 0;
  }
  rows[at++] = Math.log1p(charsUpTo[n]!);
  rows[at++] = Math.log1p(n);
  rows[at++] = Math.log1p(proseUpTo[n]!);
  rows[at++] = reading.linkShare;
  rows[at++] = text.isArticleType ? 1 : 0;
  rows[at++] = text.articleBody.size > 20 ? 1 : 0;
  return at;
}
