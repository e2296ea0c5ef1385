import type { ReadArticle } from '../domain/read-article.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long what an ISO value of so many characters names may last: a year, a month, a day; longer values are moments. */
const LASTS_MS: Readonly<Record<number, number>> = { 4: 366 * DAY_MS, 7: 31 * DAY_MS, 10: DAY_MS };

/** A date without a time is the publisher's own day, and the publisher may sit anywhere. */
const ZONE_UNKNOWN_MS = 12 * HOUR_MS;

/** `[from, to]` in UTC ms between which an article came out; undefined where its time is unknown. */
export function momentOf(article: ReadArticle): readonly [from: number, to: number] | undefined {
  if (!article.published || Number.isNaN(article.timeMs)) return undefined;
  const lasts = LASTS_MS[article.published.length];
  if (lasts === undefined) return [article.timeMs, article.timeMs];
  return [article.timeMs - ZONE_UNKNOWN_MS, article.timeMs + lasts + ZONE_UNKNOWN_MS];
}

/** Days between two articles, null where one has no time. */
export function daysBetween(a: ReadArticle, b: ReadArticle): number | null {
  if (!momentOf(a) || !momentOf(b)) return null;
  return Math.abs(a.timeMs - b.timeMs) / DAY_MS;
}
