import { html, raw } from 'hono/html';
import type { Freshness, FullText, OwnerType, Source, SourceCost } from '../../domain/ports/sources.ts';
import { sourcePath } from '../addresses.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { pageHead } from '../parts/lists.ts';
import { bytesInWords, counted } from '../wording.ts';
import {
  FULL_TEXT_WORDS,
  freshnessInWords,
  healthInWords,
  nextInWords,
  OWNER_WORDS,
  optOutInWords,
  retentionValue,
  spanInWords,
  whenInWords,
} from './source-words.ts';

export type SourceView = {
  readonly source: Source;
  readonly freshness: Freshness | undefined;
  readonly cost: SourceCost;
  readonly nowMs: number;
  readonly problem?: string;
};

/** One followed feed: how it is doing, what it costs, and how it is to be followed. */
export function sourcePage({ source, freshness, cost, nowMs, problem }: SourceView): Page {
  const { words, isIll } = healthInWords(source);
  const facts: readonly (readonly [string, Markup | string])[] = [
    ['State', isIll ? html`<span class="problem">${words}</span>` : words],
    ['Address', html`<a href="${source.url}" rel="external noreferrer">${source.url}</a>`],
    [
      'Homepage',
      source.homepage ? html`<a href="${source.homepage}" rel="external noreferrer">${source.homepage}</a>` : '',
    ],
    ['Last asked', whenInWords(source.health.lastPollMs)],
    ['Last good', whenInWords(source.health.lastGoodMs)],
    ['Next', nextInWords(source, nowMs)],
    ['Rhythm', `every ${spanInWords(source.schedule.intervalMs)}`],
    ['Push', source.webSub ? `${source.webSub.state} at ${new URL(source.webSub.hub).hostname}` : ''],
    ['Opt-outs', optOutInWords(source)],
    ['Freshness', freshnessInWords(freshness)],
    [
      'On disk',
      `${counted(cost.articles, 'article')}: ${bytesInWords(cost.captureBytes)} of captures, ${bytesInWords(cost.textBytes)} of text${cost.articles > 0 ? `; ${bytesInWords(Math.round((cost.captureBytes + cost.textBytes) / cost.articles))} an article` : ''}`,
    ],
  ];
  return {
    title: source.name,
    section: '/sources',
    main: html`${pageHead(html`<a href="/sources/feeds">Feeds</a>`, source.name)}
<dl class="facts">${facts.filter(([, value]) => value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<div class="row actions">${action(source, 'ask', 'Ask it now')}${source.paused ? action(source, 'resume', 'Resume') : action(source, 'pause', 'Pause')}</div>
${settingsForm(source, problem)}
<section aria-labelledby="leave"><h2 id="leave">Stop following</h2>
<form method="post" action="${sourcePath(source.id)}/remove"><p>Its articles stay.</p><p><button type="submit" class="grave">Stop following ${source.name}</button></p></form></section>`,
  };
}

const action = (source: Source, name: string, words: string): Markup =>
  html`<form method="post" action="${sourcePath(source.id)}/${name}"><button type="submit" class="quiet">${words}</button></form>`;

function settingsForm(source: Source, problem: string | undefined): Markup {
  const field = (name: string, label: string, value: string | null, hint = '') =>
    html`<p class="field"><label for="${name}">${label} <span class="soft">${hint}</span></label><input id="${name}" name="${name}" value="${value ?? ''}" maxlength="200" autocomplete="off"></p>`;
  const choices = (name: string, label: string, values: readonly (readonly [string, string])[], chosen: string) =>
    html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${values.map(([value, words]) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${words}</option>`)}</select></p>`;
  const kept = retentionValue(source.retention);
  const retentions: readonly (readonly [string, string])[] = [
    ['all', 'Keep everything'],
    ['text-after:30', 'After 30 days keep the text, let the captured page go'],
    ['text-after:180', 'After 180 days keep the text, let the captured page go'],
    ['delete-after:30', 'Delete after 30 days'],
    ['delete-after:365', 'Delete after a year'],
  ];
  return html`<section aria-labelledby="how"><h2 id="how">How it is followed</h2>
<form method="post" action="${sourcePath(source.id)}" class="narrow">
${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
${field('name', 'Name', source.name)}${field('folder', 'Folder', source.folder, 'as in World/Asia')}
${field('language', 'Language', source.language, 'en, fr, ar …')}${field('country', 'Country', source.country, 'three letters: GBR, KEN …')}
${choices('owner', 'Owner', [['', 'not known'], ...(Object.entries(OWNER_WORDS) as [OwnerType, string][])], source.owner ?? '')}
${choices('fullText', 'Full text', Object.entries(FULL_TEXT_WORDS) as [FullText, string][], source.fullText)}
${choices('retention', 'How long it is kept', retentions.some(([value]) => value === kept) ? retentions : [[kept, kept], ...retentions], kept)}
<p><button type="submit">Save</button></p></form></section>`;
}
