import { rarity } from './rarity.ts';
import { topicWords } from './words.ts';

/** What a text is about: its words weighed by rarity, place and count, scaled to length 1. */
export type Topic = ReadonlyMap<string, number>;

export type TopicSource = { readonly title: string | null; readonly text: string };

/** News says what it is about at the top; what follows is background that many stories share. */
const LEAD_WORDS = 60;
const BODY_WORDS = 400;
const TITLE_WEIGHT = 2;
const LEAD_WEIGHT = 1.5;
const BODY_WEIGHT = 0.5;

/** Words as rare as "also" carry no subject. */
const TOO_COMMON = 1.5;

/** Rarity at large, with nothing for the words that carry no subject. */
export const tellingRarity = (word: string): number => {
  const rare = rarity(word);
  return rare < TOO_COMMON ? 0 : rare;
};

/** Weighs the words of title, lead and body. `weigh` may replace the rarity at large by that of a closed collection. */
export function topicOf(article: TopicSource, weigh: (word: string) => number = tellingRarity): Topic {
  const counts = new Map<string, number>();
  const count = (words: readonly string[], weight: number) => {
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + weight);
  };
  const body = topicWords(article.text.slice(0, BODY_WORDS * 8));
  count(topicWords(article.title ?? ''), TITLE_WEIGHT);
  count(body.slice(0, LEAD_WORDS), LEAD_WEIGHT);
  count(body.slice(LEAD_WORDS, BODY_WORDS), BODY_WEIGHT);
  return unitVector(
    [...counts].flatMap(([word, weight]) => {
      const rare = weigh(word);
      return rare > 0 ? [[word, Math.log1p(weight) * rare] as const] : [];
    }),
  );
}

export function unitVector(weights: Iterable<readonly [string, number]>): Topic {
  const vector = new Map(weights);
  let square = 0;
  for (const weight of vector.values()) square += weight * weight;
  const length = Math.sqrt(square) || 1;
  for (const [word, weight] of vector) vector.set(word, weight / length);
  return vector;
}

/** Cosine of two topics: 0 nothing shared, 1 the same words in the same weights. */
export function topicCosine(a: Topic, b: Topic): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [word, weight] of small) sum += weight * (large.get(word) ?? 0);
  return sum;
}

/** The heaviest shared words, heaviest first. */
export function sharedWords(a: Topic, b: Topic, limit: number): readonly string[] {
  return [...a.keys()]
    .filter((word) => b.has(word))
    .sort((x, y) => b.get(y)! * a.get(y)! - b.get(x)! * a.get(x)! || (x < y ? -1 : 1))
    .slice(0, limit);
}
