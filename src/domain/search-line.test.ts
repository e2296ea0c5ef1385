import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearchLine, SEARCH_FIELDS, writeSearchLine } from './search-line.ts';

test('a line is split into its fields and its free words', () => {
  assert.deepEqual(
    parseSearchLine('truce speaker:"Maria Zakharova" stance:Denies "worrying situation" after:2016-08'),
    {
      words: 'truce "worrying situation"',
      speaker: 'Maria Zakharova',
      stance: 'denies',
      from: '2016-08',
    },
  );
});

test('every field of the search page is understood', () => {
  for (const name of SEARCH_FIELDS) {
    const value = name === 'after' || name === 'before' ? '2020' : 'x';
    assert.equal(parseSearchLine(`${name}:${value}`).words, '', name);
  }
});

test('what is no field stays among the words', () => {
  assert.equal(parseSearchLine('re: bridge').words, 're: bridge');
  assert.equal(parseSearchLine('https://a.example/x').words, 'https://a.example/x');
  assert.equal(parseSearchLine('after:yesterday ferry').words, 'after:yesterday ferry');
  assert.equal(parseSearchLine('speaker: ferry').speaker, undefined);
  assert.equal(parseSearchLine('-speaker:Ivanov').words, '-speaker:Ivanov');
});

test('a quotation mark that is never closed still opens a phrase', () => {
  assert.equal(parseSearchLine('speaker:"Maria Zakharova').speaker, 'Maria Zakharova');
  assert.equal(parseSearchLine('„ein Wort“').words, '„ein Wort“');
});

test('a query written as a line is read back as the same query', () => {
  for (const line of ['speaker:"Ina Brandt" stance:denies bridge', 'after:2020-01 before:2021 "moved by"', ''])
    assert.deepEqual(parseSearchLine(writeSearchLine(parseSearchLine(line))), parseSearchLine(line));
});
