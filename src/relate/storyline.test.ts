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
import { demoKnowledge } from '../work/demo.ts';
import { originsOf, relateAll } from './relate.ts';

/** Real bytes through the rooms before this one. Files without a known time stand at the beginning of time. */
function articleIn(file: URL, url?: string): ReadArticle {
  const bytes = readFileSync(file);
  const cleaned = cleanCapture({ bytes, ...(url ? { as: 'html', url } : { as: 'text' }) });
  if (!isArticle(cleaned)) throw new Error(`${file.pathname}: ${cleaned.message}`);
  const id = shortHash(file.pathname.split('/').slice(-2).join('/'));
  return {
    id,
    title: cleaned.title,
    text: cleaned.text,
    outlet: cleaned.outlet,
    url: cleaned.url,
    agency: cleaned.agency,
    published: cleaned.published,
    timeMs: cleaned.published ? Date.parse(cleaned.published) : 0,
    language: cleaned.language,
    reading: readArticle({ ...cleaned, id }, url ? demoKnowledge() : loadKnowledge()),
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

type DemoPlan = { readonly files: readonly { readonly file: string; readonly url: string }[] };
const plan = JSON.parse(readFileSync(new URL('demo.json', DEMO), 'utf8')) as DemoPlan;
const demo = plan.files.map(({ file, url }) => articleIn(new URL(file, DEMO), url));
const third = filesIn(UNRELATED, /\.txt$/).map((file) => articleIn(file));

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
  const five = filesIn(AFGHANISTAN, /\.txt$/).map((file) => articleIn(file));
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

/** Of the five that stand between two named speakers; the others need more than equal nouns. */
const FEWEST_QUARRELS = 2;

type Expected = {
  readonly disputes: readonly {
    readonly kind: string;
    readonly sides: readonly { readonly file: string; readonly quote: string }[];
  }[];
  readonly stories: { readonly together: readonly string[][]; readonly apart: readonly string[][] };
  readonly lineage: readonly {
    readonly file: string;
    readonly kind: string;
    readonly from: string;
    readonly fromFile: string | null;
  }[];
  readonly origins: readonly {
    readonly files: readonly string[];
    readonly outlets: number;
    readonly origins: number;
  }[];
};

test('the demo is told as its authors wrote it: stories, who copied whom, how many origins', async () => {
  const expected = JSON.parse(readFileSync(new URL('expected.json', DEMO), 'utf8')) as Expected;
  const idOf = (file: string) => shortHash(file);
  const found = await relateAll(demo);
  const storyOf = (file: string) => found.stories.find((story) => story.articles.includes(idOf(file)))?.id;
  for (const files of expected.stories.together) assert.equal(new Set(files.map(storyOf)).size, 1, files.join(' + '));
  for (const files of expected.stories.apart)
    assert.equal(new Set(files.map(storyOf)).size, files.length, files.join(' | '));
  for (const { file, fromFile, kind } of expected.lineage) {
    if (kind !== 'republishes' || !fromFile) continue;
    const rows = found.lineage.filter((row) => row.article === idOf(file) && row.kind === 'republishes');
    assert.deepEqual(
      rows.map((row) => row.fromArticle),
      [idOf(fromFile)],
      file,
    );
  }
  for (const { files, outlets, origins } of expected.origins) {
    const articles = demo.filter((article) => files.some((file) => idOf(file) === article.id));
    const counted = originsOf(articles, found.lineage);
    assert.deepEqual([counted.outlets.length, counted.origins.length], [outlets, origins], files.join(' + '));
  }
  const quarrels = expected.disputes.filter(({ kind, sides }) => kind === 'figure' && sides.length === 2);
  const told = quarrels.filter(({ sides }) =>
    found.disputes.some((dispute) =>
      sides.every(({ file, quote }) =>
        dispute.sides.some(
          (side) => side.article === idOf(file) && (quote.includes(side.quote) || side.quote.includes(quote)),
        ),
      ),
    ),
  );
  assert.ok(told.length >= FEWEST_QUARRELS, `${told.length} of ${quarrels.length} quarrels over numbers`);
});
