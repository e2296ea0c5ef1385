import { articleAddress } from '../domain/address.ts';
import type { FeedItem } from '../domain/feed.ts';
import { shortHash } from '../domain/ids.ts';

/**
 * What tells items of one feed apart. The same GUID for another address or another text is another item; a changed
 * headline, text or time of change is another look at the same article, so its page is fetched again; a feed that
 * rewinds brings nothing new. A trailing tracking parameter makes no difference.
 */
export function itemKey(item: FeedItem): string {
  const address = item.link === null ? '' : (articleAddress(item.link) ?? item.link);
  const text = item.content ?? (address === '' ? (item.summary ?? '') : '');
  return shortHash(item.id ?? '', address, item.title ?? '', item.updated ?? '', text);
}
