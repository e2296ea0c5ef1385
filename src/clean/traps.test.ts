import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Article } from '../domain/article.ts';
import { cleanCapture } from './clean.ts';

/** What a trap's `expected.json` says: words that stay, words that go, words that stand once, and facts. */
type Expected = Partial<Article> & {
  readonly keeps: readonly string[];
  readonly loses: readonly string[];
  readonly once?: readonly string[];
};

const folder = join(import.meta.dirname, 'fixtures');

for (const name of readdirSync(folder)) {
  const why = readFileSync(join(folder, name, 'why.md'), 'utf8').trim();
  test(`${name}: ${why}`, () => {
    const isText = existsSync(join(folder, name, 'source.txt'));
    const bytes = readFileSync(join(folder, name, isText ? 'source.txt' : 'source.html'));
    const { keeps, loses, once, ...facts } = JSON.parse(
      readFileSync(join(folder, name, 'expected.json'), 'utf8'),
    ) as Expected;
    const article = cleanCapture({
      bytes,
      as: isText ? 'text' : 'html',
      url: 'https://courier.example/harbour/pilots',
    });
    assert.ok(!('error' in article), JSON.stringify(article));
    for (const words of keeps) assert.ok(article.text.includes(words), `lost: ${words}`);
    for (const words of loses) assert.ok(!article.text.includes(words), `kept: ${words}`);
    for (const words of once ?? []) assert.equal(article.text.split(words).length - 1, 1, `not once: ${words}`);
    for (const [fact, value] of Object.entries(facts)) assert.deepEqual(article[fact as keyof Article], value, fact);
    for (const words of loses)
      assert.ok(
        article.furniture.some(({ text, reason }) => text.includes(words) && reason),
        `not kept as furniture: ${words}`,
      );
  });
}
