import type { ReadArticle } from '../../src/domain/read-article.ts';
import { holdArticles, relateArticle } from '../../src/relate/relate.ts';
import type { BenchRow } from '../row.ts';

const ARTICLES = 6000;
const ARTICLES_OF_A_STORY = 5;
const WORDS = 260;
const VOCABULARY = 40_000;

/** Places made-up articles one by one; the last third against the first shows whether an article costs more as the archive grows. */
export async function incremental(): Promise<BenchRow> {
  const { neighbours, hold } = holdArticles();
  const random = mulberry(7);
  const times: number[] = [];
  for (let number = 0; number < ARTICLES; number++) {
    const article = madeUp(number, random);
    const before = process.cpuUsage();
    const placed = await relateArticle(article, neighbours);
    hold({ ...article, story: placed.story.id, storyline: placed.storyline.id });
    const { user, system } = process.cpuUsage(before);
    times.push((user + system) / 1000);
  }
  const third = Math.floor(ARTICLES / 3);
  const mean = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0) / some.length;
  const [first, last] = [mean(times.slice(0, third)), mean(times.slice(-third))];
  return {
    task: 'relate: one article into an archive',
    data: 'made up',
    rows: ARTICLES,
    score: `${last.toFixed(1)} ms in the last third, ${first.toFixed(1)} ms in the first`,
    speed: `${Math.round(1000 / mean(times))} articles/s`,
  };
}

export type TextOfStory = {
  readonly id: string;
  readonly title: string | null;
  readonly text: string | null;
  readonly date: string | null;
};

/** The story given to each text when they come one by one, unread: what the archive does, without names of actors to help. */
export async function storiesOneByOne(
  texts: readonly TextOfStory[],
): Promise<readonly { readonly id: string; readonly story: string }[]> {
  const { neighbours, hold, held } = holdArticles();
  for (const { id, title, text, date } of texts) {
    const published = date?.slice(0, 10) ?? null;
    const article = {
      ...UNREAD,
      id,
      title,
      text: text ?? '',
      published,
      timeMs: published ? Date.parse(published) : 0,
    };
    const placed = await relateArticle(article, neighbours);
    hold({ ...article, story: placed.story.id, storyline: placed.storyline.id });
  }
  return held().map(({ id, story }) => ({ id, story: story ?? '' }));
}

const UNREAD = {
  outlet: null,
  url: null,
  agency: null,
  language: 'en',
  reading: {
    reader: 'none',
    ...{ statements: [], mentions: [], actors: [], dates: [], places: [], figures: [], events: [], chain: [] },
  },
} as const;

/** A text of common words with the words of its story among them; words follow Zipf's law as in news. */
function madeUp(number: number, random: () => number): ReadArticle {
  const story = Math.floor(number / ARTICLES_OF_A_STORY);
  const words = Array.from({ length: WORDS }, (_, i) =>
    i % 6 === 0 ? `topic${story % 900}x${Math.floor(random() * 12)}` : `w${Math.floor(VOCABULARY ** random())}`,
  );
  const timeMs = Date.UTC(2030, 0, 1) + story * 3_600_000;
  return {
    ...UNREAD,
    id: `made-up-${number}`,
    title: words.slice(0, 9).join(' '),
    text: words.join(' '),
    published: new Date(timeMs).toISOString(),
    timeMs,
  };
}

/** A small seeded generator (mulberry32), so that every run measures the same articles. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
