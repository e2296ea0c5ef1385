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

test('a quotation in paragraphs of its own belongs to whom the colon before it names', () => {
  const [statement] = found(
    'Petrov went on:\n\n“We asked for a ferry. We got a promise.”\n\n“Nobody here can live on that.”\n\nThe council meets on Friday.',
  );
  assert.equal(statement![0], 'Petrov');
  assert.equal(statement![2], '“We asked for a ferry. We got a promise.” … “Nobody here can live on that.”');
});

test('paragraphs that are nothing but quotations go on with the one that was told', () => {
  const [statement] = found(
    '“The locks are shut,” Brandt told the paper.\n\n“They were shut in May.”\n\n“They will be shut in June.”\n\nThe harbour gave no reason.',
  );
  assert.match(statement![2], /“They were shut in May\.” … “They will be shut in June\.”$/);
});

test('a participle that reports anew ends what was rejected, and is a statement of its own', () => {
  const statements = found('The council has rejected all the charges stating that its books are open to everyone.');
  assert.equal(statements[0]![2], 'all the charges');
  assert.equal(statements[1]![2], 'that its books are open to everyone');
});

test('not only one thing was said, but also the other', () => {
  const statement = found('Brandt said the vote would not only delay the talks, but also split the guild.').at(-1)!;
  assert.match(statement[2], /but also split the guild$/);
});

test('what the article says of the words, in apposition behind them, is none of them', () => {
  const [charge] = found(
    'The minister said the village had been shelled from the hills, a charge rejected by the army.',
  );
  assert.equal(charge![2], 'the village had been shelled from the hills');
  const [plan] = found('Brandt said the plan came from Harn, a town on the coast.');
  assert.equal(plan![2], 'the plan came from Harn, a town on the coast');
});
