import { html } from 'hono/html';
import type { KnownActor } from '../../domain/ports/knowledge.ts';
import type { ActorPage } from '../../domain/ports/pages.ts';
import { actorPath, articlePath, withQuery } from '../addresses.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { correctActor } from '../parts/correct-actor.ts';
import { correctionList } from '../parts/correction-list.ts';
import { countryName } from '../parts/country.ts';
import { outletName } from '../parts/credit.ts';
import { dotted } from '../parts/dotted.ts';
import { legend } from '../parts/legend.ts';
import { pageHead } from '../parts/lists.ts';
import { roleTable } from '../parts/roles.ts';
import { tallyOf } from '../parts/same-words.ts';
import { statementList } from '../parts/statement.ts';
import { ACTOR_KIND_WORDS, counted, numeral } from '../wording.ts';

export type ActorView = {
  readonly actor: ActorPage;
  /** What is known beside the archive. */
  readonly known: KnownActor | undefined;
  /** The reader's own eyes, who may correct it. */
  readonly own: boolean;
};

/** Statements shown before the rest is folded away. */
const UNFOLDED_SAID = 12;
const UNFOLDED_ABOUT = 4;

/** Who this is, and what they have said. */
export function actorPage({ actor, known, own }: ActorView): Page {
  const country = actor.country === null ? undefined : countryName(actor.country);
  const roles = roleTable(actor, known);
  const sections: readonly (readonly [id: string, name: string, body: Markup | ''])[] = [
    [
      'said',
      'Said',
      actor.said.length > 0
        ? html`${legend}${statementList(actor.said, { named: false, fold: UNFOLDED_SAID })}`
        : html`<p class="empty">No statement of ${actor.name} is in the archive.</p>`,
    ],
    ['about', `Said about ${actor.name}`, statementList(actor.about, { fold: UNFOLDED_ABOUT })],
    ['roles', 'Roles', roles],
    ['names', 'Names', html`${names(actor, own)}${knownNames(actor, known)}`],
    ['network', 'Named together with', actor.network.length > 0 ? network(actor) : ''],
    ['correct', 'Who is who', own ? html`${made(actor)}${correctActor(actor)}` : ''],
  ];
  const shown = sections.filter(([, , body]) => body !== '');
  return {
    title: actor.name,
    feed: `${actorPath(actor.id)}/feed.atom`,
    demo: actor.demo,
    main: html`${pageHead(
      [ACTOR_KIND_WORDS[actor.kind], country].filter(Boolean).join(', '),
      actor.name,
      html`<p class="story-facts"><span class="counts">${dotted([saidTally(actor), aboutTally(actor)])}</span></p>`,
    )}
<nav class="on-page" aria-label="On this page"><ul class="row">${shown.map(([id, name]) => html`<li><a href="#${id}">${id === 'about' ? 'Said about' : name}</a></li>`)}</ul></nav>
${shown.map(([id, name, body]) => html`<section id="${id}" aria-labelledby="${id}-name"><h2 id="${id}-name">${name}</h2>${body}</section>`)}`,
  };
}

/** A page shows the newest; the count is of all. */
const saidTally = ({ said, statements }: ActorPage): string =>
  statements > said.length
    ? `${counted(statements, 'statement')} by, the newest ${numeral(said.length)} here`
    : tallyOf(said, ' by');

const aboutTally = ({ about, aboutGoesOn }: ActorPage): string =>
  aboutGoesOn ? `the newest ${counted(about.length, 'statement')} about` : tallyOf(about, ' about');

const made = (actor: ActorPage): Markup | '' =>
  actor.corrections.length > 0 ? correctionList(actor.corrections, actorPath(actor.id)) : '';

const names = (actor: ActorPage, own: boolean): Markup =>
  actor.aliases.length > 0
    ? html`<div class="scroll" role="region" aria-label="Names" tabindex="0"><table class="names"><caption>Every form under which ${actor.name} is named here, and where it comes from</caption>
<thead><tr><th scope="col">Form</th><th scope="col">Source</th>${own ? html`<th scope="col">Wrong?</th>` : ''}</tr></thead>
<tbody>${actor.aliases.map((alias) => html`<tr><td dir="auto">${alias.form}</td><td>${sourceOf(alias, actor)}</td>${own ? html`<td><a class="check" href="${withQuery(`${actorPath(actor.id)}/split`, { form: alias.form })}" aria-label="“${alias.form}” is somebody else">somebody else</a></td>` : ''}</tr>`)}</tbody></table></div>`
    : html`<p class="empty">Only the name above is known.</p>`;

/** An alias comes from articles, of which the newest is linked, or from a correction. */
function sourceOf({ source, articles }: ActorPage['aliases'][number], actor: ActorPage): Markup {
  if ('correction' in source) return html`<a href="#k-${source.correction}">put in by hand</a>`;
  const line = [...actor.said, ...actor.about].find(({ article }) => article.id === source.article);
  return html`<a href="${articlePath(source.article)}">${line ? `${outletName(line.article)}: ${line.article.title}` : 'an article'}</a>${articles > 1 ? html` <span class="soft">and ${counted(articles - 1, 'other')}</span>` : ''}`;
}

/** Forms that the knowledge has and no article here uses. */
function knownNames(actor: ActorPage, known: KnownActor | undefined): Markup | '' {
  const used = new Set(actor.aliases.map(({ form }) => form));
  const others = [known?.name, ...(known?.aliases ?? [])].filter((form) => form !== undefined && !used.has(form));
  if (!known || others.length === 0) return '';
  return html`<p class="known-names">Known besides as ${others.map((form, at) => html`${at > 0 ? ', ' : ''}<span dir="auto">${form}</span>`)} <span class="soft">(${known.source})</span></p>`;
}

const network = (actor: ActorPage): Markup =>
  html`<table class="network"><caption>Actors in the same articles, by the number of statements that join them</caption>
<thead><tr><th scope="col">Actor</th><th scope="col" class="number">Statements</th></tr></thead>
<tbody>${actor.network.map((other) => html`<tr><td><a href="${actorPath(other.id)}">${other.name}</a></td><td class="number">${other.statements}</td></tr>`)}</tbody></table>`;
