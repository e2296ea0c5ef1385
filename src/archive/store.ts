import { type Kysely, sql, type Transaction } from 'kysely';
import type { Clock } from '../domain/ports/clock.ts';
import type { Tables } from './tables.ts';

/** What every part of the archive works on. */
export type Store = { readonly db: Kysely<Tables>; readonly clock: Clock; readonly file: string };

export type Tx = Kysely<Tables>;

/** One commit: all of it or nothing. */
export const commit = <T>(store: Store, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> =>
  store.db.transaction().execute(work);

/** A commit that is on the disk before it is answered, for rights and the reader's corrections. */
export async function commitDurably<T>(store: Store, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return store.db.connection().execute(async (connection) => {
    await sql`PRAGMA synchronous=FULL`.execute(connection);
    try {
      return await connection.transaction().execute(work);
    } finally {
      await sql`PRAGMA synchronous=NORMAL`.execute(connection);
    }
  });
}

/** How long a checkpoint waits for a reader before it lets the program go on; tried again after a pause. */
const CHECKPOINT_WAIT_MS = 100;
const CHECKPOINT_TRIES = 12;

/**
 * Empties the write-ahead log into the file, so that no deleted words are left in it. Readers at work make it wait; false where they did
 * not let it finish in some seconds: the next start (or removal) does it then.
 */
export async function emptyLog(store: Store): Promise<boolean> {
  for (let attempt = 0; attempt < CHECKPOINT_TRIES; attempt++) {
    if (await checkpoint(store)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50 * (attempt + 1)));
  }
  return false;
}

const checkpoint = (store: Store): Promise<boolean> =>
  store.db.connection().execute(async (connection) => {
    const { rows: before } = await sql<{ timeout: number }>`PRAGMA busy_timeout`.execute(connection);
    await sql`PRAGMA busy_timeout=${sql.lit(CHECKPOINT_WAIT_MS)}`.execute(connection);
    try {
      const { rows } = await sql<{ busy: number }>`PRAGMA wal_checkpoint(TRUNCATE)`.execute(connection);
      return rows[0]?.busy === 0;
    } finally {
      await sql`PRAGMA busy_timeout=${sql.lit(before[0]?.timeout ?? 0)}`.execute(connection);
    }
  });

export const parsed = <T>(json: string): T => JSON.parse(json) as T;
export const parsedOr = <T>(json: string | null, absent: T): T => (json === null ? absent : parsed<T>(json));
export const flag = (truth: boolean | undefined): 0 | 1 => (truth ? 1 : 0);
