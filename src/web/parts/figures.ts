import { html } from 'hono/html';
import type { FigureLine, StoryPage } from '../../domain/ports/pages.ts';
import { articlePath, placePath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { numeral } from '../wording.ts';
import { inventedMark, originalLink, outletName, timeOf } from './credit.ts';

const BOUND_WORDS: Readonly<Record<string, string>> = {
  about: 'about',
  atLeast: 'at least',
  atMost: 'at most',
  over: 'over',
  under: 'under',
};

/** `at least 1,000–9,999 people`. */
function valueInWords(figure: FigureLine): string {
  const bound = figure.bound ? BOUND_WORDS[figure.bound] : undefined;
  const range = figure.upTo === null ? numeral(figure.value) : `${numeral(figure.value)}–${numeral(figure.upTo)}`;
  return [bound, range, figure.unit].filter(Boolean).join(' ');
}

/** Figures side by side: one table for each thing counted. */
export function figureTables(figures: StoryPage['figures']): Markup {
  return html`${figures.map(
    (
      series,
    ) => html`<div class="scroll" role="region" aria-label="Numbers: ${series.counted}" tabindex="0"><table class="figures">
<caption>${series.counted}${series.conflict ? html` <span class="chip">numbers differ</span>` : ''}</caption>
<thead><tr><th scope="col" class="number">Value</th><th scope="col">In the words of the text</th><th scope="col">Who says so</th><th scope="col">Via</th><th scope="col">Outlet</th><th scope="col">When</th></tr></thead>
<tbody>${series.values.map(figureRow)}</tbody>
</table></div>`,
  )}`;
}

function figureRow(figure: FigureLine): Markup {
  const place = figure.statement ? placePath(figure.article.id, figure.statement) : articlePath(figure.article.id);
  return html`<tr><td class="number">${valueInWords(figure)}</td><td><a href="${place}">${figure.words}</a></td><td>${figure.speaker ?? html`<span class="soft">the outlet itself</span>`}</td><td>${figure.via.length > 0 ? figure.via.join(' ← ') : html`<span class="soft">–</span>`}</td><td>${outletName(figure.article)}${inventedMark(figure.article.demo)} <span class="soft">(${originalLink(figure.article)})</span></td><td class="when">${timeOf(figure.article)}</td></tr>`;
}
