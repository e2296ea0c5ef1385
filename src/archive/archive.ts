import { Kysely } from 'kysely';
import type { Archive } from '../domain/ports/archive.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { ImportedKnowledge, ImportedNames } from '../domain/ports/imported-knowledge.ts';
import type { Queue } from '../domain/ports/queue.ts';
import type { Sources } from '../domain/ports/sources.ts';
import { correctionsOf } from './corrections.ts';
import { importedKnowledgeOf } from './imported-knowledge.ts';
import { importedNamesWhenAsked } from './imported-names.ts';
import { intakeOf } from './intake.ts';
import { archiveFile, openFile } from './open-file.ts';
import { pagesOf } from './pages.ts';
import { queueOf } from './queue.ts';
import { readersOf } from './readers.ts';
import { relatingOf } from './relating.ts';
import { rereadingOf } from './rereading.ts';
import { rightsOf } from './rights.ts';
import { sizeOf } from './size.ts';
import { sourcesOf } from './sources.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import type { Store } from './store.ts';
import type { Tables } from './tables.ts';

export type OpenArchive = {
  readonly archive: Archive;
  readonly queue: Queue;
  readonly sources: Sources;
  readonly knowledge: ImportedKnowledge;
  /** What is imported, to be looked up at once; closed with the archive. */
  readonly names: ImportedNames;
};

/**
 * Opens (and where there is none, makes) the archive in a folder: one SQLite file that holds everything, captures too.
 * Several processes and threads may have it open; each has its own connection.
 * Throws ArchiveLockedError, ArchiveNewerError or ArchiveUnreadableError (archive-errors.ts).
 */
export async function openArchive(options: {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly readOnly?: boolean;
  /** How long to wait for another program's commit; five seconds unless told otherwise. */
  readonly busyTimeoutMs?: number;
}): Promise<OpenArchive> {
  const { dataDir, clock } = options;
  const database = openFile(dataDir, {
    readOnly: options.readOnly ?? false,
    nowMs: clock.nowMs(),
    ...(options.busyTimeoutMs !== undefined && { busyTimeoutMs: options.busyTimeoutMs }),
  });
  const file = archiveFile(dataDir);
  const db = new Kysely<Tables>({ dialect: sqliteDialect(database, file) });
  const store: Store = { db, clock, file };
  const names = importedNamesWhenAsked(dataDir);
  const archive: Archive = {
    ...intakeOf(store),
    ...correctionsOf(store),
    ...rereadingOf(store),
    ...relatingOf(store),
    ...rightsOf(store),
    ...readersOf(store),
    pages: pagesOf(db),
    size: () => sizeOf(store),
    close: async () => {
      names.close();
      await db.destroy();
    },
  };
  return { archive, queue: queueOf(store), sources: sourcesOf(store), knowledge: importedKnowledgeOf(store), names };
}
