import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext, test } from 'node:test';
import { openArchive } from '../archive/archive.ts';
import type { Capture } from '../domain/capture.ts';
import type { NewSource, Source, Sources } from '../domain/ports/sources.ts';
import { makeFeedReader } from './feeds/feed-reader.ts';
import { makeFetcher } from './fetch.ts';
import { capturesFrom, DEFAULT_FILE_OPTIONS, type SkippedFile } from './files.ts';
import { makeGuard } from './guard.ts';
import { keptCaptures } from './kept-captures.ts';
import { makeOptOuts } from './opt-outs.ts';
import { type CollectPorts, collectRound, mendSchedules } from './round.ts';
import { type LocalServer, localServer } from './testing/local-server.ts';
import { writeWarc } from './warc-write.ts';

const reader = makeFeedReader();
after(() => reader.close());

const START_MS = Date.parse('2026-11-22T08:00:00Z');
const LONG = 'The minister said that the talks would go on. '.repeat(60);

/** A desk over a real archive in a folder of its own; time passes only when told to. */
async function desk(t: TestContext) {
  const dataDir = await mkdtemp(join(tmpdir(), 'stemma-collect-'));
  let nowMs = START_MS;
  const clock = { nowMs: () => nowMs };
  const { archive, sources } = await openArchive({ dataDir, clock });
  const fetcher = makeFetcher({
    guard: makeGuard({ allowNetworks: '127.0.0.0/8:*' }),
    clock,
    userAgent: 'Stemma/test',
    limits: { hostDelayMs: 0 },
  });
  const kept: Capture[] = [];
  const ports: CollectPorts = {
    ...{ sources, fetcher, reader, clock },
    random: () => 0.5,
    keep: async (capture) => {
      kept.push(capture);
      return (await archive.keepCapture(capture)).outcome === 'refused' ? 'refused' : 'kept';
    },
  };
  t.after(async () => {
    await Promise.all([fetcher.close(), archive.close()]);
    await rm(dataDir, { recursive: true });
  });
  return {
    ...{ ports, sources, kept },
    wait: (ms: number) => {
      nowMs += ms;
    },
    follow: async (url: string, more: Partial<NewSource> = {}) =>
      (await sources.addSource({ ...NEW, url, ...more }, nowMs)).id,
    round: () => collectRound(ports),
  };
}

const NEW: Omit<NewSource, 'url'> = {
  ...{ kind: 'feed', name: 'Harbour Post', homepage: null, folder: null, language: 'en', country: null, owner: null },
  fullText: 'when-short',
};

const item = (n: number, server: { readonly origin: string }, more = '') =>
  `<item><guid>${n}</guid><title>Item ${n}</title><link>${server.origin}/a/${n}?utm_source=rss</link>${more}</item>`;
const feedOf = (...items: readonly string[]) =>
  `<rss version="2.0"><channel><title>Post</title>${items.join('')}</channel></rss>`;

async function must(sources: Sources, id: string): Promise<Source> {
  const source = await sources.source(id);
  assert.ok(source);
  return source;
}

test('items with a teaser bring their page, items with the whole text bring their own words', async (t) => {
  const d = await desk(t);
  await using server: LocalServer = await localServer((q, r) => {
    if (q.url === '/feed')
      r.end(
        feedOf(
          item(1, server, '<description>Teaser.</description>'),
          item(2, server, `<description>${LONG}</description>`),
        ),
      );
    else if (q.url!.startsWith('/a/1'))
      r.setHeader('content-type', 'text/html').end(`<title>Page</title><p>${LONG}</p>`);
    else r.writeHead(404).end();
  });
  await d.follow(`${server.origin}/feed`);
  const report = await d.round();
  assert.deepEqual([report.polled, report.newItems, report.kept], [1, 2, 2]);
  assert.deepEqual(d.kept.map((capture) => capture.origin).sort(), ['feed', 'fetch']);
  assert.ok(
    d.kept.every((capture) => capture.given?.outlet === 'Harbour Post' && capture.given.title?.startsWith('Item')),
  );
  assert.ok(!server.asked.some((path) => path.startsWith('/a/2')));
});

