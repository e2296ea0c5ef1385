import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOpml, writeOpml } from './opml.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

test('nested folders of another reader come in, and go out again as they were', () => {
  const list = readOpml(
    bytes(`<?xml version="1.0"?><opml version="2.0"><head><title>x</title></head><body>
      <outline text="News"><outline text="Asia &amp; Pacific">
        <outline type="rss" text="Harbour Post" title="The Harbour Post" xmlUrl="https://a.example/f?x=1&amp;y=2" htmlUrl="https://a.example/" language="en"/>
      </outline><outline text="No feed here"/></outline>
      <outline TEXT="Bare" XMLURL="https://b.example/rss"/>
      <outline text="Again" xmlUrl="https://b.example/rss"/>
      <outline text="Bad" xmlUrl="javascript:alert(1)"/></body></opml>`),
  );
  assert.ok(!('error' in list));
  assert.deepEqual(
    list.map(({ url, name, folder }) => [url, name, folder]),
    [
      ['https://a.example/f?x=1&y=2', 'The Harbour Post', 'News/Asia & Pacific'],
      ['https://b.example/rss', 'Again', null],
    ],
  );
  const again = readOpml(bytes(writeOpml(list, 'My <feeds>')));
  assert.ok(!('error' in again));
  assert.deepEqual(new Set(again), new Set(list));
});

test('country, owner and language survive the way out and in', () => {
  const source = {
    url: 'https://a.example/f',
    kind: 'feed',
    name: 'P',
    homepage: 'https://a.example/',
    folder: 'X',
    language: 'fr',
    country: 'FRA',
    owner: 'public',
    unchecked: true,
  } as const;
  assert.deepEqual(readOpml(bytes(writeOpml([source], 't'))), [source]);
});

test('a page, a feed and a tower of outlines are no lists', () => {
  for (const text of [
    '<html></html>',
    '<rss><channel/></rss>',
    '',
    'words',
    `<opml><body>${'<outline text="a">'.repeat(5000)}`,
  ])
    assert.ok('error' in readOpml(bytes(text)), text.slice(0, 30));
});
