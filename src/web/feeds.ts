import type { Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import type { ArticleLine, Found, StatementLine, StoryLine } from '../domain/ports/pages.ts';
import { type AtomEntry, writeAtom } from '../publish/atom.ts';
import { excerptOf } from '../rights/excerpt.ts';
import {
  actorPath,
  articlePath,
  outwardAddress,
  statementPath,
  storylinePath,
  storyPath,
  withQuery,
} from './addresses.ts';
import type { SiteHouse } from './house.ts';
import { chainOf } from './parts/chain.ts';
import { byline, outletName } from './parts/credit.ts';
import { parseSearch, toQuery } from './search-syntax.ts';
import { counted, STANCE_WORDS } from './wording.ts';

const ENTRIES = 50;

type FeedOf = { readonly title: string; readonly path: string; readonly entries: readonly AtomEntry[] };

/** Atom feeds of every list. Invented articles stand only in a feed of the demo itself. */
export function feedRoutes(site: Hono, house: SiteHouse): void {
  const { pages, settings } = house;
  site.use('/feed.atom', etag());
  site.use('*/feed.atom', etag());

  const answer = (c: Context, feed: FeedOf): Response => {
    const origin = URL.canParse(settings.publicUrl)
      ? new URL(settings.publicUrl).origin
      : `http://${c.req.header('host')}`;
    const absolute = (path: string) => new URL(path, origin).href;
    const xml = writeAtom({
      id: absolute(feed.path),
      title: `${feed.title} · Stemma`,
      page: absolute(feed.path.replace(/\/?feed\.atom/, '') || '/'),
      self: absolute(feed.path),
      updatedMs: Math.max(0, ...feed.entries.map((entry) => entry.updatedMs)),
      generator: { name: 'Stemma', version: house.version },
      entries: feed.entries.map((entry) => ({ ...entry, id: absolute(entry.page), page: absolute(entry.page) })),
    });
    return c.body(xml, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  };

  const answerFound = <T>(
    c: Context,
    found: Found<T>,
    path: (id: string) => string,
    feed: (page: T) => Omit<FeedOf, 'path'>,
  ) => {
    if (found.state === 'here')
      return answer(c, { ...feed(found.page), path: `${path(c.req.param('id')!)}/feed.atom` });
    if (found.state === 'moved') return c.redirect(`${path(found.to)}/feed.atom`, 301);
    return found.state === 'removed' ? c.text('This was removed.\n', 410) : c.text('There is no such feed.\n', 404);
  };

  site.get('/feed.atom', async (c) => {
    const { rows } = await pages.stories({ limit: ENTRIES, withoutDemo: true });
    return answer(c, { title: 'Stories', path: '/feed.atom', entries: rows.map(storyEntry) });
  });

  site.get('/latest/feed.atom', async (c) => {
    const { rows } = await pages.latest({ limit: ENTRIES, withoutDemo: true });
    return answer(c, { title: 'Latest', path: '/latest/feed.atom', entries: rows.map(articleEntry) });
  });

  site.get('/story/:id/feed.atom', async (c) =>
    answerFound(c, await pages.story(c.req.param('id')), storyPath, ({ line }) => ({
      title: line.title,
      entries: line.articles.slice(0, ENTRIES).map(articleEntry),
    })),
  );

  site.get('/storyline/:id/feed.atom', async (c) =>
    answerFound(c, await pages.storyline(c.req.param('id')), storylinePath, (page) => ({
      title: page.title,
      entries: page.stories.slice(0, ENTRIES).map(storyEntry),
    })),
  );

  site.get('/actor/:id/feed.atom', async (c) =>
    answerFound(c, await pages.actor(c.req.param('id')), actorPath, (page) => ({
      title: page.name,
      entries: page.said
        .filter((line) => page.demo || !line.article.demo)
        .slice(0, ENTRIES)
        .map(statementEntry),
    })),
  );

  site.get('/search/feed.atom', async (c) => {
    const asked = (c.req.query('q') ?? '').trim().slice(0, 1000);
    if (!asked) return c.text('A search feed needs a search.\n', 404);
    const tab = c.req.query('tab') === 'statements' ? 'statements' : 'articles';
    const path = withQuery('/search/feed.atom', { q: asked, tab: tab === 'statements' ? tab : undefined });
    const found = await pages.search({ ...toQuery(parseSearch(asked), tab, ENTRIES), withoutDemo: true });
    const entries =
      tab === 'statements' ? found.statements.rows.map(statementEntry) : found.articles.rows.map(articleEntry);
    return answer(c, { title: `Search: ${asked}`, path, entries });
  });
}

function articleEntry(article: ArticleLine): AtomEntry {
  const original = outwardAddress(article.url);
  return {
    id: article.id,
    title: article.title || 'Without a title',
    updatedMs: article.timeMs,
    page: articlePath(article.id),
    ...(original ? { original } : {}),
    authors: [byline(article) || outletName(article)],
    source: {
      title: outletName(article),
      ...(article.outlet?.domain ? { page: `https://${article.outlet.domain}/` } : {}),
    },
    summary: [article.excerpt, credit(article)].filter(Boolean).join('\n'),
    ...(article.outlet ? { rights: `© ${outletName(article)}` } : {}),
  };
}

function storyEntry(story: StoryLine): AtomEntry {
  const chips = [story.denied ? 'denied' : '', story.numbersDiffer ? 'numbers differ' : ''].filter(Boolean);
  const [first] = story.articles;
  const original = outwardAddress(first?.url);
  return {
    id: story.id,
    title: story.title,
    updatedMs: story.timeMs,
    page: storyPath(story.id),
    ...(original ? { original } : {}),
    authors: [...new Set(story.articles.map(outletName))],
    categories: chips,
    summary: [
      [
        counted(story.outlets, 'outlet'),
        counted(story.origins, 'origin'),
        counted(story.statements, 'statement'),
        ...chips,
      ].join(' · '),
      ...story.articles.map((article) => `${article.title}: ${credit(article)}`),
    ].join('\n'),
  };
}

function statementEntry(line: StatementLine): AtomEntry {
  const { statement, article } = line;
  const original = outwardAddress(article.url);
  return {
    id: line.id,
    title: `${statement.speaker?.name ?? line.sourceWords} ${STANCE_WORDS[statement.stance]}: ${cut(line.contentWords.join(' […] '))}`,
    updatedMs: article.timeMs,
    page: statementPath(line.id),
    ...(original ? { original } : {}),
    authors: [byline(article) || outletName(article)],
    summary: [
      cut(line.contentWords.join(' […] ')),
      chainOf(line)
        .map((step) => step.name)
        .join(' ← '),
      credit(article),
    ].join('\n'),
    ...(article.outlet ? { rights: `© ${outletName(article)}` } : {}),
  };
}

/** Outlet, author or agency, and the address of the original. */
const credit = (article: ArticleLine): string =>
  [outletName(article), byline(article), outwardAddress(article.url)].filter(Boolean).join(', ');

const cut = (words: string): string => excerptOf({ text: words });
