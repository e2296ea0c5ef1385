import { html } from 'hono/html';
import type { DisputeLine } from '../../domain/ports/pages.ts';
import { articlePath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { DISPUTE_WORDS, percent, STANCE_WORDS, SURE } from '../wording.ts';
import { creditLine, outletName } from './credit.ts';
import { disputesOnce } from './same-words.ts';
import { waysToCheck } from './statement.ts';

type Side = DisputeLine['sides'][number];

/** Disputes in pairs: what is claimed on one side, what stands against it on the other. */
export function disputeList(disputes: readonly DisputeLine[]): Markup {
  return html`<ol class="disputes">${disputesOnce(disputes).map(
    ({ first: dispute, again }) => html`<li class="dispute" id="d-${dispute.id}">
<p class="dispute-kind"><span class="chip chip-denied">${DISPUTE_WORDS[dispute.kind]}</span> <span class="why">${dispute.why}${dispute.confidence < SURE ? html`; <strong>may conflict</strong> (${percent(dispute.confidence)} sure)` : ''}</span></p>
<div class="sides">${dispute.sides.map(sideOf)}</div>
${toldAgain(dispute, again)}</li>`,
  )}</ol>`;
}

/** The other articles that carry the same words of both sides. */
function toldAgain(dispute: DisputeLine, again: readonly DisputeLine[]): Markup | '' {
  const shown = new Set(dispute.sides.map((side) => side.article.id));
  const others = again
    .flatMap((other) => other.sides.map((side) => side.article))
    .filter(({ id }) => !shown.has(id) && shown.add(id));
  if (others.length === 0) return '';
  return html`<p class="credit told-again">The same words in ${others.map((article, at) => html`${at > 0 ? ', ' : ''}<a href="${articlePath(article.id)}">${outletName(article)}</a>`)}</p>`;
}

function sideOf(side: Side): Markup {
  const links = side.statement ? waysToCheck(side.article, side.statement, side.speaker ?? 'this side') : [];
  return html`<div class="side">
<p class="who"><span class="speaker">${side.speaker ?? 'The outlet itself'}</span> <span class="marks"><span class="stance stance-${side.stance}">${STANCE_WORDS[side.stance]}</span></span></p>
<blockquote class="words"><p dir="auto">${side.quote}</p></blockquote>
${creditLine(side.article, links)}
</div>`;
}
