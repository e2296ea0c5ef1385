import { html } from 'hono/html';
import type { ArticleLine } from '../../domain/ports/pages.ts';
import { dayInWords, dayOf } from '../dates.ts';
import type { Markup } from '../markup.ts';

/** What the day of a list's entry rests on: the article that gives the entry its time. */
type Timed = Pick<ArticleLine, 'published' | 'timeMs' | 'fetchedAtMs'>;

/**
 * The entries of a list under the day each belongs to, in the order given. A day that no publisher named is never shown as one:
 * such entries stand under the day of their capture or, where the text allows a guess, under the year, and say so.
 */
export function byDay<T>(
  entries: readonly T[],
  timed: (entry: T) => Timed,
  listOf: (entries: readonly T[]) => Markup,
): Markup {
  const days = Map.groupBy(entries, (entry) => keyOf(timed(entry)));
  return html`${[...days].map(
    ([key, under]) => html`<section class="day" aria-labelledby="day-${key}">
<h2 id="day-${key}" class="day-name">${nameOf(timed(under[0]!))}</h2>
${listOf(under)}
</section>`,
  )}`;
}

const guessed = ({ timeMs, fetchedAtMs }: Timed): boolean => timeMs !== fetchedAtMs;

function keyOf(entry: Timed): string {
  const day = dayOf(entry.timeMs);
  if (entry.published) return day;
  return guessed(entry) ? `about-${day.slice(0, 4)}` : `captured-${day}`;
}

function nameOf(entry: Timed): Markup {
  const day = dayOf(entry.timeMs);
  if (entry.published) return html`<time datetime="${day}">${dayInWords(day)}</time>`;
  return guessed(entry)
    ? html`Undated, about <time datetime="${day.slice(0, 4)}">${day.slice(0, 4)}</time> by its text`
    : html`Undated, captured <time datetime="${day}">${dayInWords(day)}</time>`;
}
