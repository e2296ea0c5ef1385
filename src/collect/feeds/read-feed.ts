import type { Feed, FeedAuthor, FeedEnclosure, FeedItem, FeedLink } from '../../domain/feed.ts';
import { authorsOf } from './authors.ts';
import { feedDate } from './feed-dates.ts';
import { addressIn, type FieldName, type Fields, fieldsOf, wordsOf } from './fields.ts';
import type { Vocabulary } from './namespaces.ts';
import { atomWords, rssWords, type Words } from './words.ts';
import { type Element, elementsOf, resolved } from './xml-tree.ts';

/** Items beyond this number are left out: no feed of news has them, an attack has. */
export const MAX_ITEMS = 20_000;

type Family = 'rss' | 'atom';

const CORE: Readonly<Record<Family, ReadonlySet<Vocabulary>>> = {
  rss: new Set<Vocabulary>(['']),
  atom: new Set<Vocabulary>(['', 'atom', 'atom03']),
};

/** Reads the tree of an RSS, RDF, Atom or CDF document; undefined where the root is none of them. */
export function readFeedTree(root: Element): Feed | undefined {
  if (root.name === 'feed') return readFamily(root, 'atom', elementsNamed(root, 'entry'));
  if (root.name !== 'rss' && root.name !== 'rdf' && root.name !== 'channel') return undefined;
  const channel = root.name === 'channel' ? root : elementsNamed(root, 'channel')[0];
  // RSS 0.90 and 1.0 have their items beside the channel, and some RSS 2.0 does it too.
  const items = [
    ...(channel ? elementsNamed(channel, 'item') : []),
    ...(channel === root ? [] : elementsNamed(root, 'item')),
  ];
  if (!channel && items.length === 0 && elementsOf(root).length > 0) return undefined;
  return readFamily(channel ?? root, 'rss', items);
}

function readFamily(channel: Element, family: Family, items: readonly Element[]): Feed {
  const fields = fieldsOf(channel, CORE[family]);
  const words = (...names: readonly FieldName[]) => construct(fields.first(...names), family)?.value ?? null;
  const { link, self, hubs } = linksOf(fields, family);
  return {
    id: idOf(fields.first('id')) ?? channel.attributes['rdf:about'] ?? null,
    title: words('title', 'dc:title', 'media:title', 'atom:title'),
    link: link ?? channel.attributes.href ?? null,
    description: words(
      'description',
      'subtitle',
      'tagline',
      'abstract',
      'info',
      'itunes:summary',
      'itunes:subtitle',
      'dc:description',
    ),
    language: languageOf(fields, channel),
    published: dateIn(fields, 'published', 'pubdate', 'issued', 'dcterms:issued', 'created'),
    updated: dateIn(fields, 'updated', 'modified', 'lastbuilddate', 'dcterms:modified', 'dc:date', 'atom:updated'),
    authors: peopleOf(fields, ['managingeditor', 'webmaster']),
    items: items.slice(0, MAX_ITEMS).map((item) => readItem(item, family)),
    hubs,
    self: self ?? null,
    ...described(fields, family),
  };
}

function readItem(item: Element, family: Family): FeedItem {
  const fields = fieldsOf(item, CORE[family]);
  const title = construct(fields.first('title', 'dc:title', 'media:title', 'itunes:title', 'atom:title'), family);
  const { link } = linksOf(fields, family);
  const guid = fields.first('guid');
  const id =
    wordsOf(guid) ?? idOf(fields.first('id', 'atom:id', 'dc:identifier')) ?? item.attributes['rdf:about'] ?? null;
  return {
    id,
    link:
      link ??
      permanentLink(guid) ??
      item.attributes.href ??
      (isWebAddress(item.attributes['rdf:about']) ? item.attributes['rdf:about']! : null),
    title: title?.value ?? null,
    titleType: title?.type ?? 'text',
    authors: peopleOf(fields, []),
    published: dateIn(
      fields,
      'published',
      'pubdate',
      'dcterms:issued',
      'issued',
      'created',
      'dcterms:created',
      'atom:published',
      'dc:date',
    ),
    updated:
      dateIn(fields, 'updated', 'modified', 'dcterms:modified', 'dc:date', 'atom:updated') ??
      feedDate(item.attributes.lastmod ?? ''),
    ...bodyOf(fields, family),
    enclosures: enclosuresOf(fields),
    ...languageOfItem(fields, item),
    source: sourceOf(fields, family),
    ...described(fields, family),
  };
}

