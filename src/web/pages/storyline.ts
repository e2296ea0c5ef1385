import { html } from 'hono/html';
import type { StorylinePage } from '../../domain/ports/pages.ts';
import { actorPath, storylinePath } from '../addresses.ts';
import type { Page } from '../frame.ts';
import { disputeList } from '../parts/disputes.ts';
import { dotted } from '../parts/dotted.ts';
import { figureTable } from '../parts/figures.ts';
import { pageHead } from '../parts/lists.ts';
import { storiesByDay } from '../parts/story-line.ts';
import { counted } from '../wording.ts';

/** One affair over months or years: its stories by day, who speaks in it, what is in dispute. */
export function storylinePage(storyline: StorylinePage): Page {
  const speakers = storyline.actors
    .filter((actor) => actor.statements > 0)
    .toSorted((a, b) => b.statements - a.statements);
  const articles = storyline.stories.reduce((sum, story) => sum + story.articles.length, 0);
  return {
    title: storyline.title,
    section: '/',
    feed: `${storylinePath(storyline.id)}/feed.atom`,
    demo: storyline.demo,
    main: html`${pageHead(
      'Storyline',
      storyline.title,
      html`<p class="story-facts"><span class="counts">${dotted([counted(storyline.stories.length, 'story', 'stories'), counted(articles, 'article'), counted(storyline.disputes.length, 'dispute')])}</span></p>`,
    )}
<nav class="on-page" aria-label="On this page"><ul class="row"><li><a href="#stories">Stories by day</a></li>${speakers.length > 0 ? html`<li><a href="#speakers">Who speaks</a></li>` : ''}${storyline.disputes.length > 0 ? html`<li><a href="#disputes">Where they part</a></li>` : ''}${storyline.figures.length > 0 ? html`<li><a href="#numbers">Numbers</a></li>` : ''}</ul></nav>
<div id="stories">${storiesByDay(storyline.stories, { inStoryline: true })}</div>
${
  speakers.length > 0
    ? html`<section id="speakers" aria-labelledby="speakers-name"><h2 id="speakers-name">Who speaks</h2><ul class="actors">${speakers.map(
        (actor) =>
          html`<li><a href="${actorPath(actor.id)}">${actor.name}</a> <span class="tally">${counted(actor.statements, 'statement')}</span></li>`,
      )}</ul></section>`
    : ''
}
${storyline.disputes.length > 0 ? html`<section id="disputes" aria-labelledby="disputes-name"><h2 id="disputes-name">Where they part</h2>${disputeList(storyline.disputes)}</section>` : ''}
${storyline.figures.length > 0 ? html`<section id="numbers" aria-labelledby="numbers-name"><h2 id="numbers-name">Numbers</h2>${figureTable(storyline.figures)}</section>` : ''}`,
  };
}
