import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { type RealHouse, realHouse } from '../../e2e/real-house.ts';
import { documentOf, submit, visit, wordsIn } from '../../e2e/visit.ts';
import { type LocalServer, localServer } from '../collect/testing/local-server.ts';
import { makeSite } from './site.ts';

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Quill Post</title><link>https://quillpost.example/</link>
<item><guid>a1</guid><title>Pier &amp; harbour stay closed</title><link>https://quillpost.example/pier</link><pubDate>Mon, 07 Apr 2025 09:00:00 GMT</pubDate></item>
<item><guid>a2</guid><title>Ferry sails again</title><link>https://quillpost.example/ferry</link></item></channel></rss>`;
const OPML = `<opml version="2.0"><body><outline text="Coast"><outline type="rss" text="Gull News" xmlUrl="https://gull.example/rss"/></outline></body></opml>`;

let real: RealHouse;
let site: Hono;
let outlet: LocalServer;

before(async () => {
  outlet = await localServer((request, response) => {
    if (request.url === '/') {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.end(
        '<html><head><link rel="alternate" type="application/rss+xml" href="/rss.xml"></head><body>News</body></html>',
      );
    } else if (request.url === '/rss.xml') {
      response.writeHead(200, { 'content-type': 'application/rss+xml' });
      response.end(FEED);
    } else {
      response.writeHead(404);
      response.end();
    }
  });
  real = await realHouse({ allowNetworks: `127.0.0.0/8:${outlet.port}`, publicUrl: 'https://desk.example' });
  site = makeSite(real.house);
});

after(async () => {
  await outlet[Symbol.asyncDispose]();
  await real.close();
});

const words = async (path: string) => wordsIn(await documentOf(await visit(site, path)), 'main');
const sources = () => real.house.sources.sources();

test('the feeds of a site are found and their items shown before anything is followed', async () => {
  const found = await words(`/sources/find?address=${encodeURIComponent(outlet.origin)}`);
  assert.match(found, /The Quill Post/);
  assert.match(found, /Pier & harbour stay closed/);
  assert.match(found, /7 Apr 2025/);
  assert.equal((await sources()).length, 0);
});

test('a feed is followed, shown with its state, paused, changed and let go', async () => {
  const followed = await submit(site, '/sources/follow', {
    ...{ url: `${outlet.origin}/rss.xml`, kind: 'feed', name: 'The Quill Post', folder: 'Coast/North' },
  });
  assert.equal(followed.status, 303);
  const path = followed.headers.get('location')!;
  assert.match(await words('/sources/feeds'), /Coast\/North.*The Quill Post.*Not asked yet.*now/);

  await submit(site, `${path}/pause`, {});
  assert.match(await words(path), /Paused/);
  await submit(site, `${path}/resume`, {});
  assert.equal((await sources())[0]!.paused, false);

  const form = {
    name: 'Quill Post',
    folder: '',
    language: 'en',
    country: 'gbr',
    owner: 'private',
    fullText: 'never',
    retention: 'text-after:30',
  };
  assert.equal((await submit(site, path, form)).status, 303);
  const [source] = await sources();
  assert.deepEqual(
    [source!.name, source!.folder, source!.country, source!.fullText, source!.retention],
    ['Quill Post', null, 'GBR', 'never', { keep: 'text-after', days: 30 }],
  );
  const refused = await submit(site, path, { ...form, country: 'Britain' });
  assert.equal(refused.status, 400);
  assert.match(await refused.text(), /three letters/);

  await submit(site, `${path}/remove`, {});
  assert.equal((await sources()).length, 0);
  assert.equal((await visit(site, path)).status, 404);
});

test('an address without a feed and one that may not be asked are said in words', async () => {
  const none = await visit(site, `/sources/find?address=${encodeURIComponent(`${outlet.origin}/nothing`)}`);
  assert.equal(none.status, 400);
  assert.match(await none.text(), /answered 404/);
  const inside = await visit(site, '/sources/find?address=http%3A%2F%2F10.0.0.1%2F');
  assert.equal(inside.status, 400);
  assert.doesNotMatch(await inside.text(), /ECONN|Error:/);
});

test('a list from another reader comes in with its folders and goes out again', async () => {
  const body = new FormData();
  body.set('opml', new File([OPML], 'mine.opml', { type: 'text/x-opml' }));
  const taken = await site.request('/sources/opml', {
    method: 'POST',
    body,
    headers: { host: 'localhost', 'sec-fetch-site': 'same-origin' },
  });
  assert.equal(taken.status, 303);
  assert.deepEqual(
    (await sources()).map(({ name, folder }) => [name, folder]),
    [['Gull News', 'Coast']],
  );
  assert.match(await (await visit(site, '/sources/feeds.opml')).text(), /xmlUrl="https:\/\/gull\.example\/rss"/);
});

test('the starter list is followed by choice and by folder', async () => {
  const listed = await words('/sources/starter');
  assert.match(listed, /Outlets\/Public/);
  await submit(site, '/sources/starter', { folder: 'Issuers/International' });
  assert.ok((await sources()).filter(({ folder }) => folder === 'Issuers/International').length >= 5);
});

test('a hub that knows no token learns nothing, and its push changes nothing', async () => {
  for (const method of ['GET', 'POST']) {
    const answer = await site.request('/websub/guess?hub.mode=subscribe&hub.challenge=x', {
      method,
      headers: { host: 'desk.example' },
    });
    assert.equal(answer.status, 404);
    assert.equal(await answer.text(), '');
  }
});
