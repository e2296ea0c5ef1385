import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openArchive } from './archive.ts';
import { openPages, PagesThreadError } from './pages-pool.ts';
import { keepSpecimen } from './specimens.ts';

const clock = { nowMs: () => 1_750_000_000_000 };
const PLACE = { story: 's', storyline: 'l' };

test('threads answer pages as the archive itself does, and see at once what another connection wrote', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-pages-'));
  const { archive } = await openArchive({ dataDir, clock });
  const pages = openPages({ dataDir });
  t.after(async () => {
    await pages.close();
    await archive.close();
    rmSync(dataDir, { recursive: true });
  });
  assert.deepEqual(await pages.latest({ limit: 5 }), { rows: [], next: null });
  const kept = await keepSpecimen(archive, { title: 'Ferry', text: 'The ferry sails again.' }, PLACE);
  const asked = await Promise.all([
    pages.latest({ limit: 5 }),
    pages.stories({ limit: 5, reader: 'local' }),
    pages.story('s'),
    pages.article(kept.article),
    pages.search({ tab: 'articles', words: 'ferry', limit: 5 }),
    pages.actor('in:nobody'),
  ]);
  assert.deepEqual(asked, [
    await archive.pages.latest({ limit: 5 }),
    await archive.pages.stories({ limit: 5, reader: 'local' }),
    await archive.pages.story('s'),
    await archive.pages.article(kept.article),
    await archive.pages.search({ tab: 'articles', words: 'ferry', limit: 5 }),
    { state: 'unknown' },
  ]);
});

test('without an archive the question fails in words instead of hanging', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-pages-'));
  const pages = openPages({ dataDir, threads: 1 });
  t.after(() => rmSync(dataDir, { recursive: true }));
  await assert.rejects(pages.latest({ limit: 1 }), (error: Error) => {
    assert.ok(error instanceof PagesThreadError);
    assert.match(error.message, /archive\.sqlite cannot be opened: there is no such file yet\./);
    return true;
  });
});
