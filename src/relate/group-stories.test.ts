import assert from 'node:assert/strict';
import { test } from 'node:test';
import { groupStories } from './relate.ts';

const headline = (id: string, title: string, published?: string) => ({
  id,
  title,
  text: '',
  published: published ?? null,
});

const HEADLINES = [
  headline('a1', 'Ferry Anneke sinks off Harrow Sound, at least 14 drown'),
  headline('b1', 'Frost ruins grapes in Quill valley'),
  headline('a2', 'Fourteen dead as ferry sinks in Harrow Sound'),
  headline('c1', 'Mell orchards: plum beetle found in eleven places'),
  headline('a3', 'Anneke ferry disaster: bow door was open'),
  headline('b2', 'Quill valley growers lose half of grapes to frost'),
  headline('c2', 'Plum beetle reaches Mell'),
];

const stories = (rows: readonly { readonly id: string; readonly story: string }[]) =>
  [...Map.groupBy(rows, (row) => row.story).values()]
    .map((group) =>
      group
        .map((row) => row.id)
        .toSorted()
        .join(),
    )
    .toSorted();

test('bare headlines are grouped by what they tell', () => {
  assert.deepEqual(stories(groupStories(HEADLINES)), ['a1,a2,a3', 'b1,b2', 'c1,c2']);
});

test('the rows come back in their order, and the order does not change the stories', () => {
  assert.deepEqual(
    groupStories(HEADLINES).map((row) => row.id),
    HEADLINES.map((row) => row.id),
  );
  assert.deepEqual(stories(groupStories(HEADLINES.toReversed())), stories(groupStories(HEADLINES)));
});

test('a yearly event is a story each year', () => {
  const marathon = (id: string, published: string) => headline(id, 'Thousands run the Sorrel marathon', published);
  const found = stories(
    groupStories([
      marathon('y1', '2030-05-01'),
      marathon('z1', '2030-05-01'),
      marathon('y2', '2031-05-02'),
      marathon('z2', '2031-05-02'),
    ]),
  );
  assert.deepEqual(found, ['y1,z1', 'y2,z2']);
});

test('nothing in, nothing out; empty texts stay by themselves', () => {
  assert.deepEqual(groupStories([]), []);
  assert.equal(stories(groupStories([headline('x', ''), headline('y', '')])).length, 2);
});
