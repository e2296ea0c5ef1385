import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anchorAt, placeOf } from './anchor.ts';

const TEXT =
  'The pier was shut on Monday.\n\nMayor Ina Brandt said the piles had moved by a hand. She said no. The council met. “No,” she said again, and the piles stay.';
const at = { article: 'a', revision: 'r', title: 'Pier: “No”' };
const anchor = (words: string, text = TEXT) => {
  const start = text.indexOf(words);
  return anchorAt([start, start + words.length], { ...at, text });
};
const words = (text: string, place: ReturnType<typeof placeOf>) => place && text.slice(place[0], place[1]);

test('keeps the words, 32 characters either side, the offsets and the revision', () => {
  const { quote, before, after, start, end, revision } = anchor('the piles had moved by a hand');
  assert.equal(quote, TEXT.slice(start, end));
  assert.equal(before, TEXT.slice(start - 32, start));
  assert.equal(after, TEXT.slice(end, end + 32));
  assert.equal(revision, 'r');
});

test('finds its words where they stand now', () => {
  const moved = `A new first paragraph.\n\n${TEXT}`;
  const place = placeOf(anchor('the piles had moved by a hand'), { text: moved, title: null });
  assert.equal(words(moved, place), 'the piles had moved by a hand');
});

test('of several places with the same words takes the one whose surroundings are most alike', () => {
  const text = TEXT.replace('She said no.', 'She said no, no and no. He said no.');
  const second = text.lastIndexOf('no. The council');
  const one = anchorAt([second, second + 2], { ...at, text });
  const moved = `Rain.\n\n${text}`;
  assert.equal(placeOf(one, { text: moved, title: null })?.[0], second + 7);
});

test('a short word in other surroundings is not its place', () => {
  const one = anchor('no');
  assert.equal(placeOf(one, { text: 'There was no fish to be had in the market that day.', title: null }), undefined);
});

test('words that were changed a little are found between the same surroundings', () => {
  const text = TEXT.replace('the piles had moved by a hand', 'the piles had moved by two hands');
  assert.equal(
    words(text, placeOf(anchor('the piles had moved by a hand'), { text, title: null })),
    'the piles had moved by two hands',
  );
  const other = TEXT.replace('the piles had moved by a hand', 'nothing whatever');
  assert.equal(placeOf(anchor('the piles had moved by a hand'), { text: other, title: null }), undefined);
});

test('words of a title are looked for in the title alone', () => {
  const one = anchorAt([6, 10, 'title'], { ...at, text: TEXT });
  assert.deepEqual(placeOf(one, { text: TEXT, title: at.title }), [6, 10, 'title']);
  assert.equal(placeOf(one, { text: `${TEXT} “No”`, title: 'Pier open' }), undefined);
});

test('at the very beginning and end of a text there are no surroundings to compare', () => {
  const whole = anchorAt([0, TEXT.length], { ...at, text: TEXT });
  assert.deepEqual(placeOf(whole, { text: TEXT, title: null }), [0, TEXT.length]);
});
