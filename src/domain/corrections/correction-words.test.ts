import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from './correction.ts';
import { correctionInWords } from './correction-words.ts';

const hidden = (quote: string): Change => ({
  ...{ kind: 'hide', statement: 's' },
  anchor: { article: 'a', revision: 'r', quote, before: '', after: '', start: 0, end: quote.length, cue: '' },
});

test('words that were quoted in the article stand in one pair of quotation marks', () => {
  assert.equal(correctionInWords(hidden('“We have no list.”')), '“We have no list.” is no statement');
  assert.equal(correctionInWords(hidden('"We have no list," he')), '“We have no list," he” is no statement');
  assert.equal(correctionInWords(hidden('that it  is\nso')), '“that it is so” is no statement');
});
