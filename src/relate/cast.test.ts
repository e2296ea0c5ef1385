import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handRead } from './cases/hand-read.ts';
import { castOf } from './cast.ts';

test('a town inside a festival’s name is not where an article plays', () => {
  const read = handRead({
    id: 'a',
    outlet: 'Courier',
    text: 'The Brask Film Festival opens in Orsen.',
    places: [
      ['Brask', 'NOR'],
      ['Orsen', 'DNK'],
    ],
  });
  const [brask, orsen] = read.reading.places;
  const places = [{ ...brask!, inName: true as const }, orsen!];
  const cast = castOf({ ...read, reading: { ...read.reading, places } });
  assert.deepEqual([...cast.keys()].filter((key) => /^(?:place|country):/.test(key)).toSorted(), [
    'country:DNK',
    'place:orsen',
  ]);
});
