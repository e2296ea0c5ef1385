import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadKnowledge } from '../knowledge.ts';
import { readArticle } from '../read.ts';

const read = (text: string) =>
  readArticle(
    {
      id: 'test',
      text,
      title: null,
      published: '2024-03-13',
      outlet: null,
      url: null,
      agency: null,
      dateline: null,
      chain: [],
      language: 'en',
    },
    loadKnowledge(),
  );

test('an event told in a statement is that statement’s, one told outside is the article’s own', () => {
  const { events, statements } = read(
    'Norway imposed sanctions on Chile on Monday.\n\n“Chile expelled three diplomats of Norway,” Foreign Minister Ilka Morrenz said.',
  );
  assert.deepEqual(
    events.map(({ type, source, target, statement }) => [type, source, target, statement !== undefined]),
    [
      ['SANCTION', 'Norway', 'Chile', false],
      ['SANCTION', 'Chile', 'Norway', true],
    ],
  );
  assert.ok(statements.some(({ id }) => id === events[1]!.statement));
});

test('figures and events name no statement that the reading leaves out', () => {
  const { figures, events, statements } = read(
    'Officials reportedly fear that 40 people may have died. “At least 12 villagers were killed,” mayor Ilka Morrenz said. Some believe Norway attacked Chile.',
  );
  const ids = new Set(statements.map(({ id }) => id));
  for (const { statement } of [...figures, ...events]) assert.ok(statement === undefined || ids.has(statement));
  assert.ok(figures.some(({ statement }) => statement !== undefined));
});
