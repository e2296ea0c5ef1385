import type { Capture, GivenFacts } from '../domain/capture.ts';
import type { FeedItem } from '../domain/feed.ts';
import { captureOf } from './capture-id.ts';
import { escapeAttribute, escapeText } from './feeds/entities.ts';
import { displayTitle, looksLikeMarkup } from './feeds/markup.ts';

/** A feed item with fewer letters than this is a teaser, no article. */
const SHORT_LETTERS = 1_200;

/** What an item says of its article, beside the page. */
export function givenBy(item: FeedItem, outlet: string | undefined): GivenFacts {
  const authors = item.authors.map((author) => author.name).filter((name) => name !== '');
  const published = item.published ?? item.updated;
  return {
    ...(item.title !== null && { title: displayTitle(item.title, item.titleType) }),
    ...(outlet && { outlet }),
    ...(published !== null && { published }),
    ...(authors.length > 0 && { authors }),
  };
}

/** Whether the feed holds only a teaser of the article. */
export function isShort(item: FeedItem): boolean {
  const words = (item.content ?? item.summary ?? '').replace(/<[^<>]{0,5000}>/g, ' ').replace(/\s+/g, ' ');
  return words.length < SHORT_LETTERS;
}

/**
 * The words of a feed item as a page of their own, for an item whose page is not fetched; `linkOnly` leaves nothing
 * but headline and link. Undefined where the item has neither words nor an address.
 */
export function feedCapture(
  item: FeedItem,
  options: { readonly outlet?: string | undefined; readonly nowMs: number; readonly language?: string | null },
): Capture | undefined {
  const words = item.content ?? item.summary ?? '';
  if (words.trim() === '' && item.title === null) return undefined;
  const title = item.title === null ? '' : displayTitle(item.title, item.titleType);
  const language = item.language ?? options.language;
  const body = looksLikeMarkup(words) ? words : paragraphs(words);
  const page = [
    `<!doctype html><html${language ? ` lang="${escapeAttribute(language)}"` : ''}><head><meta charset="utf-8">`,
    `<title>${escapeText(title)}</title>`,
    item.link === null ? '' : `<link rel="canonical" href="${escapeAttribute(item.link)}">`,
    `</head><body><article><h1>${escapeText(title)}</h1>${body}</article></body></html>`,
  ];
  return captureOf({
    origin: 'feed',
    ...(item.link !== null && { url: item.link }),
    headers: { 'content-type': 'text/html; charset=utf-8' },
    fetchedAtMs: options.nowMs,
    body: new TextEncoder().encode(page.join('')),
    given: givenBy(item, options.outlet),
  });
}

/** A capture reduced to what a publisher with reservations leaves us: the link and what the feed says beside it. */
export function linkOnly(capture: Capture): Capture {
  const { id: _id, sha256: _sha256, body: _body, ...facts } = capture;
  return captureOf({ ...facts, body: new Uint8Array() });
}

function paragraphs(words: string): string {
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => `<p>${escapeText(paragraph.trim())}</p>`)
    .join('');
}
