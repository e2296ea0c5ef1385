import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { feedsNamedIn, findFeeds } from './discover.ts';
import { makeFeedReader } from './feeds/feed-reader.ts';
import { makeFetcher } from './fetch.ts';
import { makeGuard } from './guard.ts';
import { localServer } from './testing/local-server.ts';

const fetcher = makeFetcher({
  guard: makeGuard({ allowNetworks: '127.0.0.0/8:*' }),
  userAgent: 'Stemma/test',
  limits: { hostDelayMs: 0 },
});
const reader = makeFeedReader();
after(() => Promise.all([fetcher.close(), reader.close()]));

const FEED =
  '<rss><channel><title>Post</title><item><title>One</title><link>https://a.example/1</link></item></channel></rss>';

async function found(pages: Readonly<Record<string, string>>, path = '/') {
  await using server = await localServer((q, r) => {
    const page = pages[q.url!];
    if (page === undefined) r.writeHead(404).end();
    else r.setHeader('content-type', page.startsWith('<!doctype') ? 'text/html' : 'text/xml').end(page);
  });
  const feeds = await findFeeds(server.origin + path, { fetcher, reader });
  assert.ok(!('error' in feeds), JSON.stringify(feeds));
  return feeds.map((feed) => [new URL(feed.url).pathname, feed.kind, feed.by, feed.feed.items.length]);
}

test('a page names its feeds in the head, in links, or not at all', async () => {
  const named = {
    '/': '<!doctype html><link rel="alternate" type="application/rss+xml" href="/x.xml">',
    '/x.xml': FEED,
  };
  assert.deepEqual(await found(named), [['/x.xml', 'feed', 'page', 1]]);
  assert.deepEqual(await found({ '/': '<!doctype html><a href="/news/rss">RSS</a>', '/news/rss': FEED }), [
    ['/news/rss', 'feed', 'page', 1],
  ]);
  assert.deepEqual(await found({ '/': '<!doctype html><p>x', '/feed.xml': FEED }), [
    ['/feed.xml', 'feed', 'common path', 1],
  ]);
  assert.deepEqual(await found({ '/feed.xml': FEED }, '/feed.xml'), [['/feed.xml', 'feed', 'address', 1]]);
});

test('a site with nothing but a news sitemap is followed by that', async () => {
  const sitemap = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
    <url><loc>https://a.example/1</loc><news:news><news:publication><news:name>Post</news:name><news:language>en</news:language></news:publication>
    <news:publication_date>2026-11-22T07:00:00+01:00</news:publication_date><news:title>Talks &amp; more</news:title></news:news></url></urlset>`;
  const pages = { '/': '<!doctype html><p>x', '/robots.txt': 'Sitemap: /google-news.xml', '/google-news.xml': sitemap };
  assert.deepEqual(await found(pages), [['/google-news.xml', 'sitemap', 'robots.txt', 1]]);
});

test('comment feeds and interfaces of the editing system are no news, addresses are read at the page’s base', () => {
  const html = `<base href="https://b.example/x/"><link rel="alternate" type="application/rss+xml" href="/comments/feed/">
    <link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1"><LINK REL=Alternate TYPE=application/atom+xml HREF=atom.xml>
    <link rel="alternate" hreflang="de" href="/de/">`;
  assert.deepEqual(
    feedsNamedIn(html, 'https://a.example/').map((feed) => feed.url),
    ['https://b.example/x/atom.xml'],
  );
});
