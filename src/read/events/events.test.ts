import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { QUAD } from './event-types.ts';
import { findEvents } from './events.ts';

const NAMES = ['Kestria', 'Dorvania', 'Tallimar', 'the Front', 'Ilka Morrenz'];

/** Events of a text in which the invented names above are the known actors. */
const told = (text: string): string[] => {
  const actors = NAMES.flatMap((name) =>
    [...text.matchAll(new RegExp(name, 'g'))].map(({ index }) => ({ start: index, end: index + name.length, name })),
  );
  return findEvents(text, { actors }).map(({ type, source, target }) => `${type} ${source} > ${target}`);
};

test('who did what to whom, in the active and in the passive', () => {
  assert.deepEqual(told('Dorvania shelled a village in Kestria.'), ['ASSAULT Dorvania > Kestria']);
  assert.deepEqual(told('Kestria was accused by Dorvania of arming rebels.'), ['ACCUSE Dorvania > Kestria']);
  assert.deepEqual(told('Tallimar hosted envoys of Kestria.'), ['CONSULT Tallimar > Kestria']);
});

test('what is refused is rejected, what is announced is agreed or threatened', () => {
  assert.deepEqual(told('Dorvania will not negotiate with the Front.'), ['REJECT Dorvania > the Front']);
  assert.deepEqual(told('Dorvania refused to meet the Front.'), ['REJECT Dorvania > the Front']);
  assert.deepEqual(told('Kestria will release prisoners of Dorvania.'), ['AGREE Kestria > Dorvania']);
  assert.deepEqual(told('Dorvania threatened to bomb Kestria.'), ['THREATEN Dorvania > Kestria']);
});

test('two that do it with each other are both named', () => {
  assert.deepEqual(told('Kestria and Dorvania met for talks.'), ['CONSULT Kestria > Dorvania']);
});

test('an actor in a phrase of its own does nothing', () => {
  assert.deepEqual(told('After a year in Kestria the truce held, and reports about Dorvania of attacks ceased.'), []);
});

test('asked about a given pair, the words between them decide', () => {
  const given = { source: 'The court', target: 'two ministers' };
  const [event] = findEvents('The court on Tuesday jailed two ministers for fraud.', { given });
  assert.deepEqual([event?.type, event?.quad], ['COERCE', 4]);
});

test('place and day come from the sentence; spans point at the words', () => {
  const text = 'On Monday Kestria deployed troops against Dorvania near Brask.';
  const [event] = findEvents(text, {
    actors: [
      { start: 10, end: 17, name: 'Kestria' },
      { start: 42, end: 50, name: 'Dorvania' },
    ],
    dates: [{ start: 3, end: 9, text: 'Monday', type: 'DATE', value: '2024-03-11' }],
    places: [{ start: 56, end: 61, name: 'Brask', country: null, lat: null, lon: null }],
  });
  assert.deepEqual(
    [event?.type, event?.when, event?.place, text.slice(event?.start, event?.end)],
    ['MOBILIZE', '2024-03-11', 'Brask', 'deployed'],
  );
});

test('every type has its quad', () => {
  assert.equal(Object.keys(QUAD).length, 15);
});

test('each of the invented sentences is of the type its definition says', () => {
  const { rows } = JSON.parse(readFileSync(new URL('./fixtures/told.json', import.meta.url), 'utf8')) as {
    rows: readonly (readonly [type: string, source: string, target: string, text: string])[];
  };
  const wrong = rows.flatMap(([type, source, target, text]) => {
    const [event] = findEvents(text, { given: { source, target } });
    return event?.type === type ? [] : [`${type}, not ${event?.type}: ${text}`];
  });
  assert.deepEqual(wrong, []);
});

test('what is supposed, asked or did not happen is no event', () => {
  assert.deepEqual(told('If Dorvania shelled Kestria, the truce would end.'), []);
  assert.deepEqual(told('Has Dorvania shelled Kestria?'), []);
  assert.deepEqual(told('Dorvania did not shell Kestria.'), []);
});

test('strikers and demonstrators protest, whatever they throw', () => {
  const given = { source: 'protesters', target: 'police' };
  assert.equal(findEvents('In Brask protesters hurled stones at police.', { given })[0]?.type, 'PROTEST');
  const strike = { source: 'Dock workers', target: 'the port' };
  assert.equal(findEvents('Dock workers struck against the port.', { given: strike })[0]?.type, 'PROTEST');
});
