import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import type { Feed } from '../../domain/feed.ts';
import { decodeFeed } from './decode.ts';
import { displayTitle } from './markup.ts';
import { isFeedFailure, parseFeedNow } from './parse.ts';

function read(text: string, url = 'https://paper.example/feeds/all.xml', headers: Record<string, string> = {}): Feed {
  const feed = parseFeedNow(new TextEncoder().encode(text), headers, url);
  assert.ok(!isFeedFailure(feed), JSON.stringify(feed));
  return feed;
}

test('an RSS feed of a newspaper gives its items with author, time, source and whole text', () => {
  const feed = read(`<?xml version="1.0"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
      xmlns:atom="http://www.w3.org/2005/Atom">
    <channel><title>The Harbour Post</title><link>https://paper.example/</link><language>en_GB</language>
      <atom:link rel="self" href="all.xml"/><atom:link rel="hub" href="https://hub.example/"/>
      <item><title>Minister &amp;amp; union <![CDATA[<b>agree</b>]]></title><link>/2026/talks</link>
        <guid isPermaLink="false">tag:7</guid><dc:creator>Ana Lopes and Jon Berg</dc:creator>
        <pubDate>Sun, 22 Nov 2026 06:10:00 +0100</pubDate><description>They met.</description>
        <content:encoded><![CDATA[<p>They met <a href="/2025/first">again</a>.</p>]]></content:encoded>
        <source url="https://wire.example/rss">Northern Wire</source>
        <enclosure url="/pod/7.mp3" type="audio/mpeg" length="120"/></item>
    </channel></rss>`);
  const [item] = feed.items;
  assert.deepEqual(
    [feed.title, feed.link, feed.language, feed.hubs, feed.self],
    [
      'The Harbour Post',
      'https://paper.example/',
      'en-GB',
      ['https://hub.example/'],
      'https://paper.example/feeds/all.xml',
    ],
  );
  assert.equal(item!.title, 'Minister &amp; union <b>agree</b>');
  assert.equal(displayTitle(item!.title!, item!.titleType), 'Minister & union agree');
  assert.equal(item!.link, 'https://paper.example/2026/talks');
  assert.equal(item!.published, '2026-11-22T06:10:00+01:00');
  assert.deepEqual(
    item!.authors.map(({ name }) => name),
    ['Ana Lopes', 'Jon Berg'],
  );
  assert.equal(item!.content, '<p>They met <a href="https://paper.example/2025/first">again</a>.</p>');
  assert.deepEqual(item!.source, { title: 'Northern Wire', link: 'https://wire.example/rss' });
  assert.deepEqual(item!.enclosures, [{ url: 'https://paper.example/pod/7.mp3', type: 'audio/mpeg', length: 120 }]);
});

test('Atom text constructs keep their form, and addresses are read at their own base', () => {
  const feed = read(`<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://a.example/x/">
    <title type="text">Less &lt; more</title><link rel="alternate" href="."/>
    <entry xml:base="y/"><id>urn:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">An <em>entry</em></div></title>
      <link rel="alternate" type="text/html" href="1"/><updated>2026-11-22T05:00Z</updated>
      <author><name>Desk</name><email>desk@a.example</email></author>
      <content type="html">&lt;img src="p.png"&gt;</content>
      <source><title>Other paper</title><link href="https://other.example/"/></source></entry></feed>`);
  const [entry] = feed.items;
  assert.equal(feed.title, 'Less < more');
  assert.deepEqual(
    [entry!.title, entry!.titleType, entry!.link],
    ['An <em>entry</em>', 'xhtml', 'https://a.example/x/y/1'],
  );
  assert.equal(entry!.content, '<img src="https://a.example/x/y/p.png">');
  assert.equal(entry!.updated, '2026-11-22T05:00Z');
  assert.deepEqual(entry!.authors, [{ name: 'Desk', email: 'desk@a.example' }]);
  assert.equal(entry!.source?.title, 'Other paper');
});

test('RDF, CDF, JSON Feed and a feed that is cut off in the middle are read', () => {
  const rdf = read(
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>R</title></channel><item rdf:about="https://a.example/1"><title>One</title></item></rdf:RDF>',
  );
  const cdf = read(
    '<CHANNEL HREF="https://a.example/"><TITLE>C</TITLE><ITEM HREF="https://a.example/1"><ABSTRACT>w</ABSTRACT></ITEM></CHANNEL>',
  );
  const json = read(
    '{"version":"https://jsonfeed.org/version/1.1","title":"J","items":[{"id":7,"url":"/1","content_text":"w","authors":[{"name":"A"}],"date_published":"2026-11-22T01:02:03+02:00"},{"id":{}}]}',
  );
  const cut = read(
    '<rss><channel><title>T</title><item><title>One</title><link>https://a.example/1</link></item><item><ti',
  );
  assert.equal(rdf.items[0]!.link, 'https://a.example/1');
  assert.deepEqual([cdf.link, cdf.items[0]!.summary], ['https://a.example/', 'w']);
  assert.deepEqual(
    [json.items[0]!.id, json.items[0]!.link, json.items[0]!.published],
    ['7', 'https://paper.example/1', '2026-11-22T01:02:03+02:00'],
  );
  assert.equal(cut.items[0]!.title, 'One');
});

