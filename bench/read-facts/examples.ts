import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findDates } from '../../src/read/dates/dates.ts';
import { findFigures } from '../../src/read/figures/figures.ts';
import { findPlaces } from '../../src/read/places/places.ts';
import { type BenchRow, BenchSkipped } from '../row.ts';

type GoldDate = { readonly text: string; readonly value: string | null; readonly mod?: string };
type GoldFigure = { readonly words: string; readonly value: number; readonly upTo?: number; readonly bound?: string };
type Gold = {
  readonly documents: Readonly<
    Record<
      string,
      {
        file: string;
        published: string | null;
        dates?: readonly GoldDate[];
        figures?: readonly GoldFigure[];
        places?: readonly string[];
      }
    >
  >;
};

const touches = (span: { start: number; end: number }, words: string, text: string): boolean => {
  const start = text.indexOf(words);
  return start >= 0 && span.start < start + words.length && start < span.end;
};

/** The dates, figures and places of the five examples as their gold says. */
export function measureExamples(benchDir: string): readonly BenchRow[] {
  const folder = join(benchDir, '../examples/afghanistan');
  if (!existsSync(join(folder, 'gold.json'))) throw new BenchSkipped(`no ${folder}`);
  const documents = Object.values((JSON.parse(readFileSync(join(folder, 'gold.json'), 'utf8')) as Gold).documents);
  const counts = { dates: 0, datesRight: 0, figures: 0, figuresRight: 0, places: 0, placesFound: 0 };
  for (const { file, published, dates = [], figures = [], places = [] } of documents) {
    const text = readFileSync(join(folder, file), 'utf8');
    const foundDates = findDates(text, { published });
    const foundFigures = findFigures(text, { published, dates: foundDates });
    const foundPlaces = findPlaces(text);
    counts.dates += dates.length;
    counts.datesRight += dates.filter((gold) =>
      foundDates.some((date) => touches(date, gold.text, text) && date.value === gold.value && date.mod === gold.mod),
    ).length;
    counts.figures += figures.length;
    counts.figuresRight += figures.filter((gold) =>
      foundFigures.some(
        (figure) =>
          touches(figure, gold.words, text) &&
          figure.value === gold.value &&
          figure.upTo === gold.upTo &&
          figure.bound === (gold.bound ?? 'exact'),
      ),
    ).length;
    counts.places += places.length;
    counts.placesFound += places.filter((name) =>
      foundPlaces.some(({ start, end }) => text.slice(start, end) === name),
    ).length;
  }
  return [
    {
      task: 'dates, figures, places',
      data: 'five examples',
      rows: documents.length,
      score: `dates ${counts.datesRight} of ${counts.dates}; figures ${counts.figuresRight} of ${counts.figures}; places ${counts.placesFound} of ${counts.places}`,
    },
  ];
}
