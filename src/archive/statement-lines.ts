import type { Kysely } from 'kysely';
import type { StatementLine } from '../domain/ports/pages.ts';
import type { Statement } from '../domain/statement.ts';
import { linesByKey } from './article-lines.ts';
import { lineageByArticle } from './lineage-lines.ts';
import { PIECE } from './statement-words.ts';
import { parsed } from './store.ts';
import type { StatementRow, Tables } from './tables.ts';
import { HIDDEN, NOT_FOUND } from './withdrawn.ts';

export type StatementLineRow = Pick<
  StatementRow,
  'key' | 'id' | 'article_key' | 'source_words' | 'cue_words' | 'words' | 'context' | 'data' | 'disputed' | 'withdrawn'
>;

export const statementLines = (db: Kysely<Tables>) =>
  db
    .selectFrom('statement')
    .select(['statement.key', 'statement.id', 'statement.article_key', 'source_words', 'cue_words'])
    .select(['words', 'context', 'data', 'disputed', 'withdrawn']);

export async function toStatementLines(
  db: Kysely<Tables>,
  rows: readonly StatementLineRow[],
): Promise<readonly StatementLine[]> {
  const keys = rows.map((row) => row.article_key);
  const articles = await linesByKey(db, keys);
  const lineage = await lineageByArticle(db, keys);
  return rows.map((row) => ({
    id: row.id,
    article: articles.get(row.article_key)!,
    statement: parsed<Statement>(row.data),
    sourceWords: row.source_words,
    cueWords: row.cue_words,
    contentWords: row.words === '' ? [] : row.words.split(PIECE),
    context: row.context,
    lineage: lineage.get(row.article_key) ?? [],
    disputed: row.disputed === 1,
    ...(row.withdrawn === NOT_FOUND && { withdrawn: true as const }),
    ...(row.withdrawn === HIDDEN && { hidden: true as const }),
  }));
}

/** Lines of the statements named, in the order of the names. */
export async function statementsNamed(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly StatementLine[]> {
  if (ids.length === 0) return [];
  const rows = await statementLines(db).where('statement.id', 'in', ids).execute();
  const byId = new Map((await toStatementLines(db, rows)).map((line) => [line.id, line]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
