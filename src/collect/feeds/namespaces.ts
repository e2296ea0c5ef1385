/** Short names for the vocabularies that feeds use. `''` is the feed's own (RSS of any version, Atom, RDF). */
export type Vocabulary =
  | ''
  | 'atom'
  | 'atom03'
  | 'dc'
  | 'dcterms'
  | 'content'
  | 'media'
  | 'itunes'
  | 'xhtml'
  | 'feedburner'
  | 'news'
  | 'sitemap'
  | 'image'
  | 'unknown';

const BY_ADDRESS: readonly (readonly [RegExp, Vocabulary])[] = [
  [/^https?:\/\/www\.w3\.org\/2005\/atom/i, 'atom'],
  [/^https?:\/\/purl\.org\/(?:atom\/|echo|pie|net\/(?:echo|pie))/i, 'atom03'],
  [/^https?:\/\/example\.com\/newformat#?$/i, 'atom03'],
  [/^https?:\/\/purl\.org\/dc\/elements\//i, 'dc'],
  [/^https?:\/\/purl\.org\/dc\/terms\//i, 'dcterms'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\/content/i, 'content'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/modules\//i, 'unknown'],
  [/^https?:\/\/search\.yahoo\.com\/mrss/i, 'media'],
  [/^https?:\/\/(?:www\.)?itunes\.(?:apple\.)?com\/dtds\/podcast-1\.0\.dtd/i, 'itunes'],
  [/^https?:\/\/www\.w3\.org\/1999\/xhtml/i, 'xhtml'],
  [/^https?:\/\/rssnamespace\.org\/feedburner/i, 'feedburner'],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-news\//i, 'news'],
  [/^https?:\/\/www\.google\.com\/schemas\/sitemap-image\//i, 'image'],
  [/^https?:\/\/www\.(?:sitemaps\.org|google\.com)\/schemas\/sitemap\/0/i, 'sitemap'],
  [/^https?:\/\/purl\.org\/rss\/1\.0\/?$/i, ''],
  [/^https?:\/\/my\.netscape\.com\//i, ''],
  [
    /^https?:\/\/(?:channel\.netscape\.com|backend\.userland\.com|blogs\.law\.harvard\.edu|cyber\.law\.harvard\.edu)\//i,
    '',
  ],
  [/^https?:\/\/purl\.org\/(?:rss|net\/rss)/i, ''],
  [/^https?:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns/i, ''],
];

/** Prefixes that are used without being declared, as often as with. */
const BY_PREFIX: Readonly<Record<string, Vocabulary>> = {
  atom: 'atom',
  dc: 'dc',
  dcterms: 'dcterms',
  content: 'content',
  media: 'media',
  itunes: 'itunes',
  xhtml: 'xhtml',
  feedburner: 'feedburner',
  news: 'news',
  image: 'image',
  rss: '',
  rdf: '',
};

/** The vocabulary that a namespace address means; no address is the feed's own. */
export function vocabularyOf(address: string): Vocabulary {
  if (address === '') return '';
  return BY_ADDRESS.find(([pattern]) => pattern.test(address))?.[1] ?? 'unknown';
}

export const vocabularyOfPrefix = (prefix: string): Vocabulary => BY_PREFIX[prefix.toLowerCase()] ?? 'unknown';