test('a feed behind the warnings of its own server is read, a page that is XML is still a page', () => {
  const feed = read(
    '<br />\n<b>Warning</b>: cannot open cache in line 7<rss><channel><title>T</title><item><title>One</title></item></channel></rss>',
  );
  assert.equal(feed.items[0]!.title, 'One');
  const page = parseFeedNow(
    Buffer.from('<?xml version="1.0"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>'),
    {},
    undefined,
  );
  assert.equal(isFeedFailure(page) && page.error, 'web-page');
});

test('a date that cannot be read is absent, and one that can is not made more exact', () => {
  const dateOf = (text: string) =>
    read(`<rss><channel><item><title>x</title><pubDate>${text}</pubDate></item></channel></rss>`).items[0]!.published;
  assert.deepEqual(
    [
      'yesterday',
      '31 Feb 2026 10:00 GMT',
      '22 Nov 2026',
      'Sun, 22 Nov 26 06:10 EST',
      'Mon, 22 Nov 2026 06:10:09 XYZ',
      '2026-11',
      'Sun Nov 22 06:10:00 2026',
      'Nov 22, 2026 06:10',
      '22 Nov 2026 25:00 GMT',
    ].map(dateOf),
    [
      null,
      null,
      '2026-11-22',
      '2026-11-22T06:10-05:00',
      '2026-11-22T06:10:09',
      '2026-11',
      '2026-11-22T06:10:00',
      '2026-11-22T06:10',
      null,
    ],
  );
});

test('authors are told apart by name and mail', () => {
  const authorsOf = (field: string) =>
    read(`<rss><channel><item><author>${field}</author></item></channel></rss>`).items[0]!.authors;
  assert.deepEqual(authorsOf('mia@a.example (Mia Holt)'), [{ name: 'Mia Holt', email: 'mia@a.example' }]);
  assert.deepEqual(authorsOf('Mia Holt &lt;mia@a.example&gt;'), [{ name: 'Mia Holt', email: 'mia@a.example' }]);
  assert.deepEqual(
    authorsOf('By Mia Holt, Jan de Wit and Ole Tor'),
    ['Mia Holt', 'Jan de Wit', 'Ole Tor'].map((name) => ({ name })),
  );
  assert.deepEqual(authorsOf('Northern Wire, Kabul'), [{ name: 'Northern Wire, Kabul' }]);
});

test('bytes are decoded by mark, header, declaration and in the end by themselves', () => {
  const words = 'Präsident sagt „Nein“';
  const xml = (declared: string) =>
    `<?xml version="1.0"${declared}?><rss><channel><title>${words}</title></channel></rss>`;
  const cases: readonly (readonly [Uint8Array, string])[] = [
    [iconv.encode(xml(' encoding="windows-1252"'), 'windows-1252'), 'application/rss+xml'],
    [iconv.encode(xml(''), 'windows-1252'), 'text/xml; charset=windows-1252'],
    [iconv.encode(xml(' encoding="utf-8"'), 'windows-1252'), 'text/xml'],
    [iconv.encode(xml(' encoding="iso-8859-1"'), 'utf8'), 'text/xml; charset="utf-8"'],
    [iconv.encode(xml(''), 'utf-16le', { addBOM: true }), 'text/xml; charset=us-ascii'],
    [iconv.encode(xml(''), 'utf-32be', { addBOM: false }), ''],
    [iconv.encode(xml(' encoding="utf-16"'), 'utf8'), ''],
  ];
  for (const [bytes, contentType] of cases)
    assert.match(decodeFeed(bytes, contentType), /Präsident sagt „Nein“/, contentType);
});

test('a web page, an empty answer and other XML are said to be no feed, in words', () => {
  const errorOf = (text: string) => {
    const result = parseFeedNow(new TextEncoder().encode(text), {}, undefined);
    return isFeedFailure(result) ? result.error : 'feed';
  };
  assert.deepEqual(
    ['<!doctype html><title>x</title>', '  ', '<svg/>', 'plain words', '{"a":1}', '\u0000\u0001\u0002'].map(errorOf),
    ['web-page', 'empty', 'not-a-feed', 'not-a-feed', 'not-a-feed', 'not-a-feed'],
  );
});

type Case = {
  readonly id: string;
  readonly group: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly encoding?: string;
  readonly bytes: string;
};

test('every encoding of the shared cases is decoded right, and nothing is thrown', (t) => {
  const file = new URL('../../../../shared/bench/data/feeds/feedparser-cases.jsonl', import.meta.url);
  if (!existsSync(file)) return t.skip('feeds/feedparser-cases.jsonl not found: ../shared is not beside this checkout');
  const cases = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
  const wrong: string[] = [];
  for (const one of cases) {
    const headers = Object.fromEntries(Object.entries(one.headers).map(([name, value]) => [name.toLowerCase(), value]));
    const bytes = Buffer.from(one.bytes, 'base64');
    parseFeedNow(bytes, headers, 'http://127.0.0.1/');
    if (!one.encoding) continue;
    const expected = iconv.decode(bytes, one.encoding === 'TIS-620' ? 'windows-874' : one.encoding);
    if (decodeFeed(bytes, headers['content-type'] ?? '') !== expected) wrong.push(one.id);
  }
  assert.deepEqual(wrong, []);
});
