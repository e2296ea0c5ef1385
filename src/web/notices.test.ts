import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { type RealHouse, realHouse } from '../../e2e/real-house.ts';
import { documentOf, submit, visit, wordsIn } from '../../e2e/visit.ts';
import { makeSite } from './site.ts';

const WORDS = `The council of Vanning said on Tuesday that the library would close in June.

“There is no money left for it,” councillor Dee Marlow told the meeting. A reader, Hal Trent, denied that nobody came any more. The marker word is quaggafox.`;
const PUBLIC = { host: 'stemma.example', origin: 'https://stemma.example' };

let real: RealHouse;
let site: Hono;
let article: string;

before(async () => {
  real = await realHouse({ publicUrl: 'https://stemma.example' });
  site = makeSite(real.house);
  const taken = await submit(site, '/sources/paste', {
    text: WORDS,
    title: 'Library to close',
    outlet: 'Vanning Echo',
  });
  article = taken.headers.get('location')!;
});

after(() => real.close());

const notice = {
  kind: 'takedown',
  from: 'Dee Marlow',
  contact: 'dee@marlow.example',
  words: 'I was misquoted, see annex.',
};

test('a stranger is shown headline, excerpt, credit and statements, never the full text', async () => {
  const own = await (await visit(site, article)).text();
  assert.match(own, /quaggafox/);
  for (const headers of [{ host: 'stemma.example' }, { 'x-forwarded-for': '203.0.113.9' }]) {
    const response = await visit(site, `${article}?furniture=1`, headers);
    assert.equal(response.status, 200);
    const markup = await response.text();
    assert.match(markup, /Library to close/);
    assert.doesNotMatch(markup, /quaggafox|Remove this article/);
  }
});

test('a stranger may send a notice and do nothing else', async () => {
  for (const path of ['/sources/paste', '/demo/add', `${article}/remove`, '/notices/x', '/seen'])
    assert.equal((await submit(site, path, { reason: 'x', text: 'x', decision: 'grant' }, PUBLIC)).status, 403, path);
  for (const path of ['/sources', '/settings'])
    assert.equal((await visit(site, path, { host: 'stemma.example' })).status, 403, path);
  assert.equal((await submit(site, '/notice', { ...notice, about: article }, PUBLIC)).status, 303);
});

test('a form that is sent twice is one notice', async () => {
  const before = (await real.archive.notices()).length;
  const again = await submit(site, '/notice', { ...notice, about: article }, PUBLIC);
  assert.equal(again.status, 303);
  assert.equal((await real.archive.notices()).length, before);
});

test('a notice that lacks something comes back with what was typed', async () => {
  const response = await submit(site, '/notice', { ...notice, about: '  ' }, PUBLIC);
  assert.equal(response.status, 400);
  const page = await documentOf(response);
  assert.match(wordsIn(page, '[role="alert"]'), /which pages/);
  assert.equal(wordsIn(page, '#words'), notice.words);
});

test('the public log shows what was asked and decided, never who asked or in which words', async () => {
  const [open] = await real.archive.notices();
  const log = await (await visit(site, '/notices', { host: 'stemma.example' })).text();
  assert.match(log, new RegExp(open!.id));
  assert.doesNotMatch(log, /Dee Marlow|dee@|misquoted|<button[^>]*name="decision"/);
  const own = await documentOf(await visit(site, '/notices'));
  assert.match(wordsIn(own, '.notice-list'), /Dee Marlow.*dee@marlow\.example.*misquoted/);
  assert.match(wordsIn(own, '.notice-list .credit'), /2[34] h left/);
});

test('granting a takedown removes the article from pages, feeds and search, and the log keeps the reason', async () => {
  const [open] = await real.archive.notices();
  assert.equal(
    (await submit(site, `/notices/${open!.id}`, { decision: 'grant' })).status,
    400,
    'a decision needs a reason',
  );
  const decided = await submit(site, `/notices/${open!.id}`, { decision: 'grant', reason: 'The rights are hers.' });
  assert.equal(decided.status, 303);
  assert.equal((await visit(site, article)).status, 410);
  for (const path of [
    '/',
    '/latest',
    '/feed.atom',
    '/latest/feed.atom',
    '/search?q=library',
    '/search?q=marlow&tab=actors',
  ])
    assert.doesNotMatch(await (await visit(site, path)).text(), /Library to close|Dee Marlow/, path);
  const log = await documentOf(await visit(site, '/notices', { host: 'stemma.example' }));
  assert.match(wordsIn(log, '.notice-list'), /granted.*The rights are hers\./);
  assert.equal((await submit(site, `/notices/${open!.id}`, { decision: 'refuse', reason: 'Again.' })).status, 404);
});
