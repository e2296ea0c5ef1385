import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ArchiveNewerError, ArchiveUnreadableError, archiveError } from './archive-errors.ts';
import { MIGRATIONS, type Migration } from './migrations/migrations.ts';

/** The archive's one file within its folder. */
export const archiveFile = (dataDir: string): string => join(dataDir, 'archive.sqlite');

const BUSY_TIMEOUT_MS = 5000;

/**
 * Opens the file, brings its tables up to date and sets what must hold before the first byte is written.
 * Throws ArchiveLockedError, ArchiveNewerError or ArchiveUnreadableError.
 */
export function openFile(
  dataDir: string,
  options: {
    readonly readOnly: boolean;
    readonly nowMs: number;
    readonly migrations?: readonly Migration[];
    readonly busyTimeoutMs?: number;
  },
): DatabaseSync {
  const file = archiveFile(dataDir);
  if (options.readOnly && !existsSync(file)) throw new ArchiveUnreadableError(file, 'there is no such file yet');
  let database: DatabaseSync | undefined;
  try {
    if (!options.readOnly) makeFolder(dataDir, file);
    database = new DatabaseSync(file, {
      readOnly: options.readOnly,
      timeout: options.busyTimeoutMs ?? BUSY_TIMEOUT_MS,
    });
    // Before the first table: freed pages are overwritten with zeros, or what is deleted stays on the disk.
    database.exec(
      'PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;',
    );
    if (!options.readOnly) {
      database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;');
      migrate(database, file, options.nowMs, options.migrations ?? MIGRATIONS);
      // A log that readers kept a removal from emptying; at once or not at all.
      database.exec(
        `PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout=${options.busyTimeoutMs ?? BUSY_TIMEOUT_MS};`,
      );
    } else {
      const migrations = options.migrations ?? MIGRATIONS;
      const found = versionOf(database);
      refuseNewer(found, file, migrations);
      if (found < migrations.at(-1)!.version)
        throw new ArchiveUnreadableError(file, 'it is of an older form and must be opened for writing once');
    }
    return database;
  } catch (error) {
    database?.close();
    throw archiveError(error, file);
  }
}

/** Whatever keeps a folder from being made (a file in its place, no permission, no such disk) is told as one thing. */
function makeFolder(dataDir: string, file: string): void {
  try {
    makeFolders(dataDir);
  } catch (error) {
    throw new ArchiveUnreadableError(file, `the folder ${dataDir} cannot be made`, error);
  }
}

/** One by one: on a file system that makes no folders (/proc) Node's own `recursive` tries for ever. */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  if (dirname(folder) !== folder) makeFolders(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // Another process may have made it in between.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

const versionOf = (database: DatabaseSync): number =>
  (database.prepare('PRAGMA user_version').get() as { user_version: number }).user_version;

function refuseNewer(found: number, file: string, migrations: readonly Migration[]): void {
  const known = migrations.at(-1)!.version;
  if (found > known) throw new ArchiveNewerError(file, found, known);
}

/** Each migration is one transaction; a crash between two leaves a file that the next start carries on with. */
function migrate(database: DatabaseSync, file: string, nowMs: number, migrations: readonly Migration[]): void {
  const found = versionOf(database);
  refuseNewer(found, file, migrations);
  if (found === 0 && !isEmpty(database)) throw new ArchiveUnreadableError(file, 'the file is not an archive of Stemma');
  for (const migration of migrations.filter(({ version }) => version > found)) {
    database.exec('BEGIN IMMEDIATE');
    try {
      // Another process may have done it while this one waited for the lock.
      if (versionOf(database) < migration.version) {
        database.exec(
          'CREATE TABLE IF NOT EXISTS migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_ms INTEGER NOT NULL) STRICT',
        );
        database.exec(migration.sql);
        database
          .prepare('INSERT INTO migration (version, name, applied_ms) VALUES (?, ?, ?)')
          .run(migration.version, migration.name, nowMs);
        database.exec(`PRAGMA user_version=${migration.version}`);
      }
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  }
}

const isEmpty = (database: DatabaseSync): boolean =>
  (database.prepare('SELECT count(*) AS n FROM sqlite_master').get() as { n: number }).n === 0;
