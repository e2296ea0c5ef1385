import type { Feed, FeedItem } from '../../domain/feed.ts';
import type { FeedFailure } from '../feeds/parse.ts';
import type { Sitemap } from './read-sitemap.ts';

/** Pages named in a plain sitemap that are older than this are the archive, not the news. */
const NEWS_DAYS = 3;
const DAY_MS = 86_400_000;

/** A sitemap in the form of a feed, so that both are followed alike. Its id is its address. */
export function itemsOfSitemap(sitemap: Sitemap | FeedFailure, address: string): Feed | FeedFailure {
  if ('error' in sitemap) return sitemap;
  const newestMs = Math.max(...sitemap.pages.map((page) => timeMs(page.published ?? page.modified)));
  const pages = sitemap.isNews
    ? sitemap.pages.filter((page) => page.title !== null)
    : sitemap.pages.filter((page) => timeMs(page.modified) > newestMs - NEWS_DAYS * DAY_MS);
  return {
    id: address,
    title: sitemap.pages.find((page) => page.outlet !== null)?.outlet ?? null,
    link: null,
    description: null,
    language: sitemap.pages.find((page) => page.language !== null)?.language ?? null,
    published: null,
    updated: null,
    authors: [],
    items: pages.map(
      (page): FeedItem => ({
        id: page.url,
        link: page.url,
        title: page.title,
        titleType: 'text',
        authors: [],
        published: page.published,
        // `lastmod` of a plain sitemap is touched by every change of the template, so it makes no new item.
        updated: null,
        summary: null,
        content: null,
        enclosures: [],
        source: null,
        ...(page.language !== null && { language: page.language }),
        ...(page.keywords.length > 0 && { tags: page.keywords }),
      }),
    ),
    hubs: [],
    self: address,
  };
}

const timeMs = (date: string | null) => Date.parse(date ?? '') || 0;
