import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideRetention } from './retention.ts';

const DAY_MS = 86_400_000;
const NOW_MS = 400 * DAY_MS;
const captures = [5, 29, 31, 90].map((days) => ({
  capture: `${days} days`,
  fetchedAtMs: NOW_MS - days * DAY_MS,
  hasBytes: days !== 90,
}));

test('an outlet that keeps all lets nothing go', () => {
  assert.deepEqual(decideRetention({ keep: 'all' }, captures, NOW_MS), []);
});

test('text-after lets old bytes go once, and nothing else', () => {
  assert.deepEqual(decideRetention({ keep: 'text-after', days: 30 }, captures, NOW_MS), [
    { capture: '31 days', action: 'drop-bytes' },
  ]);
});

test('delete-after removes whatever is older, bytes or not', () => {
  assert.deepEqual(
    decideRetention({ keep: 'delete-after', days: 30 }, captures, NOW_MS).map((one) => `${one.action} ${one.capture}`),
    ['delete 31 days', 'delete 90 days'],
  );
});
