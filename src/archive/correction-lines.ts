import { type Kysely, sql } from 'kysely';
import type { CorrectionLine, List, ListQuery } from '../domain/ports/pages.ts';
import { articleLine, articleLines } from './article-lines.ts';
import { correctionOf } from './correction-uses.ts';
import { page, readCursor } from './cursors.ts';
import type { CorrectionRow, Tables } from './tables.ts';

/** Corrections shown on the page of one actor: the newest. */
const MOST_OF_ACTOR = 100;

type Row = CorrectionRow & {
  readonly articles: number;
  readonly used_at: string | null;
  readonly used_in: string | null;
  readonly due: number;
};

/** On its way: its article waits to be corrected, or, for one that holds in all, any does. */
const DUE = sql<number>`(CASE WHEN correction.article_id IS NULL THEN EXISTS (SELECT 1 FROM correction_due)
  ELSE EXISTS (SELECT 1 FROM correction_due
    WHERE article_key = (SELECT key FROM article WHERE article.id = correction.article_id)) END)`;

const rowsOf = (db: Kysely<Tables>) =>
  db
    .selectFrom('correction')
    .selectAll('correction')
    .select([
      sql<number>`(SELECT count(*) FROM correction_use WHERE correction_id = correction.id)`.as('articles'),
      sql<string | null>`(SELECT statement_id FROM correction_use WHERE correction_id = correction.id)`.as('used_at'),
      sql<string | null>`(SELECT article.id FROM correction_use JOIN article ON article.key = article_key
        WHERE correction_id = correction.id ORDER BY article_key DESC LIMIT 1)`.as('used_in'),
      DUE.as('due'),
    ]);

/** It holds nowhere, and is on its way nowhere. */
const NEEDS_LOOK = sql<boolean>`correction.undone_ms IS NULL
  AND NOT EXISTS (SELECT 1 FROM correction_use WHERE correction_id = correction.id)
  AND NOT ${DUE}`;

/** All corrections, the newest first. */
export async function corrections(
  db: Kysely<Tables>,
  query: ListQuery & { readonly needsLook?: boolean },
): Promise<List<CorrectionLine>> {
  const [before] = readCursor(query.after, 1) ?? [];
  let select = rowsOf(db)
    .orderBy('made_ms', 'desc')
    .limit(query.limit + 1);
  if (query.needsLook) select = select.where(NEEDS_LOOK);
  if (query.withoutDemo) select = select.where('demo', '=', 0);
  if (before !== undefined) select = select.where('made_ms', '<', before);
  const { rows, next } = page(await select.execute(), query.limit, (last) => [last.made_ms]);
  return { rows: await toLines(db, rows), next };
}

/** Those that hold at a statement, and those that were made of it and find it no more. */
export async function correctionsOfStatement(db: Kysely<Tables>, id: string): Promise<readonly CorrectionLine[]> {
  const rows = await rowsOf(db)
    .where('undone_ms', 'is', null)
    .where((eb) =>
      eb.or([
        eb('id', 'in', eb.selectFrom('correction_use').select('correction_id').where('statement_id', '=', id)),
        eb.and([eb('statement_id', '=', id), NEEDS_LOOK]),
      ]),
    )
    .orderBy('made_ms')
    .execute();
  return toLines(db, rows);
}

/** Those that made of an actor what it is. */
export async function correctionsOfActor(
  db: Kysely<Tables>,
  id: string,
  demo: number,
): Promise<readonly CorrectionLine[]> {
  const rows = await rowsOf(db)
    .where('undone_ms', 'is', null)
    .where('demo', '=', demo)
    .where((eb) => eb.or([eb('actor_id', '=', id), eb('into_id', '=', id)]))
    .orderBy('made_ms', 'desc')
    .limit(MOST_OF_ACTOR)
    .execute();
  return toLines(db, rows);
}

async function toLines(db: Kysely<Tables>, rows: readonly Row[]): Promise<readonly CorrectionLine[]> {
  const wanted = [...new Set(rows.flatMap(({ article_id, used_in }) => article_id ?? used_in ?? []))];
  const found = wanted.length > 0 ? await articleLines(db).where('article.id', 'in', wanted).execute() : [];
  const articles = new Map(found.map((row) => [row.id, articleLine(row)]));
  return rows.map((row) => ({
    correction: correctionOf(row),
    state: stateOf(row),
    articles: row.articles,
    statement: row.used_at ?? row.statement_id,
    article: articles.get(row.article_id ?? row.used_in ?? '') ?? null,
  }));
}

function stateOf({ undone_ms, articles, due }: Row): CorrectionLine['state'] {
  if (undone_ms !== null) return 'undone';
  if (articles > 0) return 'holds';
  return due === 1 ? 'due' : 'needs-look';
}
