import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findNames, fromConllu, givenSegments, RELATIONS, sharedLanguage, TAGS, toConllu, UPOS } from './language.ts';

const language = sharedLanguage();

/** The words of one sentence with what they hang on, as "nsubj(denied, minister)". */
const arcs = (text: string): string[] => {
  const found = language.analyse(text);
  const word = (i: number) => (i < 0 ? 'ROOT' : text.slice(found.tokenStart[i], found.tokenEnd[i]));
  return Array.from(
    { length: found.tokenCount },
    (_, i) => `${RELATIONS[found.relation[i]!]}(${word(found.head[i]!)}, ${word(i)})`,
  );
};
const tagged = (text: string): string[] => {
  const found = language.analyse(text);
  return Array.from(
    { length: found.tokenCount },
    (_, i) => `${text.slice(found.tokenStart[i], found.tokenEnd[i])}/${UPOS[found.upos[i]!]}`,
  );
};
const lemmas = (text: string): string => {
  const found = language.analyse(text);
  return Array.from({ length: found.tokenCount }, (_, i) => found.lemma(i)).join(' ');
};
const names = (text: string): string[] =>
  findNames(text).map(({ start, end, type }) => `${text.slice(start, end)}/${type}`);

test('the same word is a noun or a verb by its place', () => {
  assert.ok(tagged('The minister will report on Monday.').includes('report/VERB'));
  assert.ok(tagged('The report was published on Monday.').includes('report/NOUN'));
});

test('who did what to whom', () => {
  const found = arcs('The minister denied the report.');
  for (const arc of ['nsubj(denied, minister)', 'obj(denied, report)', 'root(ROOT, denied)', 'det(report, the)'])
    assert.ok(found.includes(arc), arc);
});

test('what was said hangs on the verb of saying', () => {
  const found = arcs('The spokesman said that the troops had left the town.');
  assert.ok(found.includes('nsubj(said, spokesman)'));
  assert.ok(found.includes('ccomp(said, left)'));
  assert.ok(found.includes('nsubj(left, troops)'));
});

test('in a passive the one acted upon is its subject', () => {
  const found = arcs('The village was attacked by gunmen.');
  assert.ok(found.includes('nsubj:pass(attacked, village)'));
  assert.ok(found.some((arc) => arc.startsWith('obl') && arc.endsWith('(attacked, gunmen)')));
});

test('every sentence has one root and no circle', () => {
  const text = 'KABUL — Gunmen, it said, had fled; "why now?" Nobody knew. 3,000 - !! (see p. 4). Breaking: talks off';
  const found = language.analyse(text);
  for (let s = 0; s < found.sentenceCount; s++) {
    const first = found.sentenceFirstToken[s]!;
    const end = found.sentenceFirstToken[s + 1]!;
    assert.equal(found.head.subarray(first, end).filter((head) => head < 0).length, 1);
    for (let i = first; i < end; i++) {
      let at = i;
      for (let steps = 0; at >= 0; steps++) {
        assert.ok(steps <= end - first && at >= first && at < end);
        at = found.head[at]!;
      }
    }
  }
});

test('dictionary forms of regular and irregular words', () => {
  assert.equal(
    lemmas('The men were hoping that she had taken better copies.'),
    'the man be hope that she have take good copy .',
  );
  assert.equal(lemmas("They didn't say who stopped the buses."), 'they do not say who stop the bus .');
});

test('persons, organisations and places are told apart', () => {
  const found = names(
    'Maria Petrova, a lawyer from Berlin, told Reuters that the United Nations would send envoys to Pakistan.',
  );
  for (const name of ['Maria Petrova/PER', 'Berlin/LOC', 'United Nations/ORG', 'Pakistan/LOC'])
    assert.ok(found.includes(name), `${name} in ${found}`);
});

test('a nationality is neither a place nor an organisation', () => {
  assert.ok(names('A Russian diplomat met Afghan officials.').includes('Russian/NORP'));
});

test('a sentence in another language is not parsed as English, the next one is', () => {
  const text = 'Der Minister hat das nicht gesagt und wird nicht kommen. The minister did not come.';
  const found = language.analyse(text);
  assert.equal(UPOS[found.upos[0]!], 'X');
  assert.equal(TAGS[found.tag.at(-2)!], 'VB');
});

test('an analysis goes out as CoNLL-U and its tokens can be given back', () => {
  const text = "They don't know. Nobody does.";
  const first = language.analyse(text);
  const again = language.analyseTokens(givenSegments(fromConllu(toConllu(first))));
  assert.deepEqual([...again.head], [...first.head]);
  assert.deepEqual([...again.tag], [...first.tag]);
  assert.match(toConllu(first), /^3\tn't\tnot\tPART\tRB\t_\t4\t/m);
});

test('the same text gives the same analysis, whatever was read before', () => {
  const text = 'The spokesman said on Tuesday that Orvia would not sign the treaty.';
  const before = toConllu(language.analyse(text));
  language.analyse('Something else entirely, by Jane Doe in Paris.');
  assert.equal(toConllu(language.analyse(text)), before);
});

test('no words, no sentences, no failure', () => {
  for (const text of ['', '   ', '\n\n', '—', '!!! ??? ***']) {
    const found = language.analyse(text);
    assert.equal(found.head.length, found.tokenCount);
    assert.deepEqual(found.names, []);
  }
  assert.equal(toConllu(language.analyse('')), '');
});

test('a line of a thousand words without a stop is read whole, in pieces of bounded length', () => {
  const found = language.analyse('the minister said the talks failed and '.repeat(150));
  assert.equal(found.tokenCount, 1050);
  assert.ok(found.sentenceCount >= 4);
});

test('in another language known places are still found', () => {
  assert.ok(names('Der Minister hat das in Berlin nicht gesagt und wird auch nicht kommen.').includes('Berlin/LOC'));
});

test('a place that is named like a person is what the sentence makes of it', () => {
  assert.ok(names('Michael Jordan met officials in Jordan on Friday.').includes('Michael Jordan/PER'));
  assert.ok(names('Michael Jordan met officials in Jordan on Friday.').includes('Jordan/LOC'));
});
