import { join } from 'node:path';
import { findDates } from '../../src/read/dates/dates.ts';
import { findEvents } from '../../src/read/events/events.ts';
import { findFigures } from '../../src/read/figures/figures.ts';
import { loadKnowledge } from '../../src/read/knowledge.ts';
import { readPassage } from '../../src/read/passage.ts';
import { findPlaces } from '../../src/read/places/places.ts';
import { findNames } from '../../src/read/who/names.ts';
import type { BenchRow } from '../row.ts';
import { rowsOf } from './rows.ts';

type Article = { readonly text: string; readonly meta?: { readonly date?: string } };

const ARTICLES = 150;

/** Each room reads them so often; the cheapest round counts, since a shared machine only ever adds. */
const ROUNDS = 8;

/** CPU time of each room over ordinary news, each fed with what the rooms before it found, as `readArticle` does. */
export function measureCost(benchDir: string): readonly BenchRow[] {
  const knowledge = loadKnowledge();
  const articles = rowsOf<Article>(join(benchDir, 'data/statements/polnear-train.jsonl'))
    .slice(0, ARTICLES)
    .map(({ text, meta }) => {
      const passage = readPassage(text);
      const actors = findNames(passage, knowledge).map((name) => ({
        start: passage.start[name.first]!,
        end: passage.end[name.last]!,
        name: passage.word[name.first]!,
      }));
      return { text, published: meta?.date?.slice(0, 10) ?? null, actors, words: passage.count };
    });
  const words = articles.reduce((sum, article) => sum + article.words, 0);
  const cost = (work: (article: (typeof articles)[number], i: number) => void): string => {
    let ms = Number.POSITIVE_INFINITY;
    for (let round = 0; round < ROUNDS; round++) {
      const before = process.cpuUsage();
      articles.forEach(work);
      const { user, system } = process.cpuUsage(before);
      ms = Math.min(ms, (user + system) / 1000);
    }
    return `${(ms / articles.length).toFixed(2)} ms an article, ${((ms * 1000) / words).toFixed(2)} ms per 1,000 words`;
  };
  const dates = articles.map(({ text, published }) => findDates(text, { published }));
  const places = articles.map(({ text }) => findPlaces(text));
  return [
    ['dates', cost(({ text, published }) => findDates(text, { published }))],
    ['places', cost(({ text }) => findPlaces(text))],
    [
      'figures',
      cost(({ text, published }, i) => findFigures(text, { published, dates: dates[i]!, places: places[i]! })),
    ],
    ['events', cost(({ text, actors }, i) => findEvents(text, { actors, dates: dates[i]!, places: places[i]! }))],
  ].map(([room, score]) => ({
    task: `cost of ${room}`,
    data: `PolNeAR train, first ${ARTICLES} (${words} words)`,
    rows: articles.length,
    score: score!,
  }));
}
