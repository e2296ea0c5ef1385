import { html } from 'hono/html';
import type { ArticlePage, LineageLine, StatementPage } from '../../domain/ports/pages.ts';
import { actorPath, articlePath, placePath, statementPath, withQuery } from '../addresses.ts';
import { momentInWords } from '../dates.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { cameThrough, chainLine, chainOf, copiedFrom } from '../parts/chain.ts';
import { correctStatement } from '../parts/correct-statement.ts';
import { correctionList } from '../parts/correction-list.ts';
import { creditLine, originalLink, outletName } from '../parts/credit.ts';
import { disputeList } from '../parts/disputes.ts';
import { dotted } from '../parts/dotted.ts';
import { pageHead } from '../parts/lists.ts';
import { inSameWords } from '../parts/same-words.ts';
import { spansMarked, wordsMarked } from '../parts/sentence.ts';
import { jointlyWith, marksOf, speakerName, statementList, verbatim } from '../parts/statement.ts';
import { sureness } from '../parts/sureness.ts';
import { bytesInWords, LINEAGE_WORDS, STANCE_WORDS } from '../wording.ts';

export type StatementView = {
  readonly page: StatementPage;
  /** The articles that this one was copied from, where they are held, by their id. */
  readonly originals: ReadonlyMap<string, ArticlePage>;
  /** The reader's own eyes, who may correct it. */
  readonly own: boolean;
};

/** One statement, to be verified: its words, and the way they came, step by step. */
export function statementPage({ page, originals, own }: StatementView): Page {
  const { line } = page;
  const { statement } = line;
  const who = statement.speaker?.name ?? (line.sourceWords || 'Nobody named');
  const same = page.otherWordings.filter((other) => inSameWords(other, line));
  const others = page.otherWordings.filter((other) => !inSameWords(other, line));
  return {
    title: `${who}: ${shortened(line.contentWords.join(' … '))}`,
    demo: line.article.demo,
    main: html`${pageHead('Statement', html`${who} <span class="stance stance-${statement.stance}">${STANCE_WORDS[statement.stance]}</span>`, html`<p class="who">${statement.speaker?.role ? html`<span class="role">${statement.speaker.role}</span> ` : ''}${jointlyWith(statement)}${marksOf(statement, { stance: false, inside: false })}${statement.speaker ? html` <a class="onward" href="${actorPath(statement.speaker.actor)}">all that ${statement.speaker.name} said</a>` : ''}</p>`)}
${standing(page, own)}
<div class="verify">${verbatim(line)}
${chainLine(chainOf(line))}
${creditLine(line.article)}</div>
<section aria-labelledby="chain-name"><h2 id="chain-name">The chain, step by step</h2>${steps(page, originals)}</section>
${page.parent ? html`<section aria-labelledby="parent-name"><h2 id="parent-name">It stands inside</h2>${statementList([page.parent])}</section>` : ''}
${page.inside.length > 0 ? html`<section aria-labelledby="inside-name"><h2 id="inside-name">Said inside it</h2>${statementList(page.inside, { inside: false })}</section>` : ''}
${page.disputes.length > 0 ? html`<section aria-labelledby="disputes-name"><h2 id="disputes-name">Who disputes it</h2>${disputeList(page.disputes)}</section>` : ''}
${same.length > 0 ? html`<section aria-labelledby="same-name"><h2 id="same-name">The same words elsewhere</h2>${statementList(same)}</section>` : ''}
<section aria-labelledby="wordings-name"><h2 id="wordings-name">Other wordings</h2>${
      others.length > 0 ? statementList(others) : html`<p class="empty">No other article words it in its own way.</p>`
    }</section>
<section aria-labelledby="sure-name"><h2 id="sure-name">How sure is it</h2>
${sureness(statement)}</section>
<section id="correct" aria-labelledby="correct-name"><h2 id="correct-name">Something wrong with it?</h2>
${own && page.corrections.length > 0 ? correctionList(page.corrections, statementPath(line.id)) : ''}
${own && !line.hidden && !line.withdrawn ? correctStatement(page) : ''}
<p><a href="${withQuery('/notice', { about: articlePath(line.article.id) })}">Reply to it, or ask the operator for a correction</a></p></section>`,
  };
}

