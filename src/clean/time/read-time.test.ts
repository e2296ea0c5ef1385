import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DateOrder, readMachineTime, timesIn } from './read-time.ts';

test('a written time keeps its precision and its zone', () => {
  const cases: readonly [string, string][] = [
    ['Sun Aug 21 2016, 12:06 pm', '2016-08-21T12:06'],
    ['Published: 21. August 2016, 14.05 Uhr', '2016-08-21T14:05'],
    ['12:06 GMT, 3 May 2020', '2020-05-03T12:06Z'],
    ['3 de mayo de 2021 a las 10:05', '2021-05-03T10:05'],
    ['Updated 10:30 AM EST, Fri May 3, 2019 | Harbour', '2019-05-03T10:30-05:00'],
    ['5 lutego 2022', '2022-02-05'],
    ['2021年5月3日 10:00', '2021-05-03T10:00'],
    ['Do 25.04.24 | 14:07 Uhr', '2024-04-25T14:07'],
    ['April 3rd, 2019 at 12 am', '2019-04-03T00:00'],
  ];
  for (const [line, iso] of cases) assert.equal(timesIn(line)[0]?.iso, iso, line);
});

test('a lone year, a version and an impossible day are no dates', () => {
  for (const line of ['© Copyright Courier 2024', 'Version 10.11.2', 'on 31 February 2020', 'some 2,000 fighters'])
    assert.deepEqual(timesIn(line), [], line);
});

test('03/04/2020 is read by the outlet’s habit, and not at all without one', () => {
  const read = (order: DateOrder) => timesIn('03/04/2020', order)[0]?.iso;
  assert.equal(read('day-first'), '2020-04-03');
  assert.equal(read('month-first'), '2020-03-04');
  assert.equal(read(undefined), undefined);
  assert.equal(timesIn('23/04/2020')[0]?.iso, '2020-04-23');
});

test('times for machines keep the publisher’s zone', () => {
  assert.equal(readMachineTime('2021-05-03T10:00:00.000+0200'), '2021-05-03T10:00:00+02:00');
  assert.equal(readMachineTime('2021-05-03 10:00'), '2021-05-03T10:00');
  assert.equal(readMachineTime('20210503'), '2021-05-03');
  assert.equal(readMachineTime('Mon, 03 May 2021 10:00:00 GMT'), '2021-05-03T10:00:00Z');
});
