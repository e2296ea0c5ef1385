import { html } from 'hono/html';
import { withQuery } from '../addresses.ts';
import type { Markup } from '../markup.ts';

/** An empty state: one sentence and one action. */
export const empty = (sentence: string, href: string, action: string): Markup =>
  html`<p class="empty">${sentence} <a href="${href}">${action}</a></p>`;

/** The way on through a long list, and back to its beginning. */
export function pager(
  path: string,
  query: Readonly<Record<string, string | undefined>>,
  next: string | null,
): Markup | '' {
  if (!next && !query.after) return '';
  return html`<nav class="pager" aria-label="Pages of this list"><ul class="row">${
    query.after
      ? html`<li><a href="${withQuery(path, { ...query, after: undefined })}" rel="first">Newest</a></li>`
      : ''
  }${next ? html`<li><a href="${withQuery(path, { ...query, after: next })}" rel="next">Older</a></li>` : ''}</ul></nav>`;
}

/** The head of a page: what it is (in small), its name, and lines of facts. */
export const pageHead = (kind: Markup | string, title: Markup | string, facts: Markup | '' = ''): Markup =>
  html`<header class="page-head">${kind ? html`<p class="kind">${kind}</p>` : ''}<h1 dir="auto">${title}</h1>${facts}</header>`;
