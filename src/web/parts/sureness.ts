import { html } from 'hono/html';
import type { Statement } from '../../domain/statement.ts';
import { actorPath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { percent, SURE } from '../wording.ts';

/** How sure the reader is of a statement, what makes it doubt, and who else it may be. */
export function sureness(statement: Statement): Markup {
  const { confidence, doubts = [], speaker, corrected = [] } = statement;
  const candidates = speaker?.candidates ?? [];
  return html`${
    corrected.includes('speaker')
      ? html`<p>Who said it was put right by hand.</p>`
      : html`<p>The reader puts the probability that speaker and words are right at <strong>${percent(confidence)}</strong>${confidence < SURE ? `; below ${percent(SURE)} it is shown as doubtful` : ''}.</p>`
  }
${doubts.length > 0 ? html`<ul class="reasons" aria-label="What makes it doubt">${doubts.map((doubt) => html`<li>${doubt}</li>`)}</ul>` : ''}
${
  candidates.length > 0
    ? html`<table class="candidates"><caption>Who it may be</caption><thead><tr><th scope="col">Speaker</th><th scope="col" class="number">Probability</th></tr></thead>
<tbody>${candidates.toSorted((a, b) => b.p - a.p).map(({ actor, name, p }) => html`<tr><td><a href="${actorPath(actor)}">${name}</a></td><td class="number">${percent(p)}</td></tr>`)}</tbody></table>`
    : ''
}`;
}
