import { type Kysely, sql } from 'kysely';
import type { Neighbours } from '../domain/ports/neighbours.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import { readArticles } from './read-articles.ts';
import type { Tables } from './tables.ts';

/** Words of the query: the rarest of the article's names, headline and text. */
const QUERY_WORDS = 24;
/** A word that stands in more than this share of all articles tells nothing apart. */
const COMMON_SHARE = 0.2;
const COMMON_FLOOR = 50;
/** Counting stops here: finding out how common a word is must not cost more than it saves. */
const COMMON_CEILING = 2000;
const WORDS_ASKED = 160;

/** Neighbours by the rarest words and names they share, over the whole archive; what is invented meets only what is invented. */
export async function neighboursIn(db: Kysely<Tables>): Promise<Neighbours> {
  const row = await db.selectFrom('meta').select('value').where('name', '=', 'snapshot').executeTakeFirst();
  return { snapshot: Number(row?.value ?? 0), near: (article, limit) => near(db, article, limit) };
}

async function near(db: Kysely<Tables>, article: ReadArticle, limit: number): Promise<readonly ReadArticle[]> {
  const own = await db.selectFrom('article').select(['key', 'demo']).where('id', '=', article.id).executeTakeFirst();
  const words = await rarest(db, candidates(article));
  if (words.length === 0) return [];
  const match = words.map((word) => `"${word}"`).join(' OR ');
  const { rows } = await sql<{ key: number }>`
    SELECT article.key FROM article_fts JOIN article ON article.key = article_fts.rowid
    WHERE article_fts MATCH ${match} AND article.demo = ${own?.demo ?? 0} AND article.key <> ${own?.key ?? 0}
      AND article.placed_ms IS NOT NULL
    ORDER BY bm25(article_fts, 2.0, 1.0) LIMIT ${limit}`.execute(db);
  return readArticles(
    db,
    rows.map(({ key }) => key),
  );
}

function candidates(article: ReadArticle): readonly string[] {
  const names = article.reading.actors.flatMap(({ name, aliases }) => [name, ...aliases]).join(' ');
  const start = article.text.slice(0, WORDS_ASKED * 12);
  const words = `${article.title ?? ''} ${names} ${start}`.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words)].filter((word) => word.length > 2).slice(0, WORDS_ASKED);
}

/** The rarest words that other articles have too. */
async function rarest(db: Kysely<Tables>, words: readonly string[]): Promise<readonly string[]> {
  if (words.length === 0) return [];
  const { rows: total } = await sql<{ n: number }>`SELECT count(*) AS n FROM article`.execute(db);
  const ceiling = Math.min(COMMON_CEILING, Math.max(COMMON_FLOOR, Math.ceil((total[0]?.n ?? 0) * COMMON_SHARE)));
  const counted: { readonly word: string; readonly articles: number }[] = [];
  for (const word of words) {
    // The index holds stems; asking it by the word itself lets the same tokeniser find the stem.
    const articles = await articlesWith(db, word, ceiling);
    if (articles > 1 && articles <= ceiling) counted.push({ word, articles });
  }
  return counted
    .sort((a, b) => a.articles - b.articles)
    .slice(0, QUERY_WORDS)
    .map(({ word }) => word);
}

async function articlesWith(db: Kysely<Tables>, word: string, ceiling: number): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM (SELECT rowid FROM article_fts WHERE article_fts MATCH ${`"${word}"`} LIMIT ${ceiling + 1})`.execute(
    db,
  );
  return rows[0]?.n ?? 0;
}
