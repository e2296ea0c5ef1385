import { sql } from 'kysely';
import type { ArchiveSize } from '../domain/ports/archive.ts';
import type { Store } from './store.ts';

/** What is real: the invented demo counts in no number. */
export async function sizeOf(store: Store): Promise<ArchiveSize> {
  const { rows } = await sql<{ articles: number; statements: number; actors: number; stories: number; bytes: number }>`
    SELECT (SELECT count(*) FROM article WHERE demo = 0 AND revision_key IS NOT NULL) AS articles,
      (SELECT coalesce(sum(statements), 0) FROM article WHERE demo = 0) AS statements,
      (SELECT count(*) FROM actor WHERE demo = 0) AS actors,
      (SELECT count(*) FROM story WHERE demo = 0) AS stories,
      (SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()) AS bytes`.execute(store.db);
  return rows[0]!;
}
