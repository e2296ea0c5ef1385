import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_MS, nextSchedule, SHORTEST_MS } from './schedule.ts';

const NOW_MS = Date.parse('2026-11-22T08:00:00Z');
const MINUTE_MS = 60_000;
const good = { kind: 'good', freshForMs: undefined, hasHub: false, isFirst: false } as const;
const every = (minutes: number, items = 20) =>
  Array.from({ length: items }, (_, n) => NOW_MS - (n + 1) * minutes * MINUTE_MS);
const pauseOf = (rhythm: readonly number[], random = 0.5) =>
  nextSchedule(rhythm, good, NOW_MS, random).dueAtMs - NOW_MS;

test('a wire is asked every few minutes, a quiet blog once a day', () => {
  assert.ok(pauseOf(every(6)) <= 4 * MINUTE_MS);
  assert.ok(pauseOf(every(1)) >= 0.9 * SHORTEST_MS);
  assert.ok(pauseOf(every(3 * 24 * 60)) >= 0.9 * LONGEST_MS);
  assert.ok(pauseOf(every(120)) > pauseOf(every(20)));
});

test('a feed that fell silent is asked ever more rarely', () => {
  const silent = every(5).map((atMs) => atMs - 4 * 86_400_000);
  assert.ok(pauseOf(silent) > 10 * pauseOf(every(5)));
});

test('sources with one rhythm are kept apart, those of a list that starts at once are drawn apart', () => {
  assert.notEqual(pauseOf(every(60), 0.1), pauseOf(every(60), 0.9));
  const firstPause = (random: number) =>
    nextSchedule(every(60), { ...good, isFirst: true }, NOW_MS, random).dueAtMs - NOW_MS;
  assert.ok(firstPause(0.95) > 2 * firstPause(0.05));
});

test('Cache-Control lengthens the pause, a hub too, Retry-After is kept to the moment', () => {
  const cached = nextSchedule(every(5), { ...good, freshForMs: 3_600_000 }, NOW_MS, 0.5);
  const pushed = nextSchedule(every(5), { ...good, hasHub: true }, NOW_MS, 0.5);
  const told = nextSchedule(
    every(5),
    { kind: 'failed', failuresInARow: 1, retryAtMs: NOW_MS + 7_200_000 },
    NOW_MS,
    0.5,
  );
  assert.ok(cached.dueAtMs >= NOW_MS + 3_400_000);
  assert.ok(pushed.dueAtMs >= NOW_MS + 5 * 3_600_000);
  assert.equal(told.dueAtMs, NOW_MS + 7_200_000);
});

test('dates in the future, which feeds have, do not bend the rhythm', () => {
  const rhythm = [NOW_MS + 10 * 86_400_000, ...every(60)];
  assert.ok(pauseOf(rhythm) < 40 * MINUTE_MS);
});
