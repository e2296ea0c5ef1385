import { html } from 'hono/html';
import type { ArticlePage } from '../../domain/ports/pages.ts';
import { articlePath, statementPath, storylinePath, storyPath, withQuery } from '../addresses.ts';
import { inWords, momentInWords } from '../dates.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { creditLine, originalLink, outletName } from '../parts/credit.ts';
import { lineageList } from '../parts/lineage.ts';
import { pageHead } from '../parts/lists.ts';
import { markedTitle, type Numbered, numbered, paragraphsOf } from '../parts/marked-text.ts';
import { jointlyWith, marksOf, speakerName } from '../parts/statement.ts';
import { bytesInWords, counted } from '../wording.ts';
import { revisionSection } from './revisions.ts';

export type ArticleView = {
  readonly article: ArticlePage;
  /** The reader's own eyes, not a stranger's. */
  readonly fullText: boolean;
  readonly showFurniture: boolean;
  /** An older revision to set the shown one against. */
  readonly against?: ArticlePage;
};

/** One article: read clean, see the structure. */
export function articlePage(view: ArticleView): Page {
  const { article, fullText } = view;
  const { line, cleaned } = article;
  const statements = numbered(article.reading.statements);
  return {
    title: line.title || 'Without a title',
    demo: line.demo,
    main: html`${pageHead(
      html`Article${article.storyline ? html` in <a href="${storylinePath(article.storyline.id)}">${article.storyline.title}</a>` : ''}`,
      cleaned.title ? markedTitle(cleaned.title, statements.filter(standsInTitle)) : line.title || 'Without a title',
      html`${creditLine(line, line.story ? [html`<a class="check" href="${storyPath(line.story)}">story</a>`] : [])}${lineageList(line, article.lineage)}`,
    )}
${statements.filter(standsInTitle).length > 0 ? html`<div class="paragraph">${notes(statements.filter(standsInTitle), 'Statements in the title')}</div>` : ''}
${fullText ? body(article, statements) : excerptOnly(article, statements)}
${fullText ? furniture(view) : ''}
${revisionSection(article, view.against)}
${aboutThisCopy(article)}
${requests(article, fullText)}`,
  };
}

const standsInTitle = ({ statement }: Numbered) => statement.content[0]?.[2] === 'title';

/** Each paragraph with the notes on what is said in it beside it (below it where there is no room). */
function body({ cleaned }: ArticlePage, statements: readonly Numbered[]): Markup {
  return html`<div class="text" lang="${cleaned.language ?? 'en'}">${paragraphsOf(cleaned.text, statements).map(
    ({ words, ending }) =>
      html`<div class="paragraph"><p dir="auto">${words}</p>${ending.length > 0 ? notes(ending, 'Statements in this paragraph') : ''}</div>`,
  )}</div>`;
}

/** Who says what; a statement inside another stands under it. */
function notes(statements: readonly Numbered[], label: string): Markup {
  const here = new Set(statements.map(({ statement }) => statement.id));
  const under = (parent: string | null): readonly Numbered[] =>
    statements.filter(({ statement }) =>
      parent === null ? statement.parent === null || !here.has(statement.parent) : statement.parent === parent,
    );
  const list = (some: readonly Numbered[]): Markup =>
    html`${some.map(
      ({ number, statement }) =>
        html`<li id="n-${number}" value="${number}"><span class="note-number">${number}</span> <div class="note">${speakerName(statement.speaker, 'Nobody named')} ${jointlyWith(statement)}${marksOf(statement, { via: true, inside: !here.has(statement.parent ?? '') })} <a class="check" href="${statementPath(statement.id)}" aria-label="Verify statement ${number}">verify</a>${inner(under(statement.id))}</div></li>`,
    )}`;
  const inner = (some: readonly Numbered[]): Markup | '' =>
    some.length > 0 ? html`<ol class="notes" aria-label="Inside it">${list(some)}</ol>` : '';
  return html`<ol class="notes" aria-label="${label}" lang="en">${list(under(null))}</ol>`;
}

