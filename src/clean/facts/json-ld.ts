import { attributesOf, type Page } from '../page/page.ts';

/** A node of JSON-LD, untrusted: every field may be anything. */
export type JsonLdNode = { readonly [key: string]: unknown };

/** Deepest nesting and most nodes that are looked at; the most nodes in 430 development pages are 142. */
const MAX_DEPTH = 24;
const MAX_NODES = 4000;

/** All nodes of all JSON-LD scripts of a page, outermost first. Broken scripts are repaired where a line break in a string broke them, else passed over. */
export function jsonLdNodes(page: Page): readonly JsonLdNode[] {
  const nodes: JsonLdNode[] = [];
  for (let i = 1; i < page.tag.length; i++) {
    if (page.tag[i] !== 'script' || !/^application\/(?:ld\+json|json\+ld)/i.test(attributesOf(page, i).type ?? ''))
      continue;
    const source = page.tag[i + 1] === '#text' && page.parent[i + 1] === i ? page.text[i + 1]! : '';
    const waiting: [unknown, number][] = [[parseLenient(source), 0]];
    for (let at = 0; at < waiting.length && nodes.length < MAX_NODES; at++) {
      const [value, depth] = waiting[at]!;
      if (depth > MAX_DEPTH || typeof value !== 'object' || value === null) continue;
      if (!Array.isArray(value)) nodes.push(value as JsonLdNode);
      for (const inner of Object.values(value))
        if (typeof inner === 'object' && inner !== null) waiting.push([inner, depth + 1]);
    }
  }
  return nodes;
}

function parseLenient(source: string): unknown {
  const bare = source
    .replace(
      /^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)|(?:-->|\/\/\s*\]\]>|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/g,
      '',
    )
    .replace(/;\s*$/, '');
  for (const repair of REPAIRS) {
    try {
      return JSON.parse(repair(bare));
    } catch {
      // Publishers' templates print broken JSON; the next, more patient reading follows, and in the end nothing.
    }
  }
  return undefined;
}

/** From the strictest reading to the most patient. */
const REPAIRS: readonly ((source: string) => string)[] = [
  (source) => source,
  (source) => source.replace(/[\u0000-\u001F]+/g, ' '),
  (source) => source.replace(/[\u0000-\u001F]+/g, ' ').replace(/,\s*([}\]])/g, '$1'),
];

/** Types of a node, without their address. */
export const typesOf = (node: JsonLdNode): readonly string[] =>
  [node['@type']]
    .flat()
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));

const ARTICLE_TYPE =
  /(?:Article|BlogPosting|^Report|^Review|^LiveBlog|^NewsStory|SocialMediaPosting|^Posting|^Blog$|CreativeWork$|^Recipe$|^HowTo$)/;
const NEWS_TYPE = /(?:NewsArticle|ReportageNews|AnalysisNews|OpinionNews|LiveBlogPosting|BackgroundNews)/;

/** The node that describes the page's article: a news type before another article type, the one with most said first. */
export function articleNode(nodes: readonly JsonLdNode[]): JsonLdNode | undefined {
  const rank = (node: JsonLdNode) => {
    const types = typesOf(node);
    if (!types.some((type) => ARTICLE_TYPE.test(type))) return -1;
    const facts = ['headline', 'datePublished', 'author', 'articleBody'].filter((key) => node[key]).length;
    return facts * 2 + (types.some((type) => NEWS_TYPE.test(type)) ? 3 : 0);
  };
  let best: JsonLdNode | undefined;
  let bestRank = 1;
  for (const node of nodes) {
    const value = rank(node);
    if (value > bestRank) {
      best = node;
      bestRank = value;
    }
  }
  return best;
}

/** A field as one string: the string itself, `name`, `@value` or `url` of what stands there, or the first of a list. */
export function stringOf(value: unknown): string | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'string') return first.trim() || undefined;
  if (typeof first === 'number') return String(first);
  if (typeof first !== 'object' || first === null) return undefined;
  const node = first as JsonLdNode;
  return stringOf(node.name) ?? stringOf(node['@value']) ?? stringOf(node.url);
}
