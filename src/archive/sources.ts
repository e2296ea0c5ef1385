import { articleAddress, feedAddress } from '../domain/address.ts';
import type { FeedItem } from '../domain/feed.ts';
import { shortHash } from '../domain/ids.ts';
import { utcMs } from '../domain/iso-time.ts';
import type {
  ItemOutcome,
  NewSource,
  Poll,
  Source,
  SourceChanges,
  Sources,
  WaitingItem,
} from '../domain/ports/sources.ts';
import { inBatches } from './batches.ts';
import { agedCaptures, applyRetention, capturesAfter, costOf, freshnessOf } from './source-captures.ts';
import { commit, emptyLog, parsed, type Store, type Tx } from './store.ts';
import { buriedAmong } from './tombstones.ts';

/** First guess of how often a feed has something new. */
const FIRST_INTERVAL_MS = 30 * 60_000;

export function sourcesOf(store: Store): Sources {
  const { db } = store;
  return {
    addSource: (source, nowMs) => commit(store, (tx) => addSource(tx, source, nowMs)),
    source: (id) => sourceById(db, id),
    sources: async () => {
      const rows = await db
        .selectFrom('source')
        .select('data')
        .orderBy('folder')
        .orderBy('name')
        .orderBy('id')
        .execute();
      return rows.map(({ data }) => parsed<Source>(data));
    },
    changeSource: (id, changes) => commit(store, (tx) => changeSource(tx, id, changes)),
    removeSource: async (id) => {
      await db.deleteFrom('source').where('id', '=', id).execute();
    },
    dueSources: async (nowMs, limit) => {
      const rows = await db
        .selectFrom('source')
        .select('data')
        .where('paused', '=', 0)
        .where('retired', '=', 0)
        .where('due_ms', '<=', nowMs)
        .orderBy('due_ms')
        .limit(limit)
        .execute();
      return rows.map(({ data }) => parsed<Source>(data));
    },
    nextDueMs: async () => {
      const row = await db
        .selectFrom('source')
        .select((eb) => eb.fn.min('due_ms').as('due'))
        .where('paused', '=', 0)
        .where('retired', '=', 0)
        .executeTakeFirst();
      return row?.due ?? undefined;
    },
    keepPoll: (id, poll) => commit(store, (tx) => keepPoll(tx, id, poll)),
    waitingItems: (nowMs, limit) => waitingItems(db, nowMs, limit),
    settleItem: (source, key, outcome) => commit(store, (tx) => settleItem(tx, source, key, outcome)),
    robots: async (origin) => {
      const row = await db.selectFrom('robots').selectAll().where('origin', '=', origin).executeTakeFirst();
      return row && { state: row.state, body: row.body, fetchedAtMs: row.fetched_ms, expiresAtMs: row.expires_ms };
    },
    keepRobots: async (origin, robots) => {
      const row = {
        ...{ state: robots.state, body: robots.body },
        ...{ fetched_ms: robots.fetchedAtMs, expires_ms: robots.expiresAtMs },
      };
      await db
        .insertInto('robots')
        .values({ origin, ...row })
        .onConflict((conflict) => conflict.column('origin').doUpdateSet(row))
        .execute();
    },
    freshness: (id) => freshnessOf(db, id),
    cost: (id) => costOf(db, id),
    agedCaptures: (id, beforeMs, limit) => agedCaptures(db, id, beforeMs, limit),
    applyRetention: async (decisions) => {
      await commit(store, (tx) => applyRetention(tx, decisions));
      if (decisions.length > 0) await emptyLog(store);
    },
    captures: (query) => capturesAfter(db, query),
  };
}

async function sourceById(db: Tx, id: string): Promise<Source | undefined> {
  const row = await db.selectFrom('source').select('data').where('id', '=', id).executeTakeFirst();
  return row && parsed<Source>(row.data);
}

async function addSource(tx: Tx, given: NewSource, nowMs: number) {
  const address = feedAddress(given.url) ?? given.url;
  const known = await tx.selectFrom('source').select('id').where('address', '=', address).executeTakeFirst();
  if (known) return { id: known.id, isNew: false };
  const id = shortHash('source', address);
  const source: Source = {
    ...{ id, url: given.url, kind: given.kind, name: given.name, homepage: given.homepage, folder: given.folder },
    ...{ language: given.language, country: given.country, owner: given.owner },
    fullText: given.fullText ?? 'when-short',
    retention: given.retention ?? { keep: 'all' },
    paused: false,
    retired: false,
    checkedAtMs: given.unchecked ? null : nowMs,
    addedAtMs: nowMs,
    schedule: { dueAtMs: nowMs, intervalMs: FIRST_INTERVAL_MS, rhythmMs: [] },
    validators: { etag: null, lastModified: null },
    health: {
      ...{ lastPollMs: null, lastGoodMs: null, failuresInARow: 0 },
      ...{ error: null, message: null, reservations: null },
    },
    webSub: null,
  };
  await tx
    .insertInto('source')
    .values({ id, address, ...columnsOf(source) })
    .execute();
  return { id, isNew: true };
}

