import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inLanes } from './lanes.ts';

test('a slow host holds up its own pages only, and never gets more than its share at once', async () => {
  const ended: string[] = [];
  const running = new Map<string, number>();
  let most = 0;
  const pages = [
    ...Array.from({ length: 8 }, (_, n) => `slow/${n}`),
    ...Array.from({ length: 8 }, (_, n) => `quick${n}/1`),
  ];
  const host = (page: string) => page.split('/')[0]!;
  await inLanes(pages, { atOnce: 6, perHost: 2 }, host, async (page) => {
    running.set(host(page), (running.get(host(page)) ?? 0) + 1);
    most = Math.max(most, running.get('slow') ?? 0);
    await sleep(page.startsWith('slow') ? 40 : 1);
    running.set(host(page), running.get(host(page))! - 1);
    ended.push(page);
  });
  assert.equal(ended.length, pages.length);
  assert.equal(most, 2);
  assert.ok(
    ended.slice(0, 8).every((page) => page.startsWith('quick')),
    ended.join(),
  );
});

test('an error of one page ends the run with that error', async () => {
  await assert.rejects(
    inLanes(
      [1, 2, 3],
      { atOnce: 1, perHost: 1 },
      () => 'a',
      async (n) => {
        if (n === 2) throw new TypeError('two');
      },
    ),
    TypeError,
  );
  await inLanes(
    [],
    { atOnce: 1, perHost: 1 },
    () => 'a',
    async () => {},
  );
});
