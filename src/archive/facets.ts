import { type Kysely, sql } from 'kysely';
import type { SearchAnswer } from '../domain/ports/pages.ts';
import type { Hits } from './hits.ts';
import type { Tables } from './tables.ts';

type Facet = SearchAnswer['facets'][number];
const VALUES = 8;

const FIELDS: Readonly<Record<Hits['table'], readonly Facet['field'][]>> = {
  article: ['outlet'],
  statement: ['outlet', 'speaker', 'stance', 'mode'],
};

/**
 * How the newest hits divide up, in one walk over them: outlets for articles, and speakers, stances and modes for
 * statements. Also answers how many of the window's hits there are.
 */
export async function countsAndFacets(
  db: Kysely<Tables>,
  hits: Hits,
  window: number,
): Promise<{ readonly n: number; readonly bounded: boolean; readonly facets: readonly Facet[] }> {
  const columns =
    hits.table === 'article'
      ? sql`coalesce(article.outlet_domain, article.outlet_name) AS outlet, article.outlet_name AS outlet_label`
      : sql`coalesce(article.outlet_domain, article.outlet_name) AS outlet, article.outlet_name AS outlet_label,
          statement.speaker_id AS speaker, statement.stance, statement.mode, statement.demo`;
  const article = hits.table === 'article' ? sql`` : sql`JOIN article ON article.key = statement.article_key`;
  const groups = FIELDS[hits.table].map((field) => {
    const label = field === 'outlet' ? sql`max(outlet_label)` : sql`NULL`;
    const column = sql.ref(field);
    return sql`SELECT * FROM (SELECT ${field} AS field, ${column} AS value, ${label} AS label, count(*) AS count
      FROM shown WHERE ${column} IS NOT NULL GROUP BY ${column} ORDER BY count DESC, value LIMIT ${VALUES})`;
  });
  const { rows } = await sql<{ field: string; value: string; label: string | null; count: number }>`
    WITH hit AS MATERIALIZED (${hits.candidates(Number.MAX_SAFE_INTEGER, window)}),
    shown AS MATERIALIZED (SELECT ${columns} FROM hit
      CROSS JOIN ${sql.table(hits.table)} ON ${sql.table(hits.table)}.key = hit.key AND ${hits.conditions} ${article})
    SELECT 'n' AS field, '' AS value, NULL AS label, count(*) AS count FROM shown
    UNION ALL SELECT 'size', '', NULL, count(*) FROM hit
    UNION ALL ${sql.join(groups, sql` UNION ALL `)}`.execute(db);
  const count = (field: string) => rows.find((row) => row.field === field)?.count ?? 0;
  const facets = FIELDS[hits.table].map((field) => ({
    field,
    values: rows
      .filter((row) => row.field === field)
      .map(({ value, label, count: n }) => ({ value, label: label ?? value, count: n })),
  }));
  return {
    n: count('n'),
    bounded: count('size') >= window,
    facets: await withNames(
      db,
      facets.filter(({ values }) => values.length > 0),
    ),
  };
}

async function withNames(db: Kysely<Tables>, facets: readonly Facet[]): Promise<readonly Facet[]> {
  const ids = facets.flatMap(({ field, values }) => (field === 'speaker' ? values.map(({ value }) => value) : []));
  if (ids.length === 0) return facets;
  const rows = await db
    .selectFrom('actor')
    .select(['id', 'name'])
    .where('id', 'in', ids)
    .orderBy('demo', 'desc')
    .execute();
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return facets.map((facet) =>
    facet.field === 'speaker'
      ? { ...facet, values: facet.values.map((one) => ({ ...one, label: names.get(one.value) ?? one.label })) }
      : facet,
  );
}
