import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Hono } from 'hono';
import { parse } from 'parse5';
import { type RealHouse, realHouse } from '../../e2e/real-house.ts';
import { documentOf, submit, visit, wordsIn } from '../../e2e/visit.ts';
import type { ArticlePage, StoryLine } from '../domain/ports/pages.ts';
import { makeSite } from './site.ts';

let real: RealHouse;
let site: Hono;
let stories: readonly StoryLine[];

before(async () => {
  real = await realHouse();
  await real.addDemo();
  site = makeSite(real.house);
  stories = (await real.archive.pages.stories({ limit: 50 })).rows;
});

after(() => real.close());

const largest = () => stories.toSorted((a, b) => b.articles.length - a.articles.length)[0]!;
const page = async (path: string) => {
  const response = await visit(site, path);
  assert.equal(response.status, 200, path);
  return documentOf(response);
};
async function articleWithMost(): Promise<ArticlePage> {
  const [line] = largest().articles.toSorted((a, b) => b.statements - a.statements);
  const found = await real.archive.pages.article(line!.id);
  assert.equal(found.state, 'here');
  return found.state === 'here' ? found.page : assert.fail();
}

test('home lists every story with its outlets and origins counted, its credit and its chips', async () => {
  const home = await page('/');
  assert.equal(home.querySelectorAll('.story').length, stories.length);
  const story = largest();
  const row = home.querySelector(`.story h3 a[href="/story/${story.id}"]`)!.closest('.story')!;
  const facts = wordsIn(row, '.story-facts');
  assert.match(facts, new RegExp(`${story.outlets} outlets?`));
  assert.match(facts, new RegExp(`${story.origins} origins?`));
  assert.equal(facts.includes('denied'), story.denied);
  assert.equal(facts.includes('numbers differ'), story.numbersDiffer);
  for (const item of row.querySelectorAll('.outlets li:has(.credit)')) {
    assert.ok(item.querySelector('.outlet'), item.textContent ?? '');
    assert.match(item.querySelector('a.original')!.getAttribute('href')!, /^https:\/\/\S+\.example\//);
    assert.ok(item.querySelector('time[datetime]'));
  }
});

test('every screen that shows the demo says that it is invented', async () => {
  const article = await articleWithMost();
  const statement = article.reading.statements[0]!.id;
  const speaker = article.reading.statements.find(({ speaker }) => speaker)!.speaker!.actor;
  const paths = [
    '/',
    '/latest',
    `/story/${largest().id}`,
    `/article/${article.line.id}`,
    `/statement/${statement}`,
    `/actor/${speaker}`,
  ];
  for (const path of [
    ...paths,
    `/storyline/${largest().storyline!.id}`,
    '/search?q=ferry',
    '/search?q=ferry&tab=statements',
  ])
    assert.match(wordsIn(await page(path), 'main .invented-notice'), /do not exist/, path);
  const rows = (await page('/')).querySelectorAll('.story');
  for (const row of rows) assert.ok(row.querySelector('.invented'), row.textContent ?? '');
});

test('a story page groups statements by speaker, each with its words, its chain and its place in the article', async () => {
  const found = await real.archive.pages.story(largest().id);
  assert.ok(found.state === 'here');
  const story = await page(`/story/${largest().id}`);
  const speakers = [...story.querySelectorAll('.by-speaker')];
  assert.equal(speakers.length, found.page.speakers.length);
  for (const [at, { statements }] of found.page.speakers.entries()) {
    const shown = wordsIn(speakers[at]!, 'blockquote');
    for (const line of statements)
      for (const words of line.contentWords) assert.ok(shown.includes(words.replace(/\s+/g, ' ').trim()), words);
    const places = [...speakers[at]!.querySelectorAll('a[href*="#s-"]')].map((link) => link.getAttribute('href'));
    assert.deepEqual(new Set(places), new Set(statements.map((line) => `/article/${line.article.id}#s-${line.id}`)));
  }
  assert.match(wordsIn(story, '.statements .chain'), /←/);
});

test('words that copies carry stand once, and the text that was copied comes before its copies', async () => {
  const story = await page(`/story/${largest().id}`);
  for (const speaker of story.querySelectorAll('.by-speaker')) {
    const said = [...speaker.querySelectorAll('.statement')].map(
      (item) => `${wordsIn(item, '.speaker')} ${wordsIn(item, '.stance')} ${wordsIn(item, 'blockquote')}`,
    );
    assert.deepEqual(said, [...new Set(said)]);
  }
  const several = [...story.querySelectorAll('.statement')].filter(
    (item) => item.querySelectorAll('.credit').length > 1,
  );
  const ways = several.map((item) => [...item.querySelectorAll('.chain')].map((chain) => chain.textContent!));
  const wire = ways.find(
    (chains) => chains.length > 3 && chains.some((chain) => chain.startsWith('Orrin Press Agency ←')),
  );
  assert.ok(wire, 'the demo has a wire report that three others carry');
  assert.match(wire[0]!, /^Orrin Press Agency ←/);
  for (const chain of wire.slice(1)) assert.match(chain, /^(?!Orrin).* ← Orrin Press Agency.* ← /);
});

test('an article page shows the text as published, with every statement at its place', async () => {
  const article = await articleWithMost();
  const shown = await page(`/article/${article.line.id}`);
  for (const note of shown.querySelectorAll('sup.ref')) note.remove();
  const paragraphs = [...shown.querySelectorAll('.paragraph > p')].map((p) => p.textContent);
  assert.deepEqual(
    paragraphs,
    article.cleaned.text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim()),
  );
  for (const { id, content } of article.reading.statements) {
    const places = shown.querySelectorAll(`[id="s-${id}"]`);
    assert.equal(places.length, 1, id);
    const [start] = content[0]!;
    const from = content[0]![2] === 'title' ? article.cleaned.title! : article.cleaned.text;
    assert.ok(from.slice(start).startsWith(places[0]!.textContent!.slice(0, 10)), id);
    assert.equal(shown.querySelectorAll(`.notes a[href="/statement/${id}"]`).length, 1, id);
  }
});