/** Says of a statement that stands in no list any more why its address still answers. */
function standing({ line, corrections }: StatementPage, own: boolean): Markup | '' {
  if (line.withdrawn)
    return html`<p class="standing" role="note"><strong>Withdrawn.</strong> A later reading of the article did not find this statement again. It stands in no list; its words and its place are kept here as an earlier reading had them.</p>`;
  if (!line.hidden) return '';
  const why = own ? corrections.find(({ correction }) => correction.change.kind === 'hide')?.correction.reason : '';
  return html`<p class="standing" role="note"><strong>Hidden by hand.</strong> A correction says that this is no statement${why ? html`: <span dir="auto">${why}</span>` : ''}. It stands in no list.${own ? html` <a href="#correct">Undo it</a>` : ''}</p>`;
}

const shortened = (words: string): string => (words.length > 80 ? `${words.slice(0, 79).trimEnd()}…` : words);

/** From the article back to the speaker; each step with the words that attest it. */
function steps(page: StatementPage, originals: StatementView['originals']): Markup {
  const { line, article } = page;
  const { statement } = line;
  const place = html`<a href="${placePath(line.article.id, statement.id)}">at its place in the article</a>`;
  return html`<ol class="steps">
<li><h3>${outletName(line.article)} <span class="step-kind">outlet</span></h3>
<blockquote class="words context"><p dir="auto">${spansMarked(page, statement.content)}</p></blockquote>
<p class="credit">${dotted([articleLink(article), place, originalLink(line.article)])}</p>
${captureOf(article)}</li>
${copiedFrom(article.lineage).map((row) => copyStep(row, line.contentWords, originals.get(row.fromArticle ?? '')))}
${cameThrough(statement.via, article.lineage).map(
  (via) => html`<li><h3>${via.name} <span class="step-kind">${via.kind}</span></h3>
<blockquote class="words context"><p dir="auto">${wordsMarked(line.context, [via.name])}</p></blockquote></li>`,
)}
<li><h3>${speakerName(statement.speaker, line.sourceWords)} <span class="step-kind">speaker</span></h3>
${line.sourceWords ? html`<blockquote class="words context"><p dir="auto">${spansMarked(page, [...statement.source, ...statement.cue])}</p></blockquote>` : html`<p class="capture">The text names nobody.</p>`}${statement.corrected?.includes('speaker') ? html`<p class="capture">The speaker was put in by hand; the words above are what the reader took for the source.</p>` : ''}</li>
</ol>`;
}

const articleLink = ({ line }: ArticlePage): Markup =>
  html`“<a href="${articlePath(line.id)}">${line.title || 'Without a title'}</a>”`;

const captureOf = ({ capture }: ArticlePage): Markup =>
  html`<p class="capture">Captured <time datetime="${new Date(capture.fetchedAtMs).toISOString()}">${momentInWords(capture.fetchedAtMs)}</time>, ${bytesInWords(capture.bytes)}, SHA-256 <code class="hash">${capture.sha256}</code></p>`;

/** The text that was republished: the same words where we hold it, else the words that say so. */
function copyStep(row: LineageLine, words: readonly string[], original: ArticlePage | undefined): Markup {
  const head = html`<h3>${row.from} <span class="step-kind">which it ${LINEAGE_WORDS[row.kind]}</span></h3>`;
  const quote = (shown: Markup | string) =>
    html`<blockquote class="words context"><p dir="auto">${shown}</p></blockquote>`;
  if (!original)
    return html`<li>${head}${row.evidenceText ? quote(row.evidenceText) : ''}<p class="capture">No capture of this step is held${row.evidenceText ? '; the words above attest it' : ''}.</p></li>`;
  const paragraph = original.cleaned.text.split(/\n{2,}/).find((part) => part.includes(words[0] ?? '\0'));
  return html`<li>${head}${paragraph ? quote(wordsMarked(paragraph, words)) : html`<p class="capture">These words do not stand in it as they are.</p>`}
<p class="credit">${dotted([articleLink(original), originalLink(original.line)])}</p>
${captureOf(original)}</li>`;
}
