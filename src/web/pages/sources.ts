import { html } from 'hono/html';
import type { ArchiveSize } from '../../domain/ports/archive.ts';
import type { FailureLine, List } from '../../domain/ports/pages.ts';
import type { QueueCount } from '../../domain/ports/queue.ts';
import { momentInWords } from '../dates.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { dotted } from '../parts/dotted.ts';
import { pageHead, pager } from '../parts/lists.ts';
import { bytesInWords, counted, numeral, STEP_WORDS } from '../wording.ts';

export type SourcesView = {
  readonly progress: readonly QueueCount[];
  readonly failures: List<FailureLine>;
  readonly size: ArchiveSize;
  readonly demo: 'never' | 'present' | 'removed';
  readonly after?: string;
  /** What the reader just tried, and why it brought nothing. */
  readonly problem?: Problem;
  readonly limits: { readonly textBytes: number; readonly htmlBytes: number };
};

/** A refused intake: which form, one sentence, and what was typed, so that nothing is lost. */
export type Problem = {
  readonly form: 'paste' | 'files' | 'address';
  readonly sentence: string;
  readonly typed: Readonly<Record<string, string>>;
};

/** Keep the intake healthy: what to take in, how far it is, what went wrong. */
export function sourcesPage(view: SourcesView): Page {
  return {
    title: 'Sources',
    section: '/sources',
    main: html`${pageHead('', 'Sources', html`<p class="story-facts"><span class="counts">${dotted([counted(view.size.articles, 'article'), counted(view.size.statements, 'statement'), counted(view.size.actors, 'actor'), counted(view.size.stories, 'story', 'stories'), html`${bytesInWords(view.size.bytes)} on disk`])}</span></p>`)}
<p class="lead"><a href="/sources/feeds">Feeds</a>: follow outlets and issuers, so that what is new comes in by itself.</p>
<div class="intake">
${pasteForm(view)}
<div>${addressForm(view)}${filesForm(view)}${demoForm(view.demo)}</div>
</div>
${progressTable(view.progress)}
${failures(view)}`,
  };
}

const problemOf = (view: SourcesView, form: Problem['form']): Markup | '' =>
  view.problem?.form === form
    ? html`<p class="problem" role="alert" id="${form}-problem">${view.problem.sentence}</p>`
    : '';

function pasteForm(view: SourcesView): Markup {
  const typed = view.problem?.form === 'paste' ? view.problem.typed : {};
  const field = (name: string, label: string, type: string, hint: string) =>
    html`<p class="field"><label for="paste-${name}">${label} <span class="soft">${hint}</span></label><input id="paste-${name}" name="${name}" type="${type}" value="${typed[name] ?? ''}" maxlength="2000" autocomplete="off"></p>`;
  return html`<section aria-labelledby="paste-name"><h2 id="paste-name">Paste an article</h2>
<form method="post" action="/sources/paste">
${problemOf(view, 'paste')}
<p class="field"><label for="paste-text">The text, as copied from the page <span class="soft">(menus and footers may stay in)</span></label>
<textarea id="paste-text" name="text" rows="12" required spellcheck="false" dir="auto">${typed.text ?? ''}</textarea></p>
<details><summary>What you know about it</summary><div class="fields">
${field('title', 'Title', 'text', '')}
${field('outlet', 'Outlet', 'text', '')}
${field('address', 'Address', 'url', 'https://…')}
${field('published', 'Published', 'text', 'as 2016-08-21 or 2016-08-21T12:06')}
</div></details>
<p><button type="submit">Take it in</button></p>
</form></section>`;
}

const addressForm = (
  view: SourcesView,
): Markup => html`<section aria-labelledby="address-name"><h2 id="address-name">Fetch a page</h2>
<form method="post" action="/sources/address">
${problemOf(view, 'address')}
<p class="field"><label for="address">Address of an article</label><input id="address" name="address" type="url" required placeholder="https://" value="${view.problem?.form === 'address' ? (view.problem.typed.address ?? '') : ''}" autocomplete="off"></p>
<p><button type="submit">Fetch it</button></p>
</form></section>`;

const filesForm = (
  view: SourcesView,
): Markup => html`<section aria-labelledby="files-name"><h2 id="files-name">Take in files</h2>
<form method="post" action="/sources/files" enctype="multipart/form-data">
${problemOf(view, 'files')}
<p class="field drop"><label for="files">Drop files here, or choose them <span class="soft">(.html up to ${bytesInWords(view.limits.htmlBytes)}, .txt up to ${bytesInWords(view.limits.textBytes)})</span></label>
<input id="files" name="files" type="file" multiple required accept=".txt,.html,.htm,.xhtml,text/plain,text/html"></p>
<p><button type="submit">Take them in</button></p>
</form></section>`;

function demoForm(state: SourcesView['demo']): Markup {
  const [sentence, action, button] =
    state === 'present'
      ? ['The demo, an invented affair, is shown beside your own articles.', '/demo/remove', 'Remove the demo']
      : state === 'removed'
        ? ['The demo was removed.', '/demo/add', 'Bring the demo back']
        : ['The demo shows an invented affair in invented states.', '/demo/add', 'Add the demo'];
  return html`<section aria-labelledby="demo-name"><h2 id="demo-name">The demo</h2>
<form method="post" action="${action}"><p>${sentence}</p><p><button type="submit" class="quiet">${button}</button></p></form></section>`;
}

const progressTable = (
  progress: readonly QueueCount[],
): Markup => html`<section id="progress" aria-labelledby="progress-name"><h2 id="progress-name">Progress</h2>
<div class="scroll" role="region" aria-label="Progress" tabindex="0"><table class="progress"><caption>Articles on their way, step by step</caption>
<thead><tr><th scope="col">Step</th><th scope="col" class="number">Waiting</th><th scope="col" class="number">Working</th><th scope="col" class="number">Done</th><th scope="col" class="number">Failed</th></tr></thead>
<tbody>${progress.map(
  (row) =>
    html`<tr><th scope="row">${STEP_WORDS[row.step]}</th><td class="number">${numeral(row.waiting)}</td><td class="number">${numeral(row.working)}</td><td class="number">${numeral(row.done)}</td><td class="number">${numeral(row.failed)}</td></tr>`,
)}</tbody></table></div></section>`;

function failures({ failures: list, after }: SourcesView): Markup {
  return html`<section id="failures" aria-labelledby="failures-name"><h2 id="failures-name">What brought no article</h2>
${
  list.rows.length > 0
    ? html`<div class="scroll" role="region" aria-label="What brought no article" tabindex="0"><table class="failures"><caption>Newest first, with the reason</caption><thead><tr><th scope="col">What</th><th scope="col">Why not</th><th scope="col">When</th></tr></thead>
<tbody>${list.rows.map((row) => html`<tr><th scope="row" class="address">${row.name}</th><td>${row.message}</td><td class="when"><time datetime="${new Date(row.atMs).toISOString()}">${momentInWords(row.atMs)}</time></td></tr>`)}</tbody></table></div>`
    : html`<p class="empty">Everything that came in became an article.</p>`
}
${pager('/sources', { after }, list.next)}</section>`;
}
