import type { ReadArticle } from '../read-article.ts';

/** Articles that may belong with this one, nearest first; answers from a numbered snapshot. */
export type Neighbours = {
  readonly snapshot: number;
  readonly near: (article: ReadArticle, limit: number) => Promise<readonly ReadArticle[]>;
};
