import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openArchive } from '../archive/archive.ts';
import { makeFeedReader } from './feeds/feed-reader.ts';
import { makeFetcher } from './fetch.ts';
import { makeGuard } from './guard.ts';
import { collectRound } from './round.ts';
import { localServer } from './testing/local-server.ts';
import { answerHub } from './websub-desk.ts';

const clock = { nowMs: () => Date.parse('2026-11-22T08:00:00Z') };
const dataDir = await mkdtemp(join(tmpdir(), 'stemma-websub-'));
const { archive, sources } = await openArchive({ dataDir, clock });
const fetcher = makeFetcher({
  guard: makeGuard({ allowNetworks: '127.0.0.0/8:*' }),
  clock,
  userAgent: 'Stemma/test',
  limits: { hostDelayMs: 0 },
});
const reader = makeFeedReader();
after(async () => {
  await Promise.all([fetcher.close(), reader.close(), archive.close()]);
  await rm(dataDir, { recursive: true });
});

test('a feed with a hub is subscribed, confirmed, and hastened by a signed push alone', async () => {
  let asked: URLSearchParams | undefined;
  await using server = await localServer((request, response) => {
    if (request.method === 'POST') {
      let form = '';
      request.on('data', (chunk) => {
        form += chunk;
      });
      request.on('end', () => {
        asked = new URLSearchParams(form);
        response.writeHead(202).end('accepted');
      });
    } else
      response.end(
        `<rss xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>P</title><atom:link rel="hub" href="/hub"/></channel></rss>`,
      );
  });
  const url = `${server.origin}/feed`;
  const facts = {
    kind: 'feed',
    name: 'P',
    homepage: null,
    folder: null,
    language: null,
    country: null,
    owner: null,
  } as const;
  const { id } = await sources.addSource({ url, ...facts }, clock.nowMs());
  const ports = {
    sources,
    fetcher,
    reader,
    clock,
    random: () => 0.5,
    keep: async () => 'kept' as const,
    publicUrl: 'https://desk.example',
  };
  await collectRound(ports);
  assert.equal(asked?.get('hub.topic'), url);
  const token = asked!.get('hub.callback')!.split('/').at(-1)!;
  const hub = (method: string, query: Record<string, string>, signature?: string, body = '') =>
    answerHub({ method, token, query: new URLSearchParams(query), signature, body: Buffer.from(body) }, ports);

  const verified = await hub('GET', {
    'hub.mode': 'subscribe',
    'hub.topic': url,
    'hub.challenge': 'x9',
    'hub.lease_seconds': '864000',
  });
  assert.deepEqual([verified.status, verified.body], [200, 'x9']);
  assert.equal((await sources.source(id))!.webSub?.state, 'confirmed');

  const dueOf = async () => (await sources.source(id))!.schedule.dueAtMs;
  const before = await dueOf();
  assert.ok(before > clock.nowMs());
  assert.equal((await hub('POST', {}, 'sha256=00', '<rss/>')).status, 202);
  assert.equal(await dueOf(), before, 'a push without our signature moves nothing right after a poll');
  const signature = `sha256=${createHmac('sha256', asked!.get('hub.secret')!).update('<rss/>').digest('hex')}`;
  assert.equal((await hub('POST', {}, signature, '<rss/>')).status, 202);
  assert.equal(await dueOf(), clock.nowMs());
  assert.equal(
    (
      await answerHub(
        { method: 'GET', token: 'guess', query: new URLSearchParams(), signature: undefined, body: Buffer.of() },
        ports,
      )
    ).status,
    404,
  );
});
