import { html } from 'hono/html';
import type { ArticleLine } from '../../domain/ports/pages.ts';
import { articlePath, outwardAddress } from '../addresses.ts';
import { inWords, isMachineTime, momentInWords } from '../dates.ts';
import type { Markup } from '../markup.ts';
import { dotted, type Piece } from './dotted.ts';

/** Marks a row of the demo, wherever it stands. */
export const inventedMark = (demo: boolean): Markup | '' =>
  demo ? html` <span class="invented" title="From the demo: this does not exist">invented</span>` : '';

/** The name an article is credited to; where its outlet is not known, the domain or a plain word. */
export const outletName = (article: ArticleLine): string =>
  article.outlet?.name ?? article.outlet?.domain ?? 'Unnamed outlet';

/** When the article says it was published, else when it was captured, and which of the two it is. */
export function timeOf(article: ArticleLine): Markup {
  if (!article.published)
    return html`<span class="undated">undated, captured <time datetime="${new Date(article.fetchedAtMs).toISOString()}">${momentInWords(article.fetchedAtMs)}</time></span>`;
  const words = inWords(article.published);
  return isMachineTime(article.published)
    ? html`<time datetime="${article.published}">${words}</time>`
    : html`${words}`;
}

/** `By Ana Reyes, Wire Agency`: author and agency where they are known, never the outlet twice. */
export function byline(article: ArticleLine): string {
  const names = [...article.authors, article.agency].filter((name): name is string => Boolean(name));
  return names.filter((name, at) => name !== article.outlet?.name && names.indexOf(name) === at).join(', ');
}

/** The link to the original, or the plain statement that there is none. */
export function originalLink(article: ArticleLine): Markup {
  const address = outwardAddress(article.url);
  if (!address) return html`<span class="no-original">no address given</span>`;
  return html`<a class="original" href="${address}" rel="noopener external" aria-label="Original at ${outletName(article)}">original</a>${article.paywalled ? ' (paywall)' : ''}`;
}

/** The credit line that stands with every item: outlet, author or agency, time, and the link to the original. */
export function creditLine(article: ArticleLine, more: readonly Piece[] = []): Markup {
  const outlet = html`<span class="outlet">${outletName(article)}</span>`;
  return html`<p class="credit">${dotted([outlet, byline(article), timeOf(article), ...more, originalLink(article)])}${inventedMark(article.demo)}</p>`;
}

/** An article's headline as a link to its page. */
export const headline = (article: ArticleLine): Markup =>
  html`<a class="headline" href="${articlePath(article.id)}" dir="auto">${article.title || 'Without a title'}</a>`;
