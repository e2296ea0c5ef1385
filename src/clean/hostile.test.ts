import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isArticle } from '../domain/article.ts';
import { cleanCapture } from './clean.ts';

const WORDS =
  '<p>The harbour pilots of Velmark said on Tuesday that they would not sail at night until the two broken lights at the mole have been repaired.</p>';
const PARAGRAPHS = WORDS.repeat(1) + WORDS.replace('Tuesday', 'Wednesday') + WORDS.replace('Tuesday', 'Friday');

/** Pages that break parsers: each must give an article or a reason, and never throw. */
const PAGES: Readonly<Record<string, string>> = {
  'nested a hundred thousand deep': `<html><body>${'<div>'.repeat(100_000)}${PARAGRAPHS}${'</div>'.repeat(100_000)}</body></html>`,
  'a hundred thousand unclosed inline elements': `<html><body><p>${'<b><i>'.repeat(50_000)}${PARAGRAPHS}</body></html>`,
  'closing tags without opening ones': `<html><body>${PARAGRAPHS}${'</div></p></table>'.repeat(50_000)}</body></html>`,
  'one element with a hundred thousand attributes': `<html><body><div ${Array.from({ length: 100_000 }, (_, i) => `data-a${i}="x" class="c${i}"`).join(' ')}>${PARAGRAPHS}</div></body></html>`,
  'one class name of a million characters': `<html><body><div class="${'a'.repeat(1_000_000)}">${PARAGRAPHS}</div></body></html>`,
  'one line of a million blanks and digits': `<html><body>${PARAGRAPHS}<p>${' 1'.repeat(500_000)}</p></body></html>`,
  'a table in a table in a table': `<html><body>${'<table><tr><td>'.repeat(20_000)}${PARAGRAPHS}</body></html>`,
  'JSON-LD nested ten thousand deep': `<html><head><script type="application/ld+json">${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}</script></head><body><article>${PARAGRAPHS}</article></body></html>`,
  'a whole page marked as a byline': `<html><body class="byline">${PARAGRAPHS}${'<span class="author">Ada</span><b>Low</b>'.repeat(50_000)}</body></html>`,
  'a box of ten thousand labels without links': `<html><body><article>${PARAGRAPHS}</article><div>${'<p>Also here</p>'.repeat(10_000)}</div></body></html>`,
  'a comment that never ends': `<html><body><article>${PARAGRAPHS}</article><!-- ${'x'.repeat(200_000)}`,
  'ten thousand list items': `<html><body><article>${PARAGRAPHS}</article><ul>${'<li><a href="/x">Home and garden</a>'.repeat(10_000)}</ul></body></html>`,
};

for (const [name, html] of Object.entries(PAGES))
  test(`a page survives: ${name}`, () => {
    const result = cleanCapture({ html, url: 'https://courier.example/a' });
    assert.ok(
      isArticle(result) ? result.text.includes('harbour pilots') : result.message,
      JSON.stringify(result).slice(0, 300),
    );
  });

test('plain text of twenty thousand short lines survives', () => {
  const result = cleanCapture({ text: `${'A line.\n'.repeat(20_000)}` });
  assert.ok(isArticle(result) || result.message);
});
