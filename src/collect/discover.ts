import { Parser } from 'htmlparser2';
import type { Feed } from '../domain/feed.ts';
import type { SourceKind } from '../domain/ports/sources.ts';
import { COMMON_FEED_PATHS, COMMON_SITEMAP_PATHS } from './common-feed-paths.ts';
import { decodeFeed } from './feeds/decode.ts';
import type { FeedReader } from './feeds/feed-reader.ts';
import { isFeedFailure } from './feeds/parse.ts';
import { type Fetcher, type FetchFailure, type FetchKind, isFailure } from './fetch.ts';
import { sitemapsOf } from './robots-file.ts';
import { followIndex } from './sitemaps/follow-index.ts';
import { itemsOfSitemap } from './sitemaps/sitemap-items.ts';

/** A feed (or news sitemap) found at a page, read once so that its items can be shown before it is followed. */
export type FoundFeed = {
  readonly url: string;
  readonly kind: SourceKind;
  readonly feed: Feed;
  /** How it was found, for people. */
  readonly by: 'address' | 'page' | 'common path' | 'robots.txt';
};

type Candidate = Omit<FoundFeed, 'feed'>;

const FEED_TYPE = /^application\/(?:rss|atom|rdf|feed)\+(?:xml|json)|^(?:text|application)\/xml$|^application\/json$/i;
/** At most so many candidates are opened: a page may name thousands. */
const MAX_PROBES = 24;

/**
 * Feeds of a page: the address itself, what the page names, the usual paths, then news sitemaps of robots.txt.
 * Stops when `enough` are found. A failure only where the page itself cannot be had.
 */
export async function findFeeds(
  address: string,
  ports: { readonly fetcher: Fetcher; readonly reader: FeedReader },
  options: { readonly kind?: FetchKind; readonly enough?: number } = {},
): Promise<readonly FoundFeed[] | FetchFailure> {
  const enough = options.enough ?? 5;
  const page = await ports.fetcher.fetch(withScheme(address), { kind: options.kind ?? 'typed' });
  if (isFailure(page)) return page;
  const url = page.finalUrl ?? page.url ?? address;
  const itself = await ports.reader.feed(page.body, page.headers, url);
  if (!isFeedFailure(itself)) return [{ url, kind: 'feed', feed: itself, by: 'address' }];
  const found: FoundFeed[] = [];
  const opened = new Set([url]);
  const tryAll = async (candidates: readonly Candidate[]) => {
    for (const candidate of candidates) {
      if (found.length >= enough || opened.size > MAX_PROBES) return;
      if (opened.has(candidate.url)) continue;
      opened.add(candidate.url);
      const feed = await probe(candidate, ports);
      if (feed && !found.some((other) => other.feed.title === feed.title && sameItems(other.feed, feed)))
        found.push({ ...candidate, feed });
    }
  };
  const asSitemap = await ports.reader.sitemap(page.body, page.headers, url);
  if (!('error' in asSitemap))
    await tryAll(
      sitemapCandidates(
        asSitemap.sitemaps.map((one) => one.url),
        'address',
        url,
      ),
    );
  await tryAll(feedsNamedIn(decodeFeed(page.body, page.headers['content-type'] ?? ''), url));
  if (found.length === 0)
    await tryAll(COMMON_FEED_PATHS.map((path) => ({ url: new URL(path, url).href, kind: 'feed', by: 'common path' })));
  if (found.length === 0) {
    const robots = await ports.fetcher.robots.body(new URL(url), AbortSignal.timeout(20_000));
    const named = sitemapsOf(robots.body).filter((sitemap) => /news/i.test(sitemap));
    await tryAll(sitemapCandidates(named, 'robots.txt', url));
    await tryAll(sitemapCandidates(COMMON_SITEMAP_PATHS, 'common path', url));
  }
  return found;
}

/** The feeds that a page names in its head, then links that look like one. In the page's order, each once. */
export function feedsNamedIn(html: string, url: string): readonly Candidate[] {
  const declared: string[] = [];
  const linked: string[] = [];
  let base = url;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        const href = attributes.href;
        if (href === undefined) return;
        if (name === 'base' && URL.canParse(href, url)) base = new URL(href, url).href;
        else if (name === 'link' && isAlternate(attributes)) declared.push(href);
        else if (name === 'a' && /(?:^|[/.?=_-])(?:rss|atom|feeds?)(?:[/.?&_-]|$)/i.test(href) && linked.length < 50)
          linked.push(href);
      },
    },
    { lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.write(html.slice(0, 2_000_000));
  parser.end();
  const absolute = [...declared, ...linked].flatMap((href) =>
    URL.canParse(href, base) ? [new URL(href, base).href] : [],
  );
  return [...new Set(absolute)]
    .filter((href) => href.startsWith('http'))
    .map((href) => ({ url: href, kind: 'feed', by: 'page' }));
}

/** Comment feeds and the two views of a WordPress API are no news. */
function isAlternate(attributes: Readonly<Record<string, string>>): boolean {
  const relation = ` ${attributes.rel?.toLowerCase() ?? ''} `;
  if (!/ (?:alternate|feed|service\.feed) /.test(relation)) return false;
  if (/oembed|wp-json|\/comments\/feed/i.test(attributes.href!)) return false;
  return FEED_TYPE.test(attributes.type?.trim() ?? '') || relation.includes(' feed ');
}

async function probe(
  candidate: Candidate,
  ports: { readonly fetcher: Fetcher; readonly reader: FeedReader },
): Promise<Feed | undefined> {
  const answer = await ports.fetcher.fetch(candidate.url, { kind: 'found' });
  if (isFailure(answer)) return undefined;
  const url = answer.finalUrl ?? candidate.url;
  const feed =
    candidate.kind === 'sitemap'
      ? itemsOfSitemap(await followIndex(await ports.reader.sitemap(answer.body, answer.headers, url), ports), url)
      : await ports.reader.feed(answer.body, answer.headers, url);
  return isFeedFailure(feed) || feed.items.length === 0 ? undefined : feed;
}

function sitemapCandidates(paths: readonly string[], by: Candidate['by'], url: string): readonly Candidate[] {
  return paths.flatMap((path) =>
    URL.canParse(path, url) ? [{ url: new URL(path, url).href, kind: 'sitemap', by }] : [],
  );
}

/** RSS and Atom of one blog are one feed. */
function sameItems(a: Feed, b: Feed): boolean {
  const links = new Set(a.items.map((item) => item.link));
  return b.items.length > 0 && b.items.filter((item) => links.has(item.link)).length > b.items.length / 2;
}

function withScheme(address: string): string {
  const trimmed = address.trim();
  if (/^feed:/i.test(trimmed)) return trimmed.replace(/^feed:(?:\/\/)?(?!https?:)/i, 'https://').replace(/^feed:/i, '');
  return /^[a-z][a-z0-9+.-]*:/i.test(trimmed) && !/^[\w.-]+:\d+/.test(trimmed) ? trimmed : `https://${trimmed}`;
}
