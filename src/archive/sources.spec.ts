import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FeedItem } from '../domain/feed.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { NewSource, Poll, SeenItem, Sources } from '../domain/ports/sources.ts';
import { captureOf, keepSpecimen, type Specimen } from './specimens.ts';

export type OpenSourcesForSpec = () => Promise<{
  readonly archive: Archive;
  readonly sources: Sources;
  readonly close: () => Promise<void>;
}>;

const MINUTE = 60_000;

const feed = (facts: Partial<NewSource> = {}): NewSource => ({
  ...{ url: 'https://courier.example/feed', kind: 'feed', name: 'Courier', homepage: null, folder: null },
  ...{ language: null, country: null, owner: null },
  ...facts,
});

const item = (path: string, published: string | null = null): FeedItem => ({
  ...{ id: path, link: `https://courier.example${path}`, title: path, titleType: 'text', authors: [] },
  ...{ published, updated: null, summary: 'In short.', content: null, enclosures: [], source: null },
});

const seen = (path: string, seenAtMs: number, published: string | null = null): SeenItem => ({
  key: path,
  item: item(path, published),
  seenAtMs,
});

const report = (path: string, atMs: number): Specimen => ({
  ...{
    title: `Report ${path}`,
    text: `A report on ${path} was published.`,
    url: `https://courier.example${path}`,
    atMs,
  },
});

