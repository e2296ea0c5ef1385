import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { makeFetcher } from './fetch.ts';
import { isPublicAddress, makeGuard, NetworkListError } from './guard.ts';
import { localServer } from './testing/local-server.ts';

const LOCAL = ['127.0.0.1', '::1', '::ffff:127.0.0.1', '0.0.0.0', '10.20.30.40', '169.254.169.254', '168.63.129.16'];
const INNER = [
  '172.16.0.1',
  '172.31.255.255',
  '100.100.100.200',
  '192.0.0.8',
  '198.19.0.1',
  '224.0.0.251',
  '255.255.255.255',
];
const TUNNELS = [
  '64:ff9b::7f00:1',
  '2002:7f00:1::',
  '2001:0:1::1',
  'fe80::1',
  'fd12::1',
  '2001:db8::9',
  '3fff:1::1',
  '4000::1',
];
const PUBLIC = [
  '172.15.255.255',
  '172.32.0.0',
  '100.128.0.0',
  '192.0.1.0',
  '168.63.129.17',
  '2001:200::1',
  '2a00:1450::1',
];

test('addresses of inner networks, tunnels and cloud platforms are not the public internet', () => {
  assert.deepEqual([...LOCAL, ...INNER, ...TUNNELS].filter(isPublicAddress), []);
  assert.deepEqual(
    PUBLIC.filter((address) => !isPublicAddress(address)),
    [],
  );
});

test('one inner address among the answers of a name denies them all', async () => {
  const guard = makeGuard({ lookup: async () => ['93.184.215.14', '10.0.0.7'] });
  const answer = await guard.resolve('news.example', 443);
  assert.equal('error' in answer && answer.error, 'denied-address');
});

test('ports of databases and mail are closed, those of the web are open', async () => {
  const guard = makeGuard({ lookup: async () => ['93.184.215.14'] });
  for (const port of [22, 25, 6379, 9200, 11211]) assert.ok('error' in guard.admit(`http://news.example:${port}/`));
  for (const port of [80, 443, 8080, 8443]) assert.ok(guard.admit(`http://news.example:${port}/`) instanceof URL);
});

test('the operator opens networks with their ports, and nothing beside them', async () => {
  const guard = makeGuard({ allowNetworks: '127.0.0.0/8:*, 10.1.2.0/24:9000 [fd00::]/8' });
  const isOpen = async (host: string, port: number) => !('error' in (await guard.resolve(host, port)));
  assert.equal(await isOpen('127.0.0.1', 5000), true);
  assert.equal(await isOpen('10.1.2.9', 9000), true);
  assert.equal(await isOpen('10.1.2.9', 80), false);
  assert.equal(await isOpen('10.1.3.9', 9000), false);
  assert.equal(await isOpen('fd00::5', 8080), true);
  assert.equal(await isOpen('fd00::5', 5432), false);
  assert.equal(await isOpen('93.184.215.14', 5000), false);
  assert.throws(() => makeGuard({ allowNetworks: '127.0.0.0/8:*,everything' }), NetworkListError);
  assert.throws(() => makeGuard({ allowNetworks: '10.0.0.0/33' }), NetworkListError);
});

test('a server on this machine hears nothing of an address that leads to it', async () => {
  await using server = await localServer((_request, response) => response.end('secret'));
  const fetcher = makeFetcher({ guard: makeGuard({ lookup: async () => ['127.0.0.1'] }), userAgent: 'Stemma/test' });
  for (const host of ['127.0.0.1', '2130706433', '0x7f.1', '[::ffff:127.0.0.1]', 'rebound.example']) {
    const result = await fetcher.fetch(`http://${host}:${server.port}/`);
    assert.ok('error' in result, host);
  }
  await fetcher.close();
  assert.deepEqual(server.asked, []);
});

test('a redirect into the inner network is not followed', async () => {
  await using inner = await localServer((_request, response) => response.end('secret'), '127.0.0.2');
  await using outer = await localServer((_request, response) => {
    response.writeHead(302, { location: `${inner.origin}/admin` }).end();
  });
  const guard = makeGuard({ allowNetworks: '127.0.0.1/32:*' });
  const fetcher = makeFetcher({ guard, userAgent: 'Stemma/test' });
  const result = await fetcher.fetch(`${outer.origin}/news`);
  await fetcher.close();
  assert.equal('error' in result && result.error, 'denied-address');
  assert.deepEqual([outer.asked, inner.asked], [['/news'], []]);
});

test('a name that changes its answer after the check is connected to at the checked address', async () => {
  await using checked = await localServer((_request, response) => response.end('the news'), '127.0.0.1');
  let asked = 0;
  const guard = makeGuard({
    allowNetworks: '127.0.0.1/32:*',
    lookup: async () => [['127.0.0.1'], ['127.0.0.3']][Math.min(asked++, 1)]!,
  });
  const fetcher = makeFetcher({ guard, userAgent: 'Stemma/test' });
  const first = await fetcher.fetch(`http://rebind.example:${checked.port}/`);
  assert.equal('error' in first, false);
  assert.equal(asked, 1, 'one question to the name server for one connection');
  await fetcher.close();
});

type Row = {
  readonly id: string;
  readonly url: string;
  readonly expect: 'allow' | 'deny';
  readonly dns?: Readonly<Record<string, readonly string[]>>;
};

test('the shared list of hostile addresses leaks nothing and blocks nothing public', async (t) => {
  const file = new URL('../../../shared/bench/data/hostile/ssrf.jsonl', import.meta.url);
  if (!existsSync(file)) return t.skip('hostile/ssrf.jsonl not found: ../shared is not beside this checkout');
  const rows = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
  const direct = rows.filter((row) => !('redirect' in row) && !('carrier' in row) && !('dns_seq' in row));
  const wrong: string[] = [];
  for (const row of direct) {
    const guard = makeGuard({ lookup: async (host) => row.dns?.[host] ?? [] });
    const url = guard.admit(row.url);
    const checked = 'error' in url ? url : await guard.resolve(url.hostname, Number(url.port) || 80);
    if ('error' in checked !== (row.expect === 'deny')) wrong.push(`${row.id} ${row.url}`);
  }
  assert.ok(direct.length > 100);
  assert.deepEqual(wrong, []);
});
