import { html, raw } from 'hono/html';
import type { SearchAnswer, SearchTab } from '../../domain/ports/pages.ts';
import type { Mode } from '../../domain/statement.ts';
import { actorPath, withQuery } from '../addresses.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { articleItem } from '../parts/article-line.ts';
import { inventedMark } from '../parts/credit.ts';
import { empty, pageHead, pager } from '../parts/lists.ts';
import { statementList } from '../parts/statement.ts';
import { SEARCH_FIELDS, type SearchLine, withField } from '../search-syntax.ts';
import { ACTOR_KIND_WORDS, counted, MODE_WORDS, numeral } from '../wording.ts';

export type SearchView = {
  readonly asked: string;
  readonly line: SearchLine;
  readonly tab: SearchTab;
  readonly after?: string;
  /** Absent while nothing was asked. */
  readonly answer?: SearchAnswer;
};

const TABS: readonly (readonly [SearchTab, string])[] = [
  ['articles', 'Articles'],
  ['statements', 'Statements'],
  ['actors', 'Actors'],
];

/** Find and keep: articles, statements, actors, by words and fields. */
export function searchPage(view: SearchView): Page {
  const { asked, answer, tab } = view;
  return {
    title: asked ? `Search: ${asked}` : 'Search',
    section: '/search',
    searched: asked,
    ...(asked
      ? { feed: withQuery('/search/feed.atom', { q: asked, tab: tab === 'statements' ? tab : undefined }) }
      : {}),
    demo: answer !== undefined && hasDemo(answer, tab),
    main: html`${pageHead('', 'Search')}
<form class="search" role="search" aria-label="Search with fields" action="/search" method="get">
<label for="q">Words, phrases in quotation marks, and fields</label>
<div class="search-row"><input id="q" type="search" name="q" value="${asked}" autocomplete="off" aria-describedby="fields"><input type="hidden" name="tab" value="${tab}"><button type="submit">Search</button></div>
${fieldHelp(!answer)}
</form>
${view.line.unknown.length > 0 ? html`<p class="notice-line" role="status">There is no field, date, stance or mode like ${view.line.unknown.map((token) => `“${token}”`).join(', ')}; its words were searched for as they stand.</p>` : ''}
${answer ? results(view, answer) : ''}`,
  };
}

const hasDemo = (answer: SearchAnswer, tab: SearchTab): boolean =>
  tab === 'articles'
    ? answer.articles.rows.some((row) => row.demo)
    : tab === 'statements'
      ? answer.statements.rows.some((row) => row.article.demo)
      : answer.actors.rows.some((row) => row.demo === true);

const fieldHelp = (open: boolean): Markup =>
  html`<details class="legend" id="fields"${open ? raw(' open') : ''}><summary>Fields</summary><dl>${SEARCH_FIELDS.map(
    ([field, help]) => html`<div><dt><code>${field}:</code></dt><dd>${help}</dd></div>`,
  )}</dl></details>`;

function results(view: SearchView, answer: SearchAnswer): Markup {
  const { tab, asked } = view;
  const name = TABS.find(([value]) => value === tab)![1];
  const list = answer[tab];
  return html`<nav class="tabs" aria-label="Kinds of results"><ul class="row">${TABS.map(
    ([value, label]) =>
      html`<li><a class="tab" href="${withQuery('/search', { q: asked, tab: value })}"${value === tab ? raw(' aria-current="page"') : ''}>${label} <span class="tally">${numeral(answer.counts[value])}${answer.countsAreBounded && answer.counts[value] > 0 ? '+' : ''}</span></a></li>`,
  )}</ul></nav>
<div class="with-facets">
<section class="results" aria-labelledby="results"><h2 id="results">${name}</h2>
${list.rows.length > 0 ? rowsOf(answer, tab) : empty(`No ${tab} match this search.`, '/search', 'Start a new one')}
${pager('/search', { q: asked, tab, after: view.after }, list.next)}</section>
${facets(view, answer)}
</div>`;
}

function rowsOf(answer: SearchAnswer, tab: SearchTab): Markup | '' {
  if (tab === 'articles') return html`<ol class="articles">${answer.articles.rows.map(articleItem)}</ol>`;
  if (tab === 'statements') return statementList(answer.statements.rows);
  return html`<ul class="actors">${answer.actors.rows.map(
    (actor) =>
      html`<li><a href="${actorPath(actor.id)}">${actor.name}</a> <span class="soft">${ACTOR_KIND_WORDS[actor.kind]}</span> <span class="tally">${counted(actor.statements, 'statement')}</span>${inventedMark(actor.demo === true)}</li>`,
  )}</ul>`;
}

/** Narrowing down: each value leads to the same search with that field set, or cleared where it is set already. */
function facets({ line, tab }: SearchView, answer: SearchAnswer): Markup | '' {
  const filled = answer.facets.filter((facet) => facet.values.length > 0);
  if (filled.length === 0) return '';
  return html`<aside class="facets" aria-label="Narrow down"><h2>Narrow down</h2>${filled.map(
    (facet) =>
      html`<h3>${facet.field}</h3><ul>${facet.values.map((value) => {
        const isSet = line.fields[facet.field] === value.value;
        const href = withQuery('/search', { q: withField(line, facet.field, isSet ? undefined : value.value), tab });
        return html`<li><a href="${href}"${isSet ? raw(' aria-current="true"') : ''}>${facet.field === 'mode' ? (MODE_WORDS[value.value as Mode] ?? value.label) : value.label}${isSet ? html` <span class="soft">(clear)</span>` : ''}</a> <span class="tally">${numeral(value.count)}</span></li>`;
      })}</ul>`,
  )}</aside>`;
}
