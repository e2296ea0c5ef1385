import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Article, isArticle } from '../domain/article.ts';
import { type CleanInput, type CleanOptions, cleanCapture } from './clean.ts';

function article(input: CleanInput, options: CleanOptions = {}): Article {
  const result = cleanCapture(input, options);
  assert.ok(isArticle(result), `expected an article, got ${JSON.stringify(result)}`);
  return result;
}

const PASTED = `Harbour pilots in Velmark refuse new night shifts

By Velmark Courier - Tue Mar 4 2014, 7:30 pm

The harbour pilots of Velmark said on Tuesday that they would not sail at night until the two broken lights are repaired.

NO LIGHTS SINCE JANUARY

"We steer by memory," said Ilse Karrow, who speaks for the 40 pilots. The port authority declined to comment.

Source: Lantern Radio

For the latest harbour news Click Here

© Copyright Velmark Courier 2023. All rights reserved.

Follow Velmark Courier on Twitter, become a fan on Facebook

Leave a Reply

%d bloggers like this:`;

test('a pasted text loses its furniture and keeps its subheads', () => {
  const { title, text, outlet, published, publishedFrom, chain, furniture } = article({ text: PASTED });
  assert.equal(title, 'Harbour pilots in Velmark refuse new night shifts');
  assert.equal(
    text,
    'The harbour pilots of Velmark said on Tuesday that they would not sail at night until the two broken lights are repaired.\n\nNO LIGHTS SINCE JANUARY\n\n"We steer by memory," said Ilse Karrow, who speaks for the 40 pilots. The port authority declined to comment.',
  );
  assert.equal(outlet?.name, 'Velmark Courier');
  assert.deepEqual([published, publishedFrom], ['2014-03-04T19:30', 'line']);
  assert.deepEqual(chain, [{ step: 'republishes', from: 'Lantern Radio', evidenceText: 'Source: Lantern Radio' }]);
  assert.equal(furniture.length, 8);
  assert.ok(furniture.every((piece) => piece.text && piece.reason));
});

test('a copyright year is no publication time', () => {
  const { published, text } = article({ text: `${'A fleet left. '.repeat(12)}\n\n© 2024 Example Media` });
  assert.equal(published, null);
  assert.ok(!text.includes('2024'));
});

test('a republication that does not name its source says so', () => {
  const { chain } = article({ text: `${'The ferry sank. '.repeat(10)}\n\nRead original article here` });
  assert.equal(chain[0]?.from, 'an original article that is not named');
});

test('single line breaks part paragraphs, fixed-width ones do not', () => {
  const lines = 'The first report came in the morning.\nThe second contradicted it.\nBoth were withdrawn.';
  assert.equal(article({ text: lines }).text.split('\n\n').length, 3);
  const wrapped = `The first report came in the morning and was read by everyone in the\nharbour office before noon, when a second report from the other side of\nthe bay contradicted it in every point that mattered to the insurers.\n\nBoth reports were withdrawn in the evening, after the two captains had\nmet in the office of the harbour master and agreed on what they had seen\nwith their own eyes.`;
  assert.equal(article({ text: wrapped }).text.split('\n\n').length, 2);
});

test('with asIs the text stays untouched to the code unit', () => {
  const text = `  odd  spacing ${PASTED}\r\n\r\n`;
  const result = article({ text, asIs: true, given: { title: 'T', published: '2015-01-01' } });
  assert.equal(result.text, text);
  assert.deepEqual(result.furniture, []);
  assert.equal(result.title, 'T');
});

test('what is no article is named and never guessed at', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0]);
  const cases: readonly [CleanInput, string][] = [
    [{ bytes: new Uint8Array() }, 'empty'],
    [{ text: ' \n\n ' }, 'empty'],
    [{ bytes: Buffer.from('%PDF-1.7 …') }, 'pdf'],
    [{ bytes: png }, 'image'],
    [{ bytes: Buffer.from('PK\x03\x04rest') }, 'binary'],
    [{ html: '<html><frameset cols="20,80"><frame src="a.html"></frameset></html>' }, 'frameset'],
    [{ html: '<html><body><form><p>Please log in</p><input type="password"></form></body></html>' }, 'login-wall'],
    [{ html: '<html><body><nav><a href="/">Home</a></nav></body></html>' }, 'no-article'],
    [{ text: 'x'.repeat(2_000_001) }, 'too-large'],
    [{ html: `<p>${'x'.repeat(30_000_000)}</p>` }, 'too-large'],
  ];
  for (const [input, error] of cases) {
    const result = cleanCapture(input);
    assert.ok(!isArticle(result), error);
    assert.equal(result.error, error);
    assert.match(result.message, /^[A-Z].*\.$/);
  }
});

test('a page without an encoding label is read by what its bytes are', () => {
  const words = 'Der Bürgermeister hält die Brücke für sicher, die Prüfer nicht. ';
  const bytes = Buffer.from(`<html><body><article><p>${words.repeat(8)}</p></article></body></html>`, 'latin1');
  const { text, language } = article({ bytes, as: 'html' });
  assert.ok(text.startsWith('Der Bürgermeister hält'));
  assert.equal(language, 'de');
});

test('the five real articles lose every furniture line and no body line', (t) => {
  const folder = join(import.meta.dirname, '../../../shared/examples/afghanistan');
  if (!existsSync(folder)) return t.skip('the five real articles were not found: ../shared/examples/afghanistan');
  const documents = JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')).documents as Record<
    string,
    {
      file: string;
      title: string | null;
      published: string | null;
      boilerplate: string[];
      articleChain: { from: string }[];
    }
  >;
  for (const gold of Object.values(documents)) {
    const source = readFileSync(join(folder, gold.file), 'utf8');
    const { title, published, text, chain } = article({ bytes: Buffer.from(source) });
    const folded = (line: string) => line.replace(/\s+/g, ' ').trim();
    const isFurniture = (line: string) => gold.boilerplate.some((piece) => line.startsWith(folded(piece)));
    for (const line of source.split('\n').map(folded).filter(Boolean)) {
      const expected = !isFurniture(line) && line !== gold.title;
      assert.equal(text.includes(line), expected, line);
    }
    assert.equal(title, gold.title);
    assert.equal(published, gold.published);
    assert.deepEqual(
      chain.map((step) => step.from),
      gold.articleChain.map((step) => step.from),
    );
  }
});
