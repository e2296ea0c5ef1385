import type { Kysely } from 'kysely';
import type { LineageLine, LineageStep } from '../domain/ports/pages.ts';
import type { LineageKind } from '../domain/story.ts';
import { linesByKey } from './article-lines.ts';
import type { Tables } from './tables.ts';

/** What each of the articles rests on, in the order in which it was found out; an article that rests on nothing has no entry. */
export async function lineageByArticle(
  db: Kysely<Tables>,
  keys: readonly number[],
): Promise<ReadonlyMap<number, readonly LineageStep[]>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('lineage')
    .leftJoin('article as origin', 'origin.key', 'lineage.from_key')
    .select(['lineage.article_key', 'lineage.source', 'lineage.kind', 'lineage.evidence_text'])
    .select('origin.id as from_id')
    .where('lineage.article_key', 'in', [...new Set(keys)])
    .orderBy('lineage.article_key', 'desc')
    .orderBy('lineage.ordinal')
    .execute();
  const steps = new Map<number, LineageStep[]>();
  for (const { article_key, source, kind, evidence_text, from_id } of rows) {
    const step = { from: source, kind: kind as LineageKind, evidenceText: evidence_text, fromArticle: from_id };
    const known = steps.get(article_key);
    if (known) known.push(step);
    else steps.set(article_key, [step]);
  }
  return steps;
}

/** The same in one list, each step with its article, the newest article first. */
export async function lineageOf(db: Kysely<Tables>, keys: readonly number[]): Promise<readonly LineageLine[]> {
  const steps = await lineageByArticle(db, keys);
  const articles = await linesByKey(db, [...steps.keys()]);
  return [...steps].flatMap(([key, those]) => those.map((step) => ({ ...step, article: articles.get(key)! })));
}
