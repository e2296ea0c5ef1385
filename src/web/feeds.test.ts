import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import type { Hono } from 'hono';
import { type RealHouse, realHouse } from '../../e2e/real-house.ts';
import { documentOf, submit, visit } from '../../e2e/visit.ts';
import { makeSite } from './site.ts';

const WORDS = `The harbour master of Quill said on Monday that the pier would stay closed until May.

“Nobody was hurt,” Tamsin Orro told reporters. The mayor, Ib Castle, denied that the pier had been neglected and said that it had been inspected in March.`;

let real: RealHouse;
let site: Hono;

before(async () => {
  real = await realHouse();
  await real.addDemo();
  site = makeSite(real.house);
  const taken = await submit(site, '/sources/paste', {
    ...{ text: WORDS, title: 'Pier of Quill stays closed', outlet: 'The Quill Post' },
    ...{ address: 'https://quillpost.example/pier?a=1&b=2', published: '2025-04-07' },
  });
  assert.equal(taken.status, 303);
});

after(() => real.close());

async function feed(path: string) {
  const response = await visit(site, path);
  assert.equal(response.status, 200, path);
  assert.match(response.headers.get('content-type')!, /^application\/atom\+xml/);
  return { read: parseAtomFeed(await response.text()), response };
}

const pages = () => real.archive.pages;

test('home and latest carry the real news and leave the demo out', async () => {
  for (const path of ['/feed.atom', '/latest/feed.atom']) {
    const { read } = await feed(path);
    assert.equal(read.entries?.length, 1, path);
    assert.equal(read.entries![0]!.title?.value, 'Pier of Quill stays closed');
    assert.equal(
      read.entries![0]!.links?.find(({ rel }) => rel === 'via')?.href,
      'https://quillpost.example/pier?a=1&b=2',
    );
    assert.match(read.entries![0]!.summary!.value!, /The Quill Post/);
  }
});

test('a story, a storyline, an actor and a search have feeds of their own', async () => {
  const [story] = (await pages().stories({ limit: 50, withoutDemo: true })).rows;
  const found = await pages().story(story!.id);
  assert.ok(found.state === 'here');
  const speaker = found.page.speakers.find(({ speaker }) => speaker)!.speaker!.actor;
  const paths = [
    `/story/${story!.id}`,
    `/storyline/${story!.storyline!.id}`,
    `/actor/${speaker}`,
    '/search?q=pier',
    '/search?q=pier&tab=statements',
  ];
  for (const path of paths) {
    const page = await documentOf(await visit(site, path));
    const address = [...page.querySelectorAll('link[rel="alternate"]')].at(-1)!.getAttribute('href')!;
    assert.match(address, /feed\.atom/, path);
    const { read } = await feed(address);
    assert.ok(read.entries!.length > 0, path);
    for (const entry of read.entries!) {
      assert.ok(entry.authors!.length > 0);
      assert.match(entry.summary!.value!, /The Quill Post/);
      assert.ok(
        entry.links!.some(({ rel, href }) => rel === 'alternate' && href!.startsWith('http://127.0.0.1:8484/')),
      );
    }
  }
});

test('a story of the demo alone keeps its feed', async () => {
  const demo = (await pages().stories({ limit: 50 })).rows.find((story) => story.demo)!;
  const { read } = await feed(`/story/${demo.id}/feed.atom`);
  assert.equal(read.entries!.length, demo.articles.length);
});

test('no feed carries more of an article than an excerpt', async () => {
  const { read } = await feed('/latest/feed.atom');
  const [first] = read.entries!;
  assert.ok(first!.summary!.value!.split('\n')[0]!.length <= 200);
  assert.ok(!first!.summary!.value!.includes('inspected in March'));
  assert.equal(first!.content, undefined);
});

test('a reader that has the feed already is told that nothing changed', async () => {
  const { response } = await feed('/feed.atom');
  const tag = response.headers.get('etag')!;
  assert.equal((await visit(site, '/feed.atom', { 'if-none-match': tag })).status, 304);
});

test('feeds of what never was answer 404, of what was removed 410', async () => {
  assert.equal((await visit(site, '/story/nothing/feed.atom')).status, 404);
  assert.equal((await visit(site, '/search/feed.atom')).status, 404);
  const [article] = (await pages().latest({ limit: 5, withoutDemo: true })).rows;
  await submit(site, `/article/${article!.id}/remove`, { reason: 'The test asks for it.' });
  assert.equal((await visit(site, `/story/${article!.story}/feed.atom`)).status, 410);
  assert.deepEqual((await feed('/latest/feed.atom')).read.entries ?? [], []);
});
