import type { ActorKind } from '../domain/actor.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import { rarity } from './rarity.ts';
import { type Topic, unitVector } from './topic.ts';
import { folded, stem, topicWords } from './words.ts';

/**
 * Who and where an article is about, as a vector: actors under their identity (so that `ISIS` and `Daesh` meet),
 * places, and capitalised words for what the reading does not know. Scaled to length 1.
 */
export type Cast = Topic;

/** A state has part in very many affairs, a person or an armed group in few. */
const KIND_WEIGHT: Readonly<Record<ActorKind, number>> = {
  person: 1,
  'armed-group': 1.2,
  party: 1,
  company: 1,
  ministry: 0.8,
  other: 0.8,
  body: 0.7,
  state: 0.6,
  // Who reports is not what is reported.
  media: 0,
};
const COUNTRY_WEIGHT = 0.8;
const PLACE_WEIGHT = 0.7;
const CAPITAL_WEIGHT = 0.5;

/** Above this a name's words are all equally rare: it is unknown to the table, and no more telling than the next. */
const RAREST_NAME = 6;

const CAPITALISED = /(?<=[\p{Ll},;:)’”"]\s)[“"‘(]?\p{Lu}[\p{L}\p{M}’'-]+/gu;

export function castOf(article: ReadArticle): Cast {
  const { actors, mentions, places } = article.reading;
  const counts = new Map<string, number>();
  const count = (key: string, by = 1) => counts.set(key, (counts.get(key) ?? 0) + by);
  const kinds = new Map(actors.map((actor) => [actor.id, actor]));
  for (const mention of mentions) if (mention.actor) count(mention.actor);
  for (const actor of actors) if (!counts.has(actor.id)) count(actor.id);
  for (const place of places) {
    if (place.inName) continue;
    if (place.country) count(`country:${place.country}`);
    count(`place:${folded(place.name)}`);
  }
  for (const [word] of article.text.matchAll(CAPITALISED)) count(`word:${stem(folded(word.replace(/^\P{L}+/u, '')))}`);
  return unitVector(
    [...counts].flatMap(([key, times]) => {
      const weight = weightOf(key, kinds);
      return weight > 0 ? [[key, Math.log1p(times) * weight] as const] : [];
    }),
  );
}

function weightOf(
  key: string,
  actors: ReadonlyMap<string, { readonly name: string; readonly kind: ActorKind }>,
): number {
  if (key.startsWith('country:')) return COUNTRY_WEIGHT * 4;
  if (key.startsWith('place:')) return PLACE_WEIGHT * nameRarity(key.slice(6));
  if (key.startsWith('word:')) return CAPITAL_WEIGHT * Math.min(RAREST_NAME, rarity(key.slice(5)));
  const actor = actors.get(key);
  return actor ? KIND_WEIGHT[actor.kind] * nameRarity(actor.name) : 0;
}

/** A name is as rare as its rarest word. */
function nameRarity(name: string): number {
  return Math.min(RAREST_NAME, Math.max(0, ...topicWords(name).map(rarity)));
}
