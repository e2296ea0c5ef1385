import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import { type AtomFeed, writeAtom } from './atom.ts';

const entry: AtomFeed['entries'][number] = {
  id: 'https://here.example/article/1',
  title: 'Tolls & <tariffs>: “no” ]]> 𝒜',
  updatedMs: Date.UTC(2024, 2, 14, 9, 42),
  page: 'https://here.example/article/1',
  original: 'https://there.example/a?b=1&c="2"',
  authors: ['Ana "Reyes" & Co'],
  categories: ['denied'],
  source: { title: 'The Courier', page: 'https://there.example/' },
  summary: 'One <b>line</b> & another\nand a third',
};

const feed: AtomFeed = {
  id: 'https://here.example/feed.atom?q=a&b',
  title: 'Stories',
  page: 'https://here.example/',
  self: 'https://here.example/feed.atom?q=a&b',
  updatedMs: entry.updatedMs,
  generator: { name: 'Stemma', version: '1' },
  entries: [entry],
};

test('what goes in comes out again under a feed reader', () => {
  const read = parseAtomFeed(writeAtom(feed));
  assert.equal(read.id, feed.id);
  assert.equal(read.title?.value, 'Stories');
  assert.deepEqual(
    read.links?.map(({ rel, href }) => [rel, href]),
    [
      ['alternate', feed.page],
      ['self', feed.self],
    ],
  );
  const [first] = read.entries!;
  assert.equal(first!.id, entry.id);
  assert.equal(first!.title?.value, entry.title);
  assert.equal(first!.updated, '2024-03-14T09:42:00.000Z');
  assert.equal(first!.summary?.value, entry.summary);
  assert.deepEqual(first!.authors, [{ name: entry.authors[0] }]);
  assert.equal(first!.links?.find(({ rel }) => rel === 'via')?.href, entry.original);
  assert.equal(first!.source?.title?.value, 'The Courier');
});

test('characters that XML forbids are left out, and nothing of an entry is read as markup', () => {
  const xml = writeAtom({
    ...feed,
    entries: [{ ...entry, title: 'a\u0000b\u001fc\uFFFEd\uD800e', summary: '</summary><entry>' }],
  });
  assert.match(xml, /<title>abcde<\/title>/);
  assert.equal(xml.match(/<entry>/g)!.length, 1);
  assert.ok(xml.isWellFormed());
});

test('an entry without an author leaves the feed with one, as RFC 4287 wants', () => {
  const read = parseAtomFeed(writeAtom({ ...feed, entries: [{ ...entry, authors: [] }] }));
  assert.deepEqual(read.authors, [{ name: 'Stemma' }]);
});
