import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cleanCapture } from '../../src/clean/clean.ts';
import { isArticle } from '../../src/domain/article.ts';
import { findDates } from '../../src/read/dates/dates.ts';
import { findFigures } from '../../src/read/figures/figures.ts';
import { type BenchRow, BenchSkipped } from '../row.ts';

type ExpectedDate = { readonly file: string; readonly text: string; readonly value: string };
type ExpectedFigure = { readonly file: string; readonly value: number; readonly upTo?: number; readonly words: string };
type Expected = {
  readonly dates: readonly ExpectedDate[];
  readonly figures: readonly { readonly values: readonly ExpectedFigure[] }[];
};
type Page = { readonly file: string; readonly url: string };

const FOLDER = join(import.meta.dirname, '../../examples/demo');

/** The dates and figures that the demo's own truth names, on its pages as Stemma cleans them. */
export function measureDemo(): readonly BenchRow[] {
  if (!existsSync(join(FOLDER, 'expected.json'))) throw new BenchSkipped(`no ${FOLDER}`);
  const json = <T>(name: string): T => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as T;
  const expected = json<Expected>('expected.json');
  const pages = new Map(json<{ files: readonly Page[] }>('demo.json').files.map((page) => [page.file, factsOf(page)]));
  const datesRight = expected.dates.filter(({ file, text, value }) => {
    const page = pages.get(file)!;
    return page.dates.some((date) => date.value === value && (date.text.includes(text) || text.includes(date.text)));
  });
  const figures = expected.figures.flatMap(({ values }) => values);
  const figuresRight = figures.filter(({ file, value, upTo, words }) => {
    const page = pages.get(file)!;
    const at = page.text.indexOf(words);
    return page.figures.some(
      (figure) => figure.value === value && figure.upTo === upTo && figure.start < at + words.length && at < figure.end,
    );
  });
  return [
    {
      task: 'dates, figures',
      data: 'demo, after cleaning',
      rows: pages.size,
      score: `dates ${datesRight.length} of ${expected.dates.length}; figures ${figuresRight.length} of ${figures.length}`,
    },
  ];
}

function factsOf({ file, url }: Page) {
  const cleaned = cleanCapture({ bytes: readFileSync(join(FOLDER, file)), url, as: 'html' });
  const { text, published } = isArticle(cleaned) ? cleaned : { text: '', published: null };
  const dates = findDates(text, { published });
  return { text, dates, figures: findFigures(text, { published, dates }) };
}
