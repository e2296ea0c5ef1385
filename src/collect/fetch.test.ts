import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { type FetchLimits, isFailure, makeFetcher, userAgentOf } from './fetch.ts';
import { makeGuard } from './guard.ts';
import { localServer } from './testing/local-server.ts';

const guard = makeGuard({ allowNetworks: '127.0.0.0/8:*' });
const fetcherWith = (limits: Partial<FetchLimits> = {}) =>
  makeFetcher({ guard, userAgent: userAgentOf('0.0', 'https://desk.example'), limits: { hostDelayMs: 0, ...limits } });

async function once(answer: RequestListener, path = '/', limits: Partial<FetchLimits> = {}) {
  await using server = await localServer(answer);
  const fetcher = fetcherWith(limits);
  try {
    return { result: await fetcher.fetch(server.origin + path), asked: server.asked };
  } finally {
    await fetcher.close();
  }
}

const errorOf = (result: object) => ('error' in result ? result.error : 'none');
const PAGE = '<p>The minister spoke.</p>'.repeat(100);

test('a page comes in packed in any of the usual ways, and in two at once', async () => {
  const packed: Readonly<Record<string, Buffer>> = {
    identity: Buffer.from(PAGE),
    gzip: gzipSync(PAGE),
    'x-gzip': gzipSync(PAGE),
    br: brotliCompressSync(PAGE),
    zstd: zstdCompressSync(PAGE),
    deflate: deflateSync(PAGE),
    'deflate, gzip': gzipSync(deflateSync(PAGE)),
    'br,gzip': gzipSync(brotliCompressSync(PAGE)),
  };
  for (const [encoding, body] of Object.entries(packed)) {
    const { result } = await once((_q, r) => r.setHeader('content-encoding', encoding).end(body));
    assert.ok(!isFailure(result), `${encoding}: ${JSON.stringify(result)}`);
    assert.equal(Buffer.from(result.body).toString(), PAGE, encoding);
  }
});

test('raw deflate and a body that is not packed at all are read too', async () => {
  const raw = await once((_q, r) => r.setHeader('content-encoding', 'deflate').end(deflateRawSync(PAGE)));
  const plain = await once((_q, r) => r.setHeader('content-encoding', 'gzip').end(PAGE));
  for (const { result } of [raw, plain]) assert.equal(!isFailure(result) && Buffer.from(result.body).toString(), PAGE);
});

test('a small answer that unfolds beyond the limit is cut, nested bombs too', async () => {
  const zeros = Buffer.alloc(20_000_000);
  const bombs: readonly (readonly [string, Buffer])[] = [
    ['gzip', gzipSync(zeros)],
    ['br', brotliCompressSync(zeros)],
    ['zstd', zstdCompressSync(zeros)],
    ['gzip, gzip', gzipSync(gzipSync(zeros))],
  ];
  for (const [encoding, body] of bombs) {
    const { result } = await once((_q, r) => r.setHeader('content-encoding', encoding).end(body), '/', {
      maxBodyBytes: 1_000_000,
    });
    assert.equal(errorOf(result), 'too-large', encoding);
  }
});

test('a broken or unknown packing is said, not guessed', async () => {
  const cut = gzipSync(PAGE.repeat(50)).subarray(0, 60);
  const broken = await once((_q, r) => r.setHeader('content-encoding', 'gzip').end(cut));
  const unknown = await once((_q, r) => r.setHeader('content-encoding', 'exi').end('x'));
  const deep = await once((_q, r) => r.setHeader('content-encoding', 'gzip,gzip,gzip,gzip').end('x'));
  assert.deepEqual(
    [broken, unknown, deep].map(({ result }) => errorOf(result)),
    Array(3).fill('bad-encoding'),
  );
});

test('an answer larger than allowed is cut on the wire, announced or not', async () => {
  const announced = await once((_q, r) => r.end('x'.repeat(5000)), '/', { maxWireBytes: 1000 });
  const silent = await once(
    (_q, r) => {
      r.write('x'.repeat(2000));
      r.end('x'.repeat(5000));
    },
    '/',
    { maxWireBytes: 1000 },
  );
  assert.deepEqual(
    [announced, silent].map(({ result }) => errorOf(result)),
    ['too-large', 'too-large'],
  );
});

