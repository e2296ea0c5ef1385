import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { isArticle } from '../domain/article.ts';
import { CLEANER_VERSION, type CleanOptions, cleanCapture, STEPS } from './clean.ts';
import { SITE_RULES } from './furniture/site-rules.ts';

const pageOf = (name: string) => readFileSync(join(import.meta.dirname, 'fixtures', name, 'source.html'));

function cleaned(name: string, options: CleanOptions = {}) {
  const result = cleanCapture({ bytes: pageOf(name), as: 'html' }, options);
  assert.ok(isArticle(result));
  return result;
}

test('every step has a name of its own and a sentence, and can be left out', () => {
  assert.equal(new Set(STEPS.map(({ name }) => name)).size, STEPS.length);
  for (const { name, what } of STEPS) {
    assert.match(what, /^[A-Z].*\.$/);
    assert.ok(isArticle(cleanCapture({ bytes: pageOf('legal-lines'), as: 'html' }, { without: [name] })), name);
  }
  assert.ok(CLEANER_VERSION);
});

test('a step that is left out takes nothing away', () => {
  const once = (text: string) => text.split('The port authority declined').length - 1;
  assert.equal(once(cleaned('doubled-body').text), 1);
  assert.equal(once(cleaned('doubled-body', { without: ['doubled'] }).text), 2);
});

test('explained, a page says which step removed and learnt what', () => {
  const { explained, furniture } = cleaned('legal-lines', { explain: true });
  assert.ok(explained);
  const removed = explained.flatMap((report) => report.removed);
  assert.equal(removed.length, furniture.length);
  assert.equal(explained.find(({ step }) => step === 'title')?.learned.title, 'Harbour pilots refuse night shifts');
});

test('a line that stands in most articles of an outlet is the outlet’s', () => {
  const line = 'Velmark Courier: the harbour’s own voice since the first lamp was lit.';
  const text = `${'The pilots met the minister on the quay and said that they would wait. '.repeat(3)}\n\n${line}\n\n${'The minister said that she had heard them and would write to the council. '.repeat(3)}`;
  const seen = (domain: string, words: string) => ({
    articles: domain === 'courier.example' && words === line ? 9 : 0,
    of: 10,
  });
  const read = (articlesKnown: boolean) => {
    const result = cleanCapture(
      { text, url: 'https://courier.example/a' },
      articlesKnown ? { outletLines: { snapshot: 1, seen } } : {},
    );
    assert.ok(isArticle(result));
    return result;
  };
  assert.ok(read(false).text.includes(line));
  assert.ok(!read(true).text.includes(line));
  assert.match(read(true).furniture.find((piece) => piece.text === line)?.reason ?? '', /9 of 10/);
});

test('a rule for one site takes what it names there and nothing elsewhere, and none ships', () => {
  assert.deepEqual(SITE_RULES, {});
  const html = pageOf('captions').toString().replace('<p>Ferry owners', '<p class="x-promo">Ferry owners');
  const siteRules = { 'courier.example': { drop: ['x-promo'], why: 'a promotion worded like a paragraph' } };
  const textAt = (url: string) => {
    const result = cleanCapture({ html, url }, { siteRules });
    assert.ok(isArticle(result));
    return result.text.includes('Ferry owners fear');
  };
  assert.deepEqual([textAt('https://courier.example/a'), textAt('https://lantern.example/a')], [false, true]);
});

test('the same page gives the same article, to the byte', () => {
  assert.deepEqual(cleaned('live-blog', { explain: true }), cleaned('live-blog', { explain: true }));
});
