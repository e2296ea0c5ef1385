import { html } from 'hono/html';
import { articlePath, outcomePath } from '../addresses.ts';
import type { Page } from '../frame.ts';
import type { Outcome } from '../house.ts';
import { pageHead } from '../parts/lists.ts';

/** What became of several captures taken in at once. */
export function outcomePage(
  outcomes: readonly { readonly capture: string; readonly name: string; readonly outcome: Outcome }[],
): Page {
  const waiting = outcomes.filter(({ outcome }) => 'waiting' in outcome);
  return {
    title: 'Taken in',
    section: '/sources',
    main: html`${pageHead('', 'Taken in')}
<ul class="outcomes">${outcomes.map(
      ({ name, outcome }) =>
        html`<li><span class="file-name">${name}</span> ${
          'article' in outcome
            ? html`<a href="${articlePath(outcome.article)}">read it</a>`
            : 'failure' in outcome
              ? html`<span class="problem">${outcome.failure}</span>`
              : html`<span class="soft">still being read</span>`
        }</li>`,
    )}</ul>
<p>${waiting.length > 0 ? html`<a href="${outcomePath(outcomes)}">Look again</a>` : html`<a href="/sources">Take in more</a>`}</p>`,
  };
}
