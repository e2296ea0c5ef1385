import type { ReadArticle } from '../domain/read-article.ts';
import { type Cast, castOf } from './cast.ts';
import { REPUBLISHED_COVER } from './copies.ts';
import { daysBetween } from './moment.ts';
import { type Shared, type Shingled, sharedText, shingled } from './shingles.ts';
import { sharedWords, type Topic, topicCosine, topicOf } from './topic.ts';
import { asWritten } from './words.ts';

/** What is compared of an article; made once and kept as long as the article object lives. */
export type Profile = {
  readonly article: ReadArticle;
  readonly topic: Topic;
  readonly cast: Cast;
  readonly shingled: Shingled;
};

const made = new WeakMap<ReadArticle, Profile>();

export function profileOf(article: ReadArticle): Profile {
  const known = made.get(article);
  if (known) return known;
  const profile = {
    article,
    topic: topicOf(article),
    cast: castOf(article),
    shingled: shingled(article.text),
  };
  made.set(article, profile);
  return profile;
}

/** How two articles fit together. `story` and `affair` are shares of what is needed: 1 just suffices. */
export type Fit = {
  readonly story: number;
  readonly affair: number;
  readonly copied: Shared;
  readonly days: number | null;
  readonly topic: number;
  readonly cast: number;
};

/** Topic cosine that makes two articles one happening when they came out together (words of news at large as the measure). */
const SAME_STORY = 0.26;
/** The same words a week later are more often the next happening of the affair; each day of distance asks for more. */
const DAYS_TOGETHER = 2;
const MORE_PER_DAY = 0.02;
const LONGEST_STORY_DAYS = 30;
/** Where one of the two has no known time. */
const SAME_STORY_UNDATED = 0.42;
/** Geometric mean of topic and cast that makes two articles one affair, whenever they came out. */
const SAME_AFFAIR = 0.19;
/** Shared actors and places an affair must have at the least. */
const FEWEST_ANCHORS = 2;

export function fitOf(a: Profile, b: Profile): Fit {
  const topic = topicCosine(a.topic, b.topic);
  const cast = topicCosine(a.cast, b.cast);
  const copied = sharedText(a.shingled, b.shingled);
  const days = daysBetween(a.article, b.article);
  const both = Math.sqrt(topic * cast);
  const story = copied.cover >= REPUBLISHED_COVER ? 1 + copied.cover : storyFit(topic, days);
  const affair = anchors(a, b) < FEWEST_ANCHORS ? 0 : both / SAME_AFFAIR;
  return { story, affair: Math.max(affair, story), copied, days, topic, cast };
}

function storyFit(topic: number, days: number | null): number {
  if (days === null) return topic / SAME_STORY_UNDATED;
  if (days > LONGEST_STORY_DAYS) return 0;
  return topic / (SAME_STORY + MORE_PER_DAY * Math.max(0, days - DAYS_TOGETHER));
}

/** Shared actors and places; capitalised words count only where a reading brought neither. */
function anchors(a: Profile, b: Profile): number {
  let known = 0;
  let words = 0;
  for (const key of a.cast.keys())
    if (b.cast.has(key)) {
      if (key.startsWith('word:')) words++;
      else known++;
    }
  return a.article.reading.actors.length && b.article.reading.actors.length ? known : words / 2;
}

/** Shared words stand at the top of an article, or are shown as stems. */
const WORDS_SHOWN_WITHIN = 3000;

/** The words for people: what two articles share. */
export function whyTogether(a: Profile, b: Profile, fit: Fit): string {
  if (fit.copied.cover >= REPUBLISHED_COVER)
    return `${percent(fit.copied.cover)} of the shorter text stands in the other`;
  const names = new Map(a.article.reading.actors.map((actor) => [actor.id, actor.name]));
  const shared = sharedWords(a.cast, b.cast, 12).flatMap((key) => names.get(key) ?? []);
  const parts = [
    shared.length
      ? `share ${shared.slice(0, 4).join(', ')}`
      : `share the words ${asWritten(sharedWords(a.topic, b.topic, 5), `${a.article.title ?? ''} ${a.article.text.slice(0, WORDS_SHOWN_WITHIN)}`).join(', ')}`,
    `${percent(fit.topic)} alike in words`,
    fit.days === null ? 'time of one unknown' : `${Math.round(fit.days)} days apart`,
  ];
  return parts.join('; ');
}

const percent = (share: number) => `${Math.round(100 * share)} %`;
