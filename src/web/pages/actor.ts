import { html } from 'hono/html';
import { alpha3ToAlpha2 } from 'i18n-iso-countries/index.js';
import type { ActorPage } from '../../domain/ports/pages.ts';
import { actorPath, articlePath } from '../addresses.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { outletName } from '../parts/credit.ts';
import { dotted } from '../parts/dotted.ts';
import { legend } from '../parts/legend.ts';
import { pageHead } from '../parts/lists.ts';
import { statementList } from '../parts/statement.ts';
import { ACTOR_KIND_WORDS, counted } from '../wording.ts';

/** Who this is, and what they have said. */
export function actorPage(actor: ActorPage): Page {
  const country = actor.country === null ? undefined : countryName(actor.country);
  return {
    title: actor.name,
    feed: `${actorPath(actor.id)}/feed.atom`,
    demo: actor.demo,
    main: html`${pageHead(
      [ACTOR_KIND_WORDS[actor.kind], country].filter(Boolean).join(', '),
      actor.name,
      html`<p class="story-facts"><span class="counts">${dotted([html`${counted(actor.said.length, 'statement')} by`, html`${counted(actor.about.length, 'statement')} about`])}</span></p>`,
    )}
<nav class="on-page" aria-label="On this page"><ul class="row"><li><a href="#said">Said</a></li>${actor.about.length > 0 ? html`<li><a href="#about">Said about</a></li>` : ''}<li><a href="#names">Names</a></li>${actor.network.length > 0 ? html`<li><a href="#network">Named together with</a></li>` : ''}</ul></nav>
<section id="said" aria-labelledby="said-name"><h2 id="said-name">Said</h2>
${actor.said.length > 0 ? html`${legend}${statementList(actor.said, { named: false })}` : html`<p class="empty">No statement of ${actor.name} is in the archive.</p>`}</section>
${actor.about.length > 0 ? html`<section id="about" aria-labelledby="about-name"><h2 id="about-name">Said about ${actor.name}</h2>${statementList(actor.about, { fold: true })}</section>` : ''}
<section id="names" aria-labelledby="names-name"><h2 id="names-name">Names</h2>${aliases(actor)}</section>
${actor.network.length > 0 ? html`<section id="network" aria-labelledby="network-name"><h2 id="network-name">Named together with</h2>${network(actor)}</section>` : ''}`,
  };
}

const regions = new Intl.DisplayNames('en', { type: 'region' });

/** The English name of a state by its three letters; nothing for letters that no state has. */
function countryName(alpha3: string): string | undefined {
  const alpha2 = alpha3ToAlpha2(alpha3);
  return alpha2 && regions.of(alpha2);
}

const aliases = (actor: ActorPage): Markup =>
  actor.aliases.length > 0
    ? html`<div class="scroll" role="region" aria-label="Names" tabindex="0"><table class="names"><caption>Every form under which ${actor.name} is known here, and where it comes from</caption>
<thead><tr><th scope="col">Form</th><th scope="col">Source</th></tr></thead>
<tbody>${actor.aliases.map((alias) => html`<tr><td dir="auto">${alias.form}</td><td>${sourceOf('article' in alias.source ? alias.source.article : '', actor)}</td></tr>`)}</tbody></table></div>`
    : html`<p class="empty">Only the name above is known.</p>`;

/** An alias comes from an article, which is linked, or from a file of knowledge, which is named. */
function sourceOf(source: string, actor: ActorPage): Markup | string {
  if (!/^[0-9a-f]{16}$/.test(source)) return source;
  const line = [...actor.said, ...actor.about].find(({ article }) => article.id === source);
  return html`<a href="${articlePath(source)}">${line ? `${outletName(line.article)}: ${line.article.title}` : 'an article'}</a>`;
}

const network = (actor: ActorPage): Markup =>
  html`<table class="network"><caption>Actors in the same articles, by the number of statements that join them</caption>
<thead><tr><th scope="col">Actor</th><th scope="col" class="number">Statements</th></tr></thead>
<tbody>${actor.network.map((other) => html`<tr><td><a href="${actorPath(other.id)}">${other.name}</a></td><td class="number">${other.statements}</td></tr>`)}</tbody></table>`;
