import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { parse } from 'parse5';
import { type RealHouse, realHouse } from '../../e2e/real-house.ts';
import { documentOf, submit, visit, wordsIn } from '../../e2e/visit.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import { makeSite } from './site.ts';

const WORDS = `Mayor Lena Farrow of Ostwick said on Monday that the pier was safe. Farrow had inspected it herself.

“Nobody has to worry,” engineer Tom Reker told the Ostwick Post. The council denied that the pier would be shut. The marker word is quibblefish.`;
const PUBLIC = { host: 'stemma.example', origin: 'https://stemma.example' };

let real: RealHouse;
let site: Hono;
let id: string;

before(async () => {
  real = await realHouse({ publicUrl: 'https://stemma.example' });
  site = makeSite(real.house);
  const taken = await submit(site, '/sources/paste', { text: WORDS, title: 'Pier of Ostwick is safe, mayor says' });
  id = taken.headers.get('location')!.split('/').at(-1)!;
});

after(() => real.close());

const article = async (): Promise<ReadArticle> => (await real.archive.readArticle(id))!;
const sayingOf = async (words: string) => {
  const { text, reading } = await article();
  const found = reading.statements.find(({ content }) => content.some(([a, b]) => text.slice(a, b).includes(words)));
  return found ?? assert.fail(`nobody says “${words}”: ${JSON.stringify(reading.statements)}`);
};
const page = async (path: string, status = 200) => {
  const response = await visit(site, path);
  assert.equal(response.status, status, path);
  return documentOf(response);
};
const post = async (path: string, fields: Readonly<Record<string, string>>, status = 303) => {
  const response = await submit(site, path, fields);
  assert.equal(response.status, status, `${path}: ${await response.clone().text()}`);
  return response;
};

test('another speaker is chosen among the actors of the article, is shown everywhere, and can be undone', async () => {
  const statement = await sayingOf('Nobody has to worry');
  const path = `/statement/${statement.id}`;
  const form = (await page(path)).querySelector('#correct form')!;
  assert.equal(form.getAttribute('action'), `${path}/correct`);
  const mayor = (await article()).reading.actors.find(({ name }) => name.includes('Farrow'))!;
  const choice = [...form.querySelectorAll('input[name="to"]')].find((one) => one.getAttribute('value') === mayor.id);
  assert.ok(choice, 'the mayor is offered');
  const done = await post(`${path}/correct`, {
    kind: 'speaker',
    to: mayor.id,
    name: '',
    reason: 'She says it further up.',
  });
  assert.equal(done.headers.get('location'), path);
  const shown = await page(path);
  assert.match(wordsIn(shown, 'h1'), /Farrow/);
  assert.match(wordsIn(shown, '.page-head .marks'), /speaker put right by hand/);
  assert.match(wordsIn(shown, '.corrections'), /She says it further up\./);
  assert.match(wordsIn(shown, '.steps li:last-child'), /put in by hand/);
  assert.match(wordsIn(await page(`/actor/${mayor.id}`), '#said'), /Nobody has to worry/);
  const found = await page('/search?q=speaker%3AFarrow&tab=statements');
  assert.match(wordsIn(found, '.statements'), /Nobody has to worry/);
  const story = (await real.archive.pages.stories({ limit: 1 })).rows[0]!.id;
  assert.match(wordsIn(await page(`/story/${story}`), '.by-speaker'), /Farrow.*Nobody has to worry/);
  const feed = await (await visit(site, `/actor/${mayor.id}/feed.atom`)).text();
  assert.match(feed, /Nobody has to worry/);
  const undo = shown.querySelector('.corrections form')!;
  assert.match(undo.querySelector('button')!.getAttribute('aria-label')!, /^Undo: “.*” was said by/);
  const back = undo.querySelector('input[name="back"]')!.getAttribute('value')!;
  assert.equal((await post(undo.getAttribute('action')!, { back })).headers.get('location'), path);
  assert.deepEqual((await sayingOf('Nobody has to worry')).speaker, statement.speaker);
  assert.match(wordsIn(await page('/corrections'), '#undone'), /She says it further up/);
});

test('a name that is typed is a new actor, whose name is said to be put in by hand', async () => {
  const statement = await sayingOf('Nobody has to worry');
  await post(`/statement/${statement.id}/correct`, { kind: 'speaker', to: 'name', name: 'Erna Holt', reason: '' });
  const actor = await page('/actor/in:erna-holt');
  assert.match(wordsIn(actor, '#names tbody'), /Erna Holt \| ?put in by hand|Erna Holt\s*put in by hand/);
  assert.match(wordsIn(actor, '#correct .corrections'), /was said by Erna Holt/);
  const [{ correction }] = (await real.archive.pages.corrections({ limit: 1 })).rows as [never];
  await post(`/corrections/${(correction as { id: string }).id}/undo`, {});
  await page('/actor/in:erna-holt', 404);
});