const columnsOf = (source: Source) => ({
  name: source.name,
  folder: source.folder,
  paused: source.paused ? 1 : 0,
  retired: source.retired ? 1 : 0,
  due_ms: source.schedule.dueAtMs,
  data: JSON.stringify(source),
});

async function write(tx: Tx, source: Source): Promise<void> {
  await tx.updateTable('source').set(columnsOf(source)).where('id', '=', source.id).execute();
}

async function changeSource(tx: Tx, id: string, { dueAtMs, webSub, ...changes }: SourceChanges): Promise<void> {
  const source = await sourceById(tx, id);
  if (!source) return;
  await write(tx, {
    ...source,
    ...changes,
    // Whoever asks for a poll, or goes on after a pause, also wants a retired source looked at again.
    ...(dueAtMs !== undefined && { schedule: { ...source.schedule, dueAtMs }, retired: false }),
    ...(webSub !== undefined && { webSub }),
  });
}

async function keepPoll(tx: Tx, id: string, poll: Poll): Promise<readonly string[]> {
  const source = await sourceById(tx, id);
  if (!source) return [];
  const url = poll.movedTo ?? source.url;
  const address = feedAddress(url) ?? url;
  const other = await tx.selectFrom('source').select('id').where('address', '=', address).executeTakeFirst();
  // Two sources that moved to one address stay two until the reader removes one: the address is not taken over.
  const hasMoved = poll.movedTo !== undefined && (other === undefined || other.id === id);
  const facts = poll.facts ?? {};
  await write(tx, {
    ...source,
    ...(hasMoved && { url }),
    name: source.name || (facts.name ?? ''),
    homepage: source.homepage ?? facts.homepage ?? null,
    language: source.language ?? facts.language ?? null,
    retired: poll.retired ?? source.retired,
    checkedAtMs: poll.checked ? poll.atMs : source.checkedAtMs,
    schedule: poll.schedule,
    validators: poll.validators,
    health: poll.health,
  });
  if (hasMoved) await tx.updateTable('source').set({ address }).where('id', '=', id).execute();
  return keepItems(tx, id, poll);
}

async function keepItems(tx: Tx, source: string, poll: Poll): Promise<readonly string[]> {
  const items = [...new Map(poll.items.map((item) => [item.key, item])).values()];
  const fresh: string[] = [];
  await inBatches(items, async (batch) => {
    const addresses = batch.map(({ item }) => (item.link === null ? null : (articleAddress(item.link) ?? null)));
    const buried = await buriedAmong(tx, addresses);
    const rows = await tx
      .insertInto('seen_item')
      .values(
        batch.map(({ key, item, seenAtMs }, index) => ({
          ...{ source_id: source, key, seen_ms: seenAtMs },
          // What was removed on request is not kept as a feed's item either.
          ...(buried.has(addresses[index] ?? '')
            ? { state: 'refused' as const, item: null, address: null }
            : { state: 'waiting' as const, item: JSON.stringify(item), address: addresses[index] ?? null }),
          published_ms: (item.published === null ? undefined : utcMs(item.published)) ?? null,
          attempts: 0,
          retry_ms: 0,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .returning(['key', 'state'])
      .execute();
    fresh.push(...rows.filter(({ state }) => state === 'waiting').map(({ key }) => key));
  });
  return fresh;
}

async function waitingItems(db: Tx, nowMs: number, limit: number): Promise<readonly WaitingItem[]> {
  const rows = await db
    .selectFrom('seen_item')
    .selectAll()
    .where('state', '=', 'waiting')
    .where('retry_ms', '<=', nowMs)
    .orderBy('seen_ms')
    .orderBy('source_id')
    .orderBy('key')
    .limit(limit)
    .execute();
  return rows.flatMap((row) =>
    row.item === null
      ? []
      : [
          {
            ...{ source: row.source_id, key: row.key, item: parsed<FeedItem>(row.item) },
            ...{ seenAtMs: row.seen_ms, attempts: row.attempts },
          },
        ],
  );
}

/** What is settled keeps its key and its times; the publisher's words are in the capture, or nowhere. */
async function settleItem(tx: Tx, source: string, key: string, outcome: ItemOutcome): Promise<void> {
  const change =
    outcome.state === 'waiting'
      ? { retry_ms: outcome.retryAtMs, error: outcome.error, message: outcome.message }
      : outcome.state === 'kept'
        ? { item: null, capture_id: outcome.capture, ended_ms: outcome.atMs, error: null, message: null }
        : { item: null, ended_ms: outcome.atMs, error: outcome.error, message: outcome.message };
  await tx
    .updateTable('seen_item')
    .set((eb) => ({
      ...change,
      state: outcome.state,
      ...(outcome.state === 'waiting' && { attempts: eb('attempts', '+', 1) }),
    }))
    .where('source_id', '=', source)
    .where('key', '=', key)
    .where('state', '=', 'waiting')
    .execute();
}
