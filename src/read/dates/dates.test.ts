import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDates } from './dates.ts';

const values = (text: string, published: string | null): string[] =>
  findDates(text, { published }).map((date) => `${date.text} = ${date.value}`);

test('a weekday in the news is the last one, unless the clause speaks of what is to come', () => {
  assert.deepEqual(values('The ferry sank on Monday. The inquiry will open on Friday.', '2024-03-13'), [
    'Monday = 2024-03-11',
    'Friday = 2024-03-15',
  ]);
  assert.deepEqual(values('She spoke on Wednesday.', '2024-03-13'), ['Wednesday = 2024-03-13']);
});

test('months without a year are counted from the day of publication', () => {
  assert.deepEqual(values('He resigned in November. Voters will choose a successor in June.', '2024-03-13'), [
    'November = 2023-11',
    'June = 2024-06',
  ]);
  assert.deepEqual(values('The offer was extended to April 2.', '2024-03-13'), ['April 2 = 2024-04-02']);
  assert.deepEqual(values('Talks took place between 10 June and 4 July 2019.', '2024-03-13'), [
    '10 June = 2019-06-10',
    '4 July 2019 = 2019-07-04',
  ]);
});

test('relative times keep the precision of their unit', () => {
  const told = 'Prices rose earlier this month, fell last week and had doubled three years ago.';
  assert.deepEqual(values(told, '2024-03-13'), [
    'earlier this month = 2024-03',
    'last week = 2024-W10',
    'three years ago = 2021',
  ]);
});

test('over a year ago is before, nearly a month ago is about', () => {
  const [over, nearly] = findDates('It began over a year ago and spread nearly a month ago.', {
    published: '2023-05-20',
  });
  assert.deepEqual([over?.value, over?.mod], ['2022', 'BEFORE']);
  assert.deepEqual([nearly?.value, nearly?.mod], ['2023-04', 'APPROX']);
});

test('durations, also those that count from an event', () => {
  const found = findDates('Some 12 years on, the border is shut. It took two and a half hours and nearly 30 days.', {
    published: '2024-03-13',
  });
  assert.deepEqual(
    found.map(({ type, value, mod }) => [type, value, mod]),
    [
      ['DURATION', 'P12Y', 'APPROX'],
      ['DURATION', 'PT2H30M', undefined],
      ['DURATION', 'P30D', 'LESS_THAN'],
    ],
  );
});

test('decades, centuries, seasons, quarters and feasts', () => {
  assert.deepEqual(
    values(
      'In the 1970s and late in the 19th century; last spring, in the third quarter of 2022 and on Good Friday 2023.',
      '2024-03-13',
    ),
    [
      'the 1970s = 197',
      'late in the 19th century = 18',
      'last spring = 2023-SP',
      'the third quarter of 2022 = 2022-Q3',
      'Good Friday 2023 = 2023-04-07',
    ],
  );
});

test('an undated article gets what can be said without a date, and a reason where nothing can', () => {
  const found = findDates('In May she left; on Tuesday she came back. That was known in 2014.', { published: null });
  assert.deepEqual(
    found.map(({ value }) => value),
    ['XXXX-05', null, '2014'],
  );
  assert.equal(found[1]?.why, 'the article has no date to count from');
});

test('a history counts months from its own years, not from its day of publication', () => {
  const history = `The war began in 1911. In October 1912 the army crossed the pass, and in December it took the port. In June it lost it.
By 1913 the treasury was empty. A truce of 1914 failed. In 1915 and 1916 the harvests failed. In 1917 came the strike, in 1918 the peace. Nothing of 1911 was left.`;
  const found = values(history, '2009-12-19');
  assert.ok(found.includes('December = 1912-12'), found.join('; '));
  assert.ok(found.includes('June = 1913-06'), found.join('; '));
});

test('a copyright line dates nothing', () => {
  assert.deepEqual(values('The bridge was opened.\n© 2031 Courier House. All rights reserved.', null), []);
});

test('numbers that are no years and words that are no months stay out', () => {
  assert.deepEqual(
    values('Some 1500 people may march to the mill; 2,000 rounds fell. The second witness left.', '2024-03-13'),
    [],
  );
});

test('times of day belong to the day they are said with', () => {
  assert.deepEqual(values('The shells fell at 7:15 a.m. on Thursday; by Friday night all was quiet.', '2024-03-16'), [
    '7:15 a.m. on Thursday = 2024-03-14T07:15',
    'Friday night = 2024-03-15TNI',
  ]);
});

test('spans point at the words, and another language is left alone', () => {
  const text = 'Yesterday “everything” changed.';
  const [date] = findDates(text, { published: '2024-03-01', language: 'en-GB' });
  assert.equal(text.slice(date?.start, date?.end), 'Yesterday');
  assert.equal(date?.value, '2024-02-29');
  assert.deepEqual(findDates('Am Montag, 3. März 2024', { published: '2024-03-01', language: 'de' }), []);
});

test('a rate, a share and a recent thing are no times, a minute and a half is one', () => {
  assert.deepEqual(
    values('It pays 90 crowns a year and buys about three-quarters of its salt abroad.', '2024-03-13'),
    [],
  );
  assert.deepEqual(values('A minute and a half passed; a recent storm took a week.', '2024-03-13'), [
    'A minute and a half = PT1M30S',
    'a week = P1W',
  ]);
});

test('a plan is a thing, its day lies behind; what will be done lies ahead', () => {
  assert.deepEqual(values('The harbour board showed the plan on Sept. 4.', '2024-10-27'), ['Sept. 4 = 2024-09-04']);
  assert.deepEqual(values('Mr. Orsen, 52, will succeed Mrs. Morrenz on Feb. 1.', '2024-10-26'), [
    'Feb. 1 = 2025-02-01',
  ]);
});

test('quarters and halves are read as business pages write them', () => {
  assert.deepEqual(values('Sales rose in Q3 2013 and fell in H1.', '2024-10-26'), [
    'Q3 2013 = 2013-Q3',
    'H1 = 2013-H1',
  ]);
});

test('a quarter is that of the day it ended, a fiscal year lasts a year', () => {
  assert.deepEqual(values('Sales rose in the quarter ended Sept. 30.', '2024-10-26'), [
    'the quarter = 2024-Q3',
    'Sept. 30 = 2024-09-30',
  ]);
  assert.deepEqual(values('Profit for the year ended March 31 doubled.', '2024-10-26')[0], 'the year = P1Y');
  assert.deepEqual(values('They march each July.', '2024-10-26'), ['each July = XXXX-07']);
});
