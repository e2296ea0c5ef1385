import type { Feed } from '../../domain/feed.ts';
import type { Sitemap } from '../sitemaps/read-sitemap.ts';
import type { FeedFailure } from './parse.ts';

/** What is said between the program and the threads in which feeds are read. */
export type FeedQuestion = {
  readonly number: number;
  readonly kind: 'feed' | 'sitemap';
  readonly bytes: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
  readonly url: string | undefined;
};
export type FeedAnswer = { readonly number: number; readonly result: Feed | Sitemap | FeedFailure };
