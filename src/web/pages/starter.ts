import { html } from 'hono/html';
import type { NewSource } from '../../domain/ports/sources.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { pageHead } from '../parts/lists.ts';
import { OWNER_WORDS } from './source-words.ts';

/** The starter list to choose from, folder by folder. Feeds that were never opened are probed at first use. */
export function starterPage(sources: readonly NewSource[], known: ReadonlySet<string>): Page {
  const folders = Map.groupBy(sources, (source) => source.folder ?? '');
  return {
    title: 'Starter list',
    section: '/sources',
    main: html`${pageHead(html`<a href="/sources/feeds">Feeds</a>`, 'Starter list')}
<p class="lead">Facts about outlets and issuers, written down from general knowledge. None of these feeds was opened to make the list: each is tried when it is first asked, and where it is dead the homepage is searched for another.</p>
<form method="post" action="/sources/starter">
${[...folders].map(([folder, members], at) => section(folder, members, known, at))}
<p class="sticky-action"><button type="submit">Follow the chosen</button></p></form>`,
  };
}

const section = (
  folder: string,
  members: readonly NewSource[],
  known: ReadonlySet<string>,
  at: number,
): Markup => html`<fieldset class="folder"><legend><h2>${folder}</h2></legend>
<p class="choice"><input type="checkbox" id="all-${at}" name="folder" value="${folder}"> <label for="all-${at}">All of ${folder}</label></p>
<ul class="columns">${members.map((source) => choice(source, known.has(source.url)))}</ul></fieldset>`;

function choice(source: NewSource, isKnown: boolean): Markup {
  const facts = [source.country, source.language, source.owner && OWNER_WORDS[source.owner]];
  const words = html`${source.name} <span class="soft">${facts.filter(Boolean).join(' · ')}</span>`;
  return isKnown
    ? html`<li class="choice soft">followed: ${words}</li>`
    : html`<li class="choice"><label><input type="checkbox" name="url" value="${source.url}"> ${words}</label></li>`;
}
