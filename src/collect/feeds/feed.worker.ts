import { parentPort } from 'node:worker_threads';
import { readSitemapNow } from '../sitemaps/read-sitemap.ts';
import type { FeedAnswer, FeedQuestion } from './feed-talk.ts';
import { parseFeedNow } from './parse.ts';

// Reads what came from the net where it can be cut: its own thread, its own memory.
parentPort!.on('message', ({ number, kind, bytes, headers, url }: FeedQuestion) => {
  const result = kind === 'feed' ? parseFeedNow(bytes, headers, url) : readSitemapNow(bytes, headers, url);
  parentPort!.postMessage({ number, result } satisfies FeedAnswer);
});
