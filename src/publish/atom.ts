/** A feed before it is written. Addresses are absolute, times UTC ms. */
export type AtomFeed = {
  readonly id: string;
  readonly title: string;
  /** The page that the feed is of, and the feed itself. */
  readonly page: string;
  readonly self: string;
  readonly updatedMs: number;
  readonly generator: { readonly name: string; readonly version: string };
  readonly entries: readonly AtomEntry[];
};

/** `credit` is who made what the entry shows: outlet, author, agency, as people read it. */
export type AtomEntry = {
  readonly id: string;
  readonly title: string;
  readonly updatedMs: number;
  /** The page here, and the original elsewhere. */
  readonly page: string;
  readonly original?: string;
  readonly authors: readonly string[];
  readonly categories?: readonly string[];
  readonly source?: { readonly title: string; readonly page?: string };
  /** Plain text: an excerpt, never more. */
  readonly summary: string;
  readonly rights?: string;
};

/** Writes a feed by RFC 4287. Every text is escaped as plain text; characters that XML 1.0 forbids are left out. */
export function writeAtom(feed: AtomFeed): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
${lines(
  element('id', feed.id),
  element('title', feed.title),
  element('updated', timestamp(feed.updatedMs)),
  link('alternate', feed.page, 'text/html'),
  link('self', feed.self, 'application/atom+xml'),
  `<generator version="${escaped(feed.generator.version)}">${escaped(feed.generator.name)}</generator>`,
  feed.entries.some((entry) => entry.authors.length === 0) ? person(feed.generator.name) : '',
  ...feed.entries.map(writeEntry),
)}
</feed>
`;
}

function writeEntry(entry: AtomEntry): string {
  return `<entry>
${lines(
  element('id', entry.id),
  element('title', entry.title),
  element('updated', timestamp(entry.updatedMs)),
  link('alternate', entry.page, 'text/html'),
  entry.original ? link('via', entry.original) : '',
  ...entry.authors.map(person),
  ...(entry.categories ?? []).map((term) => `<category term="${escaped(term)}"/>`),
  entry.source ? writeSource(entry.source, entry.updatedMs) : '',
  element('summary', entry.summary),
  entry.rights ? element('rights', entry.rights) : '',
)}
</entry>`;
}

/** RFC 4287 4.2.11 wants id, title and updated of the source; its address, or failing that its name, is its id. */
const writeSource = (source: NonNullable<AtomEntry['source']>, updatedMs: number): string =>
  `<source>${element('id', source.page ?? `urn:outlet:${encodeURIComponent(source.title)}`)}${element('title', source.title)}${element('updated', timestamp(updatedMs))}${source.page ? link('alternate', source.page) : ''}</source>`;

const person = (name: string): string => `<author>${element('name', name)}</author>`;
const element = (name: string, words: string): string => `<${name}>${escaped(words)}</${name}>`;
const link = (rel: string, href: string, type?: string): string =>
  `<link rel="${rel}" href="${escaped(href)}"${type ? ` type="${type}"` : ''}/>`;
const timestamp = (ms: number): string => new Date(ms).toISOString();
const lines = (...parts: readonly string[]): string => parts.filter(Boolean).join('\n');

/** What XML 1.0 allows as a character (section 2.2); lone surrogates are none. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (words: string): string =>
  words.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ENTITIES[character]!);
