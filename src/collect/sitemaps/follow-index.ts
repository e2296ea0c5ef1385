import type { FeedReader } from '../feeds/feed-reader.ts';
import type { FeedFailure } from '../feeds/parse.ts';
import { type Fetcher, isFailure } from '../fetch.ts';
import type { Sitemap } from './read-sitemap.ts';

/** Sitemaps of an index that are opened at one poll: the news is in the newest. */
const MAX_OPENED = 3;

/** A sitemap as it is, or for an index the pages of its newest sitemaps, those of news first. Indexes in it are not followed. */
export async function followIndex(
  sitemap: Sitemap | FeedFailure,
  ports: { readonly fetcher: Fetcher; readonly reader: FeedReader },
): Promise<Sitemap | FeedFailure> {
  if ('error' in sitemap || sitemap.sitemaps.length === 0) return sitemap;
  const isNews = (url: string) => /news/i.test(url);
  const newest = sitemap.sitemaps.toSorted(
    (a, b) => Number(isNews(b.url)) - Number(isNews(a.url)) || (b.modified ?? '').localeCompare(a.modified ?? ''),
  );
  const opened: Sitemap[] = [];
  let lastFailure: string | undefined;
  for (const { url } of newest.slice(0, MAX_OPENED)) {
    const answer = await ports.fetcher.fetch(url, { kind: 'found' });
    const inner = isFailure(answer) ? answer : await ports.reader.sitemap(answer.body, answer.headers, url);
    if ('error' in inner) lastFailure = inner.message;
    else opened.push(inner);
  }
  if (opened.length === 0)
    return {
      error: 'not-a-feed',
      message: `None of the sitemaps in this index can be had. ${lastFailure ?? ''}`.trim(),
    };
  return { pages: opened.flatMap((one) => one.pages), sitemaps: [], isNews: opened.some((one) => one.isNews) };
}
