import { html } from 'hono/html';
import { compareRevisions } from '../../clean/revisions.ts';
import type { ArticlePage } from '../../domain/ports/pages.ts';
import { articlePath, withQuery } from '../addresses.ts';
import { momentInWords } from '../dates.ts';
import type { Markup } from '../markup.ts';
import { counted } from '../wording.ts';

/** The revisions of a changed article, and two of them compared where the reader asked. Nothing for an article that never changed. */
export function revisionSection(article: ArticlePage, against: ArticlePage | undefined): Markup | '' {
  const { revisions, line } = article;
  if (revisions.length < 2) return '';
  const path = articlePath(line.id);
  return html`<section id="revisions" aria-labelledby="revisions-name"><h2 id="revisions-name">${counted(revisions.length, 'revision')}</h2>
<ul class="revisions">${revisions.map(
    (revision) =>
      html`<li>${
        revision.id === article.revision
          ? html`<strong>${momentInWords(revision.seenAtMs)}</strong>, shown here`
          : html`<a href="${withQuery(path, { revision: revision.id })}">${momentInWords(revision.seenAtMs)}</a> <a href="${withQuery(path, { revision: article.revision, against: revision.id })}#revisions" aria-label="Compare with the revision of ${momentInWords(revision.seenAtMs)}">compare</a>`
      }</li>`,
  )}</ul>
${against ? comparison(article, against) : ''}</section>`;
}

function comparison(article: ArticlePage, against: ArticlePage): Markup {
  const seen = (page: ArticlePage) => page.revisions.find((revision) => revision.id === page.revision)?.seenAtMs ?? 0;
  const [older, newer] = seen(against) <= seen(article) ? [against, article] : [article, against];
  const wholeText = (page: ArticlePage) => `${page.cleaned.title ?? ''}\n\n${page.cleaned.text}`;
  const { changed, paragraphs } = compareRevisions(wholeText(older), wholeText(newer));
  if (!changed) return html`<p>Both have the same words.</p>`;
  return html`<h3>What changed between ${momentInWords(seen(older))} and ${momentInWords(seen(newer))}</h3>
<div class="comparison">${paragraphs.map(paragraph)}</div>`;
}

function paragraph({ kind, before, after, words = [] }: Comparison): Markup {
  if (kind === 'same') return html`<p class="soft" dir="auto">${after}</p>`;
  if (kind === 'removed') return html`<p dir="auto"><span class="label">gone</span> <del>${before}</del></p>`;
  if (kind === 'added') return html`<p dir="auto"><span class="label">new</span> <ins>${after}</ins></p>`;
  return html`<p dir="auto"><span class="label">reworded</span> ${words.map((piece) =>
    piece.kind === 'same'
      ? piece.text
      : piece.kind === 'removed'
        ? html`<del>${piece.text}</del>`
        : html`<ins>${piece.text}</ins>`,
  )}</p>`;
}

type Comparison = ReturnType<typeof compareRevisions>['paragraphs'][number];