test('a feed that says the same, or rewinds, brings nothing; a reused GUID and a changed headline do', async (t) => {
  const d = await desk(t);
  let body = '';
  await using server = await localServer((q, r) =>
    q.url === '/feed' ? r.end(body) : r.setHeader('content-type', 'text/html').end(LONG),
  );
  const rounds = [
    feedOf(item(1, server), item(2, server)),
    feedOf(item(2, server), item(3, server)),
    feedOf(item(1, server), item(2, server)),
    feedOf(`<item><guid>1</guid><title>Another</title><link>${server.origin}/a/99</link></item>`),
    feedOf(`<item><guid>3</guid><title>Item 3, corrected</title><link>${server.origin}/a/3</link></item>`),
  ];
  await d.follow(`${server.origin}/feed`, { fullText: 'never' });
  const fresh: number[] = [];
  for (body of rounds) {
    fresh.push((await d.round()).newItems);
    d.wait(86_400_000);
  }
  assert.deepEqual(fresh, [2, 1, 0, 1, 1]);
});

test('what is known is asked for conditionally, and 304 keeps the source well', async (t) => {
  const d = await desk(t);
  const conditions: (string | undefined)[] = [];
  await using server = await localServer((q, r) => {
    conditions.push(q.headers['if-none-match']);
    if (q.headers['if-none-match'] === '"7"') r.writeHead(304).end();
    else r.setHeader('etag', '"7"').end(feedOf());
  });
  const id = await d.follow(`${server.origin}/feed`);
  await d.round();
  d.wait(86_400_000);
  await d.round();
  assert.deepEqual(conditions, [undefined, '"7"']);
  const { health } = await must(d.sources, id);
  assert.deepEqual([health.error, health.lastGoodMs], [null, START_MS + 86_400_000]);
});

test('301 moves a feed, 302 does not, 410 retires it, and the words say so', async (t) => {
  const d = await desk(t);
  await using server = await localServer((q, r) => {
    if (q.url === '/old') r.writeHead(301, { location: '/new' }).end();
    else if (q.url === '/lent') r.writeHead(302, { location: '/new' }).end();
    else if (q.url === '/gone') r.writeHead(410).end();
    else r.end(feedOf());
  });
  const [moved, lent, gone] = await Promise.all(
    ['old', 'lent', 'gone'].map((path) => d.follow(`${server.origin}/${path}`)),
  );
  await d.round();
  assert.equal((await must(d.sources, moved!)).url, `${server.origin}/new`);
  assert.equal((await must(d.sources, lent!)).url, `${server.origin}/lent`);
  const retired = await must(d.sources, gone!);
  assert.deepEqual([retired.retired, /410/.test(retired.health.message!)], [true, true]);
});

test('a failing feed is asked ever more rarely, and Retry-After is kept', async (t) => {
  const d = await desk(t);
  await using server = await localServer((_q, r) => r.writeHead(500).end());
  const id = await d.follow(`${server.origin}/feed`);
  const pauses: number[] = [];
  for (let n = 0; n < 4; n++) {
    await d.round();
    const { schedule, health } = await must(d.sources, id);
    pauses.push(schedule.dueAtMs - health.lastPollMs!);
    d.wait(schedule.dueAtMs - health.lastPollMs!);
  }
  assert.ok(
    pauses.every((pause, n) => n === 0 || pause > pauses[n - 1]! * 1.5),
    pauses.join(),
  );
  await using busy = await localServer((_q, r) => r.writeHead(503, { 'retry-after': '172800' }).end());
  const asked = await d.follow(`${busy.origin}/feed`);
  await d.round();
  const { schedule, health } = await must(d.sources, asked);
  assert.ok(schedule.dueAtMs - health.lastPollMs! >= 172_000_000);
});

