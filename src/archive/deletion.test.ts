import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { anchorOf } from '../domain/corrections/anchor.ts';
import { openArchive } from './archive.ts';
import { openPages } from './pages-pool.ts';
import { keepSpecimen, type Specimen } from './specimens.ts';

/** Stands in the title, the text, a statement, a speaker's name and the address, and nowhere else in the world. */
const MARKER = 'Quibblewhisk';
const MARKED: Specimen = {
  title: `Mayor ${MARKER} resigns`,
  text: `Ina ${MARKER} said the bridge at Oll was never safe.\n\n${'The ferry sails at nine. '.repeat(900)}`,
  url: `https://courier.example/${MARKER}-resigns`,
  says: [[`Ina ${MARKER}`, 'said', 'the bridge at Oll was never safe']],
};
const OTHER: Specimen = {
  title: 'Ferry sails again',
  text: 'The ferry at Oll sails again, the harbour master said.',
  url: 'https://courier.example/ferry',
  says: [['the harbour master', 'said', 'The ferry at Oll sails again']],
};
const PLACE = { story: 's-oll', storyline: 'l-oll' };

/** Every byte of the folder, and every packed value of every table unpacked: whatever still holds the word. */
function whereItStands(dataDir: string, word: string): readonly string[] {
  const found: string[] = [];
  const needle = word.toLowerCase();
  const stem = needle.slice(0, -1);
  for (const name of readdirSync(dataDir, { recursive: true, encoding: 'utf8' })) {
    const bytes = readFileSync(join(dataDir, name)).toString('latin1').toLowerCase();
    if (bytes.includes(needle) || bytes.includes(stem)) found.push(`file ${name}`);
  }
  const database = new DatabaseSync(join(dataDir, 'archive.sqlite'), { readOnly: true });
  for (const [table, column] of [
    ['capture_body', 'body'],
    ['revision', 'cleaned'],
    ['revision', 'reading'],
    ['revision', 'corrected'],
  ] as const)
    for (const row of database.prepare(`SELECT ${column} AS packed FROM ${table} WHERE ${column} IS NOT NULL`).all())
      if (
        brotliDecompressSync(row.packed as Uint8Array)
          .toString()
          .toLowerCase()
          .includes(needle)
      )
        found.push(`${table}.${column}`);
  database.close();
  return found;
}

test('a removed article is in no table, index, log or capture, though readers have the file open', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-deletion-'));
  const clock = { nowMs: () => 1_750_000_000_000 };
  const { archive, sources } = await openArchive({ dataDir, clock });
  const pages = openPages({ dataDir, threads: 1 });
  t.after(async () => {
    await pages.close();
    await archive.close();
    rmSync(dataDir, { recursive: true });
  });
  const marked = await keepSpecimen(archive, MARKED, PLACE);
  const other = await keepSpecimen(archive, OTHER, PLACE);
  const evidence = { article: marked.article, span: [0, 16] as const, quote: MARKED.title, stance: 'asserts' as const };
  await archive.keepPlacement({
    ...{ article: other.article, ...PLACE },
    why: [{ article: other.article, with: marked.article, score: 1, why: `both name ${MARKER}` }],
    copies: [{ a: other.article, b: marked.article, cover: 0.3 }],
    lineage: [],
  });
  await archive.keepGroup(PLACE.storyline, {
    claims: [
      {
        id: 'c',
        words: MARKED.text.slice(0, 40),
        statements: [{ ...evidence, statement: 'x', content: [[0, 9]], speaker: null }],
      },
    ],
    disputes: [
      {
        ...{ id: 'd', claim: 'c', kind: 'denial', confidence: 0.5, why: `${MARKER} is denied` },
        sides: [{ ...evidence, speaker: MARKER }],
      },
    ],
    figures: [
      {
        counted: `${MARKER}s`,
        values: [{ article: marked.article, span: [0, 16], value: 1, speaker: MARKER }],
        conflict: false,
      },
    ],
    origins: [{ story: PLACE.story, outlets: ['Courier'], origins: [`Ina ${MARKER}`] }],
  });
  const read = (await archive.readArticle(marked.article))!;
  const statement = read.reading.statements[0]!;
  const anchor = anchorOf(statement, { ...marked, text: read.text, title: read.title })!;
  const actor = { id: statement.speaker!.actor, name: statement.speaker!.name, kind: 'person' } as const;
  const into = { id: 'in:the-harbour-master', name: 'the harbour master', kind: 'person' } as const;
  const made = { madeAtMs: 0, reason: `${MARKER} never said it.`, demo: false };
  for (const [id, change] of [
    ['k-undone', { kind: 'merge', actor, into }],
    ['k-merge', { kind: 'merge', actor, into }],
    ['k-hide', { kind: 'hide', statement: statement.id, anchor }],
  ] as const) {
    await archive.keepCorrection({ ...made, id, change });
    await archive.applyCorrections(marked.article);
    if (id === 'k-undone') await archive.undoCorrection(id);
  }
  await archive.applyCorrections(marked.article);
  assert.equal((await archive.pages.corrections({ limit: 9 })).rows.length, 3);
  const source = await sources.addSource(
    {
      ...{ url: 'https://courier.example/feed', kind: 'feed', name: 'Courier', homepage: null, folder: null },
      ...{ language: null, country: null, owner: null },
    },
    0,
  );
  const item = {
    ...{ id: 'g', link: MARKED.url!, title: MARKED.title, titleType: 'text' as const, authors: [], enclosures: [] },
    ...{ published: null, updated: null, summary: MARKED.text.slice(0, 60), content: null, source: null },
  };
  const kept = (await sources.source(source.id))!;
  await sources.keepPoll(source.id, {
    ...{ atMs: 0, schedule: kept.schedule, validators: kept.validators, health: kept.health },
    items: [{ key: 'k', item, seenAtMs: 0 }],
  });
  assert.equal((await pages.search({ tab: 'articles', words: MARKER, limit: 5 })).articles.rows.length, 1);
  assert.ok(whereItStands(dataDir, MARKER).length > 3, 'the test sees the word while it is there');

  await archive.removeArticle(marked.article, 'asked for');

  assert.deepEqual(whereItStands(dataDir, MARKER), []);
  assert.equal((await pages.article(marked.article)).state, 'removed');
  assert.equal((await pages.search({ tab: 'articles', words: MARKER, limit: 5 })).counts.articles, 0);
  assert.equal((await pages.article(other.article)).state, 'here', 'what does not rest on it stays');
  assert.deepEqual(await sources.waitingItems(1, 5), []);
});

test('the demo leaves no word behind either', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-deletion-'));
  const { archive } = await openArchive({ dataDir, clock: { nowMs: () => 1_750_000_000_000 } });
  t.after(async () => {
    await archive.close();
    rmSync(dataDir, { recursive: true });
  });
  await keepSpecimen(archive, { ...MARKED, demo: true }, PLACE);
  await keepSpecimen(archive, OTHER, { story: 's-2', storyline: 'l-2' });
  assert.ok(whereItStands(dataDir, MARKER).length > 3);
  await archive.removeDemo();
  assert.deepEqual(whereItStands(dataDir, MARKER), []);
  assert.equal((await archive.size()).articles, 1);
});
