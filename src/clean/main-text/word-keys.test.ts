import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordKey } from './lexicon.ts';
import { lineKeys, markKeys, pairKeys } from './word-keys.ts';

const keys = (words: string) => words.split(' ').map(wordKey);

test('class names give the same words however a template writes them', () => {
  assert.deepEqual(markKeys('articleBody'), keys('article body articlebody'));
  assert.deepEqual(markKeys('article-body'), keys('article body articlebody'));
  assert.deepEqual(markKeys('c-newsHTML_x2 news'), keys('news html cnewshtmlx'));
  assert.deepEqual(markKeys('a b 12'), []);
});

test('a line is known by its first words, numbers all alike, signs and Han signs as words', () => {
  assert.deepEqual(lineKeys('Read MORE: 12 stories'), keys('read more 0 stories'));
  assert.deepEqual(lineKeys('© 2019 Größe'), keys('© 0 größe'));
  assert.deepEqual(lineKeys('編集長'), keys('編 集 長'));
  assert.equal(lineKeys('one two three four five six seven eight nine ten eleven twelve thirteen').length, 12);
});

test('"share this" alone on its line is another thing than "share this" in a sentence', () => {
  const alone = pairKeys(lineKeys('Share this'));
  const within = pairKeys(lineKeys('They share this view'));
  assert.equal(alone.length, 3);
  assert.deepEqual(
    alone.filter((key) => within.includes(key)),
    [alone[1]],
  );
});
