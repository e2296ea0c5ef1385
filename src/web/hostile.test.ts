import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parseAtomFeed } from 'feedsmith';
import type { Hono } from 'hono';
import { parse } from 'parse5';
import { type RealHouse, realHouse } from '../../e2e/real-house.ts';
import { documentOf, submit, visit, wordsIn } from '../../e2e/visit.ts';
import { makeSite } from './site.ts';

const IMG = '<img src=x onerror=alert(1)>';
const BREAK = '"\'></title></textarea></a><script>alert(2)</script><!--';
const TEXT = `The mayor of ${IMG} said on Monday that ${BREAK} was safe.

“Nobody ${BREAK} has to worry,” Lena ${IMG} Farrow said. ]]></summary>&lt;b&gt; she denied that {{7*7}} \${alert(3)} was shut.`;

let real: RealHouse;
let site: Hono;
let article: string;

before(async () => {
  real = await realHouse();
  site = makeSite({ ...real.house, imprint: async () => `Ours ${BREAK}\n\n${IMG}` });
  const taken = await submit(site, '/sources/paste', {
    ...{
      text: TEXT,
      title: `Safe ${BREAK} ${IMG}`,
      outlet: `Post ${BREAK}`,
      address: `https://post.example/?a="><script>alert(4)</script>`,
    },
  });
  assert.equal(taken.status, 303);
  article = taken.headers.get('location')!;
  await submit(site, '/notice', {
    kind: 'reply',
    from: BREAK,
    contact: IMG,
    about: `javascript:alert(5)\n//evil.example\n${BREAK}`,
    words: TEXT,
  });
});

after(() => real.close());

async function pagesWithIt(): Promise<readonly string[]> {
  const found = await real.archive.pages.article(article.replace('/article/', ''));
  assert.ok(found.state === 'here');
  const { line, reading, storyline } = found.page;
  const statements = reading.statements.map(({ id }) => `/statement/${id}`);
  const speakers = reading.statements.flatMap(({ speaker }) => (speaker ? [`/actor/${speaker.actor}`] : []));
  const query = new URLSearchParams({
    q: `mayor ${BREAK} ${IMG} outlet:"${BREAK.replaceAll('"', '')}"`,
    tab: IMG,
    after: BREAK,
  });
  return [
    '/',
    '/latest',
    `${article}?furniture=1`,
    `/story/${line.story}`,
    `/storyline/${storyline!.id}`,
    ...statements,
    ...speakers,
    '/search?q=mayor',
    '/search?q=worry&tab=statements',
    `/search?${query}`,
    '/notices',
    '/imprint',
    '/sources',
    `/notice?about=${encodeURIComponent(BREAK)}`,
  ];
}

test('what an outlet or a reader wrote is shown as words, never run', async () => {
  for (const path of await pagesWithIt()) {
    const response = await visit(site, path);
    assert.equal(response.status, 200, path);
    const page = await documentOf(response);
    for (const element of page.querySelectorAll('*')) {
      assert.ok(
        !['SCRIPT', 'IMG', 'IFRAME', 'STYLE', 'OBJECT'].includes(element.tagName),
        `${path}: ${element.outerHTML}`,
      );
      for (const { name, value } of element.attributes) {
        assert.doesNotMatch(name, /^on/, `${path}: ${element.outerHTML}`);
        if (name === 'href' || name === 'action' || name === 'cite')
          assert.match(value, /^(?:https?:\/\/|\/(?![/\\])|#)/, `${path}: ${value}`);
      }
    }
  }
  assert.ok(wordsIn(await documentOf(await visit(site, article)), '.text').includes(IMG));
  assert.deepEqual(real.troubles, []);
});

test('every page is well-formed HTML', async () => {
  for (const path of await pagesWithIt()) {
    const markup = await (await visit(site, path)).text();
    const errors: string[] = [];
    parse(markup, {
      sourceCodeLocationInfo: true,
      onParseError: ({ code, startLine }) => errors.push(`${code} in line ${startLine}`),
    });
    assert.deepEqual(errors, [], path);
    assert.doesNotMatch(markup, /<p[^>]*>\s*<\/p>/, `${path}: an empty paragraph is the trace of a wrong nesting`);
  }
});

test('a feed with hostile words is still a feed', async () => {
  const { read, title } = await (async () => {
    const read = parseAtomFeed(await (await visit(site, '/latest/feed.atom')).text());
    return { read, title: read.entries?.[0]?.title?.value };
  })();
  assert.equal(read.entries?.length, 1);
  assert.ok(title?.includes(BREAK) && title.includes(IMG));
});
