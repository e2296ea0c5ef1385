import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseSearch, SEARCH_FIELDS, toQuery, withField, writeSearch } from './search-syntax.ts';

test('fields and words are told apart, quotation marks hold phrases together', () => {
  assert.deepEqual(parseSearch('speaker:"Ana Reyes" stance:denies truce "at the border"'), {
    words: 'truce "at the border"',
    fields: { speaker: 'Ana Reyes', stance: 'denies' },
    unknown: [],
  });
});

test('what is no field, date, stance or mode is searched for as words, and the reader is told', () => {
  assert.deepEqual(parseSearch('colour:red after:soon 10:30'), {
    words: 'red soon 10:30',
    fields: {},
    unknown: ['colour:red', 'after:soon'],
  });
  assert.deepEqual(parseSearch('stance:shouts mode:direct'), {
    ...{ words: 'shouts', fields: { mode: 'direct' }, unknown: ['stance:shouts'] },
  });
});

test('an address or a time is no field', () => {
  assert.deepEqual(parseSearch('https://example.org/a').unknown, ['https://example.org/a']);
  assert.deepEqual(parseSearch('12:06').fields, {});
});

test('half-typed searches are understood as far as they go', () => {
  assert.deepEqual(parseSearch('speaker: "open phrase'), { words: '"open phrase"', fields: {}, unknown: [] });
  assert.deepEqual(parseSearch('speaker:"Ana'), { words: '', fields: { speaker: 'Ana' }, unknown: [] });
  assert.deepEqual(parseSearch('   ""  '), { words: '', fields: {}, unknown: [] });
});

test('a search written back reads the same again', () => {
  for (const asked of ['truce', 'speaker:"Ana Reyes" truce "at the border"', 'after:2016 before:2017-08 outlet:x'])
    assert.deepEqual(parseSearch(writeSearch(parseSearch(asked))), parseSearch(asked));
});

test('a facet sets its field, and clears it again', () => {
  const line = parseSearch('truce stance:denies');
  assert.equal(withField(line, 'outlet', 'The Courier'), 'truce stance:denies outlet:"The Courier"');
  assert.equal(withField(line, 'stance', undefined), 'truce');
});

const FITTING: Readonly<Record<string, string>> = { after: '2016', before: '2016', stance: 'denies', mode: 'mixed' };

test('both ends of a time count in, and every field reaches the archive', () => {
  const line = parseSearch(SEARCH_FIELDS.map(([field]) => `${field}:${FITTING[field] ?? 'x'}`).join(' '));
  assert.deepEqual(toQuery(line, 'articles', 5, 'cursor'), {
    ...{ tab: 'articles', words: '', limit: 5, after: 'cursor', from: '2016', before: '2016' },
    ...{ speaker: 'x', about: 'x', via: 'x', stance: 'denies', mode: 'mixed', outlet: 'x', lang: 'x', place: 'x' },
  });
});
