import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import { loadKnowledge } from '../knowledge.ts';
import { publishedBetween } from './published-between.ts';

const minister: KnownActor = {
  id: 'kb:ilka-morrenz',
  name: 'Ilka Morrenz',
  kind: 'person',
  aliases: [],
  roles: [{ role: 'foreign minister', from: '2022-06', to: '2026-02' }],
  source: 'invented for this test',
};
const colleague: KnownActor = {
  ...minister,
  id: 'kb:tal-orsen',
  name: 'Tal Orsen',
  roles: [{ role: 'foreign minister', from: '2020' }],
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

test('an article of the eighties falls in the term of the prime minister it names', () => {
  const text = 'The treaty will be signed, Prime Minister Brian Mulroney said.';
  assert.deepEqual(publishedBetween(text, { knowledge: loadKnowledge() })?.between, ['1984-09-01', '1993-06-30']);
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

test('what did not exist before bounds it, and a candidacy told as running has an end', () => {
  const text = 'The mayor tweeted about Republican presidential candidate Jeb Bush.';
  assert.deepEqual(publishedBetween(text, { knowledge })?.between, ['2015-06-15', '2016-02-20']);
});

test('a counterpart holds the office of the one named before', () => {
  const answer = publishedBetween('Foreign Minister Tal Orsen met his Kestrian counterpart Ilka Morrenz in Brask.', {
    knowledge: { ...knowledge, named: (form) => (form === 'Tal Orsen' ? [colleague] : knowledge.named(form)) },
  });
  assert.deepEqual(answer?.between, ['2022-06-01', '2026-02-28']);
});

test('years counted from an event after which they lead beyond all that is known count from another', () => {
  const text =
    'The Taliban wrested control of Afghanistan in August 2021 as foreign troops left Kabul after nearly 20 years.';
  const [from, to] = publishedBetween(text, { knowledge })?.between ?? [];
  assert.ok(from! >= '2021-08-01' && to === '2022-10-07', `${from} ${to}`);
});
