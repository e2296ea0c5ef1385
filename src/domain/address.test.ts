import assert from 'node:assert/strict';
import { test } from 'node:test';
import { articleAddress, feedAddress } from './address.ts';

const STORY = 'https://paper.example/2026/11/talks';

test('however a reader came to an article, it is one article', () => {
  const roads = [
    'http://www.paper.example/2026/11/talks/',
    'https://m.paper.example/2026/11/talks?utm_source=x&utm_medium=social#comments',
    'https://amp.paper.example/2026/11/talks',
    'https://www.paper.example/amp/2026/11/talks?fbclid=abc',
    'https://paper.example/2026/11/talks/amp/',
    'https://paper.example/2026/11/talks?amp=1&ref=home&at_medium=RSS',
    'https://PAPER.example:443//2026/11/talks?outputType=amp',
    'https://paper-example.cdn.ampproject.org/c/s/paper.example/2026/11/talks?usqp=mq331',
    'https://www.google.com/amp/s/www.paper.example/2026/11/talks/amp/',
  ];
  assert.deepEqual([...new Set(roads.map(articleAddress))], [STORY]);
});

test('what tells articles apart is kept: numbers in the query, paths, ports, hosts', () => {
  const pages = [
    'https://paper.example/article.php?cid=48213',
    'https://paper.example/article.php?cid=48214',
    'https://paper.example/article.php?id=7&lang=en',
    'https://paper.example/article.php?id=7&lang=fr',
    'https://paper.example:8080/article.php?id=7&lang=fr',
    'https://news.paper.example/article.php?id=7&lang=fr',
    'https://paper.example/amplifier',
    'https://paper.example/camp',
  ];
  assert.equal(new Set(pages.map(articleAddress)).size, pages.length);
  assert.equal(articleAddress('https://a.example/x?b=2&a=1'), articleAddress('https://a.example/x?a=1&b=2'));
});

test('what is no web address has none', () => {
  assert.deepEqual(['mailto:x@a.example', 'talks', 'file:///etc/passwd', ''].map(articleAddress), [
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a feed is one by http and https, with and without a last slash, but its query tells feeds apart', () => {
  assert.equal(feedAddress('http://user:x@www.Paper.example:80/feed/#top'), feedAddress('https://paper.example/feed'));
  const feeds = ['https://a.example/?feed=rss2', 'https://a.example/?feed=atom', 'https://b.a.example/?feed=atom'];
  assert.equal(new Set(feeds.map(feedAddress)).size, 3);
  assert.equal(feedAddress('mailto:x@a.example'), undefined);
});
