import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Figure } from '../../domain/reading.ts';
import { findPlaces } from '../places/places.ts';
import { findFigures } from './figures.ts';

type Row = readonly [construction: string, text: string, figures: readonly Partial<Figure>[]];

const { rows } = JSON.parse(readFileSync(new URL('./fixtures/told.json', import.meta.url), 'utf8')) as {
  rows: readonly Row[];
};

for (const [construction, text, expected] of rows)
  test(`a figure told with “${construction}” is read`, () => {
    const found = findFigures(text, { published: '2024-03-13' });
    assert.deepEqual(
      found.map((figure, i) =>
        Object.fromEntries(Object.keys({ ...expected[i], upTo: 0 }).map((key) => [key, figure[key as keyof Figure]])),
      ),
      expected.map((figure) => ({ ...figure, upTo: figure.upTo })),
    );
  });

test('what two articles count in other words can be laid side by side', () => {
  const told = [
    'At least 47 people were killed in the blast.',
    'The blast left 47 dead.',
    'The death toll rose to 47.',
    'A blast killed 47 people.',
    'Rescuers recovered 47 bodies.',
    'The blast claimed 47 lives.',
    'The blast, in which 47 people died, was heard in Brask.',
  ].map((text) => findFigures(text, { published: null })[0]);
  for (const figure of told)
    assert.deepEqual([figure?.value, figure?.unit, figure?.counted], [47, 'people', 'people killed']);
});

test('a figure carries the place and the day that its sentence names', () => {
  const text =
    'On Monday at least 30 refugees drowned off Lampedusa. In northern Afghanistan 12 people were killed in 2019.';
  const [drowned, killed] = findFigures(text, { published: '2024-03-13', places: findPlaces(text) });
  assert.deepEqual([drowned?.place, drowned?.when], ['Lampedusa', '2024-03-11']);
  assert.deepEqual([killed?.place, killed?.when], ['northern Afghanistan', '2019']);
  const russian = 'Twelve Russian soldiers were killed, Moscow said.';
  assert.equal(findFigures(russian, { published: null, places: findPlaces(russian) })[0]?.place, undefined);
});
