import { html } from 'hono/html';
import type { Page } from '../frame.ts';
import { pageHead } from '../parts/lists.ts';

/** A correction that cannot be: why, and the way back. */
export const refusedPage = (sentence: string, back: string): Page => ({
  title: 'Not corrected',
  main: html`${pageHead('', 'Not corrected')}<p class="lead" role="alert">${sentence}</p><p><a href="${back}">Go back</a></p>`,
});
