import assert from 'node:assert/strict';
import { test } from 'node:test';
import { domainCountry } from './outlet-country.ts';
import { findPlaces } from './places.ts';

const named = (text: string) =>
  findPlaces(text).map(({ start, end, country, adjective, metonym }) =>
    [text.slice(start, end), country, adjective ? 'adjective' : '', metonym ? 'metonym' : ''].filter(Boolean).join(' '),
  );

test('cities, provinces, states and regions get their country and a point', () => {
  const places = findPlaces('Fighting spread from Lashkar Gah in Helmand to Herat, and across Central Asia.');
  assert.deepEqual(
    places.map(({ name, country }) => [name, country]),
    [
      ['Lashkar Gah', 'AFG'],
      ['Helmand', 'AFG'],
      ['Herat', 'AFG'],
      ['Central Asia', null],
    ],
  );
  for (const { lat, lon } of places) assert.ok(lat !== null && lon !== null);
});

test('a country carries its proper name, however the text writes it', () => {
  const names = findPlaces('RUSSIA and Burma signed in Iraq; Timor-Leste watched.').map(({ name }) => name);
  assert.deepEqual(names, ['Russia', 'Myanmar', 'Iraq', 'Timor-Leste']);
});

test('the larger place beside a name says which one is meant', () => {
  const [texas] = findPlaces('A tornado hit Paris, Texas, on Monday.');
  const [france] = findPlaces('Ministers met in Paris on Monday.');
  assert.ok(texas!.lat! < 35 && texas!.country === 'USA');
  assert.ok(france!.lat! > 48 && france!.country === 'FRA');
});

test('one name is one place throughout an article', () => {
  const places = findPlaces(
    'LONDON, Ont. — The mayor spoke.\n\nLondon will pay. “London is broke,” said the mayor of London.',
  );
  assert.ok(places.filter(({ name }) => /^London$/i.test(name)).length >= 3);
  for (const place of places) assert.equal(place.country, 'CAN');
});

test('a text that plays in one country finds its towns there', () => {
  const text =
    'Jordanian police closed the road from Amman to Aqaba. Jordan said that shops in Salt and Irbid had shut.';
  assert.deepEqual(named(text), [
    'Jordanian JOR adjective',
    'Amman JOR',
    'Aqaba JOR',
    'Jordan JOR',
    'Salt JOR',
    'Irbid JOR',
  ]);
});

test('persons, papers, months and plain words that some town bears are no places', () => {
  assert.deepEqual(
    named('Jack London and Senator Lincoln were reading the Boston Globe in March. Nice of them. Hope remains.'),
    [],
  );
  assert.deepEqual(named('John Bolton resigned. Bolton said he would write a book.'), []);
});

test('a capital that acts stands for its government, a capital one is in does not', () => {
  assert.deepEqual(named('Moscow said it would answer. He lives in Moscow.'), ['Moscow RUS metonym', 'Moscow RUS']);
  assert.deepEqual(named("Talks with Tehran failed after Washington's refusal."), [
    'Tehran IRN metonym',
    'Washington USA metonym',
  ]);
});

test('a government is told past an apposition, by what it has and by who is said to say so', () => {
  assert.deepEqual(
    named("Beijing's tough talk went on. Paris, on the other hand, has rejected it. According to Kabul, all is well."),
    ['Beijing CHN metonym', 'Paris FRA metonym', 'Kabul AFG metonym'],
  );
  assert.deepEqual(named("Beijing's streets were empty. Paris, on the other hand, was full. Rain came from Kabul."), [
    'Beijing CHN',
    'Paris FRA',
    'Kabul AFG',
  ]);
});

test('adjectives of states are marked as such', () => {
  assert.deepEqual(named('Russian and French officials left.'), ['Russian RUS adjective', 'French FRA adjective']);
});

test('names that the article gives as persons hold no place, as places need no preposition', () => {
  const text = 'Thornhill accuses Kingston.';
  const start = text.indexOf('Kingston');
  assert.deepEqual(
    findPlaces(text, [
      { start, end: start + 8, type: 'PER' },
      { start: 0, end: 9, type: 'PER' },
    ]),
    [],
  );
  assert.equal(
    findPlaces(text, [
      { start, end: start + 8, type: 'LOC' },
      { start: 0, end: 9, type: 'PER' },
    ])[0]?.name,
    'Kingston',
  );
});

test('a hospital or street is placed by the town it is near, and not at all where none is named', () => {
  const [, hospital] = findPlaces('Police in Toronto said that ten bodies lay at Selwyn Harke Hospital.');
  assert.deepEqual([hospital?.name, hospital?.near, hospital?.country], ['Selwyn Harke Hospital', 'Toronto', 'CAN']);
  assert.deepEqual(findPlaces('Ten bodies lay at Selwyn Harke Hospital.'), []);
});

test('an invented country has no place on the map', () => {
  assert.deepEqual(named('Kestria and Dorvania quarrelled over the Oshel at Tolm.'), []);
});

test('a county is placed in its state, a village by the province behind its name', () => {
  const text = 'Deputies of Linn County, Iowa, found the car in Marion. It had been taken at Nether Hatch, Kent.';
  const places = findPlaces(text);
  const county = places.find(({ name }) => /Linn County/i.test(name))!;
  assert.ok(Math.abs(county.lat! - 42.1) < 0.5 && Math.abs(county.lon! + 91.6) < 0.5);
  assert.ok(Math.abs(places.find(({ name }) => name === 'Marion')!.lon! + 91.6) < 0.5);
  const village = places.find(({ name }) => name === 'Nether Hatch')!;
  assert.deepEqual([village.near, village.country], ['Kent', 'GBR']);
});

test('a body named for a city is marked so that nothing happens there, a paper holds no place', () => {
  const [festival, paper] = findPlaces('The Toronto International Film Festival opened, the Toronto Star wrote.');
  assert.deepEqual([festival?.name, festival?.inName], ['Toronto', true]);
  assert.equal(paper, undefined);
});

test('the country of the outlet decides where nothing else does', () => {
  const text = 'Two men were charged in Perth on Monday.';
  assert.equal(findPlaces(text, undefined, { country: 'AUS' })[0]?.country, 'AUS');
  assert.equal(domainCountry('www.courier.com.au'), 'AUS');
  assert.equal(domainCountry('courier.io'), undefined);
});

test('a village named once with a preposition is the same village without one', () => {
  const text = 'A man was found in Altstätten. Altstätten mourned him.';
  assert.equal(findPlaces(text).length, 2);
});
