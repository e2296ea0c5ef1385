import { Parser } from 'htmlparser2';
import { decodeEntities } from './entities.ts';
import { type Vocabulary, vocabularyOf, vocabularyOfPrefix } from './namespaces.ts';

/** An element of a feed. Text is decoded; names are lower case; `base` and `lang` are what holds at this place. */
export type Element = {
  readonly vocabulary: Vocabulary;
  /** Name without prefix, in lower case. */
  readonly name: string;
  /** Attributes by name without the case of the feed. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (Element | string)[];
  readonly base: string | undefined;
  readonly lang: string | undefined;
};

/** A document made to hurt: deeper, wider or longer than any feed. */
export class TooComplex extends Error {
  override readonly name = 'TooComplex';
  readonly what: 'depth' | 'attributes' | 'elements';
  constructor(what: 'depth' | 'attributes' | 'elements') {
    super(`too many levels, attributes or elements: ${what}`);
    this.what = what;
  }
}

export const MAX_DEPTH = 200;
export const MAX_ATTRIBUTES = 500;
export const MAX_ELEMENTS = 1_000_000;

const DOCUMENTS = new Set(['rss', 'rdf', 'feed', 'channel', 'urlset', 'sitemapindex', 'opml', 'rsl']);

type Scope = Readonly<Record<string, Vocabulary>>;
type Open = { readonly element: Element; readonly scope: Scope };

/**
 * Reads XML as it comes, well-formed or not, into a tree; undefined where there is no element at all. Document type
 * declarations are passed over, so entities of the document's own are not known and cannot blow up.
 * `base` is the address against which relative ones are read. Throws `TooComplex`.
 */
export function readTree(xml: string, base: string | undefined): Element | undefined {
  const root: Element = { vocabulary: '', name: '', attributes: {}, children: [], base, lang: undefined };
  const stack: Open[] = [{ element: root, scope: {} }];
  let elements = 0;
  let attributes = 0;
  let inCdata = false;

  const parser = new Parser(
    {
      onopentagname: () => {
        attributes = 0;
      },
      onattribute: () => {
        if (++attributes > MAX_ATTRIBUTES) throw new TooComplex('attributes');
      },
      onopentag: (name, raw) => {
        if (stack.length > MAX_DEPTH) throw new TooComplex('depth');
        if (++elements > MAX_ELEMENTS) throw new TooComplex('elements');
        const outer = stack.at(-1)!;
        const opened = open(name, raw, outer);
        outer.element.children.push(opened.element);
        stack.push(opened);
      },
      onclosetag: () => {
        if (stack.length > 1) stack.pop();
      },
      oncdatastart: () => {
        inCdata = true;
      },
      oncdataend: () => {
        inCdata = false;
      },
      ontext: (text) => {
        stack.at(-1)!.element.children.push(inCdata ? text : decodeEntities(text));
      },
    },
    { xmlMode: true, decodeEntities: false, lowerCaseTags: false, lowerCaseAttributeNames: false },
  );
  parser.write(xml);
  parser.end();
  const tops = elementsOf(root);
  // Warnings that a server's own program printed stand in front of the document.
  return tops.find((top) => DOCUMENTS.has(top.name)) ?? tops[0];
}

function open(name: string, raw: Readonly<Record<string, string>>, outer: Open): Open {
  const attributes: Record<string, string> = {};
  let scope = outer.scope;
  for (const [key, value] of Object.entries(raw)) {
    const decoded = decodeEntities(value);
    if (key === 'xmlns' || key.startsWith('xmlns:'))
      scope = { ...scope, [key === 'xmlns' ? '' : key.slice(6)]: vocabularyOf(decoded.trim()) };
    attributes[key.toLowerCase()] = decoded;
  }
  const colon = name.indexOf(':');
  const prefix = colon < 0 ? '' : name.slice(0, colon);
  const vocabulary = scope[prefix] ?? (prefix === '' ? '' : vocabularyOfPrefix(prefix));
  const base = attributes['xml:base'];
  const element: Element = {
    vocabulary,
    name: name.slice(colon + 1).toLowerCase(),
    attributes,
    children: [],
    base: base === undefined ? outer.element.base : resolved(base, outer.element.base),
    lang: attributes['xml:lang'] ?? outer.element.lang,
  };
  return { element, scope };
}

/** An address read against a base; left as it is where it stands alone already, or where nothing can be made of it. */
export function resolved(address: string, base: string | undefined): string {
  const trimmed = address.trim();
  if (base === undefined || /^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return trimmed;
  if (trimmed === '') return base;
  return URL.canParse(trimmed, base) ? new URL(trimmed, base).href : trimmed;
}

export const elementsOf = (element: Element): readonly Element[] =>
  element.children.filter((child) => typeof child !== 'string');
