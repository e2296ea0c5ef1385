import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Actor, Mention } from '../actor.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import type { Statement } from '../statement.ts';
import { anchorAt, anchorOf } from './anchor.ts';
import { correctedReading } from './corrected-reading.ts';
import type { Change, Correction, NamedActor } from './correction.ts';

const TEXT = [
  'Foreign minister Petr Lund and envoy Aron Vey met in Sarn on Monday. Lund said the talks had failed.',
  'He said that the Northern Front had told mediators that 40 fighters would lay down their arms. The Front also denied shelling the town. The rebels, it said, were gone.',
].join('\n\n');
const WORDS = { text: TEXT, title: 'Front denies shelling' };

const span = (words: string, from = 0): Span => {
  const start = TEXT.indexOf(words, from);
  assert.ok(start >= 0, words);
  return [start, start + words.length];
};
const actor = (id: string, name: string, ...aliases: string[]): Actor => ({ id, name, kind: 'other', aliases });
const named = ({ id, name, kind }: Actor): NamedActor => ({ id, name, kind });
const LUND = actor('in:petr-lund', 'Petr Lund', 'Lund');
const VEY = actor('in:aron-vey', 'Aron Vey');
const FRONT = actor('in:northern-front', 'Northern Front', 'Front', 'The Front', 'The rebels');

function mention(words: string, of: Actor, from = 0): Mention {
  const [start, end] = span(words, from);
  return { start, end, type: 'ORG', actor: of.id };
}

function statement(
  id: string,
  source: Span,
  cue: Span,
  content: Span,
  who: Actor,
  more: Partial<Statement> = {},
): Statement {
  return {
    ...{ id, source: [source], cue: [cue], content: [content], kind: 'speech', mode: 'indirect', stance: 'asserts' },
    speaker: { actor: who.id, name: who.name, role: 'Foreign minister' },
    ...{ hedges: [], jointly: [], to: [], via: [], saidOn: null, parent: null, confidence: 0.6, doubts: ['a pronoun'] },
    ...more,
  };
}

const FAILED = statement('failed', span('Lund', 60), span('said'), span('the talks had failed'), LUND);
const OUTER = statement(
  ...(['outer', span('He'), span('said', TEXT.indexOf('He said'))] as const),
  span('that the Northern Front had told mediators that 40 fighters would lay down their arms'),
  LUND,
);
const INNER = statement(
  ...(['inner', span('the Northern Front'), span('told')] as const),
  span('that 40 fighters would lay down their arms'),
  FRONT,
  {
    parent: 'outer',
    speaker: {
      actor: FRONT.id,
      name: FRONT.name,
      candidates: [
        { actor: FRONT.id, name: FRONT.name, p: 0.6 },
        { actor: 'in:front', name: 'Front', p: 0.3 },
      ],
    },
  },
);
const SHELLING = statement('shelling', span('The Front'), span('denied'), span('shelling the town'), FRONT);
const GONE = statement(
  'gone',
  span('it', TEXT.indexOf(', it said')),
  span('said', TEXT.indexOf('it said')),
  span('The rebels'),
  FRONT,
);
const READING: Reading = {
  reader: 'test',
  statements: [FAILED, OUTER, INNER, SHELLING, GONE],
  mentions: [
    mention('Petr Lund', LUND),
    mention('Aron Vey', VEY),
    mention('Lund', LUND, 60),
    mention('Northern Front', FRONT),
    mention('The Front', FRONT),
    mention('The rebels', FRONT),
  ],
  actors: [LUND, VEY, FRONT],
  ...{ dates: [], places: [], events: [], chain: [] },
  figures: [
    { start: span('40')[0], end: span('40')[1], value: 40, unit: 'people', counted: 'fighters', statement: 'inner' },
  ],
};
const at = { article: 'a', revision: 'r', ...WORDS };
const anchor = (one: Statement) => anchorOf(one, at)!;
const made = (...changes: Change[]): Correction[] =>
  changes.map((change, index) => ({ id: `c${index}`, madeAtMs: index, reason: '', demo: false, change }));
const corrected = (...changes: Change[]) => correctedReading(READING, made(...changes), WORDS);
const speakers = ({ reading }: ReturnType<typeof corrected>) =>
  Object.fromEntries(reading.statements.map(({ id, speaker }) => [id, speaker?.actor]));

test('without corrections a reading is what it was', () => {
  assert.deepEqual(corrected(), { reading: READING, hidden: [], uses: [] });
});

test('another speaker is certain, comes without the role of the first, and is among the actors', () => {
  const to = named(actor('in:mira-holt', 'Mira Holt'));
  const { reading, uses } = corrected({
    kind: 'speaker',
    statement: 'failed',
    anchor: anchor(FAILED),
    to,
    was: LUND.id,
  });
  const [one] = reading.statements;
  assert.deepEqual(one!.speaker, { actor: 'in:mira-holt', name: 'Mira Holt' });
  assert.deepEqual([one!.confidence, one!.doubts, one!.corrected], [1, [], ['speaker']]);
  assert.ok(reading.actors.some(({ id }) => id === 'in:mira-holt'));
  assert.deepEqual(uses, [{ correction: 'c0', statement: 'failed' }]);
});

