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
  return {
    title: 'Stories',
    section: '/',
    feed: '/feed.atom',
    demo: stories.rows.some((story) => story.demo),
    main: html`${pageHead('', 'Stories', stories.rows.length > 0 && !stranger ? seenForm(stories.rows) : '')}
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

/** Whatever comes in after this is marked as new. */
const seenForm = (shown: readonly StoryLine[]): Markup =>
  html`<form class="head-action" method="post" action="/seen">${shown.map((story) => html`<input type="hidden" name="story" value="${story.id}">`)}<button type="submit">Mark these as seen</button></form>`;
