import { html } from 'hono/html';
import type { KnownActor } from '../../domain/ports/knowledge.ts';
import type { ActorPage } from '../../domain/ports/pages.ts';
import { articlePath } from '../addresses.ts';
import { inWords } from '../dates.ts';
import type { Markup } from '../markup.ts';
import { countryName } from './country.ts';
import { outletName, timeOf } from './credit.ts';

/** Offices with their terms, as the knowledge has them, and what articles call the actor, each with its source. */
export function roleTable(actor: ActorPage, known: KnownActor | undefined): Markup | '' {
  const offices = (known?.roles ?? []).toSorted((a, b) => (b.from ?? '').localeCompare(a.from ?? ''));
  if (offices.length + actor.roles.length === 0) return '';
  return html`<div class="scroll" role="region" aria-label="Roles" tabindex="0"><table class="roles"><caption>Offices by their terms, and what articles call ${actor.name}</caption>
<thead><tr><th scope="col">Role</th><th scope="col">When</th><th scope="col">Source</th></tr></thead>
<tbody>${offices.map(
    ({ role, of, from, to }) =>
      html`<tr><td>${role}${of ? ` of ${countryName(of) ?? of}` : ''}</td><td class="when">${from ? inWords(from) : '?'} – ${to ? inWords(to) : from ? 'now, as far as known' : '?'}</td><td class="soft">${known?.source}</td></tr>`,
  )}${actor.roles.map(
    ({ role, first, last }) =>
      html`<tr><td dir="auto">${role}</td><td class="when">${timeOf(first)}${first.id === last.id ? '' : html` – ${timeOf(last)}`}</td><td><a href="${articlePath(last.id)}">${outletName(last)}: ${last.title}</a></td></tr>`,
  )}</tbody></table></div>`;
}
