import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { openArchive } from './archive.ts';
import { ArchiveLockedError, ArchiveNewerError, ArchiveUnreadableError } from './archive-errors.ts';
import { MIGRATIONS } from './migrations/migrations.ts';
import { openFile } from './open-file.ts';
import { keepSpecimen } from './specimens.ts';

const clock = { nowMs: () => 1_750_000_000_000 };

function folder(t: { after: (end: () => void) => void }): { readonly dataDir: string; readonly file: string } {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-open-'));
  t.after(() => rmSync(dataDir, { recursive: true, force: true }));
  return { dataDir, file: join(dataDir, 'archive.sqlite') };
}

for (const form of [1, 2])
  test(`an old file of form ${form} is brought up to date and loses nothing`, async (t) => {
    const { dataDir, file } = folder(t);
    const old = new DatabaseSync(file);
    old.exec(readFileSync(new URL(`./fixtures/form-${form}.sql`, import.meta.url), 'utf8'));
    old.close();
    const { archive } = await openArchive({ dataDir, clock });
    t.after(() => archive.close());
    const { rows } = await archive.pages.latest({ limit: 5 });
    assert.deepEqual(
      rows.map(({ title, statements }) => [title, statements]),
      [['Lighthouse at Varn goes dark', 1]],
    );
    const found = await archive.pages.search({ tab: 'statements', words: 'lamp', limit: 5 });
    assert.equal(found.statements.rows[0]?.sourceWords, 'the keeper');
    const { bytes: _, ...size } = await archive.size();
    assert.deepEqual(size, { articles: 1, statements: 1, actors: 1, stories: 1 });
    assert.equal((await keepSpecimen(archive, { title: 'New', text: 'Something new.' })).outcome, 'new');
    const made = await archive.pages.corrections({ limit: 5 });
    assert.deepEqual(
      made.rows.map(({ correction, state }) => [correction.change.kind, state]),
      form === 1 ? [] : [['stance', 'holds']],
    );
  });

test('a further migration runs once, in order, and is written down', (t) => {
  const { dataDir } = folder(t);
  const next = {
    version: MIGRATIONS.at(-1)!.version + 1,
    name: 'weather',
    sql: 'CREATE TABLE weather (day TEXT PRIMARY KEY) STRICT',
  };
  openFile(dataDir, { readOnly: false, nowMs: 5 }).close();
  for (const nowMs of [6, 7]) openFile(dataDir, { readOnly: false, nowMs, migrations: [...MIGRATIONS, next] }).close();
  const database = new DatabaseSync(join(dataDir, 'archive.sqlite'));
  const rows = database.prepare('SELECT version, name, applied_ms FROM migration ORDER BY version').all();
  database.close();
  assert.deepEqual(
    rows.map((row) => ({ ...row })),
    [
      ...MIGRATIONS.map(({ version, name }) => ({ version, name, applied_ms: 5 })),
      { version: next.version, name: 'weather', applied_ms: 6 },
    ],
  );
});

test('a migration that fails leaves the file as it was', (t) => {
  const { dataDir } = folder(t);
  openFile(dataDir, { readOnly: false, nowMs: 5 }).close();
  const broken = {
    version: MIGRATIONS.at(-1)!.version + 1,
    name: 'broken',
    sql: 'CREATE TABLE half (a TEXT); CREATE TABLE half (a TEXT);',
  };
  assert.throws(() => openFile(dataDir, { readOnly: false, nowMs: 6, migrations: [...MIGRATIONS, broken] }));
  const database = openFile(dataDir, { readOnly: false, nowMs: 7 });
  assert.equal(database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'half'").get()!.n, 0);
  database.close();
});

test('a file of a newer Stemma is refused in a sentence and not touched', (t) => {
  const { dataDir, file } = folder(t);
  const database = openFile(dataDir, { readOnly: false, nowMs: 5 });
  database.exec('PRAGMA user_version=99');
  database.close();
  const before = readFileSync(file);
  for (const readOnly of [false, true])
    assert.throws(
      () => openFile(dataDir, { readOnly, nowMs: 6 }),
      (error: Error) => error instanceof ArchiveNewerError && error.found === 99 && /newer Stemma/.test(error.message),
    );
  assert.deepEqual(readFileSync(file), before);
});

test('what is no archive is refused in a sentence and not touched', (t) => {
  const { dataDir, file } = folder(t);
  writeFileSync(file, 'These are my holiday notes. '.repeat(100));
  assert.throws(() => openFile(dataDir, { readOnly: false, nowMs: 5 }), ArchiveUnreadableError);
  assert.match(readFileSync(file, 'utf8'), /^These are my holiday notes/);
  rmSync(file);
  const foreign = new DatabaseSync(file);
  foreign.exec('CREATE TABLE recipe (name TEXT)');
  foreign.close();
  assert.throws(
    () => openFile(dataDir, { readOnly: false, nowMs: 5 }),
    (error: Error) => error instanceof ArchiveUnreadableError && /not an archive of Stemma/.test(error.message),
  );
  rmSync(file);
  mkdirSync(file);
  assert.throws(() => openFile(dataDir, { readOnly: false, nowMs: 5 }), ArchiveUnreadableError);
});

test('an archive that another program holds is told by name', async (t) => {
  const { dataDir, file } = folder(t);
  openFile(dataDir, { readOnly: false, nowMs: 5 }).close();
  const holder = new DatabaseSync(file);
  holder.exec('BEGIN EXCLUSIVE');
  const { archive } = await openArchive({ dataDir, clock, busyTimeoutMs: 20 });
  await assert.rejects(archive.allowDemo(), (error: Error) => {
    assert.ok(error instanceof ArchiveLockedError);
    return /in use by another program/.test(error.message);
  });
  holder.exec('COMMIT');
  await archive.allowDemo();
  holder.close();
  await archive.close();
});

test('two connections write side by side without losing a row', async (t) => {
  const { dataDir } = folder(t);
  const one = await openArchive({ dataDir, clock });
  const two = await openArchive({ dataDir, clock });
  const keep = (archive: typeof one.archive, from: number) =>
    Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        keepSpecimen(archive, { title: `No. ${from + index}`, text: `Report number ${from + index}.` }),
      ),
    );
  await Promise.all([keep(one.archive, 0), keep(two.archive, 20), keep(one.archive, 10)]);
  assert.equal((await one.archive.size()).articles, 40);
  await one.archive.close();
  await two.archive.close();
});

test('a data folder that cannot be made is told in a sentence', (t) => {
  const inTheWay = join(mkdtempSync(join(tmpdir(), 'stemma-way-')), 'file');
  t.after(() => rmSync(join(inTheWay, '..'), { recursive: true }));
  writeFileSync(inTheWay, 'not a folder');
  const noFolders = existsSync('/proc/self') ? ['/proc/stemma/data'] : [];
  for (const dataDir of [inTheWay, join(inTheWay, 'below'), ...noFolders])
    assert.throws(
      () => openFile(dataDir, { readOnly: false, nowMs: 0 }),
      (error: Error) => error instanceof ArchiveUnreadableError && /cannot be made\.$/.test(error.message),
    );
});
