import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EarlierStatement, keepIds } from './kept-ids.ts';
import type { Reading } from './reading.ts';
import type { Span } from './span.ts';
import type { Statement } from './statement.ts';

const statement = (
  id: string,
  content: readonly Span[],
  cue: Span = [0, 1],
  parent: string | null = null,
): Statement => ({
  ...{ id, source: [], cue: [cue], content, kind: 'speech', mode: 'indirect', stance: 'asserts', hedges: [] },
  ...{ speaker: null, jointly: [], to: [], via: [], saidOn: null, parent, confidence: 1 },
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
const earlier = (one: Statement): EarlierStatement => ({
  id: one.id,
  statement: one,
});
const NOTHING = { text: '', title: null };
const idsOf = (old: readonly Statement[], ...next: Statement[]) => {
  const kept = keepIds(old.map(earlier), reading(...next), NOTHING);
  return { ids: kept.reading.statements.map(({ id }) => id), lost: kept.lost };
};

test('half the words are enough to keep an address, less are not', () => {
  const old = statement('old', [[0, 100]]);
  assert.deepEqual(idsOf([old], statement('new', [[0, 50]])), { ids: ['old'], lost: [] });
  assert.deepEqual(idsOf([old], statement('new', [[0, 49]])), { ids: ['new'], lost: ['old'] });
});

test('between equal words the cue decides', () => {
  const [one, two] = [statement('one', [[50, 90]], [10, 14]), statement('two', [[50, 90]], [30, 34])];
  const { ids } = idsOf([one, two], statement('x', [[50, 90]], [30, 34]), statement('y', [[50, 90]], [10, 14]));
  assert.deepEqual(ids, ['two', 'one']);
});

test('a refusal to comment has no content and is known by its cue', () => {
  const { ids } = idsOf([statement('old', [], [40, 60])], statement('new', [], [38, 60]));
  assert.deepEqual(ids, ['old']);
});

test('what points to a statement follows it to its address', () => {
  const kept = keepIds(
    [earlier(statement('old', [[0, 100]]))],
    reading(statement('new', [[0, 90]]), statement('inside', [[200, 240]], [1, 2], 'new')),
    NOTHING,
  );
  assert.equal(kept.reading.statements[1]!.parent, 'old');
});

test('no two statements get one address, though a new one stands where another stood once', () => {
  // `born-at-a` was first read at a and is read at b now; a third reading finds something at a again, whose hash is the same id.
  const old = statement('born-at-a', [[100, 200]]);
  const { ids } = idsOf([old], statement('id-of-b', [[100, 200]]), statement('born-at-a', [[0, 40]]));
  assert.equal(ids[0], 'born-at-a');
  assert.notEqual(ids[1], 'born-at-a');
  assert.equal(new Set(ids).size, 2);
});

test('in a revised text what stands where it stood is found before what is only worded alike', () => {
  const before = {
    text: 'On Monday Brandt said the old pier was safe. On Friday Reker said the old pier was safe.',
    title: null,
  };
  const after = { text: `Update. ${before.text.replace('Friday', 'Saturday')}`, title: null };
  const saidIn = ({ text }: typeof before, id: string, who: string) => {
    const start = text.indexOf('the old', text.indexOf(who));
    const cue = text.indexOf('said', text.indexOf(who));
    return statement(id, [[start, start + 'the old pier was safe'.length]], [cue, cue + 4]);
  };
  const old = [saidIn(before, 'brandt', 'Brandt'), saidIn(before, 'reker', 'Reker')];
  const kept = keepIds(
    old.map((one) => ({ id: one.id, statement: one, from: before })),
    reading(saidIn(after, 'x', 'Reker'), saidIn(after, 'y', 'Brandt')),
    after,
  );
  assert.deepEqual(
    kept.reading.statements.map(({ id }) => id),
    ['reker', 'brandt'],
  );
});

test('a few words in common make no statement the same one in a revised text', () => {
  const before = { text: 'Brandt said it is safe.', title: null };
  const after = { text: 'The council met. Reker told us it is closed.', title: null };
  const [a, b] = [before.text.indexOf('it is'), after.text.indexOf('it is')];
  const old = statement('old', [[a, a + 10]], [7, 11]);
  const kept = keepIds([{ id: 'old', statement: old, from: before }], reading(statement('new', [[b, b + 12]])), after);
  assert.deepEqual([kept.reading.statements[0]?.id, kept.lost], ['new', ['old']]);
});

test('in a revised text too the cue decides between equal words', () => {
  const before = { text: 'Brandt said, and Reker denied, that the old pier was safe.', title: null };
  const after = { text: `Update. ${before.text}`, title: null };
  const saidBy = ({ text }: typeof before, id: string, cue: string) => {
    const [start, at] = [text.indexOf('that the'), text.indexOf(cue)];
    return statement(id, [[start, text.length - 1]], [at, at + cue.length]);
  };
  const old = [saidBy(before, 'said', 'said'), saidBy(before, 'denied', 'denied')];
  const kept = keepIds(
    old.map((one) => ({ id: one.id, statement: one, from: before })),
    reading(saidBy(after, 'x', 'denied'), saidBy(after, 'y', 'said')),
    after,
  );
  assert.deepEqual(
    kept.reading.statements.map(({ id }) => id),
    ['denied', 'said'],
  );
});
