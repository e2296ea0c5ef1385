import { html } from 'hono/html';
import type { FigureLine, StoryPage } from '../../domain/ports/pages.ts';
import { articlePath, placePath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { counted, numeral } from '../wording.ts';
import { cameThrough, copiedFrom, isCopyOfHeld } from './chain.ts';
import { inventedMark, originalLink, outletName, timeOf } from './credit.ts';
import { figuresOnce, type Told } from './same-words.ts';

type Series = StoryPage['figures'][number];

const BOUND_WORDS: Readonly<Record<string, string>> = {
  about: 'about',
  atLeast: 'at least',
  atMost: 'at most',
  over: 'over',
  under: 'under',
};

/** `at least 19 people`, `1,000–9,999 people`. */
function valueInWords(figure: FigureLine): string {
  const bound = figure.bound ? BOUND_WORDS[figure.bound] : undefined;
  const range = figure.upTo === null ? numeral(figure.value) : `${numeral(figure.value)}–${numeral(figure.upTo)}`;
  return [bound, range, figure.unit].filter(Boolean).join(' ');
}

/** Figures side by side, under what they count; where they differ comes first. Rows go by time, the oldest first. */
export function figureTable(figures: readonly Series[]): Markup {
  const inOrder = figures.toSorted((a, b) => Number(b.conflict) - Number(a.conflict));
  const first = inOrder.length > UNFOLDED + 1 ? inOrder.slice(0, UNFOLDED) : inOrder;
  const rest = inOrder.slice(first.length);
  return html`${tableOf(first, 'Numbers')}${rest.length > 0 ? html`<details class="rest"><summary>${counted(rest.length, 'more count', 'more counts')}: ${rest.map(({ counted: what }) => what).join(', ')}</summary>${tableOf(rest, 'More numbers')}</details>` : ''}`;
}

/** Counts shown before the rest is folded away. */
const UNFOLDED = 3;

const tableOf = (series: readonly Series[], label: string): Markup =>
  html`<div class="scroll" role="region" aria-label="${label}" tabindex="0"><table class="figures">
<caption>What is counted, by whom, in whose words</caption>
<thead><tr><th scope="col">Value</th><th scope="col">In the text</th><th scope="col">Who says so</th><th scope="col">Via</th><th scope="col">Outlet</th><th scope="col">When</th></tr></thead>
${series.map(seriesRows)}
</table></div>`;

const seriesRows = (series: Series): Markup =>
  html`<tbody><tr class="counted"><th scope="rowgroup" colspan="6">${series.counted}${series.conflict ? html` <span class="chip">numbers differ</span>` : ''}</th></tr>
${figuresOnce(series.values.toSorted((a, b) => a.article.timeMs - b.article.timeMs)).map(figureRow)}</tbody>`;

function figureRow({ first: told, again }: Told<FigureLine>): Markup {
  const outlets = [told, ...again].toSorted(
    (a, b) => Number(isCopyOfHeld(a.lineage)) - Number(isCopyOfHeld(b.lineage)),
  );
  const first = outlets[0]!;
  return html`<tr><td class="number">${valueInWords(first)}</td><td dir="auto"><a href="${placeOf(first)}">${first.words}</a></td><td>${first.speaker ?? html`<span class="soft">the outlet itself</span>`}</td><td>${wayOf(first).join(' ← ')}</td><td>${outlets.length > 2 ? html`${outletOf(first, 0)}<details class="ways"><summary>and ${counted(outlets.length - 1, 'other')}</summary>${outlets.slice(1).map(outletOf)}</details>` : outlets.map(outletOf)}</td><td class="when">${timeOf(first.article)}</td></tr>`;
}

/** Whom a figure came through, as the chain of its statement names them. */
const wayOf = ({ via, lineage }: FigureLine): readonly string[] => [
  ...new Set([
    ...copiedFrom(lineage).map(({ from }) => from),
    ...cameThrough(
      via.map((name) => ({ name })),
      lineage,
    ).map(({ name }) => name),
  ]),
];

const placeOf = (figure: FigureLine): string =>
  figure.statement ? placePath(figure.article.id, figure.statement) : articlePath(figure.article.id);

function outletOf(figure: FigureLine, at: number): Markup {
  const name = outletName(figure.article);
  return html`${at > 0 ? html`<br>` : ''}<a href="${placeOf(figure)}">${name}</a> <span class="soft">(${originalLink(figure.article)})</span>${inventedMark(figure.article.demo)}`;
}
