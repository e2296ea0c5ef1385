import type { Feed } from '../../domain/feed.ts';
import { decodeFeed } from './decode.ts';
import { readJsonFeed } from './json-feed.ts';
import { readFeedTree } from './read-feed.ts';
import { readTree, resolved, TooComplex } from './xml-tree.ts';

/** Why bytes are no feed; never a guess. */
export type FeedFailure = {
  readonly error: 'empty' | 'not-a-feed' | 'web-page' | 'too-complex' | 'too-slow' | 'too-much-memory' | 'broken';
  /** One sentence for people. */
  readonly message: string;
};

const WEB_PAGE: FeedFailure = { error: 'web-page', message: 'This is a web page, not a feed.' };

export const isFeedFailure = (result: Feed | FeedFailure): result is FeedFailure => 'error' in result;

/**
 * Reads a feed of any known format, here and now. For bytes from the net use `feed-reader.ts`, which does the same
 * in a worker that can be cut. `headers` are the answer's, in any case; `url` is the address that answered.
 */
export function parseFeedNow(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  url: string | undefined,
): Feed | FeedFailure {
  const header = (name: string) => Object.entries(headers).find(([one]) => one.toLowerCase() === name)?.[1];
  const text = decodeFeed(bytes, header('content-type') ?? '');
  const start = text.trimStart().slice(0, 2000);
  if (start === '') return { error: 'empty', message: 'The answer is empty.' };
  const location = header('content-location');
  const base = location === undefined ? url : resolved(location, url);
  if (start.startsWith('{'))
    return readJsonFeed(text, base) ?? { error: 'not-a-feed', message: 'It is JSON, but no JSON Feed.' };
  if (/^(?:<!--[\s\S]{0,1000}?-->\s*)?(?:<!doctype html|<html[\s>])/i.test(start)) return WEB_PAGE;
  try {
    const root = readTree(text, base);
    if (root?.name === 'html') return WEB_PAGE;
    return (
      (root && readFeedTree(root)) ?? {
        error: 'not-a-feed',
        message: root ? `This is XML, but no feed (it begins with <${root.name.slice(0, 40)}>).` : 'This is no feed.',
      }
    );
  } catch (error) {
    if (error instanceof TooComplex)
      return { error: 'too-complex', message: `The document is built beyond all measure (${error.what}).` };
    throw error;
  }
}
