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

/** What the elements around each block say, down from the root so that each element is looked at once. */
export type Surroundings = { readonly values: Float32Array; readonly odds: number };

const TAG_BITS: Readonly<Record<string, number>> = {
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
};
const BODY_BIT = 2048;

type Above = {
  readonly bits: number;
  readonly lists: number;
  readonly depth: number;
  readonly odds: number;
  readonly min: number;
  readonly max: number;
  readonly sum: number;
  readonly weighted: number;
};
const ROOT: Above = { bits: 0, lists: 0, depth: 0, odds: 0, min: 0, max: 0, sum: 0, weighted: 0 };

/** Answers for an element what lies above it; remembers every element on the way. */
export function surroundings(text: PageText, lexicon: Lexicon): (node: number) => Above {
  const known = new Map<number, Above>([
    [0, ROOT],
    [-1, ROOT],
  ]);
  const { page, marks } = text;
  return (node) => {
    const way: number[] = [];
    let at = node;
    while (!known.has(at)) {
      way.push(at);
      at = page.parent[at]!;
    }
    let above = known.get(at)!;
    for (let i = way.length - 1; i >= 0; i--) {
      const element = way[i]!;
      above = below(above, page.tag[element]!, page.attributes[element], oddsOf(marks.get(element), lexicon));
      known.set(element, above);
    }
    return above;
  };
}

function below(
  above: Above,
  tag: string,
  attributes: Readonly<Record<string, string>> | undefined,
  odds: number,
): Above {
  let bits = above.bits | (TAG_BITS[tag] ?? 0);
  if (attributes) {
    if (attributes.itemprop && /articleBody|reviewBody/i.test(attributes.itemprop)) bits |= BODY_BIT;
    const role = attributes.role;
    if (role === 'main') bits |= 2;
    else if (role === 'navigation') bits |= 4;
    else if (role === 'complementary') bits |= 8;
    else if (role === 'contentinfo') bits |= 16;
    else if (role === 'banner') bits |= 32;
    else if (role === 'article') bits |= 1;
  }
  return {
    bits,
    lists: above.lists + (tag === 'ul' || tag === 'ol' ? 1 : 0),
    depth: above.depth + 1,
    odds,
    min: Math.min(above.min, odds),
    max: Math.max(above.max, odds),
    sum: above.sum + odds,
    weighted: above.weighted * 0.7 + odds,
  };
}

function oddsOf(words: readonly number[] | undefined, lexicon: Lexicon): number {
  if (!words || words.length === 0) return 0;
  let sum = 0;
  let known = 0;
  for (const word of words) {
    const odds = lexicon.get(word);
    if (odds === undefined) continue;
    sum += odds;
    known++;
  }
  return known ? sum / Math.sqrt(known) : 0;
}

/** Where a block stands among the page's elements. */
export function writePlaceFeatures(
  row: Float32Array,
  at: number,
  text: PageText,
  index: number,
  aboveOf: (node: number) => Above,
  articleElements: number,
): number {
  const { page } = text;
  const { node } = text.blocks[index]!;
  const tag = page.tag[node]!;
  const self = aboveOf(node);
  const parent = page.parent[node]!;
  const bit = (value: number) => (self.bits & value ? 1 : 0);
  const values = [
    tag === 'p' ? 1 : 0,
    tag === 'li' || tag === 'dd' || tag === 'dt' ? 1 : 0,
    tag.length === 2 && tag[0] === 'h' && tag !== 'hr' ? Number(tag[1]) : 0,
    tag === 'tr' || tag === 'td' || tag === 'th' ? 1 : 0,
    tag === 'figcaption' || tag === 'caption' ? 1 : 0,
    tag === 'blockquote' ? 1 : 0,
    tag === 'pre' ? 1 : 0,
    tag === 'button' || tag === 'label' || tag === 'legend' || tag === 'summary' ? 1 : 0,
    tag === 'div' ? 1 : 0,
    bit(1),
    bit(2),
    bit(4),
    bit(8),
    bit(16),
    bit(32),
    bit(64),
    self.lists,
    bit(128),
    bit(256),
    bit(512),
    bit(BODY_BIT),
    bit(1024),
    self.depth,
    self.odds,
    aboveOf(parent).odds,
    aboveOf(parent > 0 ? page.parent[parent]! : 0).odds,
    self.min,
    self.max,
    self.sum,
    self.weighted,
    articleElements,
  ];
  for (const value of values) row[at++] = value;
  return at;
}
