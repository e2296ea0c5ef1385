import { html } from 'hono/html';
import type { FoundFeed } from '../../collect/discover.ts';
import { displayTitle } from '../../collect/feeds/markup.ts';
import { inWords } from '../dates.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { pageHead } from '../parts/lists.ts';
import { counted } from '../wording.ts';

const PREVIEWED = 6;

const FOUND_BY: Readonly<Record<FoundFeed['by'], string>> = {
  address: 'the address itself',
  page: 'named by the page',
  'common path': 'at a usual path',
  'robots.txt': 'a news sitemap that robots.txt names',
};

/** The feeds found at an address, with their newest items, before one of them is followed. */
export function foundFeedsPage(address: string, found: readonly FoundFeed[], known: ReadonlySet<string>): Page {
  return {
    title: `Feeds at ${address}`,
    section: '/sources',
    main: html`${pageHead(html`<a href="/sources/feeds">Feeds</a>`, `Feeds at ${address}`)}
${found.length > 0 ? found.map((feed, at) => preview(feed, at, known.has(feed.url))) : html`<p class="empty">No feed was found there. <a href="/sources/feeds">Try another address</a></p>`}`,
  };
}

function preview({ url, kind, feed, by }: FoundFeed, at: number, isKnown: boolean): Markup {
  const name = feed.title ? displayTitle(feed.title, 'html') : new URL(url).hostname;
  const field = (label: string, field: string, value: string, hint = '') =>
    html`<p class="field"><label for="${field}-${at}">${label} <span class="soft">${hint}</span></label><input id="${field}-${at}" name="${field}" value="${value}" autocomplete="off" maxlength="200"></p>`;
  return html`<section class="found" aria-labelledby="found-${at}"><h2 id="found-${at}">${name}</h2>
<p class="soft address">${url}</p><p class="soft">${FOUND_BY[by]} · ${counted(feed.items.length, 'item')}</p>
<ul class="plain">${feed.items.slice(0, PREVIEWED).map((item) => html`<li>${item.title === null ? 'without a title' : displayTitle(item.title, item.titleType)} <span class="soft">${inWords(item.published ?? item.updated ?? '')}</span></li>`)}</ul>
${
  isKnown
    ? html`<p class="empty">It is followed already. <a href="/sources/feeds">See all feeds</a></p>`
    : html`<form method="post" action="/sources/follow" class="narrow">
<input type="hidden" name="url" value="${url}"><input type="hidden" name="kind" value="${kind}"><input type="hidden" name="homepage" value="${feed.link ?? ''}">
${field('Name', 'name', name)}
<details><summary>Folder, language, country</summary><div class="fields">${field('Folder', 'folder', '', 'as in World/Asia')}${field('Language', 'language', feed.language ?? '', 'en, fr, ar …')}${field('Country', 'country', '', 'three letters: GBR, KEN …')}</div></details>
<p><button type="submit">Follow it</button></p></form>`
}</section>`;
}
