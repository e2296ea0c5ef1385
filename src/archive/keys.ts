import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/** Keys of one second: 2^20 rows. Seconds × 2^20 stay whole numbers in JavaScript until the year 2242. */
const PER_SECOND = 2 ** 20;

/** The smallest key of a moment; everything of later moments lies above it. */
export const keyAt = (timeMs: number): number => Math.floor(timeMs / 1000) * PER_SECOND;

/** Next `count` free keys of a table at a moment: keys lead with the time, so that a walk down the keys is newest first. */
export async function nextKeys(
  db: Kysely<Tables>,
  table: 'capture' | 'article' | 'revision' | 'statement' | 'story' | 'storyline',
  timeMs: number,
  count = 1,
): Promise<number> {
  for (let base = keyAt(timeMs); ; base += PER_SECOND) {
    const { rows } = await sql<{ top: number | null }>`
      SELECT max(key) AS top FROM ${sql.table(table)} WHERE key >= ${base} AND key < ${base + PER_SECOND}`.execute(db);
    const next = (rows[0]?.top ?? base - 1) + 1;
    if (next + count <= base + PER_SECOND) return next;
  }
}
