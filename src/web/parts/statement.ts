import { html } from 'hono/html';
import type { ArticleLine, StatementLine } from '../../domain/ports/pages.ts';
import type { ActorRef, Statement } from '../../domain/statement.ts';
import { actorPath, outwardAddress, placePath, statementPath } from '../addresses.ts';
import { inWords } from '../dates.ts';
import type { Markup } from '../markup.ts';
import { counted, KIND_WORDS, MODE_WORDS, percent, STANCE_WORDS, SURE } from '../wording.ts';
import { chainOf, chainSteps, isCopyOfHeld } from './chain.ts';
import { byline, inventedMark, originalLink, timeOf } from './credit.ts';
import { dotted } from './dotted.ts';
import { statementsOnce, type Told } from './same-words.ts';

/** A speaker's name as a link to what they said elsewhere, with the role the text gives them. */
export function speakerName(speaker: ActorRef | null, sourceWords: string): Markup {
  if (!speaker) return html`<span class="speaker nobody">${sourceWords || 'Nobody named'}</span>`;
  return html`<a class="speaker" href="${actorPath(speaker.actor)}">${speaker.name}</a>${speaker.role ? html`<span class="role">, ${speaker.role}</span>` : ''}`;
}

type MarkOptions = {
  readonly stance?: boolean;
  readonly via?: boolean;
  /** Whether it is said that the statement stands inside another; false where the page shows it. */
  readonly inside?: boolean;
};

/** Those who said it together with the speaker. */
export function jointlyWith({ speaker, jointly }: Statement): Markup | '' {
  // "Russia and Pakistan" need not be said to speak with Russia and with Pakistan.
  const others = jointly.filter(({ name }) => !speaker?.name.includes(name));
  return others.length > 0
    ? html`<span class="role">with ${others.map(({ actor, name }, at) => html`${at > 0 ? ', ' : ''}<a href="${actorPath(actor)}">${name}</a>`)}</span> `
    : '';
}

/** Stance, mode, hedges, kind and the day it was said: words, not icons. */
export function marksOf(statement: Statement, { stance = true, via = false, inside = true }: MarkOptions = {}): Markup {
  const { kind, mode, hedges, to, venue, saidOn, parent, corrected = [] } = statement;
  return html`<span class="marks">${dotted([
    stance ? html`<span class="stance stance-${statement.stance}">${STANCE_WORDS[statement.stance]}</span>` : '',
    KIND_WORDS[kind],
    MODE_WORDS[mode],
    hedges.length > 0 ? `hedged “${hedges.join('”, “')}”` : '',
    to.length > 0 ? `to ${to.join(', ')}` : '',
    venue,
    via && statement.via.length > 0 ? `via ${statement.via.map((step) => step.name).join(' ← ')}` : '',
    saidOn ? `said ${inWords(saidOn)}` : '',
    parent && inside ? html`inside <a href="${statementPath(parent)}">another statement</a>` : '',
    corrected.length > 0 ? `${corrected.join(' and ')} put right by hand` : '',
    doubtOf(statement),
  ])}</span>`;
}

/** Why a statement is doubtful; nothing where it is not. */
function doubtOf(statement: Statement): Markup | '' {
  if (statement.confidence >= SURE) return '';
  const others = (statement.speaker?.candidates ?? [])
    .filter((candidate) => candidate.actor !== statement.speaker?.actor)
    .map((candidate) => `${candidate.name} (${percent(candidate.p)})`);
  const reasons = [
    ...(statement.doubts ?? []),
    ...(others.length > 0 ? [`the speaker may be ${others.join(' or ')}`] : []),
  ];
  return html`<span class="doubt"><strong>doubtful</strong> (${percent(statement.confidence)} sure)${reasons.length > 0 ? `: ${reasons.join('; ')}` : ''}</span>`;
}

