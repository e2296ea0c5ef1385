import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import type { Article } from '../domain/article.ts';
import type { Reading } from '../domain/reading.ts';
import type { Span } from '../domain/span.ts';
import type { Statement } from '../domain/statement.ts';
import { printReading } from './print-reading.ts';

const ESC = '\u001b';
const TEXT = `Minister Ana Reyes reportedly said that the envoy had told her that the port of Sarn would stay closed until the end of the month.${ESC}[2J`;
const article: Article = {
  ...{ url: null, canonicalUrl: null, outlet: { name: 'Sarn Post', domain: null }, title: 'Port closed', authors: [] },
  ...{ agency: null, dateline: null, published: '2024-05-06', publishedFrom: 'line', modified: null, language: 'en' },
  ...{ text: TEXT, furniture: [], chain: [] },
};
const span = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];
const statement = (id: string, more: Partial<Statement>): Statement => ({
  ...{ id, source: [], cue: [], content: [], kind: 'speech', mode: 'indirect', stance: 'asserts', hedges: [] },
  ...{ speaker: null, jointly: [], to: [], via: [], saidOn: null, parent: null, confidence: 0.9 },
  ...more,
});
const reading: Reading = {
  ...{ reader: 'test', mentions: [], actors: [], dates: [], places: [], figures: [], events: [], chain: [] },
  // The reader gives what stands inside first; people read the whole first.
  statements: [
    statement('inner', {
      ...{ source: [span('the envoy')], cue: [span('told')], parent: 'outer', confidence: 0.55, mode: 'mixed' },
      content: [span('that the port of Sarn would stay closed until the end of the month.') as Span],
      speaker: {
        ...{ actor: 'in:envoy', name: 'Aron Vey' },
        candidates: [
          { actor: 'in:envoy', name: 'Aron Vey', p: 0.6 },
          { actor: 'in:lund', name: 'Petr Lund', p: 0.3 },
        ],
      },
      doubts: ['“the envoy” is taken for the nearest envoy'],
    }),
    statement('outer', {
      ...{ source: [span('Minister Ana Reyes')], cue: [span('said')], hedges: ['reportedly'], stance: 'denies' },
      content: [[TEXT.indexOf('that the envoy'), TEXT.length]],
      speaker: { actor: 'in:reyes', name: 'Ana Reyes' },
    }),
  ],
};

test('what is said inside a statement stands under it, with who it may be instead and why', () => {
  const lines = printReading(article, reading, { colour: false }).split('\n');
  assert.match(lines[3]!, /^Ana Reyes \(“Minister Ana Reyes”\) denies \[said\]$/);
  assert.match(lines[5]!, /^ {2}paraphrase · hedged “reportedly”$/);
  assert.match(lines[7]!, /^ {2}Aron Vey \(“the envoy”\) asserts \[told\]$/);
  assert.match(lines[9]!, /^ {4}part quote$/);
  assert.equal(
    lines[10],
    '    doubtful, 55 % sure: “the envoy” is taken for the nearest envoy; the speaker may be Petr Lund (30 %)',
  );
  assert.match(lines.at(-3)!, /^2 statements, 1 doubtful · /);
});

test('on a terminal what was said is broken to its width, and in a pipe it is whole', () => {
  const narrow = printReading(article, reading, { colour: true, columns: 48 });
  const content = stripVTControlCharacters(narrow).split('\n').slice(4, 8);
  for (const line of content) assert.ok(line.length <= 48, line);
  const folded = stripVTControlCharacters(narrow).replace(/\s+/g, ' ');
  assert.ok(folded.includes('would stay closed until the end of the month.'));
  const whole = printReading(article, reading, { colour: false });
  assert.ok(
    whole
      .split('\n')
      .some((line) => line.includes('that the envoy had told her that the port of Sarn would stay closed')),
  );
});

test('colour is there where it is wanted, and what a page hides to steer the terminal never is', () => {
  const coloured = printReading(article, reading, { colour: true });
  assert.ok(coloured.includes(`${ESC}[31mdenies`));
  assert.ok(!coloured.includes(`${ESC}[2J`));
  assert.ok(!printReading(article, reading, { colour: false }).includes(ESC));
});
