import type { Attributes } from '../page/page.ts';
import type { Lexicon } from './lexicon.ts';
import type { PageText } from './page-text.ts';

export const PLACE_FEATURES = [
  'isParagraph',
  'isListItem',
  'headingLevel',
  'isTableRow',
  'isCaption',
  'isQuote',
  'isPreformatted',
  'isControl',
  'isDiv',
  'inArticle',
  'inMain',
  'inNav',
  'inAside',
  'inFooter',
  'inHeader',
  'inForm',
  'listDepth',
  'inFigure',
  'inTable',
  'inQuote',
  'inArticleBody',
  'inLink',
  'depth',
  'marksSelf',
  'marksParent',
  'marksGrandparent',
  'marksMin',
  'marksMax',
  'marksSum',
  'marksWeighted',
  'articleElements',
] as const;

/** What stands above each element that holds a block, and what its own marks say. By element. */
export type Surroundings = {
  readonly bits: Int32Array;
  readonly lists: Uint8Array;
  readonly depth: Uint16Array;
  readonly odds: Float32Array;
  readonly min: Float32Array;
  readonly max: Float32Array;
  readonly sum: Float32Array;
  readonly weighted: Float32Array;
};

const TAG_BITS = new Map<string, number>(
  Object.entries({
    article: 1,
    main: 2,
    nav: 4,
    aside: 8,
    footer: 16,
    header: 32,
    form: 64,
    figure: 128,
    table: 256,
    blockquote: 512,
    a: 1024,
  }),
);
const ROLE_BITS = new Map<string, number>(
  Object.entries({
    article: 1,
    main: 2,
    navigation: 4,
    complementary: 8,
    contentinfo: 16,
    banner: 32,
  }),
);
const BODY_BIT = 2048;

/** One pass down from the root, so that each element is looked at once. */
export function surroundings(text: PageText, lexicon: Lexicon): Surroundings {
  const { page, marks } = text;
  const size = page.tag.length;
  const bits = new Int32Array(size);
  const lists = new Uint8Array(size);
  const depth = new Uint16Array(size);
  const odds = new Float32Array(size);
  const min = new Float32Array(size);
  const max = new Float32Array(size);
  const sum = new Float32Array(size);
  const weighted = new Float32Array(size);
  const known = new Map<readonly number[], number>();
  for (let i = 1; i < size; i++) {
    const words = marks[i];
    if (words === undefined && !text.isPlain) continue;
    const above = page.parent[i]!;
    const tag = page.tag[i]!;
    let own = 0;
    if (words?.length) {
      own = known.get(words) ?? Number.NaN;
      if (Number.isNaN(own)) {
        own = oddsOf(words, lexicon);
        known.set(words, own);
      }
    }
    bits[i] = bits[above]! | (TAG_BITS.get(tag) ?? 0) | bitsOf(page.attributes[i]);
    lists[i] = lists[above]! + (tag === 'ul' || tag === 'ol' ? 1 : 0);
    depth[i] = depth[above]! + 1;
    odds[i] = own;
    min[i] = Math.min(min[above]!, own);
    max[i] = Math.max(max[above]!, own);
    sum[i] = sum[above]! + own;
    weighted[i] = weighted[above]! * 0.7 + own;
  }
  return { bits, lists, depth, odds, min, max, sum, weighted };
}

function bitsOf(attributes: Attributes | undefined): number {
  if (!attributes) return 0;
  const isBody = attributes.itemprop !== undefined && /articleBody|reviewBody/i.test(attributes.itemprop);
  return (isBody ? BODY_BIT : 0) | (attributes.role === undefined ? 0 : (ROLE_BITS.get(attributes.role) ?? 0));
}

function oddsOf(words: readonly number[], lexicon: Lexicon): number {
  let sum = 0;
  let known = 0;
  for (const word of words) {
    const odds = lexicon.of(word);
    if (odds === 0) continue;
    sum += odds;
    known++;
  }
  return known ? sum / Math.sqrt(known) : 0;
}

/** Where a block stands among the page's elements. */
export function writePlaceFeatures(
  rows: Float32Array,
  at: number,
  text: PageText,
  index: number,
  around: Surroundings,
  articleElements: number,
): number {
  const { page } = text;
  const { node } = text.blocks[index]!;
  const tag = page.tag[node]!;
  const parent = Math.max(0, page.parent[node]!);
  const bits = around.bits[node]!;
  rows[at++] = tag === 'p' ? 1 : 0;
  rows[at++] = tag === 'li' || tag === 'dd' || tag === 'dt' ? 1 : 0;
  rows[at++] = tag.length === 2 && tag[0] === 'h' && tag !== 'hr' ? Number(tag[1]) : 0;
  rows[at++] = tag === 'tr' || tag === 'td' || tag === 'th' ? 1 : 0;
  rows[at++] = tag === 'figcaption' || tag === 'caption' ? 1 : 0;
  rows[at++] = tag === 'blockquote' ? 1 : 0;
  rows[at++] = tag === 'pre' ? 1 : 0;
  rows[at++] = tag === 'button' || tag === 'label' || tag === 'legend' || tag === 'summary' ? 1 : 0;
  rows[at++] = tag === 'div' ? 1 : 0;
  rows[at++] = bits & 1 ? 1 : 0;
  rows[at++] = bits & 2 ? 1 : 0;
  rows[at++] = bits & 4 ? 1 : 0;
  rows[at++] = bits & 8 ? 1 : 0;
  rows[at++] = bits & 16 ? 1 : 0;
  rows[at++] = bits & 32 ? 1 : 0;
  rows[at++] = bits & 64 ? 1 : 0;
  rows[at++] = around.lists[node]!;
  rows[at++] = bits & 128 ? 1 : 0;
  rows[at++] = bits & 256 ? 1 : 0;
  rows[at++] = bits & 512 ? 1 : 0;
  rows[at++] = bits & BODY_BIT ? 1 : 0;
  rows[at++] = bits & 1024 ? 1 : 0;
  rows[at++] = around.depth[node]!;
  rows[at++] = around.odds[node]!;
  rows[at++] = around.odds[parent]!;
  rows[at++] = around.odds[Math.max(0, page.parent[parent]!)]!;
  rows[at++] = around.min[node]!;
  rows[at++] = around.max[node]!;
  rows[at++] = around.sum[node]!;
  rows[at++] = around.weighted[node]!;
  rows[at++] = articleElements;
  return at;
}
