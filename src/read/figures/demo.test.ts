import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { findDates } from '../dates/dates.ts';
import { findFigures } from './figures.ts';

const FOLDER = new URL('../../../examples/demo/', import.meta.url);
const json = <T>(name: string): T => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as T;

type Expected = {
  readonly dates: readonly { readonly file: string; readonly text: string; readonly value: string }[];
  readonly figures: readonly {
    readonly counted: string;
    readonly values: readonly {
      readonly file: string;
      readonly value: number;
      readonly upTo?: number;
      readonly words: string;
    }[];
  }[];
};

const expected = json<Expected>('expected.json');
const published = new Map(
  json<{ files: readonly { file: string; published: string }[] }>('demo.json').files.map((page) => [
    page.file,
    page.published,
  ]),
);

/** The page's paragraphs without their markup. */
const paragraphs = (file: string): string =>
  [...readFileSync(new URL(file, FOLDER), 'utf8').matchAll(/<p[^>]*>([\s\S]*?)<\/p>/g)]
    .map((match) => match[1]!.replace(/<[^>]+>/g, ''))
    .join('\n\n');

test('the demo’s dates are read as its truth says', () => {
  for (const { file, text, value } of expected.dates) {
    const found = findDates(paragraphs(file), { published: published.get(file)! });
    const words = found.map((date) => `${date.text} = ${date.value}`);
    assert.ok(
      found.some((date) => date.value === value && (date.text.includes(text) || text.includes(date.text))),
      `${file}: ${text} = ${value}, found ${words.join('; ')}`,
    );
  }
});

test('the demo’s figures are read as its truth says, and all counts of the dead are counts of the dead', () => {
  for (const { counted, values } of expected.figures)
    for (const { file, value, upTo, words } of values) {
      const text = paragraphs(file);
      const at = text.indexOf(words);
      const figure = findFigures(text, { published: published.get(file)! }).find(
        ({ start, end }) => start < at + words.length && at < end,
      );
      assert.deepEqual([figure?.value, figure?.upTo], [value, upTo], `${file}: ${words}`);
      if (counted.startsWith('dead')) assert.equal(figure?.counted, 'people killed', `${file}: ${words}`);
    }
});
