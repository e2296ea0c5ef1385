import { type Draft, learn, type Step } from '../draft.ts';
import { fold } from '../fold.ts';
import { attributesOf, type Page, textOf } from '../page/page.ts';
import { hasMark } from '../page/visible.ts';
import { timesIn } from '../time/read-time.ts';
import { agencyNamed } from './agencies.ts';
import { BY, ROLE_NOUN } from './byline-words.ts';
import { type JsonLdNode, stringOf, typesOf } from './json-ld.ts';
import { type Byline, bareName, isPersonName, readByline } from './person-names.ts';

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
      () => authorBoxes(page),
      () => nameBesideDate(draft),
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
    const isMarked =
      (a.rel !== undefined && /(?:^|\s)author(?:$|\s)/.test(a.rel)) ||
      a.itemprop === 'author' ||
      a.itemprop === 'creator';
    if (!isMarked && !(hasMark(page, i, BYLINE_MARK) && !hasMark(page, i, NOT_BYLINE))) continue;
    const text = fold(nameInside(page, i) ?? partsOf(page, i));
    if (text.length < 3 || text.length > 120 || !bareName(text)) continue;
    (isMarked ? marked : classed).push(text);
    i = page.end[i]! - 1;
  }
  return marked.length ? marked.slice(0, 6) : classed.slice(0, 1);
}

/**
 * Text of an element. Where neighbouring elements have no blank between them ("Ada Quist" "Founder") a name goes on as
 * another one, and anything else ends it.
 */
function partsOf(page: Page, node: number): string {
  let text = '';
  for (let i = node; i < page.end[node]!; i++) {
    if (page.tag[i] !== '#text') continue;
    const part = page.text[i]!;
    if (!/[\p{L}\p{N}]$/u.test(text) || !/^\p{Lu}/u.test(part)) text += part;
    else if (BY.test(`${text} `)) text += ` ${part}`;
    else if (isFullName(fold(part)) && !ROLE_NOUN.test(part)) text += `|${part}`;
    else if (bareName(fold(text))) break;
    else text += `|${part}`;
  }
  return text;
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

/** Short lines around the headline, or at the end of the page, that begin like a byline. */
function bylineLines(draft: Draft): readonly string[] {
  const { page } = draft.evidence!;
  const headline = draft.blocks.findIndex((block) => page.tag[block.node] === 'h1');
  const near = headline < 0 ? [] : draft.blocks.slice(Math.max(0, headline - 2), headline + BYLINE_REACH);
  const line =
    near.find(({ text }) => isByline(text, BYLINE)) ?? draft.blocks.find(({ text }) => isByline(text, SIGNED));
  return line ? [line.text] : [];
}

const BYLINE =
  /^(?:by|von|par|por|di|przez|door|av|af|text|autor(?:in|en)?|author|written by|words by|posted by)[:\s]\s*\p{Lu}/iu;
/** Says so wherever it stands on the page. */
const SIGNED =
  /^(?:(?:this (?:post|article|story) was )?written by|words by|article by|story by|geschrieben von|ein beitrag von|autor(?:in)?:|autoren:|text:|écrit par|escrito por|scritto da) ?(?=\p{Lu}\p{Ll}+ \p{Lu})/u;

const isByline = (text: string, opening: RegExp) => text.length <= 100 && opening.test(text) && !/[.!?]$/.test(text);

const AUTHOR_BOX_NAME = /author.{0,40}(?:name|title|heading)|(?:^|[\s_-])byline/i;

/** The name in a box about the author, behind or before the article: every such box must name the same one. */
function authorBoxes(page: Page): readonly string[] {
  const found = new Set<string>();
  for (let i = 1; i < page.tag.length; i++) {
    const a = page.attributes[i];
    if (!a?.class || !AUTHOR_BOX_NAME.test(a.class) || /comment|related|teaser|card|list/i.test(a.class)) continue;
    const text = fold(partsOf(page, i));
    if (text.length >= 5 && text.length <= 60 && isFullName(bareName(text))) found.add(bareName(text));
    i = page.end[i]! - 1;
  }
  return found.size === 1 ? [...found] : [];
}

/** Two to four words, each with a capital: what stands alone on a line and reads so is a person more often than not. */
const isFullName = (text: string) =>
  /^\p{Lu}[\p{L}.’'-]+(?: \p{Lu}[\p{L}.’'-]*){1,3}$/u.test(text) && isPersonName(text);

/** Blocks behind the headline in which a line with a name and one with the date stand together. */
const DATE_REACH = 8;

/** A name alone on its line right before or after the line with the date, below the headline. */
function nameBesideDate(draft: Draft): readonly string[] {
  const { page } = draft.evidence!;
  const headline = draft.blocks.findIndex((block) => page.tag[block.node] === 'h1');
  if (headline < 0) return [];
  const near = draft.blocks.slice(headline + 1, headline + DATE_REACH).map((block) => block.text);
  const isDated = (text: string | undefined) =>
    text !== undefined && text.length <= 60 && (timesIn(text).length > 0 || /\d+ min(?:ute)?s?\b/i.test(text));
  const at = near.findIndex((text, i) => isFullName(text) && (isDated(near[i - 1]) || isDated(near[i + 1])));
  return at < 0 ? [] : [near[at]!];
}