test('a feed that hurts its reader is said to, and the others flow on', async (t) => {
  const d = await desk(t);
  await using server = await localServer((q, r) =>
    r.end(
      q.url === '/bad'
        ? `<rss><channel>${'<a>'.repeat(50_000)}`
        : feedOf(item(1, server, `<description>${LONG}</description>`)),
    ),
  );
  const bad = await d.follow(`${server.origin}/bad`);
  await d.follow(`${server.origin}/good`);
  const report = await d.round();
  assert.deepEqual([report.failed, report.kept], [1, 1]);
  assert.equal((await must(d.sources, bad)).health.error, 'too-complex');
});

test('a feed address that was never opened and is dead is found anew from the homepage', async (t) => {
  const d = await desk(t);
  await using server = await localServer((q, r) => {
    if (q.url === '/')
      r.setHeader('content-type', 'text/html').end(
        '<link rel="alternate" type="application/rss+xml" href="/news/rss">',
      );
    else if (q.url === '/news/rss') r.end(feedOf(item(1, server, `<description>${LONG}</description>`)));
    else r.writeHead(404).end();
  });
  const id = await d.follow(`${server.origin}/guessed.xml`, { homepage: `${server.origin}/`, unchecked: true });
  const report = await d.round();
  const source = await must(d.sources, id);
  assert.deepEqual([source.url, source.health.error, report.kept], [`${server.origin}/news/rss`, null, 1]);
  assert.ok(source.checkedAtMs !== null);
});

test('a page that reserves its rights is kept as a link, a site that does is not even fetched', async (t) => {
  const d = await desk(t);
  await using server = await localServer((q, r) => {
    if (q.url === '/.well-known/tdmrep.json') r.end('[{"location":"/a/2","tdm-reservation":1}]');
    else if (q.url === '/robots.txt') r.writeHead(404).end();
    else if (q.url === '/feed') r.end(feedOf(item(1, server), item(2, server)));
    else r.setHeader('content-type', 'text/html').setHeader('tdm-reservation', '1').end(LONG);
  });
  await d.follow(`${server.origin}/feed`);
  await collectRound({ ...d.ports, optOuts: makeOptOuts(d.ports) });
  assert.equal(d.kept.length, 2);
  assert.ok(
    d.kept.every((capture) => capture.reservations?.linkOnly && capture.body.length === 0 && capture.given?.title),
  );
  assert.ok(!server.asked.some((path) => path.startsWith('/a/2')));
});

test('a page that is not to be had leaves the words of the feed', async (t) => {
  const d = await desk(t);
  await using server = await localServer((q, r) => {
    if (q.url === '/feed') r.end(feedOf(item(1, server, '<description>All that the feed says.</description>')));
    else if (q.url === '/robots.txt') r.end('User-agent: *\nDisallow: /a/\n');
    else r.end('never');
  });
  await d.follow(`${server.origin}/feed`);
  await d.round();
  assert.match(Buffer.from(d.kept[0]!.body).toString(), /All that the feed says/);
  assert.ok(!server.asked.some((path) => path.startsWith('/a/')));
});

test('a page that fails for a while is tried later, and its item is not lost', async (t) => {
  const d = await desk(t);
  let isUp = false;
  await using server = await localServer((q, r) => {
    if (q.url === '/feed') r.end(feedOf(item(1, server)));
    else if (q.url === '/robots.txt') r.writeHead(404).end();
    else if (isUp) r.setHeader('content-type', 'text/html').end(LONG);
    else r.writeHead(502).end();
  });
  await d.follow(`${server.origin}/feed`);
  const first = await d.round();
  isUp = true;
  d.wait(3_600_000);
  const second = await d.round();
  assert.deepEqual([first.putOff, first.kept, second.kept], [1, 0, 1]);
});

