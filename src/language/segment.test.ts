import assert from 'node:assert/strict';
import { test } from 'node:test';
import { segment } from './language.ts';

const wordsIn = (text: string): string[][] => {
  const found = segment(text);
  return Array.from({ length: found.sentenceCount }, (_, s) => {
    const words: string[] = [];
    for (let i = found.sentenceFirstToken[s]!; i < found.sentenceFirstToken[s + 1]!; i++)
      words.push(text.slice(found.tokenStart[i], found.tokenEnd[i]));
    return words;
  });
};
const sentencesIn = (text: string): string[] => {
  const found = segment(text);
  return Array.from({ length: found.sentenceCount }, (_, s) =>
    text.slice(found.tokenStart[found.sentenceFirstToken[s]!], found.tokenEnd[found.sentenceFirstToken[s + 1]! - 1]),
  );
};

test('nothing but white space lies between tokens, so the offsets reproduce the text', () => {
  const text =
    'KABUL — “We’ve  seen 3,000\u00a0of them,”\tMr. Noori told e-mail@herald.example…\r\n\r\nReally?! 🙂 Ünal’s €5bn (35mm) A&B';
  const { tokenCount, tokenStart, tokenEnd } = segment(text);
  let at = 0;
  for (let i = 0; i < tokenCount; i++) {
    assert.match(text.slice(at, tokenStart[i]), /^\s*$/);
    assert.ok(tokenEnd[i]! > tokenStart[i]!);
    at = tokenEnd[i]!;
  }
  assert.match(text.slice(at), /^\s*$/);
});

test('contractions and possessives are two words, in straight and curved apostrophes', () => {
  assert.deepEqual(wordsIn("They don't say the minister's aides can’t come")[0], [
    'They',
    'do',
    "n't",
    'say',
    'the',
    'minister',
    "'s",
    'aides',
    'ca',
    'n’t',
    'come',
  ]);
  assert.deepEqual(wordsIn('He cannot, and the farmers’ union won’t')[0], [
    'He',
    'can',
    'not',
    ',',
    'and',
    'the',
    'farmers',
    '’',
    'union',
    'wo',
    'n’t',
  ]);
  assert.deepEqual(wordsIn("O'Hara's Qa'ida")[0], ["O'Hara", "'s", "Qa'ida"]);
});

test('a hyphen between words is a token, after a prefix it is not', () => {
  assert.deepEqual(wordsIn('US-led anti-war pro-Kremlin five-year e-mail')[0], [
    'US',
    '-',
    'led',
    'anti-war',
    'pro-Kremlin',
    'five',
    '-',
    'year',
    'e-mail',
  ]);
});

test('text that was cut into tokens before keeps its tokens', () => {
  assert.deepEqual(wordsIn("Iran 's envoys do n't say , `` no '' .")[0], [
    'Iran',
    "'s",
    'envoys',
    'do',
    "n't",
    'say',
    ',',
    '``',
    'no',
    "''",
    '.',
  ]);
});

test('money, shares, ranges, units and ordinals', () => {
  assert.deepEqual(wordsIn('$5.2 million, 3.5% of £900m on 7th at 35mm')[0], [
    '$',
    '5.2',
    'million',
    ',',
    '3.5',
    '%',
    'of',
    '£',
    '900',
    'm',
    'on',
    '7th',
    'at',
    '35',
    'mm',
  ]);
});

test('addresses stay whole, the full stop behind them does not', () => {
  assert.deepEqual(wordsIn('See https://herald.example/a?b=c. Or www.herald.example, please.'), [
    ['See', 'https://herald.example/a?b=c', '.'],
    ['Or', 'www.herald.example', ',', 'please', '.'],
  ]);
});

test('titles, initials and months never end a sentence', () => {
  for (const one of [
    'Mr. Petrov met Gen. A. B. Novak on Jan. 5 in St. Lucia.',
    'J. K. Marlow and George W. Carver, Jr. were there.',
    'It cost No. 5 its lead, i.e. the cup.',
  ])
    assert.deepEqual(sentencesIn(one), [one]);
});

test('an acronym or a company ends a sentence only where the next word begins one', () => {
  assert.deepEqual(sentencesIn('They left the U.S. The company stayed.'), [
    'They left the U.S.',
    'The company stayed.',
  ]);
  assert.deepEqual(sentencesIn('The U.S. Army and Orbis Inc. Chairman Lee met at 5 p.m. Tuesday.').length, 1);
});

test('a quotation closes after its stop, and the sentence with it', () => {
  assert.deepEqual(sentencesIn('“We will go.” Then he left. "Stay!" she said. (They did.) Good.'), [
    '“We will go.”',
    'Then he left.',
    '"Stay!" she said.',
    '(They did.)',
    'Good.',
  ]);
});

test('who asked belongs to what was asked', () => {
  assert.deepEqual(sentencesIn('"Why now?" Maria Lopez asked. Nobody answered.'), [
    '"Why now?" Maria Lopez asked.',
    'Nobody answered.',
  ]);
});

test('three dots end a sentence before a capital only', () => {
  assert.deepEqual(sentencesIn('He waited ... and went. She waited… Nobody came.'), [
    'He waited ... and went.',
    'She waited…',
    'Nobody came.',
  ]);
});

test('a line break ends a sentence: headlines, datelines and lists have no stop', () => {
  assert.deepEqual(sentencesIn('Talks collapse in Orvia\nORVIA CITY (NP) — Talks failed.\n\nRelated'), [
    'Talks collapse in Orvia',
    'ORVIA CITY (NP) — Talks failed.',
    'Related',
  ]);
});

test('a paragraph wrapped at a fixed width is not torn at its line ends', () => {
  const wrapped =
    'The minister said on Tuesday that the talks, which began in spring and were\nto end in autumn, would go on until both sides had agreed on every one of\nthe points that the neighbours had put on the table. Nobody else commented.';
  assert.equal(sentencesIn(wrapped).length, 2);
});

test('a note mark stays with the sentence it annotates', () => {
  assert.deepEqual(sentencesIn('He left in 1971. [12] She stayed. [3][4] End.'), [
    'He left in 1971. [12]',
    'She stayed. [3][4]',
    'End.',
  ]);
});

test('text without words gives nothing; signs alone give tokens and no failure', () => {
  assert.equal(segment('').tokenCount, 0);
  assert.equal(segment(' \n\t ').sentenceCount, 0);
  assert.equal(segment('').sentenceFirstToken.length, 1);
  assert.ok(segment('*** ––– ??? \ud83d \u200b').tokenCount > 0);
});

test('a megabyte without a full stop is cut into sentences of bounded length', () => {
  const { sentenceCount, sentenceFirstToken } = segment('word '.repeat(210_000));
  for (let s = 0; s < sentenceCount; s++) assert.ok(sentenceFirstToken[s + 1]! - sentenceFirstToken[s]! <= 250);
});