/** The words themselves, verbatim, set apart as a quotation. Pieces that the reporting words part are joined by an ellipsis. */
export function verbatim(line: StatementLine): Markup {
  const address = outwardAddress(line.article.url);
  const pieces = html`<p dir="auto">${line.contentWords.map((words, at) => html`${at > 0 ? html` <span class="gap">[…]</span> ` : ''}${words}`)}</p>`;
  return address
    ? html`<blockquote class="words" cite="${address}">${pieces}</blockquote>`
    : html`<blockquote class="words">${pieces}</blockquote>`;
}

/** Ways on which the same words came that are shown before the rest is folded away; the text comes before its copies. */
const UNFOLDED_WAYS = 2;

/** A statement as an item of a list, with a line for each way it came. */
function statementItem({ first: line, again }: Told<StatementLine>, options: ListOptions): Markup {
  const { named = true, inside = true } = options;
  const { statement } = line;
  const ways = [line, ...again]
    .toSorted(
      (a, b) =>
        Number(isCopyOfHeld(a.lineage)) - Number(isCopyOfHeld(b.lineage)) || a.article.timeMs - b.article.timeMs,
    )
    .map(provenance);
  const shown = ways.length > UNFOLDED_WAYS + 1 ? ways.slice(0, UNFOLDED_WAYS) : ways;
  const rest = ways.slice(shown.length);
  return html`<li class="statement">
<p class="who">${named ? html`${speakerName(statement.speaker, line.sourceWords)} ` : statement.speaker?.role ? html`<span class="role">${statement.speaker.role}</span> ` : ''}${jointlyWith(statement)}${marksOf(statement, { inside })}${line.disputed ? html` <span class="chip chip-denied">disputed</span>` : ''}</p>
${verbatim(line)}
${shown}${rest.length > 0 ? html`<details class="ways"><summary>the same words in ${counted(rest.length, 'other article')}</summary>${rest}</details>` : ''}
</li>`;
}

/** To the place in the article, and to the chain step by step. */
export const waysToCheck = (article: ArticleLine, statement: string, who: string): readonly Markup[] => [
  html`<a class="check" href="${placePath(article.id, statement)}" aria-label="In the article: ${article.title}">in the article</a>`,
  html`<a class="check" href="${statementPath(statement)}" aria-label="Verify the words of ${who}">verify</a>`,
];

/** One line on where the words come from: the chain, which begins with the outlet; author, time, and the ways to check. */
function provenance(line: StatementLine): Markup {
  const { statement, article } = line;
  const chain = chainOf(line);
  const authors = article.authors.filter((author) => !chain.some((step) => step.name.startsWith(author)));
  const by = byline({ ...article, authors, agency: null });
  const links = waysToCheck(article, statement.id, statement.speaker?.name ?? line.sourceWords);
  return html`<p class="credit">${dotted([chainSteps(chain), by, timeOf(article), ...links, originalLink(article)])}${inventedMark(article.demo)}</p>`;
}

type ListOptions = {
  /** False under a heading that names the speaker. */
  readonly named?: boolean;
  /** Statements shown before the rest of a long list is folded away. */
  readonly fold?: number;
  /** False where the page shows the statement that those of the list stand inside. */
  readonly inside?: boolean;
};

/** A list of statements, each once; nothing where there are none. */
export function statementList(lines: readonly StatementLine[], options: ListOptions = {}): Markup | '' {
  if (lines.length === 0) return '';
  const told = statementsOnce(lines);
  const { fold = told.length } = options;
  const shown = told.length > fold + 1 ? told.slice(0, fold) : told;
  const rest = told.slice(shown.length);
  const list = (some: readonly Told<StatementLine>[]) =>
    html`<ul class="statements">${some.map((one) => statementItem(one, options))}</ul>`;
  return html`${list(shown)}${rest.length > 0 ? html`<details class="rest"><summary>${counted(rest.length, 'more statement')}</summary>${list(rest)}</details>` : ''}`;
}