test('a source that is an index of sitemaps brings the news of its newest ones', async (t) => {
  const d = await desk(t);
  const page = (origin: string, path: string, day: string) =>
    `<url><loc>${origin}${path}</loc><lastmod>${day}</lastmod></url>`;
  await using server = await localServer((q, r) => {
    const { origin } = server;
    if (q.url === '/index.xml')
      r.end(
        `<sitemapindex><sitemap><loc>${origin}/2019.xml</loc><lastmod>2019-12-31</lastmod></sitemap>${['a', 'b', 'c'].map((name) => `<sitemap><loc>${origin}/${name}.xml</loc><lastmod>2026-11-22</lastmod></sitemap>`).join('')}</sitemapindex>`,
      );
    else if (/^\/[abc]\.xml$/.test(q.url!)) r.end(`<urlset>${page(origin, `/p${q.url![1]}`, '2026-11-22')}</urlset>`);
    else if (q.url === '/robots.txt') r.writeHead(404).end();
    else r.setHeader('content-type', 'text/html').end(`<title>x</title>${LONG}`);
  });
  await d.follow(`${server.origin}/index.xml`, { kind: 'sitemap' });
  const report = await d.round();
  assert.equal(report.kept, 3);
  assert.ok(!server.asked.includes('/2019.xml'));
});

test('what was collected is written out as WARC and read back with its addresses and times', async (t) => {
  const d = await desk(t);
  await using server = await localServer((q, r) => {
    if (q.url === '/feed') r.end(feedOf(...Array.from({ length: 4 }, (_, n) => item(n, server))));
    else if (q.url === '/robots.txt') r.writeHead(404).end();
    else r.setHeader('content-type', 'text/html').end(`<title>${q.url}</title>${LONG}`);
  });
  await d.follow(`${server.origin}/feed`);
  await d.round();
  const folder = await mkdtemp(join(tmpdir(), 'stemma-warc-'));
  t.after(() => rm(folder, { recursive: true }));
  const file = join(folder, 'out.warc.gz');
  await writeFile(file, writeWarc(keptCaptures(d.sources), { software: 'Stemma/test', nowMs: START_MS }));
  const back = await Array.fromAsync(capturesFrom(file, { ...DEFAULT_FILE_OPTIONS, nowMs: 0 }));
  const told = (all: readonly (Capture | SkippedFile)[]) =>
    all.map((one) => ('skipped' in one ? one.message : `${one.finalUrl} ${one.sha256} ${one.fetchedAtMs}`)).sort();
  assert.deepEqual(told(back), told(d.kept));
  assert.equal(back.length, 4);
});

test('a clock that was set back does not silence a feed', async (t) => {
  const d = await desk(t);
  await using server = await localServer((_q, r) => r.end(feedOf()));
  const id = await d.follow(`${server.origin}/feed`);
  await d.round();
  d.wait(-400 * 86_400_000);
  assert.equal(await mendSchedules(d.sources, d.ports.clock.nowMs()), 1);
  const report = await d.round();
  assert.equal(report.polled, 1);
  assert.equal((await must(d.sources, id)).health.error, null);
});

test('a source that is hastened while a slow page is still coming in is asked at once', async (t) => {
  const d = await desk(t);
  const pushed = Promise.withResolvers<void>();
  let asked = 0;
  let pushedSource = '';
  await using server = await localServer(async (q, r) => {
    if (q.url === '/robots.txt') r.writeHead(404).end();
    else if (q.url === '/wire') {
      asked++;
      if (asked === 2) pushed.resolve();
      r.end(feedOf());
    } else if (q.url === '/feed') r.end(feedOf(item(1, server)));
    else {
      await d.sources.changeSource(pushedSource, { dueAtMs: START_MS - 1 });
      // The slow page ends only when the hastened feed was asked again.
      await pushed.promise;
      r.setHeader('content-type', 'text/html').end(LONG);
    }
  });
  pushedSource = await d.follow(`${server.origin}/wire`);
  await d.follow(`${server.origin}/feed`);
  const report = await collectRound(d.ports, { again: true });
  assert.deepEqual([asked, report.kept], [2, 1]);
});
