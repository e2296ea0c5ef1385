import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cleanCapture } from '../clean/clean.ts';
import { isArticle } from '../domain/article.ts';
import { shortHash } from '../domain/ids.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Relations } from '../domain/story.ts';
import { loadKnowledge } from '../read/knowledge.ts';
import { readArticle } from '../read/read.ts';
import { relateAll } from './relate.ts';

/** Real bytes through the rooms before this one. Files without a known time stand at the beginning of time. */
function articleIn(file: URL): ReadArticle {
  const bytes = readFileSync(file);
  const cleaned = cleanCapture({ bytes, as: file.pathname.endsWith('.html') ? 'html' : 'text' });
  if (!isArticle(cleaned)) throw new Error(`${file.pathname}: ${cleaned.message}`);
  const id = shortHash(file.pathname.split('/').slice(-2).join('/'));
  return {
    id,
    title: cleaned.title,
    text: cleaned.text,
    outlet: cleaned.outlet,
    url: cleaned.canonicalUrl,
    agency: cleaned.agency,
    published: cleaned.published,
    timeMs: cleaned.published ? Date.parse(cleaned.published) : 0,
    language: cleaned.language,
    reading: readArticle({ ...cleaned, id }, loadKnowledge()),
  };
}

const filesIn = (folder: URL, ending: RegExp): readonly URL[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .toSorted()
    .map((name) => new URL(name.replaceAll('\\', '/'), folder));

const DEMO = new URL('../../examples/demo/', import.meta.url);
const AFGHANISTAN = new URL('../../../shared/examples/afghanistan/', import.meta.url);
const UNRELATED = new URL('./fixtures/', import.meta.url);

const demo = filesIn(DEMO, /\.html$/).map(articleIn);
const third = filesIn(UNRELATED, /\.txt$/).map(articleIn);

/** Sets of article ids, one for each storyline. */
const lines = (found: Relations) =>
  found.storylines.map(
    (line) => new Set(line.stories.flatMap((id) => found.stories.find((story) => story.id === id)!.articles)),
  );

test('the demo is one affair, and a text about something else is another', async () => {
  const found = lines(await relateAll([...third, ...demo]));
  const own = found.find((line) => line.has(demo[0]!.id))!;
  assert.deepEqual([...own].toSorted(), demo.map((article) => article.id).toSorted());
  assert.equal(found.length, 1 + third.length);
});

test('five articles over six years are one affair, beside the demo and a third text', async (t) => {
  if (!existsSync(AFGHANISTAN))
    return t.skip('the five Afghanistan articles were not found: ../shared/examples/afghanistan is missing');
  const five = filesIn(AFGHANISTAN, /\.txt$/).map(articleIn);
  const orders = [
    [...five, ...demo, ...third],
    [...third, ...demo.toReversed(), ...five.toReversed()],
    five.flatMap((article, i) => [...demo.slice(3 * i, 3 * i + 3), article]).concat(demo.slice(15), third),
  ];
  for (const order of orders) {
    const found = await relateAll(order);
    const own = lines(found).find((line) => line.has(five[0]!.id))!;
    assert.deepEqual([...own].toSorted(), five.map((article) => article.id).toSorted());
    const stories = found.stories.filter((story) => five.some((article) => story.articles.includes(article.id)));
    assert.equal(stories.length, 5, 'five happenings');
  }
});
