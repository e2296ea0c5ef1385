import { sql } from 'kysely';
import type { Capture } from '../domain/capture.ts';
import type { AgedCapture, Freshness, RetentionDecision, SourceCost } from '../domain/ports/sources.ts';
import { captureOf } from './intake.ts';
import { unpack } from './packing.ts';
import { dropArticle } from './removal.ts';
import type { Tx } from './store.ts';

/** Items that a source's freshness is measured on: its newest. */
const FRESHNESS_WINDOW = 200;

export async function freshnessOf(db: Tx, id: string): Promise<Freshness | undefined> {
  const rows = await db
    .selectFrom('seen_item')
    .select(['published_ms', 'ended_ms'])
    .where('source_id', '=', id)
    .where('state', '=', 'kept')
    .where('published_ms', 'is not', null)
    .orderBy('ended_ms', 'desc')
    .limit(FRESHNESS_WINDOW)
    .execute();
  const ages = rows.map((row) => Math.max(0, row.ended_ms! - row.published_ms!)).sort((a, b) => a - b);
  if (ages.length === 0) return undefined;
  const at = (share: number) => ages[Math.min(ages.length - 1, Math.floor(share * ages.length))]!;
  return { medianMs: at(0.5), p95Ms: at(0.95), items: ages.length };
}

export async function costOf(db: Tx, id: string): Promise<SourceCost> {
  const { rows } = await sql<{ articles: number; capture_bytes: number; text_bytes: number }>`
    WITH kept AS (SELECT capture_id FROM seen_item WHERE source_id = ${id} AND capture_id IS NOT NULL)
    SELECT (SELECT count(DISTINCT article_key) FROM capture WHERE id IN (SELECT capture_id FROM kept)) AS articles,
      (SELECT coalesce(sum(length(body)), 0) FROM capture_body WHERE key IN
        (SELECT key FROM capture WHERE id IN (SELECT capture_id FROM kept))) AS capture_bytes,
      (SELECT coalesce(sum(octet_length(text)), 0) FROM article_words WHERE key IN
        (SELECT article_key FROM capture WHERE id IN (SELECT capture_id FROM kept))) AS text_bytes`.execute(db);
  const row = rows[0]!;
  return { articles: row.articles, captureBytes: row.capture_bytes, textBytes: row.text_bytes };
}

export async function agedCaptures(
  db: Tx,
  id: string,
  beforeMs: number,
  limit: number,
): Promise<readonly AgedCapture[]> {
  const rows = await db
    .selectFrom('seen_item')
    .innerJoin('capture', 'capture.id', 'seen_item.capture_id')
    .leftJoin('capture_body', 'capture_body.key', 'capture.key')
    .select(['capture.id', 'capture.fetched_ms', 'capture_body.key as body_key'])
    .where('seen_item.source_id', '=', id)
    .where('capture.fetched_ms', '<', beforeMs)
    .orderBy('capture.key')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ capture: row.id, fetchedAtMs: row.fetched_ms, hasBytes: row.body_key !== null }));
}

/** `delete` is forgetting, not removal on request: no tombstone is laid, and the item that led to it is not fetched again. */
export async function applyRetention(tx: Tx, decisions: readonly RetentionDecision[]): Promise<void> {
  for (const { capture, action } of decisions) {
    const row = await tx
      .selectFrom('capture')
      .select(['key', 'article_key'])
      .where('id', '=', capture)
      .executeTakeFirst();
    if (!row) continue;
    if (action === 'drop-bytes') {
      await tx.deleteFrom('capture_body').where('key', '=', row.key).execute();
      continue;
    }
    const article =
      row.article_key === null
        ? undefined
        : await tx.selectFrom('article').selectAll().where('key', '=', row.article_key).executeTakeFirst();
    if (article) await dropArticle(tx, article);
    await tx.deleteFrom('capture').where('key', '=', row.key).execute();
  }
}

export async function capturesAfter(
  db: Tx,
  query: { readonly source?: string; readonly after?: string; readonly limit: number },
): Promise<readonly Capture[]> {
  const after =
    query.after === undefined
      ? undefined
      : await db.selectFrom('capture').select('key').where('id', '=', query.after).executeTakeFirst();
  let select = db
    .selectFrom('capture')
    .innerJoin('capture_body', 'capture_body.key', 'capture.key')
    .selectAll('capture')
    .select('capture_body.body')
    .where('capture.demo', '=', 0)
    .orderBy('capture.key')
    .limit(query.limit);
  if (after) select = select.where('capture.key', '>', after.key);
  if (query.source !== undefined)
    select = select.where('capture.id', 'in', (eb) =>
      eb
        .selectFrom('seen_item')
        .select((item) => item.ref('capture_id').$notNull().as('id'))
        .where('source_id', '=', query.source!)
        .where('capture_id', 'is not', null),
    );
  const rows = await select.execute();
  return rows.map((row) => captureOf(row, unpack(row.body)));
}
