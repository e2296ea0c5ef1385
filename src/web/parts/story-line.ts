import { html } from 'hono/html';
import type { ArticleLine, StoryLine } from '../../domain/ports/pages.ts';
import { articlePath, storylinePath, storyPath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { counted } from '../wording.ts';
import { byline, inventedMark, originalLink, outletName, timeOf } from './credit.ts';
import { byDay } from './days.ts';
import { dotted } from './dotted.ts';

/** Articles shown under a story before the rest is left to its page. */
const SHOWN_ARTICLES = 4;

/** `14 outlets · 3 origins · 43 statements`. */
export const countsOf = (story: StoryLine): Markup =>
  html`<span class="counts">${dotted([counted(story.outlets, 'outlet'), counted(story.origins, 'origin'), counted(story.statements, 'statement')])}</span>`;

/** What the reader should not miss about a story, in words. */
export function chipsOf(story: StoryLine): Markup {
  return html`${story.isNew ? html`<span class="chip chip-new">new statement</span> ` : ''}${
    story.denied ? html`<span class="chip chip-denied">denied</span> ` : ''
  }${story.numbersDiffer ? html`<span class="chip">numbers differ</span>` : ''}`;
}

/** An outlet's version of a story: outlet, headline where it differs, by whom, when, original. */
function outletOf(story: StoryLine, article: ArticleLine): Markup {
  const name = outletName(article);
  const title = article.title || 'Without a title';
  const named =
    title === story.title
      ? html`<a class="outlet" href="${articlePath(article.id)}" aria-label="${name}: ${title}">${name}</a>`
      : html`<span class="outlet">${name}</span> <a href="${articlePath(article.id)}" dir="auto">${title}</a>`;
  return html`<li>${named} <span class="credit">${dotted([byline(article), timeOf(article), originalLink(article)])}</span></li>`;
}

/** A story as an item of the dense list: headline, counts, chips, and the outlets indented under it. */
export function storyItem(story: StoryLine, { inStoryline = false }: { readonly inStoryline?: boolean } = {}): Markup {
  const hidden = story.articles.length - SHOWN_ARTICLES;
  return html`<li class="story">
${story.storyline && !inStoryline ? html`<p class="storyline-of"><a href="${storylinePath(story.storyline.id)}">${story.storyline.title}</a> <span>${counted(story.storyline.stories, 'story', 'stories')}</span></p>` : ''}
<h3><a class="headline" href="${storyPath(story.id)}" dir="auto">${story.title}</a>${inventedMark(story.demo)}</h3>
<p class="story-facts">${countsOf(story)} ${chipsOf(story)}</p>
<ul class="outlets">${story.articles.slice(0, SHOWN_ARTICLES).map((article) => outletOf(story, article))}${hidden > 0 ? html`<li><a href="${storyPath(story.id)}#sources">${counted(hidden, 'more article')}</a></li>` : ''}</ul>
</li>`;
}

/** Stories under the day they were last told on, newest day first. */
export const storiesByDay = (stories: readonly StoryLine[], options?: { readonly inStoryline?: boolean }): Markup =>
  byDay(
    stories,
    (story) => story.articles.find(({ timeMs }) => timeMs === story.timeMs) ?? story.articles[0]!,
    (told) => html`<ol class="stories">${told.map((story) => storyItem(story, options))}</ol>`,
  );