test('what is no statement goes from every list, and its address says so and undoes it', async () => {
  const statement = await sayingOf('would be shut');
  const path = `/statement/${statement.id}`;
  await post(`${path}/correct`, { kind: 'hide', reason: 'A caption.' });
  const shown = await page(path);
  assert.match(wordsIn(shown, '.standing'), /^Hidden by hand\. .*A caption\..*Undo it/);
  assert.equal(shown.querySelectorAll('#correct .correct').length, 0, 'there is nothing else to correct');
  assert.doesNotMatch(wordsIn(await page(`/article/${id}`), '.notes'), /council/i);
  assert.equal((await page('/search?q=shut&tab=statements')).querySelectorAll('.statement').length, 0);
  await post(shown.querySelector('.corrections form')!.getAttribute('action')!, {});
  assert.equal((await sayingOf('would be shut')).id, statement.id);
});

test('a stance is changed, and what is asked for wrongly is refused in a sentence', async () => {
  const statement = await sayingOf('the pier was safe');
  const path = `/statement/${statement.id}/correct`;
  await post(path, { kind: 'stance', stance: 'questions' });
  assert.equal((await sayingOf('the pier was safe')).stance, 'questions');
  for (const fields of [
    { kind: 'stance', stance: 'questions' },
    { kind: 'stance', stance: 'shouts' },
    { kind: 'stance', stance: 'constructor' },
    { kind: 'speaker', to: 'name', name: '' },
    { kind: 'speaker', to: 'in:not-there' },
    { kind: 'nothing' },
  ])
    assert.match(wordsIn(await documentOf(await post(path, fields, 400)), '[role="alert"]'), /^[A-Z].*\.$/);
  await post('/statement/nothing/correct', { kind: 'hide' }, 400);
  await post('/corrections/nothing/undo', {}, 404);
});

test('two actors are made one: the address of the one leads to the other, and comes back after an undoing', async () => {
  const { reading } = await article();
  const engineer = reading.actors.find(({ name }) => name.includes('Reker'))!;
  const mayor = reading.actors.find(({ name }) => name.includes('Farrow'))!;
  await post(`/actor/${engineer.id}/merge`, { name: mayor.name, reason: 'One person.' });
  const moved = await visit(site, `/actor/${engineer.id}`);
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, `/actor/${mayor.id}`]);
  assert.match(moved.headers.get('cache-control')!, /no-cache/, 'no browser keeps what can be undone');
  const one = await page(`/actor/${mayor.id}`);
  assert.match(wordsIn(one, '#names tbody'), /Reker/);
  assert.match(wordsIn(one, '#correct .corrections'), /Reker is .*Farrow.*One person\./);
  await post(one.querySelector('#correct .corrections form')!.getAttribute('action')!, { back: `/actor/${mayor.id}` });
  assert.match(wordsIn(await page(`/actor/${engineer.id}`), 'h1'), /Reker/);
});

test('a form is split off under another name, from a page of its own', async () => {
  const { reading } = await article();
  const mayor = reading.actors.find(({ name }) => name.includes('Farrow'))!;
  const actor = await page(`/actor/${mayor.id}`);
  const link = [...actor.querySelectorAll('#names a')].find((one) =>
    /“Farrow”/.test(one.getAttribute('aria-label') ?? ''),
  )!;
  const form = (await page(link.getAttribute('href')!)).querySelector('main form[action$="/split"]')!;
  const fields = { form: 'Farrow', name: 'Nell Farrow', scope: '', reason: 'Her sister inspected it.' };
  await post(form.getAttribute('action')!, fields);
  assert.match(wordsIn(await page('/actor/in:nell-farrow'), '#names tbody'), /Farrow/);
  assert.doesNotMatch(wordsIn(await page(`/actor/${mayor.id}`), '#names tbody'), /^Farrow/);
  assert.match(
    wordsIn(await page('/corrections'), '#holding'),
    /“Farrow” is Nell Farrow, not .*Her sister inspected it\./,
  );
  await page(`/actor/${mayor.id}/split?form=nobody`);
});

test('where several bear the name that was typed, the reader is asked which is meant', async () => {
  const statement = await sayingOf('Nobody has to worry');
  const path = `/statement/${statement.id}/correct`;
  await post(path, { kind: 'speaker', to: 'new', name: 'Lena Farrow', reason: 'A namesake.' });
  const other = await sayingOf('would be shut');
  const asked = await documentOf(
    await post(
      `/statement/${other.id}/correct`,
      { kind: 'speaker', to: 'name', name: 'Lena Farrow', reason: 'x' },
      200,
    ),
  );
  const choices = [...asked.querySelectorAll('main input[name="to"]')].map((one) => one.getAttribute('value'));
  assert.equal(choices.length, 3, 'both, and none of these');
  assert.equal(asked.querySelector('input[name="reason"]')!.getAttribute('value'), 'x', 'what was typed is kept');
  const again = asked.querySelector('main form')!.getAttribute('action')!;
  await post(again, { kind: 'speaker', name: 'Lena Farrow', reason: 'x', to: choices[1]! });
  assert.equal((await sayingOf('would be shut')).speaker?.actor, choices[1]);
});