function excerptOnly(article: ArticlePage, statements: readonly Numbered[]): Markup {
  return html`<p class="excerpt" dir="auto">${article.line.excerpt}</p><p>The full text is at ${outletName(article.line)}: ${originalLink(article.line)}.</p>
${statements.length > 0 ? html`<h2>What is said in it</h2>${notes(statements, 'Statements in this article')}` : ''}`;
}

function furniture({ article, showFurniture }: ArticleView): Markup | '' {
  const { furniture: pieces } = article.cleaned;
  const path = articlePath(article.line.id);
  if (pieces.length === 0) return '';
  if (!showFurniture)
    return html`<p class="on-request"><a href="${withQuery(path, { furniture: '1' })}#furniture">Show the ${counted(pieces.length, 'piece')} of page furniture that ${pieces.length === 1 ? 'was' : 'were'} set aside</a></p>`;
  return html`<section id="furniture" aria-labelledby="furniture-name"><h2 id="furniture-name">Set aside from the page</h2>
<ul class="furniture">${pieces.map((piece) => html`<li><span class="why">${piece.reason}</span><p dir="auto">${piece.text}</p></li>`)}</ul>
<p class="on-request"><a href="${path}">Hide it</a></p></section>`;
}

function aboutThisCopy({ cleaned, capture, reading, line }: ArticlePage): Markup {
  const between = reading.publishedBetween;
  const rows: readonly (readonly [string, Markup | string | null | undefined])[] = [
    ['Outlet', cleaned.outlet && [cleaned.outlet.name, cleaned.outlet.domain].filter(Boolean).join(', ')],
    ['Author', cleaned.authors.join(', ')],
    ['Agency', cleaned.agency],
    ['Dateline', [cleaned.dateline?.place, cleaned.dateline?.date].filter(Boolean).join(', ')],
    [
      'Published',
      cleaned.published &&
        html`${inWords(cleaned.published)}${cleaned.publishedFrom ? html` <span class="soft">(from ${cleaned.publishedFrom})</span>` : ''}`,
    ],
    [
      'Published between',
      !cleaned.published && between
        ? html`${inWords(between[0])} and ${inWords(between[1])}${reading.publishedBetweenWhy?.length ? html` <span class="soft">(${reading.publishedBetweenWhy.join('; ')})</span>` : ''}`
        : null,
    ],
    ['Changed', cleaned.modified && inWords(cleaned.modified)],
    [
      'Corrections',
      cleaned.corrections?.length
        ? html`${cleaned.corrections.map((words) => html`<span class="evidence" dir="auto">${words}</span>`)}`
        : null,
    ],
    ['Rights', cleaned.rightsLine],
    ['Complete', cleaned.cut ? 'no: this copy starts or ends in mid-article' : null],
    [
      'Original',
      html`${originalLink(line)}${capture.url ? html` <span class="soft address">${capture.url}</span>` : ''}`,
    ],
    [
      'Captured',
      html`<time datetime="${new Date(capture.fetchedAtMs).toISOString()}">${momentInWords(capture.fetchedAtMs)}</time>, ${bytesInWords(capture.bytes)}`,
    ],
    ['SHA-256', html`<code class="hash">${capture.sha256}</code>`],
    ['Read by', `Stemma’s reader ${reading.reader}`],
  ];
  return html`<section aria-labelledby="copy-name"><h2 id="copy-name">About this copy</h2>
<dl class="facts">${rows.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
}

function requests({ line }: ArticlePage, own: boolean): Markup {
  const path = articlePath(line.id);
  return html`<section class="requests" aria-labelledby="requests-name"><h2 id="requests-name">Something wrong with it?</h2>
<p><a href="${withQuery('/notice', { about: path })}">Send a notice about this article</a>: a removal, a reply or a correction.</p>
${
  own
    ? html`<details><summary>Remove this article</summary>
<form method="post" action="${path}/remove">
<p>It goes from pages, feeds, search and files, with every statement in it, and does not come back.</p>
<p class="field"><label for="reason">Reason, kept with the removal</label><input id="reason" name="reason" required maxlength="500" autocomplete="off"></p>
<p><button type="submit" class="grave">Remove it for good</button></p>
</form></details>`
    : ''
}</section>`;
}
