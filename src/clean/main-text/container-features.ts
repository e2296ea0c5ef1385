import { endsParagraph } from './ending.ts';
import { wordKey } from './lexicon.ts';
import type { PageText } from './page-text.ts';

export const CONTAINER_FEATURES = [
  'parentChars',
  'parentLinkShare',
  'parentBlocks',
  'parentProseShare',
  'grandChars',
  'grandLinkShare',
  'grandBlocks',
  'grandProseShare',
  'greatChars',
  'greatLinkShare',
  'greatProseShare',
  'inBest',
  'bestDistance',
  'inBestParent',
  'likeChars',
  'likeShare',
  'likeCount',
  'likeLinkShare',
  'likeProse',
] as const;

/** Text sums over the elements of a page, and which one holds the most prose. */
export type Containers = {
  readonly chars: Float64Array;
  readonly linkChars: Float64Array;
  readonly blocks: Float64Array;
  readonly prose: Float64Array;
  readonly totalProse: number;
  readonly best: number;
  /** By block: a key of the last three elements with their classes; blocks set alike share it. */
  readonly likeKey: readonly number[];
  readonly like: ReadonlyMap<number, { chars: number; linkChars: number; count: number; prose: number }>;
};

/** A block that reads as a paragraph of prose. */
export function isProse(text: PageText, index: number): boolean {
  const { text: words, linkChars } = text.blocks[index]!;
  return words.length >= 80 && linkChars < words.length * 0.35 && endsParagraph(words);
}

/** Sums text up the tree in one pass over the blocks and one over the elements. */
export function containersOf(text: PageText, prose: readonly boolean[]): Containers {
  const { page, blocks } = text;
  const size = page.tag.length;
  const chars = new Float64Array(size);
  const linkChars = new Float64Array(size);
  const count = new Float64Array(size);
  const proseChars = new Float64Array(size);
  const score = new Float64Array(size);
  const likeKey: number[] = [];
  const like = new Map<number, { chars: number; linkChars: number; count: number; prose: number }>();
  let totalProse = 0;
  for (const [index, block] of blocks.entries()) {
    const { node } = block;
    const length = block.text.length;
    chars[node]! += length;
    linkChars[node]! += block.linkChars;
    count[node]! += 1;
    if (prose[index]) {
      proseChars[node]! += length;
      totalProse += length;
      const points = 1 + Math.min(length / 100, 5);
      const parent = page.parent[node]!;
      if (parent > 0) score[parent]! += points;
      const grand = parent > 0 ? page.parent[parent]! : 0;
      if (grand > 0) score[grand]! += points / 2;
    }
    const key = likeness(text, node);
    likeKey.push(key);
    const group = like.get(key) ?? { chars: 0, linkChars: 0, count: 0, prose: 0 };
    group.chars += length;
    group.linkChars += block.linkChars;
    group.count += 1;
    group.prose += prose[index] ? 1 : 0;
    like.set(key, group);
  }
  for (let i = size - 1; i > 0; i--) {
    const parent = page.parent[i]!;
    chars[parent]! += chars[i]!;
    linkChars[parent]! += linkChars[i]!;
    count[parent]! += count[i]!;
    proseChars[parent]! += proseChars[i]!;
  }
  let best = 0;
  let bestScore = 0;
  for (let i = 1; i < size; i++) {
    if (score[i] === 0) continue;
    const value = score[i]! * (1 - linkChars[i]! / (chars[i]! || 1));
    if (value > bestScore) {
      best = i;
      bestScore = value;
    }
  }
  return { chars, linkChars, blocks: count, prose: proseChars, totalProse, best, likeKey, like };
}

/** A key of an element and the two above it, the first two with their classes. */
function likeness(text: PageText, node: number): number {
  const { page, looks } = text;
  let key = 7;
  for (let i = node, level = 0; i > 0 && level < 3; i = page.parent[i]!, level++)
    key = (Math.imul(key, 31) + (level < 2 ? looks[i]! : wordKey(page.tag[i]!))) | 0;
  return key;
}

/** How much text, and of what kind, stands in the elements around a block and in blocks set like it. */
export function writeContainerFeatures(
  rows: Float32Array,
  at: number,
  text: PageText,
  index: number,
  sums: Containers,
): number {
  const { page } = text;
  const { node } = text.blocks[index]!;
  let element = node;
  for (let level = 0; level < 3; level++) {
    if (element > 0) element = page.parent[element]!;
    const chars = sums.chars[element]! || 1;
    rows[at++] = Math.log1p(chars);
    rows[at++] = sums.linkChars[element]! / chars;
    if (level < 2) rows[at++] = Math.min(sums.blocks[element]!, 200);
    rows[at++] = sums.totalProse ? sums.prose[element]! / sums.totalProse : 0;
  }
  const { best } = sums;
  const inside = (box: number) => box > 0 && node >= box && node < page.end[box]!;
  rows[at++] = inside(best) ? 1 : 0;
  rows[at++] = distance(text, node, best);
  rows[at++] = best > 0 && inside(page.parent[best]!) ? 1 : 0;
  const group = sums.like.get(sums.likeKey[index]!)!;
  rows[at++] = Math.log1p(group.chars);
  rows[at++] = group.chars / (sums.chars[0]! || 1);
  rows[at++] = Math.min(group.count, 100);
  rows[at++] = group.linkChars / (group.chars || 1);
  rows[at++] = group.prose / group.count;
  return at;
}

/** Steps up from a block until an element that also holds the best one. */
function distance(text: PageText, node: number, best: number): number {
  const { page } = text;
  let steps = 0;
  for (let i = node; i > 0 && steps < 20; i = page.parent[i]!, steps++)
    if (i <= best && best < page.end[i]!) return steps;
  return Math.min(steps, 20);
}
