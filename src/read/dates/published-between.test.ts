import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import { publishedBetween } from './published-between.ts';

const minister: KnownActor = {
  id: 'kb:ilka-morrenz',
  name: 'Ilka Morrenz',
  kind: 'person',
  aliases: [],
  roles: [{ role: 'foreign minister', from: '2022-06', to: '2026-02' }],
  source: 'invented for this test',
};
const knowledge: Knowledge = {
  snapshot: 1,
  named: (form) => (form === minister.name ? [minister] : []),
  sounding: () => [],
  actor: () => undefined,
};

test('an article falls in the term of a minister it names by office', () => {
  const answer = publishedBetween('Talks failed, Foreign Minister Ilka Morrenz said.', { knowledge });
  assert.deepEqual(answer?.between, ['2022-06-01', '2026-02-28']);
  assert.match(answer!.why.join('; '), /Ilka Morrenz as foreign minister \(since 2022-06\)/);
  assert.equal(publishedBetween('Talks failed, former foreign minister Ilka Morrenz said.', { knowledge }), undefined);
});

test('years since a known event place it within a year or so', () => {
  const text = 'The Berlin Wall came down overnight. Some 30 years on, few of its stones are left.';
  assert.deepEqual(publishedBetween(text, { knowledge })?.between, ['2018-11-09', '2020-11-09']);
});

test('it lies after what it looks back on and before its copyright line or its capture', () => {
  const text = 'The bridge fell in 2017 and was built again.\n© Courier House 2023';
  assert.deepEqual(publishedBetween(text, { knowledge })?.between, ['2017-01-01', '2023-12-31']);
  assert.deepEqual(
    publishedBetween('The bridge fell in 2017.', { knowledge, notAfter: '2019-05-01T10:00Z' })?.between,
    ['2017-01-01', '2019-05-01'],
  );
});

test('a year that lies ahead bounds nothing, and an open end is no interval', () => {
  assert.equal(publishedBetween('The bridge will open in 2031.', { knowledge, notAfter: '2024-01-01' }), undefined);
  assert.equal(publishedBetween('The bridge fell in 2017.', { knowledge }), undefined);
});
