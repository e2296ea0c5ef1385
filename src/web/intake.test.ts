import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { type RealHouse, realHouse } from '../../e2e/real-house.ts';
import { documentOf, submit, visit, wordsIn } from '../../e2e/visit.ts';
import { captureOf } from '../collect/capture-id.ts';
import { makeSite } from './site.ts';

let real: RealHouse;
let site: Hono;

before(async () => {
  real = await realHouse({ maxTextBytes: 5000, maxHtmlBytes: 5000 });
  site = makeSite(real.house);
});

after(() => real.close());

const text = (
  name: string,
) => `${name} said on Friday that the ferry would not sail before the ice had gone from the sound.

“We shall wait as long as it takes,” ${name} told the harbour radio. The company denied that a crew had refused to work.`;

test('an empty archive has one sentence and one action on every list', async () => {
  for (const path of ['/', '/latest', '/notices'])
    assert.match(wordsIn(await documentOf(await visit(site, path)), 'main .empty'), /^[^.]+\. [^.]+$/, path);
});

test('pasted text becomes an article with what the reader knows of it, and its page opens', async () => {
  const taken = await submit(site, '/sources/paste', {
    ...{ text: text('Runa Holt').replaceAll('\n', '\r\n'), title: 'No ferry before the thaw', outlet: 'Sound Gazette' },
    ...{ address: 'https://sound.example/ferry', published: '2024-02-09' },
  });
  assert.equal(taken.status, 303);
  const page = await documentOf(await visit(site, taken.headers.get('location')!));
  assert.equal(wordsIn(page, 'h1').replace(/\d+/g, ''), 'No ferry before the thaw');
  assert.match(wordsIn(page, '.page-head .credit'), /Sound Gazette.*9 Feb 2024/);
  assert.equal(page.querySelector('.page-head a.original')!.getAttribute('href'), 'https://sound.example/ferry');
  assert.match(wordsIn(page, '.notes'), /Runa Holt/);
});

test('the same text again opens the same page and adds nothing', async () => {
  const once = await submit(site, '/sources/paste', { text: text('Odd Brekke') });
  const before = (await real.archive.size()).articles;
  const twice = await submit(site, '/sources/paste', { text: text('Odd Brekke') });
  assert.equal(twice.headers.get('location'), once.headers.get('location'));
  assert.equal((await real.archive.size()).articles, before);
});

test('what cannot be taken in is said in one sentence, and what was typed stays', async () => {
  const refused = async (fields: Readonly<Record<string, string>>, path = '/sources/paste') => {
    const response = await submit(site, path, fields);
    assert.equal(response.status, 400, JSON.stringify(fields));
    return documentOf(response);
  };
  assert.match(wordsIn(await refused({ text: '  ' }), '[role="alert"]'), /^There is no text/);
  assert.match(
    wordsIn(await refused({ text: 'x', published: 'yesterday' }), '[role="alert"]'),
    /^The time must look like/,
  );
  const page = await refused({ text: 'kept words', address: 'javascript:alert(1)' });
  assert.match(wordsIn(page, '[role="alert"]'), /^The address must begin with/);
  assert.equal(wordsIn(page, 'textarea'), 'kept words');
  assert.match(
    wordsIn(await refused({ address: 'file:///etc/passwd' }, '/sources/address'), '[role="alert"]'),
    /^The address must/,
  );
  assert.match(
    wordsIn(await refused({ address: 'https://a.example/' }, '/sources/address'), '[role="alert"]'),
    /no network/,
  );
  assert.match(wordsIn(await refused({ text: 'w '.repeat(4000) }), '[role="alert"]'), /too large/);
});

test('files come in together, each with what became of it', async () => {
  const form = new FormData();
  form.append('files', new File([text('Liv Aas')], 'ferry.txt'));
  form.append(
    'files',
    new File(
      [
        `<html><head><title>Ice on the sound</title></head><body><article><h1>Ice on the sound</h1><p>${text('Per Dahl').split('\n\n').join('</p><p>')}</p></article></body></html>`,
      ],
      'ice.html',
    ),
  );
  form.append('files', new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0x2d, 0x31])], 'report.pdf'));
  const taken = await submit(site, '/sources/files', form);
  assert.equal(taken.status, 303);
  const page = await documentOf(await visit(site, taken.headers.get('location')!));
  assert.deepEqual(
    [...page.querySelectorAll('.file-name')].map((name) => name.textContent),
    ['ferry.txt', 'ice.html', 'report.pdf'],
  );
  assert.equal(page.querySelectorAll('.outcomes a[href^="/article/"]').length, 2);
  assert.match(wordsIn(page, '.outcomes .problem'), /PDF/);
  assert.match(wordsIn(await documentOf(await visit(site, '/sources')), '.failures tbody'), /report\.pdf/);
});

test('a fetched page opens as an article', async () => {
  const body = new TextEncoder().encode(text('Siri Vang'));
  const capture = captureOf({
    origin: 'fetch',
    url: 'https://fetched.example/a',
    headers: { 'content-type': 'text/plain' },
    fetchedAtMs: 0,
    body,
  });
  const online = makeSite({ ...real.house, fetchPage: async () => capture });
  const taken = await submit(online, '/sources/address', { address: 'https://fetched.example/a' });
  assert.equal(taken.status, 303);
  assert.match(taken.headers.get('location')!, /^\/article\//);
});

test('while an article is still being read the reader is told so, and can look again', async () => {
  const slow = makeSite({ ...real.house, awaitOutcome: async () => ({ waiting: true }) });
  const taken = await submit(slow, '/sources/paste', { text: text('Nils Berg') });
  const page = await documentOf(await visit(slow, taken.headers.get('location')!));
  assert.match(wordsIn(page, '.outcomes'), /still being read/);
  assert.equal((await visit(site, page.querySelector('main p a')!.getAttribute('href')!)).status, 303);
});

test('what was removed stays out, also as pasted text', async () => {
  const taken = await submit(site, '/sources/paste', { text: text('Ask Lund') });
  const article = taken.headers.get('location')!;
  await submit(site, `${article}/remove`, { reason: 'The test asks for it.' });
  const again = await submit(site, '/sources/paste', { text: text('Ask Lund') });
  assert.equal(again.status, 400);
  assert.match(wordsIn(await documentOf(again), '[role="alert"]'), /stays out/);
});

test('progress is counts for each step', async () => {
  const page = await documentOf(await visit(site, '/sources'));
  assert.deepEqual(
    [...page.querySelectorAll('.progress tbody th')].map((step) => step.textContent),
    ['fetched', 'cleaned', 'read', 'grouped'],
  );
  const done = [...page.querySelectorAll('.progress tbody tr')].map((row) =>
    Number(row.querySelectorAll('td')[2]!.textContent),
  );
  assert.ok(done[2]! >= 5, String(done));
});

test('what comes in after the reader looked is marked as new, until it is seen', async () => {
  const chips = async () => wordsIn(await documentOf(await visit(site, '/')), '.chip-new');
  const look = async () => {
    const home = await documentOf(await visit(site, '/'));
    const seen = new FormData();
    for (const field of home.querySelectorAll('.head-action input')) seen.append('story', field.getAttribute('value')!);
    assert.equal((await submit(site, '/seen', seen)).status, 303);
  };
  assert.equal(await chips(), '', 'whoever never looked is shown no marks');
  await look();
  assert.equal(await chips(), '');
  await submit(site, '/sources/paste', { text: text('Eldrid Moe'), title: 'A ferry at last' });
  assert.equal(await chips(), 'new statement');
  await look();
  assert.equal(await chips(), '');
});
