import type { Kysely } from 'kysely';
import type { ArticleLine, List, ListQuery } from '../domain/ports/pages.ts';
import { page, readCursor } from './cursors.ts';
import { parsed } from './store.ts';
import type { ArticleRow, Tables } from './tables.ts';

/** An article with the id of its story, as lists select it. */
export type ArticleLineRow = Pick<
  ArticleRow,
  | 'key'
  | 'id'
  | 'demo'
  | 'outlet_name'
  | 'outlet_domain'
  | 'title'
  | 'authors'
  | 'agency'
  | 'url'
  | 'published'
  | 'time_ms'
  | 'fetched_ms'
  | 'excerpt'
  | 'paywalled'
  | 'statements'
> & { readonly story: string | null };

export const articleLines = (db: Kysely<Tables>) =>
  db
    .selectFrom('article')
    .leftJoin('story', 'story.key', 'article.story_key')
    .select(['article.key', 'article.id', 'article.demo', 'outlet_name', 'outlet_domain', 'article.title', 'authors'])
    .select(['agency', 'url', 'published', 'article.time_ms', 'fetched_ms', 'excerpt', 'paywalled'])
    .select(['article.statements', 'story.id as story']);

export function articleLine(row: ArticleLineRow): ArticleLine {
  return {
    id: row.id,
    title: headlineOf(row),
    outlet: row.outlet_name === null ? null : { name: row.outlet_name, domain: row.outlet_domain },
    authors: parsed<readonly string[]>(row.authors),
    agency: row.agency,
    url: row.url,
    published: row.published,
    timeMs: row.time_ms,
    fetchedAtMs: row.fetched_ms,
    excerpt: row.excerpt,
    statements: row.statements,
    story: row.story,
    demo: row.demo === 1,
    paywalled: row.paywalled === 1,
  };
}

/** An article without a headline is listed by its first words, or by its address where those may not be shown. */
export function headlineOf(row: Pick<ArticleRow, 'title' | 'excerpt' | 'url'>): string {
  if (row.title) return row.title;
  const words = row.excerpt.split(/\s+/);
  if (words.length > HEADLINE_WORDS) return `${words.slice(0, HEADLINE_WORDS).join(' ')}…`;
  return row.excerpt || row.url || 'Untitled';
}

const HEADLINE_WORDS = 12;

/** Lines by key, for joining to rows that only hold keys. */
export async function linesByKey(
  db: Kysely<Tables>,
  keys: readonly number[],
): Promise<ReadonlyMap<number, ArticleLine>> {
  const wanted = [...new Set(keys)];
  if (wanted.length === 0) return new Map();
  const rows = await articleLines(db).where('article.key', 'in', wanted).execute();
  return new Map(rows.map((row) => [row.key, articleLine(row)]));
}

/** The plain newest list. */
export async function latest(db: Kysely<Tables>, query: ListQuery): Promise<List<ArticleLine>> {
  const after = readCursor(query.after, 2);
  let select = articleLines(db)
    .where('article.revision_key', 'is not', null)
    .orderBy('article.time_ms', 'desc')
    .orderBy('article.key', 'desc')
    .limit(query.limit + 1);
  if (query.withoutDemo) select = select.where('article.demo', '=', 0);
  if (after)
    select = select.where((eb) =>
      eb(eb.refTuple('article.time_ms', 'article.key'), '<', eb.tuple(after[0]!, after[1]!)),
    );
  const { rows, next } = page(await select.execute(), query.limit, (last) => [last.time_ms, last.key]);
  return { rows: rows.map(articleLine), next };
}