test('a stranger sees what was put right and by what mark, never the reasons, and can change nothing', async () => {
  const statement = await sayingOf('would be shut');
  const seen = await (await visit(site, `/statement/${statement.id}`, { host: 'stemma.example' })).text();
  assert.match(seen, /speaker put right by hand/);
  assert.doesNotMatch(seen, /Somebody else said it|Correct the speaker|\/undo|A namesake/);
  const actor = await (await visit(site, `/actor/${statement.speaker!.actor}`, { host: 'stemma.example' })).text();
  assert.doesNotMatch(actor, /\/split|\/merge|\/undo/);
  const [line] = (await real.archive.pages.corrections({ limit: 1 })).rows;
  for (const path of [
    `/statement/${statement.id}/correct`,
    `/actor/${statement.speaker!.actor}/merge`,
    `/actor/${statement.speaker!.actor}/split`,
    `/corrections/${line!.correction.id}/undo`,
  ])
    assert.equal((await submit(site, path, { kind: 'hide' }, PUBLIC)).status, 403, path);
  assert.equal((await visit(site, '/corrections', { host: 'stemma.example' })).status, 403);
  assert.equal((await visit(site, '/actor/x/split', { host: 'stemma.example' })).status, 403);
});

test('an undoing leads back to a page of this site or to the list, nowhere else', async () => {
  for (const back of ['https://evil.example/', '//evil.example', '/statement/x/../../', 'javascript:1']) {
    const statement = await sayingOf('Nobody has to worry');
    const stance = statement.stance === 'denies' ? 'asserts' : 'denies';
    await post(`/statement/${statement.id}/correct`, { kind: 'stance', stance });
    const [line] = (await real.archive.pages.corrections({ limit: 1 })).rows;
    const done = await post(`/corrections/${line!.correction.id}/undo`, { back });
    assert.equal(done.headers.get('location'), '/corrections', back);
  }
});

test('every form of correction is well-formed and has labels, every heading its place, and no id stands twice', async () => {
  const statement = await sayingOf('Nobody has to worry');
  const actor = `/actor/${(await sayingOf('the pier was safe')).speaker!.actor}`;
  const form = (await real.archive.pages
    .actor(actor.slice(7))
    .then((one) => (one.state === 'here' ? one.page : undefined)))!.aliases[0]!.form;
  for (const path of [
    `/statement/${statement.id}`,
    actor,
    `${actor}/split?form=${encodeURIComponent(form)}`,
    '/corrections',
  ]) {
    const errors: string[] = [];
    parse(await (await visit(site, path)).text(), { onParseError: ({ code }) => errors.push(code) });
    assert.deepEqual(errors, [], path);
    const shown = await page(path);
    for (const field of shown.querySelectorAll('input:not([type="hidden"])'))
      assert.ok(shown.querySelector(`label[for="${field.id}"]`), `${path}: ${field.outerHTML}`);
    for (const set of shown.querySelectorAll('fieldset')) assert.ok(set.querySelector('legend'), path);
    for (const table of shown.querySelectorAll('table')) assert.ok(table.querySelector('caption'), path);
    const ids = [...shown.querySelectorAll('[id]')].map((one) => one.id);
    assert.deepEqual(ids, [...new Set(ids)], path);
    for (const link of shown.querySelectorAll('a[href^="#"]'))
      assert.ok(ids.includes(link.getAttribute('href')!.slice(1)), `${path}: ${link.outerHTML}`);
    const levels = [...shown.querySelectorAll('h1, h2, h3, h4')].map((heading) => Number(heading.tagName[1]));
    for (const [at, level] of levels.entries()) if (at > 0) assert.ok(level <= levels[at - 1]! + 1, path);
  }
});

test('a statement that a later reading does not find keeps a page that says so, and its correction needs a look', async () => {
  const statement = await sayingOf('the pier was safe');
  const { reading } = await article();
  const revision = await real.archive.revision(id);
  await real.archive.keepReading(revision!.id, {
    ...reading,
    reader: 'later',
    statements: reading.statements.filter((one) => one.id !== statement.id),
  });
  const shown = await page(`/statement/${statement.id}`);
  assert.match(wordsIn(shown, '.standing'), /^Withdrawn\. A later reading of the article did not find this statement/);
  assert.match(wordsIn(shown, '#correct'), /needs a look/);
  assert.equal(shown.querySelectorAll('#correct .correct').length, 0);
  const list = await page('/corrections');
  assert.match(wordsIn(list, '#needs-look'), /the speaker questions.*needs a look/);
  await post(`/statement/${statement.id}/correct`, { kind: 'hide' }, 400);
});