/** What every store must do with followed feeds. */
export function describeSources(name: string, open: OpenSourcesForSpec): void {
  describe(`followed feeds in ${name}`, () => {
    let store: Awaited<ReturnType<OpenSourcesForSpec>>;
    let id = '';
    before(async () => {
      store = await open();
    });
    after(() => store.close());

    const poll = async (facts: Partial<Poll>): Promise<readonly string[]> => {
      const source = (await store.sources.source(id))!;
      const { schedule, validators, health } = source;
      return store.sources.keepPoll(id, { atMs: 10, schedule, validators, health, items: [], ...facts });
    };

    it('are one source under one address, whoever adds them again', async () => {
      const first = await store.sources.addSource(feed(), 0);
      assert.equal(first.isNew, true);
      id = first.id;
      const again = await store.sources.addSource(feed({ url: 'http://www.courier.example/feed/', name: 'Other' }), 5);
      assert.deepEqual(again, { id, isNew: false });
      assert.deepEqual(
        (await store.sources.sources()).map((source) => [source.name, source.checkedAtMs, source.fullText]),
        [['Courier', 0, 'when-short']],
      );
    });

    it('are due when their time has come, and not while they are paused or retired', async () => {
      const due = async (nowMs: number) => (await store.sources.dueSources(nowMs, 9)).map((source) => source.id);
      assert.deepEqual(await due(0), [id]);
      const source = (await store.sources.source(id))!;
      await poll({ schedule: { ...source.schedule, dueAtMs: 30 * MINUTE } });
      assert.deepEqual(await due(29 * MINUTE), []);
      assert.equal(await store.sources.nextDueMs(), 30 * MINUTE);
      await store.sources.changeSource(id, { paused: true });
      assert.deepEqual(await due(31 * MINUTE), []);
      assert.equal(await store.sources.nextDueMs(), undefined);
      await store.sources.changeSource(id, { paused: false });
      await poll({ retired: true });
      assert.deepEqual(await due(31 * MINUTE), []);
      await store.sources.changeSource(id, { dueAtMs: MINUTE });
      assert.deepEqual(await due(MINUTE), [id], 'asked for, it is looked at again');
    });

    it('bring each item once, and keep nothing of its words when it is settled', async () => {
      assert.deepEqual(await poll({ items: [seen('/a', 1, '2025-01-01T10:00:00Z'), seen('/b', 2), seen('/b', 2)] }), [
        '/a',
        '/b',
      ]);
      assert.deepEqual(await poll({ items: [seen('/b', 3), seen('/c', 3)] }), ['/c']);
      const waiting = async (nowMs: number) => (await store.sources.waitingItems(nowMs, 9)).map(({ key }) => key);
      assert.deepEqual(await waiting(10), ['/a', '/b', '/c']);
      const later = { state: 'waiting', retryAtMs: 50, error: 'timeout', message: 'It took too long.' } as const;
      await store.sources.settleItem(id, '/b', later);
      assert.deepEqual(await waiting(10), ['/a', '/c']);
      assert.equal((await store.sources.waitingItems(50, 9)).find(({ key }) => key === '/b')?.attempts, 1);
      const kept = await store.archive.keepCapture(captureOf(report('/a', Date.UTC(2025, 0, 1, 10, 5))));
      const atMs = Date.UTC(2025, 0, 1, 10, 6);
      await store.sources.settleItem(id, '/a', { state: 'kept', capture: kept.id, atMs });
      await store.sources.settleItem(id, '/c', { state: 'failed', error: 'gone', message: 'It is gone.', atMs });
      assert.deepEqual(await waiting(50), ['/b']);
      assert.deepEqual(await poll({ items: [seen('/a', 9), seen('/c', 9)] }), [], 'settled stays settled');
      assert.deepEqual(await store.sources.freshness(id), { medianMs: 6 * MINUTE, p95Ms: 6 * MINUTE, items: 1 });
    });

    it('move with a permanent redirect, and learn of themselves what nobody told', async () => {
      await poll({ movedTo: 'https://courier.example/rss', facts: { name: 'The Courier', language: 'en' } });
      const source = await store.sources.source(id);
      assert.deepEqual([source?.url, source?.name, source?.language], ['https://courier.example/rss', 'Courier', 'en']);
      assert.equal((await store.sources.addSource(feed({ url: 'https://courier.example/rss' }), 0)).isNew, false);
    });

    it('do not bring back what was removed on request', async () => {
      const kept = await keepSpecimen(store.archive, report('/gone', 5));
      await store.archive.removeArticle(kept.article, 'asked for');
      assert.deepEqual(await poll({ items: [seen('/gone', 20), seen('/d', 20)] }), ['/d']);
    });

    it('cost what their captures and texts weigh, and let go of bytes or articles as retention decides', async () => {
      await keepSpecimen(store.archive, report('/a', Date.UTC(2025, 0, 1, 10, 5)));
      const before = await store.sources.cost(id);
      assert.equal(before.articles, 1);
      assert.ok(before.captureBytes > 0 && before.textBytes > 0);
      const [aged] = await store.sources.agedCaptures(id, Date.UTC(2025, 1), 5);
      assert.equal(aged?.hasBytes, true);
      assert.deepEqual(
        (await store.sources.captures({ source: id, limit: 5 })).map(({ id: capture }) => capture),
        [aged!.capture],
      );
      await store.sources.applyRetention([{ capture: aged!.capture, action: 'drop-bytes' }]);
      assert.equal((await store.sources.cost(id)).captureBytes, 0);
      assert.equal((await store.archive.pages.latest({ limit: 9 })).rows.length, 1, 'the clean text stays');
      await store.sources.applyRetention([{ capture: aged!.capture, action: 'delete' }]);
      assert.equal((await store.archive.pages.latest({ limit: 9 })).rows.length, 0);
      assert.equal(
        await store.archive.isBuried({ address: 'https://courier.example/a' }),
        false,
        'no tombstone is laid',
      );
    });

    it('are forgotten with their items, and articles stay', async () => {
      await keepSpecimen(store.archive, report('/stays', 5));
      await store.sources.removeSource(id);
      assert.equal(await store.sources.source(id), undefined);
      assert.deepEqual(await store.sources.waitingItems(100, 9), []);
      assert.equal((await store.archive.pages.latest({ limit: 9 })).rows.length, 1);
    });

    it('keep robots.txt of an origin as last fetched', async () => {
      const robots = { state: 'read', body: new Uint8Array([1, 2]), fetchedAtMs: 1, expiresAtMs: 2 } as const;
      await store.sources.keepRobots('https://courier.example', robots);
      await store.sources.keepRobots('https://courier.example', { ...robots, expiresAtMs: 9 });
      assert.deepEqual(await store.sources.robots('https://courier.example'), { ...robots, expiresAtMs: 9 });
      assert.equal(await store.sources.robots('https://other.example'), undefined);
    });
  });
}
