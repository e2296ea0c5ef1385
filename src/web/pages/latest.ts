import { html } from 'hono/html';
import type { ArticleLine, List } from '../../domain/ports/pages.ts';
import { dayInWords, dayOf } from '../dates.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { articleItem } from '../parts/article-line.ts';
import { empty, pageHead, pager } from '../parts/lists.ts';

/** The plain newest list, under the day of each article. */
export function latestPage(articles: List<ArticleLine>, after?: string): Page {
  return {
    title: 'Latest',
    section: '/latest',
    feed: '/latest/feed.atom',
    demo: articles.rows.some((article) => article.demo),
    main: html`${pageHead('', 'Latest')}
${articles.rows.length > 0 ? articlesByDay(articles.rows) : empty('There is no article here yet.', '/sources', 'Add some')}
${pager('/latest', { after }, articles.next)}`,
  };
}

function articlesByDay(articles: readonly ArticleLine[]): Markup {
  const days = [...new Set(articles.map((article) => dayOf(article.timeMs)))];
  return html`${days.map(
    (day) => html`<section class="day" aria-labelledby="day-${day}">
<h2 id="day-${day}" class="day-name"><time datetime="${day}">${dayInWords(day)}</time></h2>
<ol class="articles">${articles.filter((article) => dayOf(article.timeMs) === day).map(articleItem)}</ol>
</section>`,
  )}`;
}
