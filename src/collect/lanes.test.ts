import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLanes } from './lanes.ts';

const hostOf = (page: string) => page.split('/')[0]!;

test('a slow host holds up its own pages only, and never gets more than its share at once', {
  timeout: 20_000,
}, async () => {
  const quick = Array.from({ length: 8 }, (_, n) => `quick${n}/1`);
  const pages = [...Array.from({ length: 8 }, (_, n) => `slow/${n}`), ...quick];
  const allQuickEnded = Promise.withResolvers<void>();
  const ended: string[] = [];
  let [slowNow, slowMost] = [0, 0];
  await inLanes(pages, { atOnce: 6, perHost: 2 }, hostOf, async (page) => {
    if (hostOf(page) === 'slow') {
      slowMost = Math.max(slowMost, ++slowNow);
      // The slow host answers only when everybody else has been served: if it held them up, nothing would ever end.
      await allQuickEnded.promise;
      slowNow--;
    }
    ended.push(page);
    if (quick.every((one) => ended.includes(one))) allQuickEnded.resolve();
  });
  assert.equal(slowMost, 2);
  assert.deepEqual(ended.slice(0, 8).toSorted(), quick);
  assert.equal(ended.length, pages.length);
});

test('an error of one page ends the run with that error, and an empty list is done', async () => {
  const one = { atOnce: 1, perHost: 1 };
  await assert.rejects(
    inLanes(['a/1', 'a/2'], one, hostOf, async (page) => {
      if (page === 'a/2') throw new TypeError('two');
    }),
    TypeError,
  );
  await inLanes([], one, hostOf, async () => {});
});
