import { z } from 'zod';
import type { Feed, FeedItem } from '../../domain/feed.ts';
import { feedDate } from './feed-dates.ts';
import { MAX_ITEMS } from './read-feed.ts';

/** JSON Feed 1.0 and 1.1, read leniently: a field of the wrong kind is as good as none. */
const words = z.string().optional().catch(undefined);
const author = z.object({ name: words, url: words }).catch({});
const ITEM = z.object({
  id: z.union([z.string(), z.number()]).optional().catch(undefined),
  url: words,
  external_url: words,
  title: words,
  content_html: words,
  content_text: words,
  summary: words,
  image: words,
  date_published: words,
  date_modified: words,
  author: author.optional(),
  authors: z.array(author).optional().catch(undefined),
  tags: z.array(z.string()).optional().catch(undefined),
  attachments: z
    .array(z.object({ url: z.string(), mime_type: words, size_in_bytes: z.number().optional().catch(undefined) }))
    .optional()
    .catch(undefined),
});
const FEED = z.object({
  version: z.string(),
  title: words,
  home_page_url: words,
  feed_url: words,
  description: words,
  language: words,
  author: author.optional(),
  authors: z.array(author).optional().catch(undefined),
  hubs: z
    .array(z.object({ url: z.string() }))
    .optional()
    .catch(undefined),
  items: z.array(z.unknown()).catch([]),
});

/** Undefined for JSON that is no JSON Feed. */
export function readJsonFeed(text: string, base: string | undefined): Feed | undefined {
  const parsed = FEED.safeParse(jsonOf(text));
  if (!parsed.success || !/jsonfeed\.org\/version\//.test(parsed.data.version)) return undefined;
  const feed = parsed.data;
  const absolute = (address: string | undefined) =>
    address !== undefined && URL.canParse(address, base) ? new URL(address, base).href : null;
  return {
    id: feed.feed_url ?? null,
    title: feed.title ?? null,
    link: absolute(feed.home_page_url),
    description: feed.description ?? null,
    language: feed.language ?? null,
    published: null,
    updated: null,
    authors: authorsIn(feed),
    items: feed.items.slice(0, MAX_ITEMS).flatMap((raw) => {
      const item = ITEM.safeParse(raw);
      return item.success ? [itemOf(item.data, absolute)] : [];
    }),
    hubs: feed.hubs?.map((hub) => hub.url) ?? [],
    self: absolute(feed.feed_url),
  };
}

function itemOf(item: z.infer<typeof ITEM>, absolute: (address: string | undefined) => string | null): FeedItem {
  const origin = absolute(item.external_url);
  return {
    id: item.id === undefined ? null : String(item.id),
    link: absolute(item.url) ?? origin,
    title: item.title ?? null,
    titleType: 'text',
    authors: authorsIn(item),
    published: feedDate(item.date_published ?? ''),
    updated: feedDate(item.date_modified ?? ''),
    summary: item.summary ?? null,
    content: item.content_html ?? item.content_text ?? null,
    enclosures: (item.attachments ?? []).map((one) => ({
      url: absolute(one.url) ?? one.url,
      ...(one.mime_type && { type: one.mime_type }),
      ...(one.size_in_bytes !== undefined && { length: one.size_in_bytes }),
    })),
    source: origin === null ? null : { title: null, link: origin },
    ...(item.tags && { tags: item.tags }),
    ...(item.image && { image: absolute(item.image) ?? item.image }),
  };
}

function authorsIn(said: {
  readonly author?: z.infer<typeof author> | undefined;
  readonly authors?: readonly z.infer<typeof author>[] | undefined;
}) {
  return (said.authors ?? (said.author ? [said.author] : []))
    .filter((one) => one.name !== undefined || one.url !== undefined)
    .map((one) => ({ name: one.name ?? '', ...(one.url && { url: one.url }) }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
