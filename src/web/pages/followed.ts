import { html } from 'hono/html';
import type { Source } from '../../domain/ports/sources.ts';
import { sourcePath } from '../addresses.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { dotted } from '../parts/dotted.ts';
import { pageHead } from '../parts/lists.ts';
import { counted } from '../wording.ts';
import { healthInWords, nextInWords, optOutInWords, whenInWords } from './source-words.ts';

export type FollowedView = {
  readonly sources: readonly Source[];
  readonly nowMs: number;
  /** Where hubs reach this machine; empty where they cannot. */
  readonly publicUrl: string;
  readonly problem?: { readonly form: 'find' | 'list'; readonly sentence: string; readonly typed: string };
  readonly starter: { readonly outlets: number; readonly issuers: number; readonly countries: number };
};

/** The followed feeds, folder by folder, and how each of them is doing. */
export function followedPage(view: FollowedView): Page {
  const ill = view.sources.filter((source) => healthInWords(source).isIll).length;
  return {
    title: 'Feeds',
    section: '/sources',
    main: html`${pageHead(html`<a href="/sources">Sources</a>`, 'Feeds', html`<p class="story-facts"><span class="counts">${dotted([counted(view.sources.length, 'feed'), ill > 0 ? html`<span class="problem">${counted(ill, 'needs', 'need')} a look</span>` : undefined])}</span></p>`)}
<div class="intake">
${findForm(view)}
<div>${listForm(view)}${starterBox(view)}</div>
</div>
${view.sources.length > 0 ? foldersOf(view) : html`<p class="empty">No feed is followed yet. <a href="/sources/starter">Choose from the starter list</a></p>`}
<p class="soft">${
      view.publicUrl
        ? 'Feeds that name a hub are pushed here within seconds (WebSub).'
        : 'Feeds are asked in their own rhythm, every few minutes to once a day. With STEMMA_PUBLIC_URL set, feeds that name a hub would be pushed here within seconds (WebSub).'
    }</p>`,
  };
}

const problemOf = ({ problem }: FollowedView, form: 'find' | 'list'): Markup | '' =>
  problem?.form === form ? html`<p class="problem" role="alert">${problem.sentence}</p>` : '';

const findForm = (
  view: FollowedView,
): Markup => html`<section aria-labelledby="find-name"><h2 id="find-name">Follow an outlet</h2>
<form method="get" action="/sources/find">
${problemOf(view, 'find')}
<p class="field"><label for="find">Address of its site or feed <span class="soft">(feeds are found, and shown before anything is followed)</span></label>
<input id="find" name="address" type="text" inputmode="url" required placeholder="example.org" value="${view.problem?.form === 'find' ? view.problem.typed : ''}" autocomplete="off" spellcheck="false"></p>
<p><button type="submit">Find its feeds</button></p>
</form></section>`;

const listForm = (
  view: FollowedView,
): Markup => html`<section aria-labelledby="list-name"><h2 id="list-name">A list of feeds</h2>
<form method="post" action="/sources/opml" enctype="multipart/form-data">
${problemOf(view, 'list')}
<p class="field drop"><label for="opml">An OPML file from another reader</label><input id="opml" name="opml" type="file" required accept=".opml,.xml,text/x-opml,application/xml"></p>
<p><button type="submit" class="quiet">Follow them</button> <a href="/sources/feeds.opml">Save mine as OPML</a></p>
</form></section>`;

const starterBox = ({
  starter,
}: FollowedView): Markup => html`<section aria-labelledby="starter-name"><h2 id="starter-name">Starter list</h2>
<p>${counted(starter.outlets, 'outlet')} in ${counted(starter.countries, 'country', 'countries')}, and ${counted(starter.issuers, 'primary issuer')} where chains end: ministries, courts, the United Nations. <a href="/sources/starter">Choose</a></p></section>`;

function foldersOf({ sources, nowMs }: FollowedView): readonly Markup[] {
  const folders = Map.groupBy(sources, (source) => source.folder ?? '');
  return [...folders].map(
    ([
      folder,
      members,
    ]) => html`<section class="folder"><h2>${folder || (folders.size > 1 ? 'Without a folder' : 'Followed')}</h2>
<div class="scroll" role="region" aria-label="${folder || 'Feeds without a folder'}" tabindex="0"><table class="sources"><caption class="unseen">Feeds and how they are doing</caption>
<thead><tr><th scope="col">Feed</th><th scope="col">State</th><th scope="col">Last good</th><th scope="col">Next</th></tr></thead>
<tbody>${members.map((source) => row(source, nowMs))}</tbody></table></div></section>`,
  );
}

function row(source: Source, nowMs: number): Markup {
  const { words, isIll } = healthInWords(source);
  const facts = [source.country ?? undefined, source.language ?? undefined, optOutInWords(source) || undefined];
  return html`<tr><th scope="row"><a href="${sourcePath(source.id)}">${source.name}</a> <span class="soft">${dotted(facts)}</span></th>
<td>${isIll ? html`<span class="problem">${words}</span>` : words}</td><td class="when">${whenInWords(source.health.lastGoodMs)}</td><td class="when">${nextInWords(source, nowMs)}</td></tr>`;
}
