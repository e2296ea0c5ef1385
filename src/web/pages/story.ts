import { html } from 'hono/html';
import type { StatementLine, StoryPage } from '../../domain/ports/pages.ts';
import type { StoryLink } from '../../domain/story.ts';
import { articlePath, storylinePath, storyPath } from '../addresses.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { byline, headline, inventedMark, originalLink, outletName, timeOf } from '../parts/credit.ts';
import { disputeList } from '../parts/disputes.ts';
import { figureTable } from '../parts/figures.ts';
import { legend } from '../parts/legend.ts';
import { lineageList } from '../parts/lineage.ts';
import { pageHead } from '../parts/lists.ts';
import { tallyOf } from '../parts/same-words.ts';
import { speakerName, statementList } from '../parts/statement.ts';
import { chipsOf, countsOf } from '../parts/story-line.ts';
import { counted, percent, SURE } from '../wording.ts';

/** One story: who says what, and where they part. */
export function storyPage(story: StoryPage): Page {
  const { line } = story;
  const sections: readonly (readonly [id: string, name: string, body: Markup])[] = [
    ...(story.disputes.length > 0 ? [['disputes', 'Where they part', disputeList(story.disputes)] as const] : []),
    ['statements', 'Who says what', speakers(story)],
    ...(story.figures.length > 0 ? [['numbers', 'Numbers', figureTable(story.figures)] as const] : []),
    ['sources', 'Sources', sources(story)],
    ...(story.why.length > 0 ? [['why', 'Why these articles stand together', whyGrouped(story)] as const] : []),
  ];
  return {
    title: line.title,
    section: '/',
    feed: `${storyPath(line.id)}/feed.atom`,
    demo: line.demo,
    main: html`${pageHead(
      line.storyline
        ? html`Story in <a href="${storylinePath(line.storyline.id)}">${line.storyline.title}</a>`
        : 'Story',
      line.title,
      html`<p class="story-facts">${countsOf(line)} ${chipsOf(line)}</p>${originsOf(story)}`,
    )}
<nav class="on-page" aria-label="On this page"><ul class="row">${sections.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
${sections.map(([id, name, body]) => html`<section id="${id}" aria-labelledby="${id}-name"><h2 id="${id}-name">${name}</h2>${body}</section>`)}`,
  };
}

const originsOf = (story: StoryPage): Markup | '' =>
  story.origins.length > 0
    ? html`<p class="origins"><span class="label">${story.origins.length === 1 ? 'Origin' : 'Origins'}</span> ${story.origins.join(' · ')}</p>`
    : '';

function speakers(story: StoryPage): Markup {
  if (story.speakers.length === 0)
    return html`<p class="empty">Nobody is reported to have said anything in this story.</p>`;
  const many = story.speakers.length > UNFOLDED_SPEAKERS + 2;
  const first = many ? story.speakers.slice(0, UNFOLDED_SPEAKERS) : story.speakers;
  const rest = story.speakers.slice(first.length);
  const said = rest.reduce((sum, { statements }) => sum + statements.length, 0);
  const list = (some: StoryPage['speakers']) => some.map((one) => bySpeaker(one));
  return html`${legend}${list(first)}${rest.length > 0 ? html`<details class="rest more-speakers"><summary>${counted(rest.length, 'more speaker')}, ${counted(said, 'statement')}</summary>${list(rest)}</details>` : ''}`;
}

/** Speakers shown before the rest is folded away; whoever says most comes first. */
const UNFOLDED_SPEAKERS = 6;
const UNFOLDED_STATEMENTS = 3;

const bySpeaker = ({ speaker, statements }: StoryPage['speakers'][number]): Markup =>
  html`<section class="by-speaker">
<h3>${speaker ? speakerName({ actor: speaker.actor, name: speaker.name }, '') : html`<span class="speaker nobody">Nobody named</span>`} <span class="tally">${tallyOf(statements)}</span></h3>
${statementList(speaker ? surestFirst(statements).map(withoutRole) : surestFirst(statements), { named: !speaker, fold: UNFOLDED_STATEMENTS })}
</section>`;

/** What is not doubtful comes before what is; both keep their order. */
const surestFirst = (statements: readonly StatementLine[]): readonly StatementLine[] =>
  statements.toSorted((a, b) => Number(isDoubtful(a)) - Number(isDoubtful(b)));

const isDoubtful = (line: StatementLine): boolean => line.statement.confidence < SURE;

/** A role is shown where it differs from that of the line before. */
function withoutRole(line: StatementLine, at: number, all: readonly StatementLine[]): StatementLine {
  const { speaker } = line.statement;
  if (!speaker?.role || speaker.role !== all[at - 1]?.statement.speaker?.role) return line;
  const { role: _, ...nameless } = speaker;
  return { ...line, statement: { ...line.statement, speaker: nameless } };
}

function sources(story: StoryPage): Markup {
  return html`<div class="scroll" role="region" aria-label="Sources of this story" tabindex="0"><table class="sources of-story">
<caption>${counted(story.line.articles.length, 'article')} from ${counted(story.outlets.length, 'outlet')}, and what each rests on</caption>
<thead><tr><th scope="col">Outlet</th><th scope="col">Article</th><th scope="col">Rests on</th><th scope="col">When</th><th scope="col">Original</th></tr></thead>
<tbody>${story.line.articles.map(
    (article) =>
      html`<tr><th scope="row">${outletName(article)}${inventedMark(article.demo)}${byline(article) ? html`<span class="by soft">${byline(article)}</span>` : ''}</th><td>${headline(article)}</td><td>${
        lineageList(
          article,
          story.lineage.filter((row) => row.article.id === article.id),
        ) || html`<span class="soft">its own reporting, as far as it says</span>`
      }${copiesOf(story, article.id)}</td><td class="when">${timeOf(article)}</td><td>${originalLink(article)}</td></tr>`,
  )}</tbody>
</table></div>`;
}

function copiesOf(story: StoryPage, id: string): Markup | '' {
  const shared = story.copies.filter((copy) => copy.a.id === id || copy.b.id === id);
  if (shared.length === 0) return '';
  return html`<p class="soft">shares ${shared
    .map((copy) => ({ other: copy.a.id === id ? copy.b : copy.a, cover: copy.cover }))
    .map(
      ({ other, cover }, at) =>
        html`${at > 0 ? ', ' : ''}${percent(cover)} of its text with <a href="${articlePath(other.id)}">${outletName(other)}</a>`,
    )}</p>`;
}

/** Pairs of articles shown before the rest is folded away; the strongest come first. */
const UNFOLDED_REASONS = 4;

function whyGrouped(story: StoryPage): Markup {
  const nameOf = (id: string) => {
    const article = story.line.articles.find((row) => row.id === id);
    return article ? `${outletName(article)}, “${article.title}”` : 'an article of another story';
  };
  const item = (link: StoryLink): Markup =>
    html`<li><a href="${articlePath(link.article)}">${nameOf(link.article)}</a> with <a href="${articlePath(link.with)}">${nameOf(link.with)}</a>: <span class="why">${link.why}</span></li>`;
  const first = story.why.length > UNFOLDED_REASONS + 2 ? story.why.slice(0, UNFOLDED_REASONS) : story.why;
  const rest = story.why.slice(first.length);
  return html`<ul class="why-list">${first.map(item)}</ul>${rest.length > 0 ? html`<details class="rest"><summary>${counted(rest.length, 'more pair')}</summary><ul class="why-list">${rest.map(item)}</ul></details>` : ''}`;
}
