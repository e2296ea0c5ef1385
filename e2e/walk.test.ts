import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumPath } from '../scripts/chromium.mjs';
import { type RunningServer, startServer } from './server.ts';

const executablePath = chromiumPath();
const missing = executablePath ? false : 'Chromium not found: install the package `chromium` or set STEMMA_CHROMIUM';
const examples = fileURLToPath(new URL('../../shared/examples/afghanistan', import.meta.url));
const screenshot = fileURLToPath(new URL('../docs/screenshot.png', import.meta.url));
/** Where the other pictures go; they stay only where STEMMA_SCREENSHOT asks for pictures. */
const pictures = mkdtempSync(join(tmpdir(), 'stemma-pictures-'));

/** Controls of a page that are less than 24 pixels high (WCAG 2.2, 2.5.8; links in running text are free). */
const TOO_SMALL = `[...document.querySelectorAll('button, input:not([type=radio], [type=hidden]), summary, nav a')]
  .filter((control) => control.checkVisibility() && control.getBoundingClientRect().height < 24)
  .map((control) => control.outerHTML)`;

if (missing && process.env.CI) throw new Error(missing);

describe('a reader walks through the site, without JavaScript', { skip: missing }, () => {
  let server: RunningServer;
  let browser: Browser;
  let desk: BrowserContext;
  let phone: BrowserContext;
  const foreign: string[] = [];

  before(async () => {
    server = await startServer();
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox', '--disable-gpu'] });
    desk = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 1280, height: 1000 } });
    phone = await browser.newContext({
      ...{ javaScriptEnabled: false, viewport: { width: 320, height: 800 }, colorScheme: 'dark' },
    });
  });

  after(async () => {
    await browser?.close();
    if (!process.env.STEMMA_SCREENSHOT) rmSync(pictures, { recursive: true, force: true });
    assert.equal(await server?.stop(), 0, 'the server ends well');
  });

  const open = async (path: string, context = desk): Promise<Page> => {
    const page = await context.newPage();
    page.on('request', (request) => {
      if (!request.url().startsWith(server.address)) foreign.push(request.url());
    });
    const response = await page.goto(server.address + path);
    assert.equal(response?.status(), 200, path);
    return page;
  };

  /** Loads a page until it holds as many of something as are due; the line works beside the server. */
  const until = async (page: Page, selector: string, count: number): Promise<void> => {
    for (let tries = 0; tries < 300 && (await page.locator(selector).count()) < count; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await page.reload();
    }
    assert.ok(
      (await page.locator(selector).count()) >= count,
      `${selector}: ${await page.locator(selector).count()} of ${count}`,
    );
  };

  test('the server says where it is, where the archive lies and what to do next', () => {
    assert.match(server.greeting, /http:\/\/127\.0\.0\.1:\d+/);
    assert.ok(server.greeting.includes(server.dataDir));
    assert.match(server.greeting, /^Next: /m);
  });

  test('an empty archive is given the demo, marked as invented', async () => {
    const page = await open('/latest');
    await until(page, '.article-line', 18);
    assert.equal(await page.locator('.article-line .invented').count(), 18);
    const home = await open('/');
    await until(home, '.chip', 1);
    assert.match(await home.locator('.invented-notice').innerText(), /do not exist/);
    for (const story of await home.locator('.story').all()) {
      assert.match(await story.locator('.counts').innerText(), /\d+ outlets? · \d+ origins? · \d+ statements?/);
      assert.ok((await story.locator('.original, .no-original').count()) > 0);
    }
  });

  test('from the list to the story, from a statement to its place in the article, along the chain to the speaker', async () => {
    const page = await open('/');
    const most = page
      .locator('.story')
      .filter({ has: page.locator('.outlets li:nth-child(3)') })
      .first();
    await most.locator('h3 a').click();
    assert.match(page.url(), /\/story\//);
    if (process.env.STEMMA_SCREENSHOT) await page.screenshot({ path: screenshot });
    const statement = page.locator('.statement').first();
    const words = (await statement.locator('blockquote').innerText()).split(' […] ')[0]!;
    assert.match(await statement.locator('.chain').first().innerText(), /\S+.*←.*\S+/);
    await statement.getByText('in the article').first().click();
    assert.match(page.url(), /\/article\/[^#]+#s-/);
    const target = page.locator('mark:target');
    assert.ok((await target.innerText()).startsWith(words.slice(0, 12)), words);
    await page.screenshot({ path: join(pictures, 'article.png'), fullPage: true });
    await page.locator('sup.ref a').first().click();
    await page.locator('.notes li:target a', { hasText: 'verify' }).click();
    assert.match(page.url(), /\/statement\//);
    assert.ok((await page.locator('.steps > li').count()) >= 2);
    assert.match(await page.locator('.steps .hash').first().innerText(), /^[0-9a-f]{64}$/);
    await page.screenshot({ path: join(pictures, 'statement.png'), fullPage: true });
    await page.locator('.steps > li').last().locator('h3 a').click();
    assert.match(page.url(), /\/actor\//);
    assert.ok((await page.locator('#said .statement').count()) > 0);
  });

  test('a copy is traced to the text it was copied from, each with its own capture', async () => {
    const page = await open('/');
    await page
      .locator('.story')
      .filter({ has: page.locator('.outlets li:nth-child(5)') })
      .first()
      .locator('h3 a')
      .click();
    const copies = page.locator('.statement .credit').filter({ hasText: /←.*←/ }).getByText('verify');
    const addresses = await copies.evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
    let hashes: readonly string[] = [];
    for (const address of addresses.slice(0, 20)) {
      await page.goto(server.address + address);
      hashes = await page.locator('.steps .hash').allInnerTexts();
      if (hashes.length === 2) break;
    }
    assert.equal(hashes.length, 2);
    assert.notEqual(hashes[0], hashes[1]);
    const [copy, original] = await page.locator('.steps blockquote').allInnerTexts();
    const words = (await page.locator('.verify blockquote').innerText()).split(' […] ')[0]!;
    assert.ok(copy!.includes(words) && original!.includes(words), words);
  });

  test('what was read wrong is put right, holds after a re-reading, and is undone', async () => {
    const page = await open('/');
    await page.locator('.story h3 a').first().click();
    await page.locator('.statement a', { hasText: 'verify' }).first().click();
    const address = page.url();
    const before = await page.locator('h1').innerText();
    await page.getByText('The stance is another').click();
    await page.getByLabel(/^questions/).check();
    await page.locator('#reason-stance').fill('She asks, she does not say.');
    await page.getByRole('button', { name: 'Correct the stance' }).click();
    assert.equal(page.url(), address);
    assert.match(await page.locator('h1').innerText(), /questions$/);
    await page.screenshot({ path: join(pictures, 'corrected.png'), fullPage: true });
    const reread = await server.stemma('reread', '--all');
    assert.equal(reread.code, 0, reread.err);
    assert.match(reread.out, /1 found their place, 0 need a look/);
    await page.reload();
    assert.match(await page.locator('h1').innerText(), /questions$/);
    await page.getByRole('button', { name: /^Undo: / }).click();
    assert.equal(page.url(), address);
    assert.equal(await page.locator('h1').innerText(), before);
    const list = await open('/corrections');
    assert.match(await list.locator('#undone').innerText(), /She asks, she does not say\./);
  });

  test('of two actors made one, the old address leads to the other, and is itself again after an undoing', async () => {
    const page = await open('/search?q=Kestria&tab=actors');
    const links = page.locator('.actors a');
    const [into, from] = [await links.nth(0).innerText(), (await links.nth(1).getAttribute('href'))!];
    const name = await links.nth(1).innerText();
    await page.goto(server.address + from);
    await page.getByText('This is the same as another').click();
    await page.getByLabel('Name of the other').fill(into);
    await page.getByRole('button', { name: 'Make them one' }).click();
    assert.equal(await page.locator('h1').innerText(), into);
    assert.ok(!page.url().endsWith(from));
    await page.goto(server.address + from);
    assert.equal(await page.locator('h1').innerText(), into);
    await page.getByRole('button', { name: `Undo: ${name} is ${into}` }).click();
    await page.goto(server.address + from);
    assert.equal(await page.locator('h1').innerText(), name);
    assert.ok(page.url().endsWith(from), 'no browser kept the redirect');
  });

  test('page furniture is shown on request, with the reason', async () => {
    const page = await open('/search?q=outlet%3ANewsHarvest24');
    await page.locator('.article-line h3 a').first().click();
    assert.equal(await page.locator('.furniture').count(), 0);
    await page.getByText(/piece.* of page furniture/).click();
    assert.ok((await page.locator('.furniture li .why').count()) > 0);
  });

  test('a search narrows down by facet and keeps its feed', async () => {
    const page = await open('/');
    await page.getByRole('searchbox').fill('stance:denies');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('navigation', { name: 'Kinds of results' }).getByText('Statements').click();
    assert.ok((await page.locator('.statement').count()) > 0);
    for (const stance of await page.locator('.statement .stance').allInnerTexts()) assert.equal(stance, 'denies');
    assert.match((await page.locator('link[rel=alternate]').last().getAttribute('href'))!, /^\/search\/feed\.atom\?q=/);
  });

  test('pasted text opens as an article, is found, and can be removed for good', async () => {
    const page = await open('/sources');
    const text =
      'The mayor of Ostwick, Lena Farrow, said on Monday that the pier was safe.\n\n“Nobody has to worry,” she told the Ostwick Post. A marker word is quibblefish.';
    await page.locator('#paste-text').fill(text);
    await page.getByText('What you know about it').click();
    await page.locator('#paste-outlet').fill('Ostwick Post');
    await page.locator('#paste-published').fill('2024-05-06');
    await page.getByRole('button', { name: 'Take it in' }).click();
    assert.match(page.url(), /\/article\//);
    assert.match(await page.locator('.text').innerText(), /quibblefish/);
    assert.match(await page.locator('.page-head .credit').innerText(), /Ostwick Post · 6 May 2024/);
    assert.ok((await page.locator('.text mark').count()) > 0);
    const article = page.url();
    await page.getByText('Remove this article').click();
    await page.getByLabel('Reason, kept with the removal').fill('The walk is over.');
    await page.getByRole('button', { name: 'Remove it for good' }).click();
    assert.equal(page.url(), article);
    assert.match(await page.locator('.lead').innerText(), /was removed on/);
    for (const path of ['/', '/latest', '/search?q=quibblefish', '/feed.atom', '/latest/feed.atom']) {
      const answer = await fetch(server.address + path);
      assert.doesNotMatch(
        await answer
          .text()
          .then((body) =>
            body.replaceAll('q=quibblefish', '').replaceAll('value="quibblefish"', '').replaceAll(': quibblefish', ''),
          ),
        /Ostwick|quibblefish/,
        path,
      );
    }
  });

  test('a notice goes in by the public form and stands in the log', async () => {
    const page = await open('/notice');
    await page.getByLabel('Correct something').check();
    await page.getByLabel('Which pages?').fill('https://ostwick.example/pier');
    await page.getByLabel('What is wrong, and why').fill('The pier is in Eastwick.');
    await page.getByLabel('Your name').fill('Lena Farrow');
    await page.getByLabel('Where the answer goes').fill('lena@ostwick.example');
    await page.getByRole('button', { name: 'Send the notice' }).click();
    await page.getByText('See it in the public log').click();
    await page.getByLabel('Reason for the decision').fill('It is in Ostwick.');
    await page.getByRole('button', { name: 'Refuse' }).click();
    assert.match(await page.locator('.notice-list').innerText(), /refused.*It is in Ostwick\./s);
  });

  test('by keyboard: the first stop skips to the content, and every stop can be seen', async () => {
    const page = await open('/');
    // Where it stands is looked at when it has come to rest.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.keyboard.press('Tab');
    const first = page.locator(':focus');
    assert.equal(await first.innerText(), 'Skip to the content');
    assert.ok((await first.boundingBox())!.y >= 0);
    await page.keyboard.press('Enter');
    assert.match(page.url(), /#main$/);
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outline');
      assert.match(outline, /solid 2px|2px solid/, await page.locator(':focus').innerText());
    }
  });

  test('every page fits 320 pixels, in the dark as well, and nothing to press is too small', async () => {
    const home = await open('/');
    const story = (await home.locator('.story h3 a').first().getAttribute('href'))!;
    const storyline = (await home.locator('.storyline-of a').first().getAttribute('href'))!;
    const article = (await home.locator('.outlets a').first().getAttribute('href'))!;
    const statement = (await (
      await open(story)
    )
      .locator('.statement a', { hasText: 'verify' })
      .first()
      .getAttribute('href'))!;
    const paths = { home: '/', latest: '/latest', story, storyline, article: `${article}?furniture=1`, statement };
    const actor = (await (await open(statement)).locator('.page-head .onward').first().getAttribute('href'))!;
    const form = encodeURIComponent(await (await open(actor)).locator('#names td').first().innerText());
    const more = {
      ...{ actor, split: `${actor}/split?form=${form}`, corrections: '/corrections' },
      search: '/search?q=ferry',
      statements: '/search?q=ferry&tab=statements',
      sources: '/sources',
      notice: '/notice',
      about: '/about',
      settings: '/settings',
    };
    for (const [name, path] of Object.entries({ ...paths, ...more })) {
      const page = await open(path, phone);
      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(width <= 320, `${name} is ${width} pixels wide`);
      assert.deepEqual(await page.evaluate(TOO_SMALL), [], name);
      await page.screenshot({ path: join(pictures, `${name}-narrow-dark.png`) });
      await page.close();
    }
  });

  test('on paper the words stay and the controls go', async () => {
    const home = await open('/');
    const page = await open((await home.locator('.story h3 a').first().getAttribute('href'))!);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.statement blockquote').first().isVisible());
    assert.equal(await page.locator('.bar').isVisible(), false);
  });

  test('the five real articles join the running site at once, and a second time change nothing', async (t) => {
    if (!existsSync(examples)) return t.skip('the five articles were not found: ../shared/examples/afghanistan');
    const added = await server.stemma('add', examples);
    assert.equal(added.code, 0, added.err + added.out);
    const page = await open('/latest');
    const real = '.article-line:not(:has(.invented))';
    assert.equal(await page.locator(real).count(), 5, added.out);
    const again = await server.stemma('add', examples);
    assert.equal(again.code, 0, again.err);
    await page.reload();
    assert.equal(await page.locator(real).count(), 5);
    const search = await open('/search?q=Taliban+Daesh&tab=articles');
    await search.locator('.article-line h3 a').first().click();
    await search.locator('.kind a').click();
    assert.match(search.url(), /\/storyline\//);
    assert.equal(await search.locator('.invented').count(), 0, 'the demo stays apart');
    const articles = await search
      .locator('.outlets a[href^="/article/"]')
      .evaluateAll((links) => new Set(links.map((link) => link.getAttribute('href'))).size);
    assert.equal(articles, 5, 'one storyline holds all five');
    await search.screenshot({ path: join(pictures, 'storyline.png'), fullPage: true });
  });

  test('the demo goes with one click and stays away', async () => {
    const page = await open('/sources');
    await page.getByRole('button', { name: 'Remove the demo' }).click();
    assert.match(await page.locator('#demo-name + form').innerText(), /The demo was removed/);
    const latest = await open('/latest');
    assert.equal(await latest.locator('.invented').count(), 0);
  });

  test('no page asked anybody else for anything', () => {
    assert.deepEqual(foreign, []);
  });
});
