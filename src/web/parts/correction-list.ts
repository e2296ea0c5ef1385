import { html } from 'hono/html';
import { correctionInWords } from '../../domain/corrections/correction-words.ts';
import type { CorrectionLine } from '../../domain/ports/pages.ts';
import { actorPath, articlePath, statementPath } from '../addresses.ts';
import { momentInWords } from '../dates.ts';
import type { Markup } from '../markup.ts';
import { counted } from '../wording.ts';
import { inventedMark, outletName } from './credit.ts';
import { dotted } from './dotted.ts';

/** What readers put right, each with its reason, where it holds, and a way to take it back. `back`: where an undoing leads to. */
export const correctionList = (lines: readonly CorrectionLine[], back?: string): Markup =>
  html`<ol class="corrections">${lines.map((line) => correctionItem(line, back))}</ol>`;

function correctionItem(line: CorrectionLine, back: string | undefined): Markup {
  const { correction, state } = line;
  const { id, madeAtMs, undoneAtMs, reason, change, demo } = correction;
  const words = correctionInWords(change);
  return html`<li id="k-${id}">
<p class="correction-words" dir="auto">${words}${inventedMark(demo)}</p>
${reason ? html`<p class="correction-reason" dir="auto">${reason}</p>` : ''}
<p class="credit">${dotted([moment('', madeAtMs), stateOf(line), ...placesOf(line), undoneAtMs === undefined ? '' : moment('undone ', undoneAtMs)])}</p>
${
  state === 'undone'
    ? ''
    : html`<form method="post" action="/corrections/${id}/undo">${back ? html`<input type="hidden" name="back" value="${back}">` : ''}<button type="submit" class="quiet" aria-label="Undo: ${words}">Undo</button></form>`
}</li>`;
}

const moment = (before: string, ms: number): Markup =>
  html`${before}<time datetime="${new Date(ms).toISOString()}">${momentInWords(ms)}</time>`;

function stateOf({ state, articles, correction }: CorrectionLine): Markup | string {
  if (state === 'needs-look')
    return html`<strong class="needs-look">needs a look: its place was not found again</strong>`;
  if (state === 'due') return 'on its way';
  const isOfMany = correction.change.kind === 'merge' || correction.change.kind === 'split';
  return state === 'holds' && isOfMany ? `holds in ${counted(articles, 'article')}` : '';
}

/** Where one can look: the statement, the article, the actors. */
function placesOf({ correction, statement, article }: CorrectionLine): readonly (Markup | string)[] {
  const { change } = correction;
  if (change.kind === 'merge' || change.kind === 'split') {
    const other = change.kind === 'merge' ? change.into : change.to;
    return [html`<a class="check" href="${actorPath(other.id)}">${other.name}</a>`];
  }
  return [
    statement === null ? '' : html`<a class="check" href="${statementPath(statement)}">statement</a>`,
    article === null ? '' : html`<a href="${articlePath(article.id)}">${outletName(article)}: ${article.title}</a>`,
  ];
}
