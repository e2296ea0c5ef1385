import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findCopies } from './relate.ts';

const words = (from: number, count: number, stem: string) =>
  Array.from({ length: count }, (_, i) => `${stem}${from + i}`).join(' ');

test('cover is the share of the shorter text that stands in the other in runs of eight words or more', () => {
  const shared = words(0, 30, 'shared');
  const [copy, ...more] = findCopies([
    { id: 'long', text: `${words(0, 200, 'long')} ${shared}` },
    { id: 'short', text: `${shared} ${words(0, 70, 'short')}` },
  ]);
  assert.deepEqual(more, []);
  assert.deepEqual([copy?.a, copy?.b, copy?.cover], ['long', 'short', 0.3]);
});

test('seven equal words in a row are not a copy, and what is below .15 is not told', () => {
  const seven = words(0, 7, 'idiom');
  const little = words(0, 14, 'quote');
  assert.deepEqual(
    findCopies([
      { id: 'a', text: seven },
      { id: 'b', text: `${seven} more` },
    ]),
    [],
  );
  assert.deepEqual(
    findCopies([
      { id: 'a', text: `${little} ${words(0, 86, 'a')}` },
      { id: 'b', text: `${little} ${words(0, 86, 'b')}` },
    ]),
    [],
  );
});

test('another case, accents, quotation marks and line breaks do not hide a copy', () => {
  const [copy] = findCopies([
    { id: 'a', text: 'The mayor of Évreux said: “It’s the town’s oldest bridge, and we shall not let it fall.”' },
    {
      id: 'b',
      text: 'THE MAYOR of Evreux said: "It\'s the town\'s\n\noldest bridge -- and we shall not let it fall."',
    },
  ]);
  assert.equal(copy?.cover, 1);
});
