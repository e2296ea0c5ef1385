/** Attributes that some step reads; all others are passed over while parsing. */
export type Attributes = Readonly<Record<string, string>>;

/**
 * A parsed page as parallel lists in document order: element or text `i` owns everything up to `end[i]` (exclusive), so a
 * subtree is a stretch and nobody ever recurses. Text has the tag `#text`; node 0 is the root.
 */
export type Page = {
  readonly tag: readonly string[];
  readonly parent: readonly number[];
  readonly end: readonly number[];
  readonly attributes: readonly (Attributes | undefined)[];
  /** Text of `#text` nodes, raw content of `script` and `style` that are kept; empty for the rest. */
  readonly text: readonly string[];
};

const NONE: Attributes = {};

/** Attributes of a node, empty where it has none. */
export const attributesOf = (page: Page, node: number): Attributes => page.attributes[node] ?? NONE;

/** All text inside a node, as it stands, scripts left out. */
export function textOf(page: Page, node: number): string {
  let text = '';
  for (let i = node; i < page.end[node]!; i++) {
    if (page.tag[i] === '#text') text += page.text[i];
    else if (SPACED.has(page.tag[i]!)) text += ' ';
  }
  return text;
}

const SPACED = new Set(['br', 'p', 'div', 'li', 'td', 'th', 'tr', 'h1', 'h2', 'h3', 'h4']);

/** True when the node or one above it meets the test; looks at most `MAX_DEPTH` levels up. */
export function hasAncestor(page: Page, node: number, test: (node: number) => boolean): boolean {
  for (let i = node; i > 0; i = page.parent[i]!) if (test(i)) return true;
  return false;
}

/** Deepest nesting that is kept: everything below is hung onto the last level. Of 430 development pages one goes deeper than 80 levels, none than 196. */
export const MAX_DEPTH = 256;

/** Most nodes that are kept of one page; the largest of 430 development pages has 14,910. */
export const MAX_NODES = 400_000;
