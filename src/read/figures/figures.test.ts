import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findFigures } from './figures.ts';
import { readNumber } from './number-words.ts';

const read = (text: string) =>
  findFigures(text, { published: '2024-03-15' }).map(({ value, upTo, bound, unit, counted }) => [
    upTo === undefined ? value : `${value}–${upTo}`,
    bound,
    unit,
    counted,
  ]);

test('casualties are told apart by kind, however they are worded', () => {
  assert.deepEqual(read('The blast killed at least 19 people and wounded dozens more, the ministry said.'), [
    [19, 'atLeast', 'people', 'people killed'],
    ['24–99', 'about', 'people', 'people wounded'],
  ]);
  assert.deepEqual(read('Everyone is accounted for: 47 dead, 58 wounded and 36 unhurt; nine passengers are missing.'), [
    [47, 'exact', 'people', 'people killed'],
    [58, 'exact', 'people', 'people wounded'],
    [36, 'exact', 'people', 'people unhurt'],
    [9, 'exact', 'people', 'passengers missing'],
  ]);
});

test('a number without a noun counts what the sentence says is counted', () => {
  assert.deepEqual(read('The number of people killed in the landslide rose to 31. The province puts the toll at 28.'), [
    [31, 'exact', 'people', 'people killed'],
    [28, 'exact', 'people', 'people killed'],
  ]);
  assert.deepEqual(read('Some 3,000 mourners came, police said; organisers spoke of 5,000.'), [
    [3000, 'about', 'people', 'mourners'],
    [5000, 'exact', 'people', 'mourners'],
  ]);
  assert.deepEqual(read('Floods killed up to 2 million Lowlanders and forced 7 million more from their homes.'), [
    [2_000_000, 'atMost', 'people', 'Lowlanders killed'],
    [7_000_000, 'exact', 'people', 'Lowlanders displaced'],
  ]);
});

test('those who come on top of others are not a rival count', () => {
  assert.deepEqual(read('Divers brought up nine more bodies.'), [[9, 'exact', 'people', 'more people killed']]);
});

test('ranges, bounds and vague numbers', () => {
  assert.deepEqual(
    read('Analysts count between 600 and 900 fighters; more than 40 officers and thousands of refugees fled.'),
    [
      ['600–900', 'exact', 'people', 'fighters'],
      [40, 'over', 'people', 'officers'],
      ['1000–9999', 'about', 'people', 'refugees displaced'],
    ],
  );
  assert.deepEqual(read('It will cost 1.1-1.4 million crowns.'), [['1100000–1400000', 'exact', 'crowns', '']]);
});

test('money, shares and measures keep their unit', () => {
  assert.deepEqual(read('The dam cost $2.4bn, up from €310 million, and takes 40 per cent of the water.'), [
    [2_400_000_000, 'exact', 'USD', ''],
    [310_000_000, 'exact', 'EUR', ''],
    [40, 'exact', '%', 'water'],
  ]);
  assert.deepEqual(read('Two thirds of the harvest and 12 tonnes of grain lay 11 kilometres away.'), [
    [0.667, 'exact', '', 'harvest'],
    [12, 'exact', 't', 'grain'],
    [11, 'exact', 'km', ''],
  ]);
});

test('dates, ages, ordinals and names that hold numbers are no figures', () => {
  const text =
    'On 14 March 2024 Resolution 1874 was read for three weeks. Hessa Tulm, 61, a 34-year-old friend, and the Third Brigade left on Flight 204 at 7:30 a.m. after a 19-15 vote.';
  assert.deepEqual(read(text), []);
});

test('small words for sides and parties are not counted, people are', () => {
  assert.deepEqual(read('The two sides met. Two soldiers were killed. One of them said so.'), [
    [2, 'exact', 'people', 'soldiers killed'],
  ]);
});

test('place and time come from the sentence that holds the figure', () => {
  const text = 'In 1987 a flood in northern Ostrava killed 46 people. The mayor has 12 boats.';
  const at = text.indexOf('Ostrava');
  const places = [{ start: at, end: at + 7, name: 'Ostrava', country: null, lat: null, lon: null }];
  const [flood, boats] = findFigures(text, { published: '2024-03-15', places });
  assert.deepEqual([flood?.place, flood?.when], ['northern Ostrava', '1987']);
  assert.deepEqual([boats?.place, boats?.when], [undefined, undefined]);
});

test('number words are read as they are spoken', () => {
  const spoken: [string, number][] = [
    ['two hundred and six', 206],
    ['twenty - four', 24],
    ['1.5 million', 1_500_000],
    ['three thousand four hundred', 3400],
    ['two and a half', 2.5],
    ['14,000', 14_000],
  ];
  for (const [words, value] of spoken) assert.equal(readNumber(words.split(' '), 0)?.value, value, words);
});
