import { html } from 'hono/html';
import type { ArticleLine, LineageLine } from '../../domain/ports/pages.ts';
import { articlePath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { LINEAGE_WORDS } from '../wording.ts';
import { outletName } from './credit.ts';

/** What an article rests on, each once: whom it republishes, cites or quotes, with the words that say so. Nothing where it rests on nobody else. */
export function lineageList(article: ArticleLine, rows: readonly LineageLine[]): Markup | '' {
  const others = rows.filter(({ from, kind }, at) => from !== outletName(article) && firstOf(rows, from, kind) === at);
  if (others.length === 0) return '';
  return html`<ul class="rests">${others.map(
    (row) =>
      html`<li>${LINEAGE_WORDS[row.kind]} ${row.fromArticle ? html`<a href="${articlePath(row.fromArticle)}">${row.from}</a>` : row.from}${evidenceOf(row)}</li>`,
  )}</ul>`;
}

const firstOf = (rows: readonly LineageLine[], from: string, kind: string): number =>
  rows.findIndex((row) => row.from === from && row.kind === kind);

/** The name alone is no evidence beyond itself. */
const evidenceOf = ({ evidenceText, from }: LineageLine): Markup | '' =>
  evidenceText && evidenceText !== from ? html`<span class="evidence" dir="auto">${evidenceText}</span>` : '';