test('a statement can be nobody’s, and its stance another', () => {
  const { reading } = corrected(
    { kind: 'speaker', statement: 'failed', anchor: anchor(FAILED), to: null, was: LUND.id },
    { kind: 'stance', statement: 'failed', anchor: anchor(FAILED), to: 'denies', was: 'asserts' },
  );
  assert.equal(reading.statements[0]!.speaker, null);
  assert.deepEqual(
    [reading.statements[0]!.stance, reading.statements[0]!.corrected],
    ['denies', ['speaker', 'stance']],
  );
});

test('a statement inside another is told from it, and what stood in a hidden one stands in its parent', () => {
  const inner = corrected({ kind: 'hide', statement: 'inner', anchor: anchor(INNER) });
  assert.deepEqual(
    inner.hidden.map(({ id }) => id),
    ['inner'],
  );
  assert.equal(inner.reading.figures[0]!.statement, 'outer');
  const outer = corrected({ kind: 'hide', statement: 'outer', anchor: anchor(OUTER) });
  assert.deepEqual(
    outer.hidden.map(({ id }) => id),
    ['outer'],
  );
  assert.equal(outer.reading.statements.find(({ id }) => id === 'inner')!.parent, null);
});

test('of two actors made one, all words, mentions and forms are the one’s, and two candidates are no doubt', () => {
  const front = actor('in:front', 'Front');
  const both: Reading = { ...READING, actors: [...READING.actors, front] };
  const merge: Change = { kind: 'merge', actor: named(front), into: named(FRONT) };
  const { reading, uses } = correctedReading(both, made(merge), WORDS);
  assert.equal(reading.actors.length, 3);
  assert.ok(reading.actors.find(({ id }) => id === FRONT.id)!.aliases.includes('Front'));
  assert.equal(reading.statements.find(({ id }) => id === 'inner')!.speaker!.candidates, undefined);
  assert.equal(uses.length, 1);
  const gone = correctedReading(READING, made({ ...merge, actor: named(LUND) }), WORDS).reading;
  assert.ok(!JSON.stringify(gone).includes(LUND.id), 'nothing of the other is left');
});

test('a merge of somebody who is not in the article holds nowhere', () => {
  assert.deepEqual(corrected({ kind: 'merge', actor: named(actor('in:x', 'X')), into: named(LUND) }).uses, []);
});

test('two who spoke together and are one speak once', () => {
  const joint = { ...FAILED, jointly: [{ actor: VEY.id, name: VEY.name }] };
  const reading = { ...READING, statements: [joint] };
  const merge: Change = { kind: 'merge', actor: named(VEY), into: named(LUND) };
  assert.deepEqual(correctedReading(reading, made(merge), WORDS).reading.statements[0]!.jointly, []);
});

test('a form that is split off takes along what was said under it, and the pronouns after it', () => {
  const to = named(actor('in:the-rebels', 'The rebels'));
  const result = corrected({ kind: 'split', actor: named(FRONT), form: 'The rebels', to });
  assert.deepEqual(speakers(result), {
    ...{ failed: LUND.id, outer: LUND.id, inner: FRONT.id, shelling: FRONT.id, gone: to.id },
  });
  const front = result.reading.actors.find(({ id }) => id === FRONT.id)!;
  assert.deepEqual(front.aliases, ['Front', 'The Front']);
  assert.deepEqual(result.reading.actors.find(({ id }) => id === to.id)!.aliases, ['The rebels']);
});

test('a name that is split off at one place stays the actor’s at the others', () => {
  const to = named(actor('in:lund-the-younger', 'Lund the younger'));
  const place = span('Lund', 60);
  const result = corrected({ kind: 'split', actor: named(LUND), form: 'Lund', to, anchor: anchorAt(place, at) });
  const mine = result.reading.mentions.filter((one) => one.actor === to.id);
  assert.deepEqual(
    mine.map(({ start }) => start),
    [place[0]],
  );
  assert.deepEqual([speakers(result).failed, speakers(result).outer], [to.id, to.id], 'he is the one named last');
  assert.ok(result.reading.actors.some(({ id }) => id === LUND.id));
});

test('whoever has no form left is not in the article', () => {
  const to = named(actor('in:another-vey', 'Another Vey'));
  const result = corrected({ kind: 'split', actor: named(VEY), form: 'Aron Vey', to });
  assert.ok(!result.reading.actors.some(({ id }) => id === VEY.id));
});

test('each holds over what those before it made: a speaker who is merged later is the other', () => {
  const to = named(VEY);
  const speaker: Change = { kind: 'speaker', statement: 'failed', anchor: anchor(FAILED), to, was: LUND.id };
  const merge: Change = { kind: 'merge', actor: to, into: named(LUND) };
  assert.equal(speakers(corrected(speaker, merge)).failed, LUND.id);
  assert.equal(corrected(speaker, merge).uses.length, 2);
});

test('what finds no place is not used and changes nothing', () => {
  const lost = anchorOf(FAILED, {
    ...at,
    text: TEXT.replace('the talks had failed', 'it would go on for years and years'),
  })!;
  const gone = { ...lost, quote: 'words that stand nowhere here', before: 'x'.repeat(32), after: 'y'.repeat(32) };
  const result = corrected({ kind: 'hide', statement: 'failed', anchor: gone });
  assert.deepEqual(result, { reading: READING, hidden: [], uses: [] });
});
