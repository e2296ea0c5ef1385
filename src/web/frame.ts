import { html, raw } from 'hono/html';
import type { Markup } from './markup.ts';
import { stylesheetPath } from './stylesheet.ts';

/** A page before it is framed. `title` without the site's name; `feed` is the Atom form of the same list. */
export type Page = {
  readonly title: string;
  readonly main: Markup;
  readonly section?: Section;
  readonly feed?: string;
  /** Rows of the invented demo stand on the page. */
  readonly demo?: boolean;
  /** The reader's search line, kept in the box. */
  readonly searched?: string;
  readonly canonical?: string;
};

export type Section =
  | '/'
  | '/latest'
  | '/search'
  | '/sources'
  | '/about'
  | '/notice'
  | '/notices'
  | '/corrections'
  | '/imprint'
  | '/settings';

const MAIN_SECTIONS: readonly (readonly [Section, string])[] = [
  ['/', 'Stories'],
  ['/latest', 'Latest'],
  ['/search', 'Search'],
  ['/sources', 'Sources'],
];

const FOOT_SECTIONS: readonly (readonly [Section, string])[] = [
  ['/about', 'How it is made'],
  ['/notice', 'Send a notice'],
  ['/notices', 'Notices'],
  ['/corrections', 'Corrections'],
  ['/imprint', 'Imprint'],
  ['/settings', 'Settings'],
];

const sectionLinks = (
  sections: readonly (readonly [Section, string])[],
  here: Section | undefined,
): readonly Markup[] =>
  sections.map(
    ([path, name]) => html`<li><a href="${path}"${path === here ? raw(' aria-current="page"') : ''}>${name}</a></li>`,
  );

/** A whole document: head, bar, main part, foot. */
export function frame(page: Page, version: string): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${page.title === 'Stories' ? 'Stemma' : `${page.title} · Stemma`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="stylesheet" href="${stylesheetPath}">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="alternate" type="application/atom+xml" title="Stemma: stories" href="/feed.atom">
${page.feed && page.feed !== '/feed.atom' ? html`<link rel="alternate" type="application/atom+xml" title="${page.title}" href="${page.feed}">` : ''}
${page.canonical ? html`<link rel="canonical" href="${page.canonical}">` : ''}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header class="bar">
<div class="bar-inner">
<p class="brand"><a href="/">Stemma</a></p>
<nav aria-label="Main"><ul class="row">${sectionLinks(MAIN_SECTIONS, page.section)}</ul></nav>
<form class="bar-search" role="search" action="/search" method="get">
<label class="unseen" for="bar-q">Search articles, statements and actors</label>
<input id="bar-q" type="search" name="q" value="${page.searched ?? ''}" placeholder="speaker: outlet: stance: …" autocomplete="off">
<button type="submit">Search</button>
</form>
</div>
</header>
<main id="main" tabindex="-1">
${page.demo ? inventedNotice : ''}
${page.main}
</main>
<footer class="foot"><div class="foot-inner">
<nav aria-label="About this site"><ul class="row">${sectionLinks(FOOT_SECTIONS, page.section)}${page.feed ? html`<li><a href="${page.feed}" type="application/atom+xml">Feed of this page</a></li>` : ''}</ul></nav>
<p>Stemma ${version}. Every line of news here is verbatim and leads back to a captured page.</p>
</div></footer>
</body>
</html>`;
}

const inventedNotice = html`<p class="invented-notice" role="note"><span class="invented">invented</span> This page shows the demo: its states, persons, outlets and events do not exist.</p>`;