test('furniture is shown on request only, each piece with its reason', async () => {
  const [line] = (await real.archive.pages.latest({ limit: 50 })).rows.filter((row) =>
    row.outlet?.name.startsWith('NewsHarvest'),
  );
  const found = await real.archive.pages.article(line!.id);
  assert.ok(found.state === 'here');
  const { furniture } = found.page.cleaned;
  assert.ok(furniture.length > 0);
  assert.equal((await page(`/article/${line!.id}`)).querySelectorAll('.furniture li').length, 0);
  const shown = await page(`/article/${line!.id}?furniture=1`);
  const items = [...shown.querySelectorAll('.furniture li')];
  assert.deepEqual(
    items.map((item) => [item.querySelector('.why')!.textContent, item.querySelector('p')!.textContent]),
    furniture.map((piece) => [piece.reason, piece.text]),
  );
});

test('a statement page leads from the outlet to the speaker, with sentence, capture time and hash', async () => {
  const article = await articleWithMost();
  const statement = article.reading.statements.find(({ via }) => via.length > 0) ?? article.reading.statements[0]!;
  const shown = await page(`/statement/${statement.id}`);
  const steps = [...shown.querySelectorAll('.steps > li')];
  assert.ok(steps.length >= 2 + statement.via.length);
  assert.equal(shown.querySelector('.steps .hash')!.textContent, article.capture.sha256);
  assert.ok(shown.querySelector('.steps .capture time'));
  assert.ok(shown.querySelector(`.steps a[href="/article/${article.line.id}#s-${statement.id}"]`));
  const words = article.cleaned.text.slice(...(statement.content[0]!.slice(0, 2) as [number, number]));
  if (statement.content[0]![2] !== 'title')
    assert.ok(wordsIn(steps[0]!, 'blockquote').includes(words.replace(/\s+/g, ' ').slice(0, 40)));
  if (statement.speaker) assert.match(wordsIn(steps.at(-1)!, 'h3'), new RegExp(statement.speaker.name));
});

test('a doubtful statement says so, and why', async () => {
  const article = await articleWithMost();
  const doubtful = article.reading.statements.find(({ confidence, doubts }) => confidence < 0.8 && doubts?.length);
  assert.ok(doubtful, 'the reader is never sure of everything');
  const words = wordsIn(await page(`/statement/${doubtful.id}`), '.page-head .doubt');
  assert.match(words, /doubtful/);
  for (const doubt of doubtful.doubts!) assert.ok(words.includes(doubt), doubt);
});

