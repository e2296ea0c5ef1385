import assert from 'node:assert/strict';
import { test } from 'node:test';
import { utcMs } from './iso-time.ts';

const shown = (iso: string, edge?: 'start' | 'end') => {
  const ms = utcMs(iso, edge);
  return ms === undefined ? undefined : new Date(ms).toISOString();
};

test("a time keeps the publisher's zone: Kabul's half hour is taken off", () => {
  assert.equal(shown('2016-08-21T12:06+04:30'), '2016-08-21T07:36:00.000Z');
  assert.equal(shown('2025-06-05T14:46:12+0200'), '2025-06-05T12:46:12.000Z');
  assert.equal(shown('2016-08-21T12:06'), '2016-08-21T12:06:00.000Z');
});

test('a month or a day is a stretch with two ends', () => {
  assert.equal(shown('2016-02'), '2016-02-01T00:00:00.000Z');
  assert.equal(shown('2016-02', 'end'), '2016-02-29T23:59:59.999Z');
  assert.equal(shown('2016', 'end'), '2016-12-31T23:59:59.999Z');
  assert.equal(shown('2016-08-21', 'end'), '2016-08-21T23:59:59.999Z');
  assert.equal(shown('2016-08-21T12:06', 'end'), '2016-08-21T12:06:59.999Z');
});

test('what is no time has none', () => {
  for (const iso of ['', 'yesterday', '21.08.2016', '198', 'XXXX-02']) assert.equal(utcMs(iso), undefined);
});
