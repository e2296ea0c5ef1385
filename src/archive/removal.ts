import { articleAddress } from '../domain/address.ts';
import type { Article } from '../domain/article.ts';
import { addressHash, textHash } from '../domain/burial.ts';
import type { Removal } from '../domain/ports/archive.ts';
import { correctRef } from '../domain/ports/queue.ts';
import { releaseActors } from './actors-in.ts';
import { clearGroup } from './groups.ts';
import { unpackJson } from './packing.ts';
import type { Tx } from './store.ts';
import { refreshStory } from './stories.ts';
import type { ArticleRow } from './tables.ts';
import { hashesOf } from './tombstones.ts';

/** Takes an article out with everything that rests on it, and lays a tombstone of hashes in its place. */
export async function removeArticle(
  tx: Tx,
  id: string,
  reason: string,
  notice: string | undefined,
  nowMs: number,
): Promise<Removal | undefined> {
  const row = await tx.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return undefined;
  const { hashes, text } = await hashesOfArticle(tx, row);
  await tx
    .insertInto('tombstone')
    .values({
      article_id: id,
      address_hash: row.address === null ? null : addressHash(row.address),
      text_hash: textHash(text),
      reason,
      notice_id: notice ?? null,
      removed_ms: nowMs,
    })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ reason, removed_ms: nowMs }))
    .execute();
  for (const hash of new Set(hashes))
    await tx
      .insertInto('tombstone_hash')
      .values({ hash, article_id: id })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const statements = await tx.selectFrom('statement').select('id').where('article_key', '=', row.key).execute();
  const gone = [id, ...statements.map((statement) => statement.id)];
  const left = await dropArticle(tx, row);
  for (const lost of [...gone, ...left.gone])
    await tx
      .insertInto('gone')
      .values({ id: lost, article_id: id, removed_ms: nowMs })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ removed_ms: nowMs }))
      .execute();
  return { article: id, statements: statements.length, storyline: left.storyline };
}

async function hashesOfArticle(tx: Tx, row: ArticleRow) {
  const revisions = await tx
    .selectFrom('revision')
    .innerJoin('capture', 'capture.key', 'revision.capture_key')
    .select(['revision.key', 'revision.cleaned'])
    .where('revision.article_key', '=', row.key)
    .orderBy('revision.seen_ms')
    .execute();
  const captures = await tx
    .selectFrom('capture')
    .select(['sha256', 'url', 'final_url', 'address'])
    .where('article_key', '=', row.key)
    .execute();
  const cleaned = revisions.map((revision) => unpackJson<Article>(revision.cleaned));
  const hashes = hashesOf({
    addresses: [
      row.address,
      ...captures.flatMap(({ url, final_url }) => [url, final_url].map((one) => one && articleAddress(one))),
    ].map((address) => address || null),
    bytes: captures.map((capture) => capture.sha256),
    texts: cleaned.map(({ text }) => text),
  });
  return { hashes, text: cleaned.at(-1)?.text ?? '' };
}

/**
 * Deletes an article's rows without a tombstone: captures, revisions, words, statements, actors named nowhere else,
 * and what its storyline had derived from it. Answers with the storyline that is left to group again and with the ids that are no more.
 */
export async function dropArticle(
  tx: Tx,
  row: ArticleRow,
): Promise<{ readonly storyline: string | null; readonly gone: readonly string[] }> {
  const place =
    row.story_key === null
      ? undefined
      : await tx
          .selectFrom('story')
          .innerJoin('storyline', 'storyline.key', 'story.storyline_key')
          .select(['story.key', 'story.id', 'storyline.key as storyline', 'storyline.id as storylineId'])
          .where('story.key', '=', row.story_key)
          .executeTakeFirst();
  await releaseActors(tx, row);
  await dropCorrections(tx, row);
  if (place) await clearGroup(tx, place.storyline);
  const captures = await tx
    .selectFrom('capture')
    .select(['id', 'address'])
    .where('article_key', '=', row.key)
    .execute();
  const addresses = [...new Set([row.address, ...captures.map(({ address }) => address)])].filter(
    (one) => one !== null,
  );
  await tx
    .deleteFrom('task')
    .where('ref', 'in', [row.id, correctRef(row.id), ...captures.map(({ id }) => id)])
    .execute();
  await tx.deleteFrom('article').where('key', '=', row.key).execute();
  // Pages of the same address that brought no article: their bytes may hold the words all the same. So may a feed's item.
  if (addresses.length > 0) {
    await tx
      .deleteFrom('capture')
      .where('address', 'in', addresses)
      .where('demo', '=', row.demo)
      .where('article_key', 'is', null)
      .execute();
    await tx
      .updateTable('seen_item')
      .set({ item: null, address: null, state: 'refused' })
      .where('address', 'in', addresses)
      .execute();
  }
  if (!place) return { storyline: null, gone: [] };
  await refreshStory(tx, place.key, true);
  const story = await tx.selectFrom('story').select('key').where('key', '=', place.key).executeTakeFirst();
  const storyline = await tx
    .selectFrom('storyline')
    .select('key')
    .where('key', '=', place.storyline)
    .executeTakeFirst();
  return {
    storyline: storyline ? place.storylineId : null,
    gone: [...(story ? [] : [place.id]), ...(storyline ? [] : [place.storylineId])],
  };
}

/** Corrections hold the words or names of what they put right: those bound to the article go with it, and those that hold in no other. */
async function dropCorrections(tx: Tx, row: ArticleRow): Promise<void> {
  const held = await tx
    .selectFrom('correction_use')
    .select('correction_id')
    .where('article_key', '=', row.key)
    .where('correction_id', 'not in', (eb) =>
      eb.selectFrom('correction_use').select('correction_id').where('article_key', '<>', row.key),
    )
    .execute();
  await tx
    .deleteFrom('correction')
    .where((eb) =>
      eb.or([
        eb('article_id', '=', row.id),
        eb(
          'id',
          'in',
          held.map(({ correction_id }) => correction_id),
        ),
        // One that was undone holds nowhere; its names go with the last article that bears them.
        eb.and([
          eb('undone_ms', 'is not', null),
          eb('actor_id', 'is not', null),
          eb('actor_id', 'not in', eb.selectFrom('actor').select('id')),
        ]),
      ]),
    )
    .execute();
}