/** Summary and whole text. A description beside a summary is the text itself. */
function bodyOf(fields: Fields, family: Family): Pick<FeedItem, 'summary' | 'content'> {
  const words = (...names: readonly FieldName[]) => construct(fields.first(...names), family)?.value ?? null;
  const whole = words('content:encoded', 'content', 'atom:content', 'xhtml:body', 'body', 'fullitem', 'xhtml:div');
  const summary = words('summary', 'atom:summary');
  const description = words(
    'description',
    'abstract',
    'dcterms:abstract',
    'itunes:summary',
    'media:description',
    'dc:description',
  );
  if (summary !== null && whole === null && description !== null) return { summary, content: description };
  return { summary: summary ?? description, content: whole };
}

function construct(element: Element | undefined, family: Family): Words | undefined {
  if (!element) return undefined;
  const isAtom =
    element.vocabulary === 'atom' ||
    element.vocabulary === 'atom03' ||
    (family === 'atom' && element.vocabulary === '');
  return isAtom ? atomWords(element) : rssWords(element);
}

type Links = { readonly link: string | undefined; readonly self: string | undefined; readonly hubs: readonly string[] };

function linksOf(fields: Fields, family: Family): Links {
  const links = fields.all('link', 'atom:link');
  const relation = (element: Element) => element.attributes.rel?.trim().toLowerCase() ?? 'alternate';
  const withAddress = links.filter((element) => element.attributes.href !== undefined);
  const address = (element: Element | undefined) => addressIn(element, 'href');
  const alternates = withAddress.filter((element) => /^(?:.*\/)?alternate$/.test(relation(element)));
  const page = alternates.find((element) => /html/.test(element.attributes.type ?? 'html')) ?? alternates[0];
  const written = links.find((element) => element.attributes.href === undefined && wordsOf(element) !== undefined);
  return {
    link: (family === 'rss' ? addressIn(written) : undefined) ?? address(page) ?? addressIn(written),
    self: address(withAddress.find((element) => relation(element) === 'self')),
    hubs: withAddress.filter((element) => relation(element) === 'hub').map((element) => address(element)!),
  };
}

/** RSS 2.0: a guid is the item's address unless it says that it is not. */
function permanentLink(guid: Element | undefined): string | undefined {
  const words = wordsOf(guid);
  if (!guid || words === undefined || guid.attributes.ispermalink?.trim().toLowerCase() === 'false') return undefined;
  return isWebAddress(words) ? words : undefined;
}

const isWebAddress = (words: string | undefined): boolean => /^https?:\/\//i.test(words ?? '');

/** A path as an id is read against the base, everything else is a name and stays. */
function idOf(element: Element | undefined): string | undefined {
  const words = wordsOf(element);
  return words?.startsWith('/') ? resolved(words, element!.base) : words;
}

function languageOf(fields: Fields, channel: Element): string | null {
  const said = wordsOf(fields.first('language', 'dc:language')) ?? channel.lang;
  return said === undefined || said.trim() === '' ? null : said.trim().replace('_', '-');
}

function languageOfItem(fields: Fields, item: Element): { language?: string } {
  const wordy = fields.first('content', 'content:encoded', 'body', 'fullitem', 'summary', 'description', 'title');
  const said = wordsOf(fields.first('dc:language', 'language')) ?? wordy?.lang ?? item.lang;
  return said?.trim() ? { language: said.trim().replace('_', '-') } : {};
}

function dateIn(fields: Fields, ...names: readonly FieldName[]): string | null {
  for (const name of names)
    for (const element of fields.all(name)) {
      const date = feedDate(wordsOf(element) ?? '');
      if (date !== null) return date;
    }
  return null;
}

/** Those who signed: the feed's own authors, else Dublin Core's, else who is named for the whole. */
function peopleOf(fields: Fields, more: readonly FieldName[]): readonly FeedAuthor[] {
  const signed = fields.all('author', 'atom:author').flatMap(personOf);
  if (signed.length > 0) return signed;
  const creators = fields.all('dc:creator', 'dc:author').flatMap((element) => authorsOf(wordsOf(element) ?? ''));
  if (creators.length > 0) return creators;
  return fields
    .all(...more, 'itunes:author', 'media:credit', 'itunes:owner')
    .slice(0, 1)
    .flatMap(personOf);
}

