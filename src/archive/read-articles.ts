import type { Kysely } from 'kysely';
import type { Article } from '../domain/article.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Reading } from '../domain/reading.ts';
import { unpackJson } from './packing.ts';
import type { Tables } from './tables.ts';

/** Articles as `relate` sees them, in the order of the keys given; those that are not read yet are left out. */
export async function readArticles(db: Kysely<Tables>, keys: readonly number[]): Promise<readonly ReadArticle[]> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('article')
    .innerJoin('revision', 'revision.key', 'article.revision_key')
    .leftJoin('story', 'story.key', 'article.story_key')
    .leftJoin('storyline', 'storyline.key', 'story.storyline_key')
    .select(['article.key', 'article.id', 'article.time_ms', 'article.url', 'revision.cleaned'])
    .select((eb) => eb.fn.coalesce('revision.corrected', 'revision.reading').as('reading'))
    .select(['story.id as story', 'storyline.id as storyline'])
    .where('article.key', 'in', keys)
    .where('revision.reading', 'is not', null)
    .execute();
  const byKey = new Map(
    rows.map((row) => {
      const cleaned = unpackJson<Article>(row.cleaned);
      const { title, text, outlet, agency, published, language } = cleaned;
      const article: ReadArticle = {
        ...{ id: row.id, title, text, outlet, url: row.url, agency, published, timeMs: row.time_ms, language },
        reading: unpackJson<Reading>(row.reading!),
        ...(row.story !== null && { story: row.story }),
        ...(row.storyline !== null && { storyline: row.storyline }),
      };
      return [row.key, article] as const;
    }),
  );
  return keys.flatMap((key) => byKey.get(key) ?? []);
}
