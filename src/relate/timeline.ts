import type { DateMention } from '../domain/reading.ts';
import { topicWords } from './words.ts';

export type DatedText = {
  /** ISO day on which the text came out. */
  readonly date: string;
  readonly text: string;
};

/** Finds the time expressions of a text that came out on `published`; the reading room's, handed in by whoever wires. */
export type FindDates = (
  text: string,
  context: { readonly published: string | null },
) => readonly Pick<DateMention, 'start' | 'end' | 'value'>[];

/** What the texts say of one day, each text counting once. */
type DayCounts = {
  /** Texts that came out on the day. */
  published: number;
  /** Texts that name the day. */
  named: number;
  /** … in a sentence that names the topic. */
  aboutTopic: number;
  /** … more than a week after it. */
  longAfter: number;
  /** Times it is named in a text's first sentences. */
  atTop: number;
};

const SENTENCES_AT_TOP = 5;
const LONG_AFTER_DAYS = 7;

/** Weights of the counts, set on the dev timelines (17 topics) in coarse steps; what is reported the next day tells of the day before. */
const WEIGHT = { aboutTopic: 1, named: 0.6, longAfter: 0.6, published: 0.4, atTop: 0.3, publishedNextDay: 0.3 };

/** A day must stand out from the days around it, more so where the whole spans years. */
const AROUND_DAYS = 45;
const OUTSTANDING_POWER = 0.9;
const OUTSTANDING_FLOOR = 3;
const YEARS_LONG_DAYS = 700;

/** After a day is taken, its neighbours (within so many days) tell little new: the nearest loses this share. */
const SAME_EVENT_DAYS = 14;
const SAME_EVENT_LOSS = 0.3;
const MOST_DATES = 400;

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d\d-\d\d/;

/**
 * The days on which something happened in a topic, the weightiest first: named by many texts, in sentences about the topic,
 * still named long after, and standing out from the days around. Time grows with the texts.
 */
export function timelineOf(
  topic: string,
  texts: readonly DatedText[],
  findDates: FindDates,
): { readonly topic: string; readonly dates: readonly string[] } {
  const days = countDays(topic, texts, findDates);
  const dates = texts.map((text) => dayNumber(text.date)).filter((day) => !Number.isNaN(day));
  const isYearsLong = dates.length > 0 && Math.max(...dates) - Math.min(...dates) > YEARS_LONG_DAYS;
  const weights = new Map([...days].map(([day, counts]) => [day, weightOf(counts, days.get(day + 1))]));
  return { topic, dates: (isYearsLong ? spread(outstanding(weights)) : ranked(weights)).map(isoDay) };
}

function countDays(topic: string, texts: readonly DatedText[], findDates: FindDates): ReadonlyMap<number, DayCounts> {
  const names = new Set(topicWords(topic.replaceAll('_', ' ')));
  const days = new Map<number, DayCounts>();
  const on = (day: number): DayCounts => {
    const known = days.get(day) ?? { published: 0, named: 0, aboutTopic: 0, longAfter: 0, atTop: 0 };
    days.set(day, known);
    return known;
  };
  for (const { date, text } of texts) {
    const published = dayNumber(date);
    if (!Number.isNaN(published)) on(published).published++;
    const named = new Set<number>();
    const about = new Set<number>();
    const ends = sentenceEnds(text);
    for (const { start, value } of findDates(text, { published: date })) {
      const day = value && DAY.test(value) ? dayNumber(value) : Number.NaN;
      if (Number.isNaN(day)) continue;
      const sentence = ends.findIndex((end) => end > start);
      if (sentence < SENTENCES_AT_TOP) on(day).atTop++;
      if (!named.has(day)) {
        named.add(day);
        on(day).named++;
        if (published - day > LONG_AFTER_DAYS) on(day).longAfter++;
      }
      if (about.has(day)) continue;
      const words = topicWords(text.slice(sentence > 0 ? ends[sentence - 1] : 0, ends[sentence]));
      if (!words.some((word) => names.has(word))) continue;
      about.add(day);
      on(day).aboutTopic++;
    }
  }
  return days;
}

/** Offsets at which sentences end; a line break always ends one. */
function sentenceEnds(text: string): readonly number[] {
  const ends = [...text.matchAll(/\n+|[.!?]["”’']*\s+(?=["“‘(\p{Lu}])/gu)].map(
    (match) => match.index + match[0].length,
  );
  return [...ends, text.length + 1];
}

function weightOf(counts: DayCounts, nextDay: DayCounts | undefined): number {
  return (
    WEIGHT.aboutTopic * counts.aboutTopic +
    WEIGHT.named * counts.named +
    WEIGHT.longAfter * counts.longAfter +
    WEIGHT.published * counts.published +
    WEIGHT.atTop * counts.atTop +
    WEIGHT.publishedNextDay * (nextDay?.published ?? 0)
  );
}

function outstanding(weights: ReadonlyMap<number, number>): ReadonlyMap<number, number> {
  const out = new Map<number, number>();
  for (const [day, weight] of weights) {
    let around = 0;
    for (let other = day - AROUND_DAYS; other <= day + AROUND_DAYS; other++) around += weights.get(other) ?? 0;
    out.set(day, weight / (around / (2 * AROUND_DAYS + 1) + OUTSTANDING_FLOOR) ** OUTSTANDING_POWER);
  }
  return out;
}

const ranked = (weights: ReadonlyMap<number, number>): readonly number[] =>
  [...weights]
    .toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_DATES)
    .map(([day]) => day);

/** Takes the weightiest day, lowers its neighbours, and so on. */
function spread(weights: ReadonlyMap<number, number>): readonly number[] {
  const left = new Map(weights);
  const taken: number[] = [];
  while (left.size > 0 && taken.length < MOST_DATES) {
    let best: number | undefined;
    for (const [day, weight] of left)
      if (best === undefined || weight > left.get(best)! || (weight === left.get(best)! && day < best)) best = day;
    taken.push(best!);
    left.delete(best!);
    for (let gap = 1; gap <= SAME_EVENT_DAYS; gap++)
      for (const day of [best! - gap, best! + gap])
        if (left.has(day)) left.set(day, left.get(day)! * (1 - SAME_EVENT_LOSS * (1 - (gap - 1) / SAME_EVENT_DAYS)));
  }
  return taken;
}

const dayNumber = (value: string): number => Math.floor(Date.parse(value.slice(0, 10)) / DAY_MS);
const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);
