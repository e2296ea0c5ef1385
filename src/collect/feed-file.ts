import { basename } from 'node:path';
import type { Capture } from '../domain/capture.ts';
import { feedCapture } from './feed-capture.ts';
import type { FeedReader } from './feeds/feed-reader.ts';
import { displayTitle } from './feeds/markup.ts';
import { isFeedFailure } from './feeds/parse.ts';
import type { SkippedFile } from './skipped-file.ts';

/** What `capturesFrom` needs to take the items of a feed that lies in a file: one capture for each item with words. */
export function feedItemsWith(
  reader: FeedReader,
  nowMs: number,
): (bytes: Uint8Array, path: string) => Promise<readonly Capture[] | SkippedFile> {
  return async (bytes, path) => {
    const feed = await reader.feed(bytes, {});
    if (isFeedFailure(feed)) return { skipped: true, path, error: 'not-read', message: feed.message };
    const outlet = feed.title === null ? undefined : displayTitle(feed.title, 'html');
    return feed.items.flatMap((item) => {
      const capture = feedCapture(item, { outlet, nowMs, language: feed.language });
      return capture ? [{ ...capture, given: { ...capture.given, fileName: basename(path) } }] : [];
    });
  };
}