function personOf(element: Element): readonly FeedAuthor[] {
  const part = (name: string) => wordsOf(elementsOf(element).find((child) => child.name === name));
  if (elementsOf(element).length === 0) return authorsOf(wordsOf(element) ?? '');
  const [name, email] = [part('name'), part('email')];
  const page = elementsOf(element).find((child) => /^(?:uri|url|homepage)$/.test(child.name));
  const url = addressIn(page);
  if (name === undefined && email === undefined && url === undefined) return [];
  return [{ name: name ?? '', ...(email !== undefined && { email }), ...(url !== undefined && { url }) }];
}

function enclosuresOf(fields: Fields): readonly FeedEnclosure[] {
  const attached = [
    ...fields.all('enclosure', 'media:content'),
    ...fields.all('media:group').flatMap((group) => elementsOf(group).filter((child) => child.name === 'content')),
    ...fields.all('link', 'atom:link').filter((link) => link.attributes.rel?.toLowerCase() === 'enclosure'),
  ];
  return attached.flatMap((element) => {
    const url = element.attributes.url ?? element.attributes.href;
    if (url === undefined) return [];
    const length = Number(element.attributes.length ?? element.attributes.filesize);
    return [
      {
        url: resolved(url, element.base),
        ...(element.attributes.type && { type: element.attributes.type }),
        ...(Number.isSafeInteger(length) && length >= 0 && { length }),
      },
    ];
  });
}

/** Where the item was taken from: RSS `<source url>`, or the feed's own head that Atom copies in. */
function sourceOf(fields: Fields, family: Family): FeedItem['source'] {
  const element = fields.first('source', 'dc:source');
  if (!element) return null;
  if (elementsOf(element).length === 0)
    return {
      title: wordsOf(element) ?? null,
      link: element.attributes.url ? resolved(element.attributes.url, element.base) : null,
    };
  const inner = fieldsOf(element, CORE[family]);
  return { title: construct(inner.first('title'), family)?.value ?? null, link: linksOf(inner, family).link ?? null };
}

/** What else is said: rights, subjects, picture. */
function described(
  fields: Fields,
  family: Family,
): { rights?: string; tags?: readonly string[]; image?: string; links?: readonly FeedLink[] } {
  const rights = construct(fields.first('rights', 'copyright', 'dc:rights', 'atom:rights'), family)?.value;
  const tags = tagsOf(fields);
  const picture = fields.first('itunes:image', 'media:thumbnail', 'image');
  const pictureLink = fields.all('itunes:link', 'link').find((link) => link.attributes.rel === 'image');
  const inner = picture && elementsOf(picture).find((child) => child.name === 'url');
  const image = addressIn(inner ?? picture ?? pictureLink, 'href', 'url', 'rdf:resource');
  const links = fields
    .all('link', 'atom:link')
    .filter((link) => link.attributes.href !== undefined)
    .slice(0, 50)
    .map(linkOf);
  return {
    ...(links.length > 0 && { links }),
    ...(rights && { rights }),
    ...(tags.length > 0 && { tags }),
    ...(image && { image }),
  };
}

function linkOf(element: Element): FeedLink {
  const { href, rel, type } = element.attributes;
  return { href: resolved(href!, element.base), rel: rel?.trim() || 'alternate', ...(type && { type }) };
}

function tagsOf(fields: Fields): readonly string[] {
  const category = (element: Element): readonly string[] => {
    const own = element.attributes.term ?? element.attributes.text ?? wordsOf(element);
    return [...(own === undefined ? [] : [own.trim()]), ...elementsOf(element).flatMap(category)];
  };
  const keywords = fields
    .all('itunes:keywords', 'media:keywords')
    .flatMap((element) => (wordsOf(element) ?? '').split(','));
  return [...fields.all('category', 'dc:subject', 'itunes:category').flatMap(category), ...keywords]
    .map((tag) => tag.trim())
    .filter((tag, at, all) => tag !== '' && all.indexOf(tag) === at)
    .slice(0, 200);
}

function elementsNamed(element: Element, name: string): readonly Element[] {
  return elementsOf(element).filter((child) => child.name === name && child.vocabulary !== 'unknown');
}
