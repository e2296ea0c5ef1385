import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dayInWords, inWords, momentInWords } from './dates.ts';

test('a time is shown to the precision and in the zone it was given in', () => {
  assert.equal(inWords('2016'), '2016');
  assert.equal(inWords('2016-08'), 'Aug 2016');
  assert.equal(inWords('2016-08-21'), '21 Aug 2016');
  assert.equal(inWords('2016-08-21T12:06'), '21 Aug 2016, 12:06');
  assert.equal(inWords('2025-06-05T14:46:12+02:00'), '5 June 2025, 14:46 +02:00');
  assert.equal(inWords('2025-06-05T00:10-05:00'), '5 June 2025, 00:10 −05:00');
  assert.equal(inWords('2025-06-05T14:46Z'), '5 June 2025, 14:46 UTC');
});

test('what is no time is shown as it was written', () => {
  for (const words of ['198', 'XXXX-02', 'P17Y', 'last spring']) assert.equal(inWords(words), words);
});

test('moments and days are in UTC wherever the reader is', () => {
  const ms = Date.UTC(2016, 7, 21, 23, 59);
  assert.equal(momentInWords(ms), '21 Aug 2016, 23:59 UTC');
  assert.equal(dayInWords('2016-08-21'), 'Sunday 21 August 2016');
});
