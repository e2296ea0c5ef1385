import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byDay } from './days.ts';

const at = (iso: string): number => Date.parse(iso);
const captured = at('2026-11-22T08:50:00Z');
const headings = (...entries: { published: string | null; timeMs: number; fetchedAtMs: number }[]) => {
  const page = String(
    byDay(
      entries,
      (entry) => entry,
      (under) => `<ol>${under.length}</ol>` as never,
    ),
  );
  return [...page.matchAll(/<h2[^>]*>(.*?)<\/h2>/gs)].map(([, name]) => name!.replace(/<[^>]*>/g, ''));
};

test('only a day that the publisher named is shown as a day of news', () => {
  assert.deepEqual(
    headings(
      { published: null, timeMs: captured, fetchedAtMs: captured },
      { published: '2026-11-22', timeMs: at('2026-11-22T00:00:00Z'), fetchedAtMs: captured },
      { published: null, timeMs: at('2018-10-07T12:00:00Z'), fetchedAtMs: captured },
    ),
    ['Undated, captured Sunday 22 November 2026', 'Sunday 22 November 2026', 'Undated, about 2018 by its text'],
  );
});
