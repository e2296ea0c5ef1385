import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bothReservations, readRsl, readTdmRep } from './opt-outs.ts';
import { readReservations } from './reservations.ts';

const page = (html: string) => new TextEncoder().encode(html);
const read = (html: string, headers: Record<string, string> = {}) =>
  readReservations({ 'content-type': 'text/html', ...headers }, page(html), 'stemma');

test('a page that says nothing reserves nothing', () => {
  assert.equal(read('<meta name="viewport" content="x"><p>tdm-reservation'), undefined);
});

test('meta tags, headers and licence links are read, in any spelling', () => {
  assert.equal(read(`<META CONTENT='1' NAME='TDM-Reservation'>`)?.linkOnly, true);
  assert.equal(read('', { 'tdm-reservation': '0', 'tdm-policy': 'https://p.example/policy.json' })?.linkOnly, false);
  assert.equal(read('<meta name=robots content="NOARCHIVE, max-snippet:-1, max-snippet: 40">')?.maxSnippetChars, 40);
  assert.equal(
    read('<link rel="license" type="application/rsl+xml" href="https://p.example/l.xml">')?.licenceUrl,
    'https://p.example/l.xml',
  );
  assert.equal(
    read('', { link: '<https://p.example/l.xml>; rel="license"; type="application/rsl+xml"' })?.licenceUrl,
    'https://p.example/l.xml',
  );
});

test('what is said to another crawler is not said to us, what is said to us by name is', () => {
  assert.equal(read('', { 'x-robots-tag': 'otherbot: noarchive, nosnippet' }), undefined);
  assert.deepEqual(read('', { 'x-robots-tag': 'otherbot: noarchive, stemma: nosnippet' })?.noSnippet, true);
  assert.equal(read('<meta name="stemma" content="noarchive">')?.noArchive, true);
  assert.equal(read('<meta name="googlebot-news" content="noarchive">'), undefined);
});

test('noindex, which outlets set on agency copies, takes no words away', () => {
  assert.equal(read('<meta name="robots" content="noindex,follow">')?.linkOnly, false);
});

test('a site reserves by path, in TDMRep and in RSL, and broken documents reserve nothing', () => {
  assert.deepEqual(
    readTdmRep('[{"location":"/a/*","tdm-reservation":1,"tdm-policy":"https://p.example"},{"location":7},"x"]').map(
      (rule) => [rule.path, rule.reserved],
    ),
    [['/a/*', true]],
  );
  assert.deepEqual(readTdmRep('<html>'), []);
  const rsl = (inside: string) =>
    readRsl(
      page(`<rsl xmlns="https://rslstandard.org/rsl"><content url="/">${inside}</content></rsl>`),
      'https://p.example/l.xml',
    )[0]?.reserved;
  assert.equal(rsl('<license><prohibits type="usage">ai-train</prohibits></license>'), false);
  assert.equal(rsl('<license><prohibits type="usage">all</prohibits></license>'), true);
  assert.equal(rsl('<license><permits type="usage">ai-index</permits></license>'), true);
  assert.equal(rsl('<license><permits type="usage">search ai-index</permits></license>'), false);
  assert.deepEqual(readRsl(page('<html>'), 'x'), []);
});

test('what the site and the page reserve adds up to the stricter of both', () => {
  const both = bothReservations(
    { linkOnly: true, evidence: ['a'] },
    { linkOnly: false, maxSnippetChars: 50, evidence: ['b'] },
  );
  assert.deepEqual(both, { linkOnly: true, maxSnippetChars: 50, evidence: ['a', 'b'] });
  assert.equal(bothReservations(undefined, undefined), undefined);
});

test('a head full of half-open tags is read through once', () => {
  assert.equal(read('<meta '.repeat(40_000)), undefined);
  assert.equal(read(`<meta name="robots" ${'content='.repeat(30_000)}`), undefined);
});
