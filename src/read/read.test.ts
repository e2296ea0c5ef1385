import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsAt } from '../domain/span.ts';
import { loadKnowledge } from './knowledge.ts';
import { type ArticleToRead, readArticle } from './read.ts';

const article = (text: string, more: Partial<ArticleToRead> = {}): ArticleToRead => ({
  id: 'test',
  text,
  title: null,
  published: null,
  outlet: null,
  url: null,
  agency: null,
  dateline: null,
  chain: [],
  language: 'en',
  ...more,
});

const read = (text: string, more: Partial<ArticleToRead> = {}) => {
  const given = article(text, more);
  const { statements, ...rest } = readArticle(given, loadKnowledge());
  const words = (spans: (typeof statements)[number]['content']) =>
    spans.map((span) => wordsAt(span, text, given.title ?? '')).join(' … ');
  return {
    ...rest,
    statements: statements.map((statement) => ({
      ...statement,
      who: statement.speaker?.name,
      says: words(statement.content),
      cueWords: words(statement.cue),
      sourceWords: words(statement.source),
    })),
  };
};

test('a quotation before its speaker is direct, with name, title and marks', () => {
  const { statements } = read('“The bridge is closed until spring,” harbour master Ilse Brandt said on Monday.');
  assert.equal(statements.length, 1);
  assert.deepEqual(
    [statements[0]!.who, statements[0]!.says, statements[0]!.mode, statements[0]!.stance],
    ['Ilse Brandt', '“The bridge is closed until spring,”', 'direct', 'asserts'],
  );
});

test('a quotation goes on after the speaker and over the next sentences of its paragraph', () => {
  const { statements } = read('“We waited,” said Ilse Brandt, the harbour master. “Nobody came. Nobody called.”');
  assert.equal(statements[0]!.sourceWords, 'Ilse Brandt, the harbour master');
  assert.equal(statements[0]!.says, '“We waited,” … “Nobody came. Nobody called.”');
});

test('a quotation left open at the end of a paragraph goes on in the next', () => {
  const { statements } = read('“We waited,” Ilse Brandt said. “Nobody came.\n\n“Nobody called either.”');
  assert.ok(statements[0]!.says.endsWith('“Nobody called either.”'));
});

test('a surname and "she" stand for the full name', () => {
  const { statements } = read(
    'Ilse Brandt, spokeswoman for the port of Harn, said the bridge was closed.\n\nBrandt added that ships were waiting. She said it would take weeks.',
  );
  assert.deepEqual(
    statements.map(({ who }) => who),
    ['Ilse Brandt', 'Ilse Brandt', 'Ilse Brandt'],
  );
});

test('a capital that speaks is its government', () => {
  const { statements } = read('Vienna says the talks will go on. Quito denied the report.');
  assert.deepEqual(
    statements.map(({ who, stance }) => [who, stance]),
    [
      ['Austria', 'asserts'],
      ['Ecuador', 'denies'],
    ],
  );
});

test('a statement inside a statement knows the outer one and passes through its speaker', () => {
  const { statements } = read('Ilse Brandt told Reuters that the pilots had warned that the channel was too shallow.');
  const [outer, inner] = statements;
  assert.equal(inner!.parent, outer!.id);
  assert.deepEqual(inner!.via, [
    { name: 'Reuters', kind: 'agency' },
    { name: 'Ilse Brandt', kind: 'person' },
  ]);
});

test('a negated claim is a denial, a refusal to comment is none', () => {
  const { statements } = read('The ministry said it did not need foreign help. Ilse Brandt declined to comment.');
  assert.deepEqual(
    statements.map(({ stance }) => stance),
    ['denies', 'declines'],
  );
});

test('two speakers speak jointly', () => {
  const { statements } = read('Norway and Sweden have said that the border stays open.');
  assert.equal(statements[0]!.who, 'Norway');
  assert.deepEqual(
    statements[0]!.jointly.map(({ name }) => name),
    ['Sweden'],
  );
});

test('the title speaks too, with spans of its own', () => {
  const { statements } = read('The port stayed closed.', { title: 'Brandt: port will reopen' });
  assert.equal(statements[0]!.says, 'port will reopen');
  assert.equal(statements[0]!.content[0]![2], 'title');
});

test('what the article republishes stands at the head of every way', () => {
  const { statements, chain } = read('Ilse Brandt said the port was closed.', {
    chain: [{ step: 'republishes', from: 'Harbour Wire' }],
  });
  assert.deepEqual(statements[0]!.via, [{ name: 'Harbour Wire', kind: 'outlet' }]);
  assert.equal(chain[0]!.from, 'Harbour Wire');
});

test('nothing breaks the reader: empty, one mark, half a quotation, a thousand marks', () => {
  for (const text of [
    '',
    '"',
    '“',
    ' \n\n ',
    'said',
    'said said said',
    ': :',
    '“'.repeat(1000),
    '""'.repeat(500),
    '\ud800 said x',
  ])
    read(text);
});

test('reading the same article twice gives the same reading', () => {
  const text = '“No,” said Ilse Brandt. Norway denied it. She said: “Yes.”';
  assert.deepEqual(read(text), read(text));
});

test('a statement knows its day when the article knows its own', () => {
  const { statements } = read('The mine stays shut, minister Ilse Brandt said on Tuesday.', {
    published: '2019-05-16',
  });
  assert.equal(statements[0]!.saidOn, '2019-05-14');
});

test('a figure knows the statement it was said in', () => {
  const { statements, figures } = read('Some 40 miners work there. Ilse Brandt said that 12 people were hurt.');
  assert.deepEqual(
    figures.map(({ value, statement }) => [value, statement]),
    [
      [40, undefined],
      [12, statements[0]!.id],
    ],
  );
});
