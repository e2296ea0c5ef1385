import assert from 'node:assert/strict';
import { test } from 'node:test';
import { identityOf } from './identity.ts';

const identity = (answered: string | undefined, canonicalUrl: string | null) =>
  identityOf(answered === undefined ? {} : { finalUrl: answered }, { canonicalUrl });

test("a page's own name for itself counts on the domain that answered", () => {
  assert.equal(
    identity('https://amp.news.example.co.uk/a?id=1&utm_source=x', 'https://www.example.co.uk/a'),
    'https://example.co.uk/a',
  );
});

test("a page does not become a revision of another outlet's article", () => {
  assert.equal(identity('https://copy.example/a', 'https://origin.example/a'), 'https://copy.example/a');
  assert.equal(identity('https://mallory.github.io/a', 'https://alice.github.io/a'), 'https://mallory.github.io/a');
  assert.equal(identity('http://127.0.0.1:8080/a', 'http://127.0.0.1:9090/b'), 'https://127.0.0.1:8080/a');
});

test('a site that calls every page by the name of its front page is not believed', () => {
  assert.equal(identity('https://news.example/a', 'https://news.example/'), 'https://news.example/a');
});

test('a page that calls itself nonsense keeps the address that answered', () => {
  for (const nonsense of ['', 'javascript:1', '/a', 'https://'])
    assert.equal(identity('https://news.example/a', nonsense), 'https://news.example/a');
});

test('what came without an address has none, whatever it says of itself', () => {
  assert.equal(identity(undefined, 'https://news.example/a'), null);
});