test('an actor page shows the names with their sources and what was said', async () => {
  const article = await articleWithMost();
  const { actor } = article.reading.statements.find(({ speaker }) => speaker)!.speaker!;
  const found = await real.archive.pages.actor(actor);
  assert.ok(found.state === 'here');
  const shown = await page(`/actor/${actor}`);
  assert.equal(wordsIn(shown, 'h1'), found.page.name);
  const rows = [...shown.querySelectorAll('#names tbody tr')];
  assert.deepEqual(
    rows.map((row) => row.querySelector('td')!.textContent),
    found.page.aliases.map(({ form }) => form),
  );
  for (const [at, { source }] of found.page.aliases.entries()) {
    const cell = rows[at]!.querySelectorAll('td')[1]!;
    assert.ok('article' in source);
    assert.equal(cell.querySelector('a')!.getAttribute('href'), `/article/${source.article}`);
  }
  const said = shown.querySelectorAll('#said .statement').length;
  assert.ok(said > 0);
  const told = found.page.said.length;
  assert.equal(found.page.statements, told, 'all of the demo fits on a page');
  const tally = wordsIn(shown, '.page-head .counts');
  assert.ok(
    tally.startsWith(
      `${said} ${said === 1 ? 'statement' : 'statements'} by${said < told ? `, told ${told} times` : ''}`,
    ),
    tally,
  );
});

test('a statement came the same way on every page that shows it', async () => {
  const chainOn = async (path: string, id: string) => {
    const lines = [...(await page(path)).querySelectorAll('.credit')];
    const shown = lines.find((line) => line.querySelector(`a[href="/statement/${id}"]`));
    return shown?.querySelector('.chain')?.textContent?.replace(/\s+/g, ' ');
  };
  // Words of a text that names no original, although the archive holds the one it was copied from.
  const stories = await real.archive.pages.stories({ limit: 50 });
  const pages = await Promise.all(stories.rows.map(({ id }) => real.archive.pages.story(id)));
  const found = pages.flatMap((one) => (one.state === 'here' ? [one.page] : []));
  const copied = found
    .flatMap(({ speakers }) => speakers.flatMap(({ statements }) => statements))
    .find(
      ({ statement, lineage }) =>
        statement.speaker &&
        statement.via.some(({ name }) => name.includes('not named')) &&
        lineage.some((step) => step.fromArticle),
    )!;
  const story = found.find(({ line }) => line.articles.some(({ id }) => id === copied.article.id))!.line.id;
  const { id, statement, article } = copied;
  const onStory = await chainOn(`/story/${story}`, id);
  assert.doesNotMatch(onStory ?? 'not shown', /not (?:named|shown)/);
  assert.equal(await chainOn(`/actor/${statement.speaker!.actor}`, id), onStory);
  const hits = await page(
    `/search?tab=statements&q=${encodeURIComponent(`speaker:"${statement.speaker!.name}" outlet:"${article.outlet!.name}"`)}`,
  );
  assert.ok(wordsIn(hits, '.statement .chain').length > 0);
  assert.doesNotMatch(wordsIn(hits, '.statement .chain'), /not named/);
  for (const one of pages.slice(0, 12))
    if (one.state === 'here')
      assert.doesNotMatch(wordsIn(await page(`/story/${one.page.line.id}`), '.figures td'), /not named/);
});

test('a search finds articles, statements and actors, and narrows down by facet', async () => {
  const articles = await page('/search?q=ferry');
  assert.ok(articles.querySelectorAll('.article-line').length > 3);
  const facet = [...articles.querySelectorAll('.facets a')].find((link) => link.textContent!.includes('Orrin Press'))!;
  const narrowed = await page(facet.getAttribute('href')!);
  const outlets = [...narrowed.querySelectorAll('.article-line .outlet')].map((outlet) => outlet.textContent);
  assert.ok(outlets.length > 0);
  assert.deepEqual(new Set(outlets), new Set(['Orrin Press Agency']));
  const denials = await page('/search?q=stance%3Adenies&tab=statements');
  assert.ok(denials.querySelectorAll('.statement').length > 0);
  for (const stance of denials.querySelectorAll('.statement .stance')) assert.equal(stance.textContent, 'denies');
  assert.ok((await page('/search?q=ostelle&tab=actors')).querySelectorAll('.actors li').length > 0);
  assert.match(wordsIn(await page('/search?q=colour%3Ared'), '[role="status"]'), /no field/);
  assert.match(wordsIn(await page('/search?q=zzyzx'), '.empty'), /^No articles match this search\. Start a new one$/);
});

