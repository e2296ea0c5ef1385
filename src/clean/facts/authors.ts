import { type Draft, learn, type Step } from '../draft.ts';
import { fold } from '../fold.ts';
import { attributesOf, type Page, textOf } from '../page/page.ts';
import { marksOf } from '../page/visible.ts';
import { agencyNamed } from './agencies.ts';
import { type JsonLdNode, stringOf, typesOf } from './json-ld.ts';
import { type Byline, bareName, readByline } from './person-names.ts';

/** Who wrote it: persons as the page names them, and the agency where one is named instead or beside them. */
export const authors: Step = {
  name: 'authors',
  what: 'Reads persons and agencies from JSON-LD, meta and byline elements; roles, places, handles and the outlet itself are no authors.',
  for: 'html',
  run(draft: Draft): void {
    const { page, head, article, nodes } = draft.evidence!;
    const metaNames = AUTHOR_META.flatMap((name) => head.all.get(name) ?? []).filter(
      (value) => !/^https?:/.test(value),
    );
    const sources: readonly (() => readonly string[])[] = [
      () => [article?.author, article?.creator].flatMap((value) => namesInNode(value, nodes)),
      () => metaNames,
      () => bylineElements(page),
      () => bylineLines(draft),
    ];
    // A page that names only a desk, an agency or itself as author is taken at its word in the end.
    let desk: string | undefined;
    for (const source of sources) {
      const { persons, agencies, organisations } = readAll(source());
      learn(draft, 'agency', agencyNamed(agencies[0] ?? ''));
      const people = persons.filter((name) => !isOutlet(name, draft));
      // An agency that signs beside persons ("Jane Doe, dpa") is a signature like theirs.
      if (people.length) learn(draft, 'authors', [...people, ...agencies]);
      if (draft.facts.authors) break;
      desk ??= agencies[0] ?? organisations[0] ?? persons[0];
    }
    if (desk && !NOBODY.test(desk)) learn(draft, 'authors', [desk]);
    if (draft.given.authors?.length) learn(draft, 'authors', draft.given.authors);
  },
};

/** What templates print where nobody has signed. */
const NOBODY =
  /^(?:admin(?:n|istrator)?|webmaster|user|author|editor|staff|guest|root|test|unknown|anonymous|default|wp)\d*$/i;

const AUTHOR_META = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'dc.creator',
  'dc.contributor',
  'dcterms.creator',
  'citation_author',
  'byl',
  'byline',
  'article.author',
  'cxenseparse:author',
  'og:article:author',
  'twitter:data1_author',
];

/** Names in a JSON-LD author field: strings, nodes, lists, or references to another node by `@id`. */
function namesInNode(value: unknown, nodes: readonly JsonLdNode[]): readonly string[] {
  return [value].flat().flatMap((item): readonly string[] => {
    if (typeof item !== 'object' || item === null)
      return typeof item === 'string' && !/^https?:/.test(item) ? [item] : [];
    const node = item as JsonLdNode;
    if (node.name !== undefined) return [node.name].flat().flatMap((name) => stringOf(name) ?? []);
    const referred = nodes.find((other) => other !== node && other['@id'] === node['@id'] && other.name !== undefined);
    return referred && !typesOf(referred).includes('WebSite') ? [stringOf(referred.name) ?? ''].filter(Boolean) : [];
  });
}

function readAll(lines: readonly string[]): Byline {
  const read = lines.map(readByline);
  const merge = (pick: (byline: Byline) => readonly string[]) => [
    ...new Map(read.flatMap(pick).map((name) => [name.toLowerCase(), name])).values(),
  ];
  return {
    persons: merge((b) => b.persons),
    agencies: merge((b) => b.agencies),
    organisations: merge((b) => b.organisations),
  };
}

const BYLINE_MARK =
  /(?:^|[\s_-])(?:by-?line(?:s)?|authors?|author-?name|article-?author|post-?author|entry-?author|autor(?:en|in)?|writer|contributor)(?:$|[\s_-])/i;
const NOT_BYLINE =
  /bio|box|about|avatar|image|photo|follow|social|related|comment|description|twitter|email|count|link-list|footer/i;

/** Short texts of elements that mark an author: `rel=author`, `itemprop=author`, byline classes; first found wins. */
function bylineElements(page: Page): readonly string[] {
  const marked: string[] = [];
  const classed: string[] = [];
  for (let i = 1; i < page.tag.length; i++) {
    const a = page.attributes[i];
    if (!a || page.tag[i] === 'meta' || page.tag[i] === 'link') continue;
    const isMarked = /(?:^|\s)author(?:$|\s)/.test(a.rel ?? '') || /^(?:author|creator)$/.test(a.itemprop ?? '');
    const marks = isMarked ? '' : marksOf(page, i);
    if (!isMarked && !(BYLINE_MARK.test(marks) && !NOT_BYLINE.test(marks))) continue;
    const text = fold(nameInside(page, i) ?? textOf(page, i));
    if (text.length < 3 || text.length > 120 || !bareName(text)) continue;
    (isMarked ? marked : classed).push(text);
    i = page.end[i]! - 1;
  }
  return marked.length ? marked.slice(0, 6) : classed.slice(0, 1);
}

/** `itemprop=name` inside an author's element holds the name alone. */
function nameInside(page: Page, node: number): string | undefined {
  for (let i = node + 1; i < page.end[node]!; i++) {
    const a = attributesOf(page, i);
    if (a.itemprop === 'name') return a.content ?? textOf(page, i);
  }
  return undefined;
}

function isOutlet(name: string, draft: Draft): boolean {
  const squeeze = (text: string) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join('');
  const outlet = squeeze(draft.facts.outletName ?? '');
  return outlet !== '' && squeeze(name) === outlet;
}

/** How far behind the headline a byline may stand, in blocks. */
const BYLINE_REACH = 8;

/** Short lines around the headline that begin like a byline. */
function bylineLines(draft: Draft): readonly string[] {
  const { page } = draft.evidence!;
  const headline = draft.blocks.findIndex((block) => page.tag[block.node] === 'h1');
  const near = headline < 0 ? [] : draft.blocks.slice(Math.max(0, headline - 2), headline + BYLINE_REACH);
  const line = near.find(
    ({ text }) =>
      text.length <= 100 &&
      /^(?:by|von|par|por|di|przez|door|av|af|text|autor(?:in)?|author|written by|words by|posted by)[:\s]\s*\p{Lu}/iu.test(
        text,
      ) &&
      !/[.!?]$/.test(text),
  );
  return line ? [line.text] : [];
}
