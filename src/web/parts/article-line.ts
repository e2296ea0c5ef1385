import { html } from 'hono/html';
import type { ArticleLine } from '../../domain/ports/pages.ts';
import { storyPath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { counted } from '../wording.ts';
import { creditLine, headline } from './credit.ts';

/** An article as an item of a plain list: headline, excerpt, credit. */
export function articleItem(article: ArticleLine): Markup {
  return html`<li class="article-line">
<h3>${headline(article)}</h3>
${article.excerpt ? html`<p class="excerpt" dir="auto">${article.excerpt}</p>` : ''}
${creditLine(article, [
  article.statements > 0 ? counted(article.statements, 'statement') : '',
  article.story
    ? html`<a class="check" href="${storyPath(article.story)}" aria-label="Story of: ${article.title}">story</a>`
    : '',
])}
</li>`;
}
