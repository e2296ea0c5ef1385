import { type Kysely, sql } from 'kysely';
import type { ActorKind } from '../domain/actor.ts';
import type { ArticleLine, List, SearchAnswer, SearchQuery, StatementLine } from '../domain/ports/pages.ts';
import { actorsNamed } from './actor-search.ts';
import { linesByKey } from './article-lines.ts';
import { readCursor, writeCursor } from './cursors.ts';
import { countsAndFacets } from './facets.ts';
import type { Hits } from './hits.ts';
import { articleConditions, statementConditions } from './search-conditions.ts';
import { statementLines, toStatementLines } from './statement-lines.ts';
import type { Tables } from './tables.ts';

/** Hits that are counted and divided up: the newest. */
const WINDOW = 1000;
/** Hits that one request may look at to fill its page: a rare filter never makes it walk the archive. */
const MAX_WALK = 8000;

/** Newest first; only the tab asked for has rows, the others their counts. */
export async function search(db: Kysely<Tables>, query: SearchQuery): Promise<SearchAnswer> {
  const articles = await articleConditions(db, query);
  const statements = await statementConditions(db, query);
  const actors = await actorsNamed(db, query);
  const asked = query.tab === 'articles' ? articles : statements;
  const inTab = await countsAndFacets(db, asked, WINDOW);
  const other = await countOf(db, query.tab === 'articles' ? statements : articles);
  const none = { rows: [], next: null };
  return {
    articles: query.tab === 'articles' ? await articleHits(db, articles, query) : none,
    statements: query.tab === 'statements' ? await statementHits(db, statements, query) : none,
    actors:
      query.tab === 'actors'
        ? {
            rows: actors.rows.map(({ demo, ...row }) => ({
              ...row,
              kind: row.kind as ActorKind,
              ...(demo === 1 && { demo: true }),
            })),
            next: actors.next,
          }
        : none,
    counts: {
      articles: query.tab === 'articles' ? inTab.n : other.n,
      statements: query.tab === 'articles' ? other.n : inTab.n,
      actors: actors.count,
    },
    countsAreBounded: inTab.bounded || other.bounded,
    facets: inTab.facets,
  };
}

async function articleHits(db: Kysely<Tables>, hits: Hits, query: SearchQuery): Promise<List<ArticleLine>> {
  const { keys, next } = await walk(db, hits, query);
  const lines = await linesByKey(db, keys);
  return { rows: keys.map((key) => lines.get(key)!), next };
}

async function statementHits(db: Kysely<Tables>, hits: Hits, query: SearchQuery): Promise<List<StatementLine>> {
  const { keys, next } = await walk(db, hits, query);
  if (keys.length === 0) return { rows: [], next };
  const rows = await statementLines(db).where('statement.key', 'in', keys).orderBy('statement.key', 'desc').execute();
  return { rows: await toStatementLines(db, rows), next };
}

/** Goes down the candidates, further with each step, until the page is full; the cursor is where it stopped. */
async function walk(db: Kysely<Tables>, hits: Hits, query: SearchQuery) {
  const table = sql.table(hits.table);
  let below = readCursor(query.after, 1)?.[0] ?? Number.MAX_SAFE_INTEGER;
  const keys: number[] = [];
  let step = query.limit * 2;
  for (let walked = 0; walked < MAX_WALK; walked += step, step *= 3) {
    const { rows } = await sql<{ key: number | null; floor: number | null; size: number }>`
      WITH hit AS MATERIALIZED (${hits.candidates(below, step)})
      SELECT ${table}.key AS key, (SELECT min(key) FROM hit) AS floor, (SELECT count(*) FROM hit) AS size
      FROM (SELECT 1) LEFT JOIN (hit CROSS JOIN ${table} ON ${table}.key = hit.key AND ${hits.conditions}) ON 1
      ORDER BY key DESC LIMIT ${query.limit + 1 - keys.length}`.execute(db);
    keys.push(...rows.flatMap(({ key }) => key ?? []));
    const { floor, size } = rows[0] ?? { floor: null, size: 0 };
    if (keys.length > query.limit) return { keys: keys.slice(0, -1), next: writeCursor([keys.at(-2)!]) };
    if (size < step || floor === null) return { keys, next: null };
    below = floor;
  }
  return { keys, next: writeCursor([below]) };
}

async function countOf(db: Kysely<Tables>, hits: Hits): Promise<{ readonly n: number; readonly bounded: boolean }> {
  const { rows } = await sql<{ n: number; size: number }>`
    WITH hit AS MATERIALIZED (${hits.candidates(Number.MAX_SAFE_INTEGER, WINDOW)})
    SELECT count(*) AS n, (SELECT count(*) FROM hit) AS size
    FROM hit CROSS JOIN ${sql.table(hits.table)} ON ${sql.table(hits.table)}.key = hit.key AND ${hits.conditions}`.execute(
    db,
  );
  return { n: rows[0]?.n ?? 0, bounded: (rows[0]?.size ?? 0) >= WINDOW };
}