test('a body that drips is cut by the total time', async () => {
  const { result } = await once(
    (_q, r) => {
      const drip = setInterval(() => r.write('x'), 20);
      r.on('close', () => clearInterval(drip));
    },
    '/',
    { totalMs: 300 },
  );
  assert.equal(errorOf(result), 'timeout');
});

test('a host that never answers, one with endless headers and one that talks nonsense are failures in words', async () => {
  const silent = await once(() => {}, '/', { totalMs: 300 });
  assert.equal(errorOf(silent.result), 'timeout');
  const heads = await once((_q, r) => r.setHeader('x-long', 'y'.repeat(15_000)).end('ok'), '/', {
    maxHeaderBytes: 8192,
  });
  assert.equal(errorOf(heads.result), 'too-large');
  const nonsense = createServer((socket) => socket.end('SSH-2.0-hello\r\n'));
  await new Promise<void>((resolve) => nonsense.listen(0, '127.0.0.1', resolve));
  const fetcher = fetcherWith();
  const result = await fetcher
    .fetch(`http://127.0.0.1:${(nonsense.address() as AddressInfo).port}/`)
    .finally(() => nonsense.close());
  await fetcher.close();
  assert.equal(errorOf(result), 'connection');
});

test('redirects are followed to the page, and told; a circle of them ends', async () => {
  const moved = await once(
    (q, r) => (q.url === '/old' ? r.writeHead(301, { location: '/new' }).end() : r.end('here')),
    '/old',
  );
  assert.ok(!isFailure(moved.result));
  assert.match(moved.result.finalUrl!, /\/new$/);
  assert.deepEqual(
    moved.result.redirects?.map(({ status }) => status),
    [301],
  );
  const circle = await once((_q, r) => r.writeHead(302, { location: '/again' }).end());
  assert.equal(errorOf(circle.result), 'too-many-redirects');
  assert.equal(circle.asked.length, 6);
});

test('a conditional request says what is known and hears that nothing is new', async () => {
  await using server = await localServer((q, r) =>
    q.headers['if-none-match'] === '"v1"' && q.headers['if-modified-since']
      ? r.writeHead(304).end()
      : r.setHeader('etag', '"v1"').end('feed'),
  );
  const fetcher = fetcherWith();
  const first = await fetcher.fetch(server.origin, { kind: 'feed' });
  const again = await fetcher.fetch(server.origin, {
    kind: 'feed',
    etag: '"v1"',
    lastModified: 'Sat, 21 Nov 2026 10:00:00 GMT',
  });
  await fetcher.close();
  assert.equal(isFailure(first), false);
  assert.equal(errorOf(again), 'not-modified');
});

test('robots.txt keeps the program out of what it found by itself, never out of what a reader typed', async () => {
  await using server = await localServer((q, r) =>
    r.end(q.url === '/robots.txt' ? 'User-agent: Stemma\nDisallow: /members/\n' : 'words'),
  );
  const fetcher = fetcherWith();
  const found = await fetcher.fetch(`${server.origin}/members/1`, { kind: 'found' });
  const open = await fetcher.fetch(`${server.origin}/news/1`, { kind: 'found' });
  const typed = await fetcher.fetch(`${server.origin}/members/1`);
  await fetcher.close();
  assert.deepEqual([found, open, typed].map(errorOf), ['robots', 'none', 'none']);
  assert.deepEqual(server.asked, ['/robots.txt', '/news/1', '/members/1']);
});

test('a host without robots.txt is open, one whose robots.txt fails is closed', async () => {
  for (const [status, expected] of [
    [404, 'none'],
    [403, 'none'],
    [503, 'robots'],
  ] as const) {
    await using server = await localServer((q, r) =>
      q.url === '/robots.txt' ? r.writeHead(status).end() : r.end('words'),
    );
    const fetcher = fetcherWith();
    assert.equal(errorOf(await fetcher.fetch(`${server.origin}/news`, { kind: 'found' })), expected, String(status));
    await fetcher.close();
  }
});

