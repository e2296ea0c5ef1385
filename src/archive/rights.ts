import { articleAddress } from '../domain/address.ts';
import type { Notice, Tombstone } from '../domain/notice.ts';
import type { Rights } from '../domain/ports/archive.ts';
import { demoStateIn, setDemoState } from './demo.ts';
import { dropArticle, removeArticle } from './removal.ts';
import { commitDurably, emptyLog, parsed, type Store } from './store.ts';
import { hashesOf, liesOn } from './tombstones.ts';

export function rightsOf(store: Store): Rights {
  return {
    removeArticle: async (article, reason, notice) => {
      const removal = await commitDurably(store, (tx) =>
        removeArticle(tx, article, reason, notice, store.clock.nowMs()),
      );
      if (removal) await emptyLog(store);
      return removal;
    },
    isBuried: ({ address, text }) =>
      liesOn(
        store.db,
        hashesOf({
          addresses: [address === undefined ? undefined : (articleAddress(address) ?? address)],
          texts: text === undefined ? [] : [text],
        }),
      ),
    tombstone: async (article) => {
      const row = await store.db
        .selectFrom('tombstone')
        .selectAll()
        .where('article_id', '=', article)
        .executeTakeFirst();
      return (
        row &&
        ({
          article: row.article_id,
          addressHash: row.address_hash,
          textHash: row.text_hash,
          reason: row.reason,
          ...(row.notice_id !== null && { notice: row.notice_id }),
          removedAtMs: row.removed_ms,
        } satisfies Tombstone)
      );
    },
    articlesNamed: (names) => articlesNamed(store, names),
    keepNotice: (notice) =>
      commitDurably(store, async (tx) => {
        const row = { received_ms: notice.receivedAtMs, data: JSON.stringify(notice) };
        await tx
          .insertInto('notice')
          .values({ id: notice.id, ...row })
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      }),
    notices: async () => {
      const rows = await store.db.selectFrom('notice').select('data').orderBy('received_ms', 'desc').execute();
      return rows.map(({ data }) => parsed<Notice>(data));
    },
    notice: async (id) => {
      const row = await store.db.selectFrom('notice').select('data').where('id', '=', id).executeTakeFirst();
      return row && parsed<Notice>(row.data);
    },
    demoState: () => demoStateIn(store.db),
    removeDemo: () => removeDemo(store),
    allowDemo: () => commitDurably(store, (tx) => setDemoState(tx, 'allowed')),
  };
}

async function removeDemo(store: Store): Promise<number> {
  const removed = await commitDurably(store, async (tx) => {
    const rows = await tx.selectFrom('article').selectAll().where('demo', '=', 1).execute();
    for (const row of rows) await dropArticle(tx, row);
    const captures = await tx.selectFrom('capture').select('id').where('demo', '=', 1).execute();
    for (const { id } of captures) await tx.deleteFrom('task').where('ref', '=', id).execute();
    for (const table of ['capture', 'story', 'storyline', 'actor', 'actor_form'] as const)
      await tx.deleteFrom(table).where('demo', '=', 1).execute();
    await setDemoState(tx, 'removed');
    return rows.length;
  });
  await emptyLog(store);
  return removed;
}

async function articlesNamed({ db }: Store, names: readonly string[]): Promise<readonly string[]> {
  if (names.length === 0) return [];
  const ids = names.map((name) => /(?:^|\/article\/)([0-9a-f]{16})(?:[/?#]|$)/.exec(name.trim())?.[1] ?? name.trim());
  const addresses = names.flatMap((name) => articleAddress(name.trim()) ?? []);
  const captured = addresses.length
    ? await db.selectFrom('capture').select('article_key').where('address', 'in', addresses).execute()
    : [];
  const keys = captured.map(({ article_key }) => article_key).filter((key) => key !== null);
  const rows = await db
    .selectFrom('article')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('id', 'in', ids),
        ...(addresses.length > 0 ? [eb('address', 'in', addresses)] : []),
        ...(keys.length > 0 ? [eb('key', 'in', keys)] : []),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}
