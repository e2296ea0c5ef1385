import { type Kysely, sql } from 'kysely';
import type { SearchAnswer } from '../domain/ports/pages.ts';
import type { Hits } from './hits.ts';
import type { Tables } from './tables.ts';

type Facet = SearchAnswer['facets'][number];
const VALUES = 8;

/** How the newest hits divide up: outlets for articles, and speakers, stances and modes for statements. */
export async function facetsOf(db: Kysely<Tables>, hits: Hits, window: number): Promise<readonly Facet[]> {
  const outlet = await facet(db, hits, window, 'outlet', {
    value: sql`coalesce(article.outlet_domain, article.outlet_name)`,
    label: sql`article.outlet_name`,
  });
  if (hits.table === 'article') return outlet.values.length > 0 ? [outlet] : [];
  const rest = [
    await facet(db, hits, window, 'speaker', {
      value: sql`statement.speaker_id`,
      label: sql`(SELECT name FROM actor WHERE actor.id = statement.speaker_id ORDER BY demo LIMIT 1)`,
    }),
    await facet(db, hits, window, 'stance', { value: sql`statement.stance`, label: sql`statement.stance` }),
    await facet(db, hits, window, 'mode', { value: sql`statement.mode`, label: sql`statement.mode` }),
  ];
  return [outlet, ...rest].filter(({ values }) => values.length > 0);
}

async function facet(
  db: Kysely<Tables>,
  hits: Hits,
  window: number,
  field: Facet['field'],
  columns: { readonly value: ReturnType<typeof sql>; readonly label: ReturnType<typeof sql> },
): Promise<Facet> {
  const article = hits.table === 'article' ? sql`` : sql`JOIN article ON article.key = statement.article_key`;
  const { rows } = await sql<{ value: string; label: string | null; count: number }>`
    WITH hit AS MATERIALIZED (${hits.candidates(Number.MAX_SAFE_INTEGER, window)})
    SELECT ${columns.value} AS value, ${columns.label} AS label, count(*) AS count
    FROM hit JOIN ${sql.table(hits.table)} ON ${sql.table(hits.table)}.key = hit.key AND ${hits.conditions} ${article}
    WHERE ${columns.value} IS NOT NULL GROUP BY 1 ORDER BY count DESC, 1 LIMIT ${VALUES}`.execute(db);
  return { field, values: rows.map(({ value, label, count }) => ({ value, label: label ?? value, count })) };
}
