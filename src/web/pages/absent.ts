import { html } from 'hono/html';
import { dayInWords, dayOf } from '../dates.ts';
import type { Page } from '../frame.ts';
import { pageHead } from '../parts/lists.ts';

/** A page that is not there: one sentence and one action. */
const absent = (title: string, sentence: string): Page => ({
  title,
  main: html`${pageHead('', title)}<p class="lead">${sentence}</p><p><a href="/">Go to the stories</a></p>`,
});

/** 410: nothing is said of what was here but the day. */
export const removedPage = (onMs: number): Page =>
  absent('Removed', `What was here was removed on ${dayInWords(dayOf(onMs))} and does not come back.`);

export const unknownPage = (): Page => absent('Not found', 'There is nothing at this address.');

export const brokenPage = (): Page =>
  absent('Something broke', 'This page could not be made; what happened is in the server’s log.');
