import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { readSitemapNow } from './read-sitemap.ts';
import { itemsOfSitemap } from './sitemap-items.ts';

const NS =
  'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
const read = (text: string | Uint8Array) =>
  readSitemapNow(
    typeof text === 'string' ? new TextEncoder().encode(text) : text,
    {},
    'https://paper.example/news.xml',
  );
const feedOf = (text: string) => {
  const feed = itemsOfSitemap(read(text), 'https://paper.example/news.xml');
  assert.ok(!('error' in feed), JSON.stringify(feed));
  return feed;
};

test('a news sitemap is followed like a feed: title, outlet, time, language', () => {
  const feed =
    feedOf(`<urlset ${NS}><url><loc> https://paper.example/1 </loc><news:news><news:publication><news:name>Post</news:name>
    <news:language>pt</news:language></news:publication><news:publication_date>2026-11-22T07:00:00-03:00</news:publication_date>
    <news:title><![CDATA[Talks & more]]></news:title><news:keywords>a, b</news:keywords></news:news></url>
    <url><loc>https://paper.example/old</loc></url></urlset>`);
  assert.deepEqual([feed.title, feed.language, feed.items.length], ['Post', 'pt', 1]);
  const [item] = feed.items;
  assert.deepEqual(
    [item!.link, item!.title, item!.published, item!.tags],
    ['https://paper.example/1', 'Talks & more', '2026-11-22T07:00:00-03:00', ['a', 'b']],
  );
});

test('of a plain sitemap only what changed in the last days is news', () => {
  const page = (n: number, day: string) => `<url><loc>https://paper.example/${n}</loc><lastmod>${day}</lastmod></url>`;
  const feed = feedOf(
    `<urlset ${NS}>${page(1, '2026-11-22')}${page(2, '2026-11-21T10:00:00Z')}${page(3, '2019-01-01')}</urlset>`,
  );
  assert.deepEqual(
    feed.items.map((item) => item.link),
    ['https://paper.example/1', 'https://paper.example/2'],
  );
});

test('indexes, packed sitemaps and lists of addresses are read, pages are not', () => {
  const index = read(
    `<sitemapindex ${NS}><sitemap><loc>https://paper.example/a.xml</loc><lastmod>2026-11-22</lastmod></sitemap></sitemapindex>`,
  );
  assert.deepEqual('error' in index ? index : index.sitemaps, [
    { url: 'https://paper.example/a.xml', modified: '2026-11-22' },
  ]);
  const packed = read(gzipSync(`<urlset ${NS}><url><loc>https://paper.example/1</loc></url></urlset>`));
  const list = read('https://paper.example/1\nhttps://paper.example/2\n');
  assert.deepEqual(
    [packed, list].map((one) => ('error' in one ? one.error : one.pages.length)),
    [1, 2],
  );
  for (const text of ['<html></html>', '', 'words and words', '<rss/>']) assert.ok('error' in read(text), text);
  assert.ok('error' in read(gzipSync('x').subarray(0, 12)));
});
