import type { ChainStep, Dateline, Outlet } from '../domain/article.ts';

/** What the reader needs of an article. `id` enters the ids of its statements. */
export type ArticleToRead = {
  readonly id: string;
  readonly text: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: Outlet | null;
  readonly url: string | null;
  readonly agency: string | null;
  readonly dateline: Dateline | null;
  readonly chain: readonly ChainStep[];
  readonly language: string | null;
  /** ISO day by which it was there, where that is known: bounds when an undated article was published. */
  readonly notAfter?: string;
};
