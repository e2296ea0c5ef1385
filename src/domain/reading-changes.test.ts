import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reading } from './reading.ts';
import { isAnyChange, readingChanges } from './reading-changes.ts';
import type { Statement } from './statement.ts';

const TEXT = 'Brandt said the pier was safe. Reker denied it.';
const words = { before: { text: TEXT, title: null }, after: { text: TEXT, title: null } };
const statement = (id: string, more: Partial<Statement> = {}): Statement => ({
  ...{ id, source: [], cue: [], content: [[12, 29]], kind: 'speech', mode: 'indirect', stance: 'asserts', hedges: [] },
  ...{ speaker: { actor: 'in:brandt', name: 'Brandt' }, jointly: [], to: [], via: [], saidOn: null, parent: null },
  ...{ confidence: 1, ...more },
});
const reading = (...statements: Statement[]): Reading => ({
  ...{
    reader: 'test',
    statements,
    mentions: [],
    actors: [],
    dates: [],
    places: [],
    figures: [],
    events: [],
    chain: [],
  },
});

test('the same statements again are no change, whatever the reader is sure of', () => {
  const changes = readingChanges(reading(statement('a')), reading(statement('a', { confidence: 0.5 })), words);
  assert.equal(isAnyChange(changes), false);
  assert.equal(changes.kept, 1);
});

test('other words, other speakers, other stances, what is new and what is gone are told apart', () => {
  const changes = readingChanges(
    reading(statement('worded'), statement('spoken'), statement('meant'), statement('gone')),
    reading(
      statement('worded', { content: [[16, 29]] }),
      statement('spoken', { speaker: null }),
      statement('meant', { stance: 'denies' }),
      statement('new'),
    ),
    words,
  );
  assert.deepEqual(changes, {
    ...{ kept: 2, reworded: ['worded'], added: ['new'], withdrawn: ['gone'] },
    speakers: [{ statement: 'spoken', was: 'in:brandt', is: null }],
    stances: [{ statement: 'meant', was: 'asserts', is: 'denies' }],
  });
});

test('words that only moved in a changed text are kept', () => {
  const after = { text: `Rain. ${TEXT}`, title: null };
  const changes = readingChanges(reading(statement('a')), reading(statement('a', { content: [[18, 35]] })), {
    ...{ before: words.before, after },
  });
  assert.deepEqual([changes.kept, changes.reworded], [1, []]);
});
