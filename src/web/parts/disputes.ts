import { html } from 'hono/html';
import type { DisputeLine } from '../../domain/ports/pages.ts';
import { articlePath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { counted, DISPUTE_WORDS, percent, STANCE_WORDS, SURE } from '../wording.ts';
import { creditLine, outletName } from './credit.ts';
import { disputesOnce, type Told } from './same-words.ts';
import { waysToCheck } from './statement.ts';

type Side = DisputeLine['sides'][number];

/** Disputes of one list shown before the rest is folded away. */
const UNFOLDED = 6;

/**
 * Disputes in pairs: what is claimed on one side, what stands against it on the other. Denials come first; what
 * differs in numbers alone stands in the table of numbers too.
 */
export function disputeList(disputes: readonly DisputeLine[]): Markup {
  const told = disputesOnce(
    disputes.toSorted(
      (a, b) => Number(b.kind === 'denial') - Number(a.kind === 'denial') || b.confidence - a.confidence,
    ),
  );
  const shown = told.length > UNFOLDED + 1 ? told.slice(0, UNFOLDED) : told;
  const rest = told.slice(shown.length);
  const list = (some: readonly Told<DisputeLine>[]) => html`<ol class="disputes">${some.map(disputeItem)}</ol>`;
  return html`${list(shown)}${rest.length > 0 ? html`<details class="rest"><summary>${counted(rest.length, 'more dispute')}</summary>${list(rest)}</details>` : ''}`;
}

const disputeItem = ({ first: dispute, again }: Told<DisputeLine>): Markup =>
  html`<li class="dispute" id="d-${dispute.id}">
<p class="dispute-kind"><span class="chip chip-denied">${DISPUTE_WORDS[dispute.kind]}</span> <span class="why">${dispute.why}${dispute.confidence < SURE ? html`; <strong>may conflict</strong> (${percent(dispute.confidence)} sure)` : ''}</span></p>
<div class="sides">${columnsOf(dispute).map((sides) => html`<div class="side">${sides.map(sideOf)}</div>`)}</div>
${toldAgain(dispute, again)}</li>`;

/** What is denied in one column, the denials in the other, however many there are; what merely differs side by side. */
function columnsOf({ kind, sides }: DisputeLine): readonly (readonly Side[])[] {
  if (kind !== 'denial') return sides.map((side) => [side]);
  const denials = sides.filter(({ stance }) => stance === 'denies');
  return [sides.filter((side) => !denials.includes(side)), denials].filter((column) => column.length > 0);
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
  return html`<div class="voice">
<p class="who"><span class="speaker">${side.speaker ?? (side.statement ? 'Nobody named' : 'The outlet itself')}</span> <span class="marks"><span class="stance stance-${side.stance}">${STANCE_WORDS[side.stance]}</span></span></p>
<blockquote class="words"><p dir="auto">${side.quote}</p></blockquote>
${creditLine(side.article, links)}
</div>`;
}
