import { sql } from 'kysely';
import type { ArchiveSize } from '../domain/ports/archive.ts';
import type { Store } from './store.ts';

/** What is real, from tallies that triggers keep: the invented demo counts in no number. */
export async function sizeOf(store: Store): Promise<ArchiveSize> {
  const { rows } = await sql<{ name: string; n: number }>`
    SELECT name, n FROM tally UNION ALL
    SELECT 'bytes', page_count * page_size FROM pragma_page_count(), pragma_page_size()`.execute(store.db);
  const of = (name: string) => rows.find((row) => row.name === name)?.n ?? 0;
  return {
    articles: of('articles'),
    statements: of('statements'),
    actors: of('actors'),
    stories: of('stories'),
    bytes: of('bytes'),
  };
}
