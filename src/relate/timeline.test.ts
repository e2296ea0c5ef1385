import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDates } from '../read/dates/dates.ts';
import { timelineOf } from './relate.ts';

const TEXTS = [
  { date: '2031-03-04', text: 'The ferry Anneke sank off Harrow Sound today. Fourteen people drowned.' },
  {
    date: '2031-03-05',
    text: 'Divers searched the Anneke, which sank on Tuesday. The ferry had left Sorrel on 3 March.',
  },
  {
    date: '2031-03-21',
    text: 'The Torvik Line denied on Friday that the door of the Anneke, which sank on March 4, was open.',
  },
  { date: '2032-05-03', text: 'The trial over the Anneke opened on Monday. The ferry sank on 4 March 2031.' },
];

test('the day that all texts come back to leads the timeline', () => {
  const { topic, dates } = timelineOf('Anneke', TEXTS, findDates);
  assert.equal(topic, 'Anneke');
  assert.equal(dates[0], '2031-03-04');
  for (const day of ['2031-03-21', '2032-05-03']) assert.ok(dates.indexOf(day) < dates.indexOf('2031-03-03'), day);
  assert.equal(new Set(dates).size, dates.length);
});

test('texts without any day give an empty timeline', () => {
  assert.deepEqual(timelineOf('Anneke', [{ date: 'unknown', text: 'Nothing is dated here.' }], findDates).dates, []);
});