test('no page carries a script, an inline style or anything from elsewhere, and each is well-formed', async () => {
  const article = await articleWithMost();
  const paths = [
    '/',
    '/latest',
    `/story/${largest().id}`,
    `/article/${article.line.id}?furniture=1`,
    `/statement/${article.reading.statements[0]!.id}`,
  ];
  for (const path of [
    ...paths,
    '/search?q=ferry',
    '/sources',
    '/notice',
    '/notices',
    '/about',
    '/imprint',
    '/settings',
  ]) {
    const markup = await (await visit(site, path)).text();
    assert.doesNotMatch(markup, /<script|<style|\sstyle=|\son\w+=|<iframe|<img|javascript:/i, path);
    const errors: string[] = [];
    parse(markup, { onParseError: ({ code }) => errors.push(code) });
    assert.deepEqual(errors, [], path);
    assert.doesNotMatch(markup, /<p[^>]*>\s*<\/p>/, path);
    for (const [, address] of markup.matchAll(/<link\b[^>]*\bhref="([^"]+)"/g))
      assert.ok(address!.startsWith('/'), address);
  }
});

test('headings form an outline, every form field has a label, every table a caption, every id is there once', async () => {
  const article = await articleWithMost();
  const paths = [
    '/',
    '/latest',
    `/story/${largest().id}`,
    `/storyline/${largest().storyline!.id}`,
    `/article/${article.line.id}?furniture=1`,
  ];
  for (const path of [
    ...paths,
    `/statement/${article.reading.statements[0]!.id}`,
    '/search?q=ferry',
    '/search',
    '/sources',
    '/notice',
    '/about',
    '/imprint',
    '/settings',
  ]) {
    const shown = await page(path);
    const levels = [...shown.querySelectorAll('h1, h2, h3, h4')].map((heading) => Number(heading.tagName[1]));
    assert.equal(levels[0], 1, path);
    assert.equal(levels.filter((level) => level === 1).length, 1, path);
    for (const [at, level] of levels.entries())
      if (at > 0) assert.ok(level <= levels[at - 1]! + 1, `${path}: h${levels[at - 1]} → h${level}`);
    for (const field of shown.querySelectorAll('input:not([type="hidden"]), textarea, select'))
      assert.ok(shown.querySelector(`label[for="${field.id}"]`), `${path}: ${field.outerHTML}`);
    for (const table of shown.querySelectorAll('table')) assert.ok(table.querySelector('caption'), path);
    const ids = [...shown.querySelectorAll('[id]')].map(({ id }) => id);
    assert.deepEqual(ids, [...new Set(ids)], path);
    for (const link of shown.querySelectorAll('a[href^="#"]'))
      assert.ok(ids.includes(link.getAttribute('href')!.slice(1)), `${path}: ${link.outerHTML}`);
    for (const labelled of shown.querySelectorAll('[aria-labelledby]'))
      assert.ok(ids.includes(labelled.getAttribute('aria-labelledby')!), path);
    for (const landmark of ['header', 'main', 'footer', 'nav[aria-label]', 'form[role="search"]'])
      assert.ok(shown.querySelector(landmark), `${path}: ${landmark}`);
    assert.equal(shown.querySelector('a')!.getAttribute('href'), '#main', path);
  }
});

test('what never was answers 404, what was removed 410 with the day and nothing else', async () => {
  for (const path of [
    '/story/nothing',
    '/storyline/nothing',
    '/article/nothing',
    '/statement/nothing',
    '/actor/in:no-such-actor',
    '/no/such/page',
  ]) {
    const response = await visit(site, path);
    assert.equal(response.status, 404, path);
    assert.match(wordsIn(await documentOf(response), 'main .lead'), /^There is nothing at this address\.$/);
  }
  const line = stories.at(-1)!.articles[0]!;
  const removed = await submit(site, `/article/${line.id}/remove`, { reason: 'The test asks for it.' });
  assert.equal(removed.status, 303);
  const gone = await visit(site, removed.headers.get('location')!);
  assert.equal(gone.status, 410);
  const markup = await gone.text();
  assert.match(markup, /was removed on \w+ \d+ \w+ \d{4}/);
  assert.ok(!markup.includes(line.title), 'nothing of the article is left on the page');
  assert.equal((await submit(site, `/article/${line.id}/remove`, { reason: 'Again.' })).status, 404);
});

test('what breaks inside is one sentence outside', async () => {
  const broken = makeSite({
    ...real.house,
    pages: { ...real.house.pages, latest: () => Promise.reject(new Error('secret /etc path')) },
  });
  const response = await visit(broken, '/latest');
  assert.equal(response.status, 500);
  const markup = await response.text();
  assert.match(markup, /could not be made/);
  assert.doesNotMatch(markup, /secret|\.ts:/);
  assert.equal(real.troubles.at(-1)?.message, 'secret /etc path');
});
