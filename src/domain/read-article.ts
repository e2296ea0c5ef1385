import type { Outlet } from './article.ts';
import type { Reading } from './reading.ts';

/** An article as `relate` sees it: cleaned and read, under the identity that the archive (or the command line) gave it. */
export type ReadArticle = {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly outlet: Outlet | null;
  readonly url: string | null;
  readonly agency: string | null;
  /** ISO 8601 as published, null where unknown. */
  readonly published: string | null;
  /** UTC ms to sort by: published, else the middle of publishedBetween, else when it was taken in. */
  readonly timeMs: number;
  readonly language: string | null;
  readonly reading: Reading;
  /** Where it stands already; absent for an article that has no place yet. */
  readonly story?: string;
  readonly storyline?: string;
};
