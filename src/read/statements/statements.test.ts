import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPassage } from '../passage.ts';
import type { Words } from './draft.ts';
import { statementsOf } from './statements.ts';

/** Statements of a text as [source, cue, content] in words, in the order of their cues. */
function found(text: string): readonly (readonly [string, string, string])[] {
  const passage = readPassage(text);
  const words = (spans: readonly Words[]) =>
    spans.map(([first, last]) => text.slice(passage.start[first]!, passage.end[last]!)).join(' … ');
  return statementsOf(passage).map(({ source, cue, content }) => [words(source), words(cue), words(content)]);
}

test('doubled apostrophes are quotation marks', () => {
  const [statement] = found("''The locks are shut,'' said Ilse Brandt, the harbour master. ''Ask again in May.''");
  assert.equal(statement![0], 'Ilse Brandt, the harbour master');
  assert.equal(statement![2], "''The locks are shut,'' … ''Ask again in May.''");
});

test('a quotation that ended with its sentence belongs to nobody behind it', () => {
  const statements = found('“They have it.” He added: “No more.”');
  assert.deepEqual(statements.at(-1), ['He', 'added:', '“No more.”']);
});

test('a paragraph that is one quotation goes on with the voice before it', () => {
  const [statement] = found(
    '“We waited all night,” Ilse Brandt said.\n\n“Nobody came, and nobody called us.”\n\nThe port stayed shut.',
  );
  assert.ok(statement![2].endsWith('“Nobody came, and nobody called us.”'));
});

test('an age and a home town are part of who speaks', () => {
  const [statement] = found('“It is cold,” said Anna Berg, 20, of Harn. “We go home.”');
  assert.equal(statement![0], 'Anna Berg, 20, of Harn');
});

test('what is said according to somebody stands before or behind', () => {
  const [before] = found('The bridge will stay closed until spring, according to the harbour office.');
  assert.equal(before![0], 'the harbour office');
  assert.match(before![2], /^The bridge will stay closed until spring/);
  const [behind] = found('According to the harbour office, the bridge will stay closed until spring.');
  assert.equal(behind![0], 'the harbour office');
});

test('plain news in its own voice gives no statement', () => {
  assert.deepEqual(found('The bridge fell into the river on Monday. Two boats were damaged.'), []);
});
