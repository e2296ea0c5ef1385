import { html } from 'hono/html';
import type { ArticleLine, List } from '../../domain/ports/pages.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { articleItem } from '../parts/article-line.ts';
import { byDay } from '../parts/days.ts';
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

const articlesByDay = (articles: readonly ArticleLine[]): Markup =>
  byDay(
    articles,
    (article) => article,
    (day) => html`<ol class="articles">${day.map(articleItem)}</ol>`,
  );
