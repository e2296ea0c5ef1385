import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf, MAX_EXCERPT_CHARS } from './excerpt.ts';

const long = `The council of Oll met on Monday. ${'It spoke of bridges and ferries. '.repeat(20)}`;
const reserved = (facts: object) => ({ linkOnly: false, evidence: [], ...facts });

test('strangers are shown at most 200 characters, cut at a word', () => {
  const excerpt = excerptOf({ text: long });
  assert.ok([...excerpt].length <= MAX_EXCERPT_CHARS);
  assert.match(excerpt, /^The council of Oll met on Monday\..*\p{L}\.?…$/u);
  assert.ok(long.includes(`${excerpt.slice(0, -1)} `) || long.includes(`${excerpt.slice(0, -1)}.`));
});

test('a short article is shown as it is, on one line', () => {
  assert.equal(excerptOf({ text: 'One.\n\nTwo.' }), 'One. Two.');
});

test("a publisher's max-snippet is honoured, and nosnippet shows nothing", () => {
  const limited = excerptOf({ text: long, reservations: reserved({ maxSnippetChars: 20 }) });
  assert.equal(limited, 'The council of Oll…');
  assert.equal(excerptOf({ text: long, reservations: reserved({ maxSnippetChars: 0 }) }), '');
  assert.ok(excerptOf({ text: long, reservations: reserved({ maxSnippetChars: -1 }) }).length > 150);
  assert.equal(excerptOf({ text: long, reservations: reserved({ noSnippet: true }) }), '');
  assert.equal(excerptOf({ text: long, reservations: reserved({ linkOnly: true }) }), '');
});

test('characters outside the basic plane are counted once and never cut in half', () => {
  const excerpt = excerptOf({ text: '𝒜𝒷 '.repeat(100) });
  assert.ok([...excerpt].length <= MAX_EXCERPT_CHARS);
  assert.ok(excerpt.isWellFormed());
});

test('one word longer than the limit is not cut', () => {
  assert.equal(excerptOf({ text: 'x'.repeat(300) }), '');
});