test('a redirect of a found page is asked about in the robots.txt of where it leads', async () => {
  await using target = await localServer(
    (q, r) => r.end(q.url === '/robots.txt' ? 'User-agent: *\nDisallow: /\n' : 'no'),
    '127.0.0.2',
  );
  await using start = await localServer((q, r) =>
    q.url === '/robots.txt' ? r.writeHead(404).end() : r.writeHead(302, { location: `${target.origin}/x` }).end(),
  );
  const fetcher = fetcherWith();
  const result = await fetcher.fetch(`${start.origin}/go`, { kind: 'found' });
  await fetcher.close();
  assert.equal(errorOf(result), 'robots');
  assert.deepEqual(target.asked, ['/robots.txt']);
});

test('a host that says Retry-After is left alone until then', async () => {
  await using server = await localServer((_q, r) => r.writeHead(429, { 'retry-after': '3600' }).end());
  const fetcher = fetcherWith();
  const first = await fetcher.fetch(`${server.origin}/a`);
  const second = await fetcher.fetch(`${server.origin}/b`);
  await fetcher.close();
  assert.deepEqual([first, second].map(errorOf), ['http-status', 'host-busy']);
  assert.deepEqual(server.asked, ['/a']);
  assert.ok(isFailure(second) && second.retryAtMs! > Date.now() + 3_000_000);
});

test('never more requests at once to one host than allowed', async () => {
  let [running, most] = [0, 0];
  await using server = await localServer((_q, r) => {
    most = Math.max(most, ++running);
    setTimeout(() => {
      running--;
      r.end('words');
    }, 30);
  });
  const fetcher = fetcherWith({ maxPerHost: 2 });
  await Promise.all([1, 2, 3, 4, 5, 6].map((n) => fetcher.fetch(`${server.origin}/${n}`)));
  await fetcher.close();
  assert.equal(most, 2);
});

test('what a publisher reserves is kept with the capture', async () => {
  const { result } = await once((_q, r) =>
    r
      .setHeader('content-type', 'text/html')
      .setHeader('tdm-reservation', '1')
      .setHeader('x-robots-tag', 'noarchive, otherbot: noindex')
      .end(
        '<meta name="robots" content="max-snippet:80"><script type="application/ld+json">{"isAccessibleForFree": false}</script>',
      ),
  );
  assert.ok(!isFailure(result));
  const { evidence, ...said } = result.reservations!;
  assert.deepEqual(said, { linkOnly: true, noArchive: true, maxSnippetChars: 80, free: false });
  assert.equal(evidence.length, 4);
});

test('the program says who it is and where to complain', async () => {
  let agent: string | undefined;
  await once((q, r) => {
    agent = q.headers['user-agent'];
    r.end();
  });
  assert.equal(agent, 'Stemma/0.0 (+https://desk.example)');
  assert.equal(userAgentOf('1', ''), 'Stemma/1');
});

test('Crawl-delay is kept between two pages, and a queue because of it does not make robots.txt unreachable', async () => {
  await using server = await localServer((q, r) =>
    r.end(q.url === '/robots.txt' ? 'User-agent: *\nCrawl-delay: 50\n' : 'words'),
  );
  const asked: string[] = [];
  const store = {
    robots: async () => undefined,
    keepRobots: async (_origin: string, kept: { readonly state: string }) => void asked.push(kept.state),
  };
  const fetcher = makeFetcher({ guard, userAgent: 'Stemma/test', robotsStore: store, limits: { maxHostWaitMs: 1000 } });
  const first = await fetcher.fetch(`${server.origin}/1`, { kind: 'found' });
  const second = await fetcher.fetch(`${server.origin}/2`, { kind: 'found' });
  await fetcher.close();
  assert.deepEqual([first, second].map(errorOf), ['none', 'host-busy']);
  assert.deepEqual(asked, ['read', 'read']);
  assert.ok(isFailure(second) && second.retryAtMs! > Date.now() + 30_000);
});
