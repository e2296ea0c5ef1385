import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type OutgoingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { getRequestListener } from '@hono/node-server';
import { type RealHouse, realHouse } from '../../../e2e/real-house.ts';
import { makeSite } from '../site.ts';

let real: RealHouse;
let server: Server;
let port: number;

before(async () => {
  real = await realHouse({ host: 'desk.example' });
  server = createServer(getRequestListener(makeSite(real.house).fetch));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

after(async () => {
  server.close();
  server.closeAllConnections();
  await real.close();
});

type Answer = { readonly status: number; readonly headers: OutgoingHttpHeaders; readonly body: string };

/** One request with exactly these headers, over a real socket. */
async function send(method: string, path: string, headers: OutgoingHttpHeaders = {}, body = ''): Promise<Answer> {
  const sent = request({ host: '127.0.0.1', port, method, path, agent: false, headers });
  sent.end(body);
  const [response] = await once(sent, 'response');
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks).toString() };
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const own = (name = '127.0.0.1') => `${name}:${port}`;
const notice = 'kind=other&from=A&contact=a%40b.example&about=%2Farticle%2Fx&words=Please+look';

test('only the site’s own names are answered to, whatever the port', async () => {
  for (const host of [
    '127.0.0.1',
    own(),
    'localhost',
    own('localhost'),
    `[::1]:${port}`,
    'desk.example',
    'DESK.example:8484',
  ])
    assert.equal((await send('GET', '/about', { host })).status, 200, host);
  const foreign = [
    'evil.example',
    own('evil.example'),
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '10.0.0.1',
    'localhost:x',
    'a@localhost',
    '0x7f000001',
    'desk.example.',
  ];
  for (const host of foreign) {
    const answer = await send('GET', '/about', { host });
    assert.ok(answer.status === 421 || answer.status === 400, `${host}: ${answer.status}`);
    assert.doesNotMatch(answer.body, /Stemma/, host);
  }
});

test('a change comes from a page of this site or not at all', async () => {
  const refused: readonly OutgoingHttpHeaders[] = [
    {},
    { origin: 'http://evil.example' },
    { origin: 'null' },
    { origin: `http://localhost:${port + 1}` },
    { origin: `https://127.0.0.1:${port}` },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
    { origin: `http://${own()}`, 'sec-fetch-site': 'cross-site' },
    { origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' },
    { referer: `http://${own()}/notice` },
  ];
  for (const path of [
    '/notice',
    '/demo/add',
    '/demo/remove',
    '/sources/paste',
    '/article/x/remove',
    '/seen',
    '/statement/x/correct',
    '/actor/x/merge',
    '/actor/x/split',
    '/corrections/x/undo',
    '/nowhere',
  ])
    for (const headers of refused)
      assert.equal(
        (await send('POST', path, { host: own(), ...FORM, ...headers }, notice)).status,
        403,
        `${path} ${JSON.stringify(headers)}`,
      );
  for (const method of ['PUT', 'DELETE', 'PATCH'])
    assert.equal((await send(method, '/notice', { host: own() })).status, 403, method);
  assert.equal((await real.archive.notices()).length, 0);
  assert.equal(await real.archive.demoState(), 'never');
});

test('a change from a page of this site is made', async () => {
  for (const headers of [
    { origin: `http://${own()}` },
    { 'sec-fetch-site': 'same-origin' },
    { origin: `http://${own()}`, 'sec-fetch-site': 'same-origin' },
  ])
    assert.equal(
      (
        await send(
          'POST',
          '/notice',
          { host: own(), ...FORM, ...headers },
          notice.replace('look', Object.keys(headers).join('+')),
        )
      ).status,
      303,
      JSON.stringify(headers),
    );
  assert.equal((await real.archive.notices()).length, 3);
});

test('a form that is too large is cut off with a sentence', async () => {
  const answer = await send(
    'POST',
    '/notice',
    { host: own(), ...FORM, origin: `http://${own()}` },
    `words=${'x'.repeat(100_000)}`,
  );
  assert.equal(answer.status, 413);
  assert.match(answer.body, /the limit/);
});

test('every answer forbids foreign scripts, frames and guesses about its type', async () => {
  const answers = [
    await send('GET', '/', { host: own() }),
    await send('GET', '/nowhere', { host: own() }),
    await send('GET', '/feed.atom', { host: own() }),
    await send('GET', '/icon.svg', { host: own() }),
    await send('POST', '/seen', { host: own() }),
    await send('GET', '/', { host: 'evil.example' }),
  ];
  for (const { headers, status } of answers) {
    const policy = String(headers['content-security-policy']);
    assert.match(policy, /default-src 'self'/, String(status));
    assert.match(policy, /frame-ancestors 'none'/);
    assert.doesNotMatch(policy, /unsafe|\*|data:|https?:/);
    assert.equal(headers['x-content-type-options'], 'nosniff');
    assert.equal(headers['referrer-policy'], 'same-origin');
    assert.equal(headers['access-control-allow-origin'], undefined);
  }
});

test('the stylesheet keeps for good under a name that changes with it', async () => {
  const page = await send('GET', '/', { host: own() });
  const [, path] = /<link rel="stylesheet" href="([^"]+)">/.exec(page.body)!;
  const sheet = await send('GET', path!, { host: own() });
  assert.equal(sheet.status, 200);
  assert.match(String(sheet.headers['cache-control']), /immutable/);
  assert.match(String(sheet.headers['content-type']), /^text\/css/);
  assert.match(path!, /\.[0-9a-f]{16}\.css$/);
});
