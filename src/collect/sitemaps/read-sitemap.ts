import { gunzipSync } from 'node:zlib';
import { decodeFeed } from '../feeds/decode.ts';
import { feedDate } from '../feeds/feed-dates.ts';
import { addressIn, fieldsOf, wordsOf } from '../feeds/fields.ts';
import type { FeedFailure } from '../feeds/parse.ts';
import { type Element, elementsOf, readTree, TooComplex } from '../feeds/xml-tree.ts';

/** One page that a sitemap names; the words of a news sitemap where it is one. */
export type SitemapPage = {
  readonly url: string;
  readonly modified: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly keywords: readonly string[];
};

/** The pages of a sitemap, or the sitemaps of an index. */
export type Sitemap = {
  readonly pages: readonly SitemapPage[];
  readonly sitemaps: readonly { readonly url: string; readonly modified: string | null }[];
  readonly isNews: boolean;
};

/** The protocol's own limit (sitemaps.org). */
const MAX_PAGES = 50_000;
const MAX_BYTES = 52_428_800;

/** Reads a sitemap, a news sitemap or an index, packed or plain; also the plain list of addresses in text. */
export function readSitemapNow(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  url: string | undefined,
): Sitemap | FeedFailure {
  const plain = unpacked(bytes);
  if (!plain) return { error: 'broken', message: 'The sitemap cannot be unpacked.' };
  const text = decodeFeed(plain, headers['content-type'] ?? '');
  if (!text.trimStart().startsWith('<')) return addressList(text);
  try {
    const root = readTree(text, url);
    if (root?.name === 'sitemapindex') return { pages: [], sitemaps: sitemapsIn(root), isNews: false };
    if (root?.name !== 'urlset') return { error: 'not-a-feed', message: 'This is no sitemap.' };
    const entries = elementsOf(root)
      .filter((child) => child.name === 'url')
      .slice(0, MAX_PAGES);
    const pages = entries.flatMap(pageOf);
    return { pages, sitemaps: [], isNews: pages.some((page) => page.title !== null) };
  } catch (error) {
    if (error instanceof TooComplex)
      return { error: 'too-complex', message: `The document is built beyond all measure (${error.what}).` };
    throw error;
  }
}

function pageOf(entry: Element): readonly SitemapPage[] {
  const fields = fieldsOf(entry, CORE);
  const url = addressIn(fields.first('loc'));
  if (url === undefined) return [];
  const news = fields.first('news:news');
  const told = news && fieldsOf(news, CORE);
  const publication = told?.first('news:publication');
  const outlet = publication && fieldsOf(publication, CORE);
  return [
    {
      url,
      modified: feedDate(wordsOf(fields.first('lastmod')) ?? ''),
      title: wordsOf(told?.first('news:title')) ?? null,
      published: feedDate(wordsOf(told?.first('news:publication_date')) ?? ''),
      outlet: wordsOf(outlet?.first('news:name')) ?? null,
      language: wordsOf(outlet?.first('news:language')) ?? null,
      keywords: (wordsOf(told?.first('news:keywords')) ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean),
    },
  ];
}

function sitemapsIn(root: Element): Sitemap['sitemaps'] {
  return elementsOf(root)
    .filter((child) => child.name === 'sitemap')
    .slice(0, MAX_PAGES)
    .flatMap((entry) => {
      const fields = fieldsOf(entry, CORE);
      const url = addressIn(fields.first('loc'));
      return url === undefined ? [] : [{ url, modified: feedDate(wordsOf(fields.first('lastmod')) ?? '') }];
    });
}

const CORE = new Set(['', 'sitemap'] as const);

function addressList(text: string): Sitemap | FeedFailure {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const urls = lines.filter((line) => /^https?:\/\/\S+$/.test(line)).slice(0, MAX_PAGES);
  if (urls.length === 0 || urls.length < lines.length / 2)
    return { error: 'not-a-feed', message: 'This is no sitemap.' };
  const nothing = { modified: null, title: null, published: null, outlet: null, language: null, keywords: [] };
  return { pages: urls.map((url) => ({ url, ...nothing })), sitemaps: [], isNews: false };
}

function unpacked(bytes: Uint8Array): Uint8Array | undefined {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES });
  } catch {
    return undefined;
  }
}
