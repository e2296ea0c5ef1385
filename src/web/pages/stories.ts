import { html } from 'hono/html';
import type { List, StoryLine } from '../../domain/ports/pages.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { empty, pageHead, pager } from '../parts/lists.ts';
import { storiesByDay } from '../parts/story-line.ts';

/** Home: what changed since the reader looked. */
export function storiesPage(
  stories: List<StoryLine>,
  {
    after,
    demoPresent,
    stranger,
  }: { readonly after?: string; readonly demoPresent: boolean; readonly stranger: boolean },
): Page {
  const unseen = stories.rows.filter((story) => story.isNew);
  return {
    title: 'Stories',
    section: '/',
    feed: '/feed.atom',
    demo: stories.rows.some((story) => story.demo),
    main: html`${pageHead('', 'Stories', unseen.length > 0 && !stranger ? seenForm(unseen) : '')}
${
  stories.rows.length > 0
    ? storiesByDay(stories.rows)
    : empty(
        'There is no story here yet.',
        '/sources',
        demoPresent ? 'Add your own articles' : 'Add articles, or the demo',
      )
}
${pager('/', { after }, stories.next)}`,
  };
}

const seenForm = (unseen: readonly StoryLine[]): Markup =>
  html`<form class="head-action" method="post" action="/seen">${unseen.map((story) => html`<input type="hidden" name="story" value="${story.id}">`)}<button type="submit">Mark these as seen</button></form>`;
