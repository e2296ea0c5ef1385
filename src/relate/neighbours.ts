import type { Neighbours } from '../domain/ports/neighbours.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import { profileOf } from './fit.ts';

/** Articles held in memory, found by their heaviest words, actors and places. */
export type HeldArticles = {
  readonly neighbours: Neighbours;
  /** Takes an article in, with the story and storyline it was given; the newest entry of an id counts. */
  readonly hold: (article: ReadArticle) => void;
  readonly held: () => readonly ReadArticle[];
};

/** Words and names by which an article is filed, and looked for. */
const KEYS_OF_AN_ARTICLE = 32;
const NAMES_OF_AN_ARTICLE = 12;
/** Of a key that very many articles have, only the latest are looked at: time per article stays the same as the archive grows. */
const LATEST_OF_A_KEY = 400;

export function holdArticles(): HeldArticles {
  const files = new Map<string, string[]>();
  const byId = new Map<string, ReadArticle>();
  let snapshot = 0;
  const near = async (article: ReadArticle, limit: number) => {
    const weights = new Map<string, number>();
    for (const [key, weight] of keysOf(article))
      for (const id of files.get(key)?.slice(-LATEST_OF_A_KEY) ?? [])
        if (id !== article.id) weights.set(id, (weights.get(id) ?? 0) + weight);
    return [...weights]
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, limit)
      .map(([id]) => byId.get(id)!);
  };
  const hold = (article: ReadArticle) => {
    snapshot++;
    const known = byId.has(article.id);
    byId.set(article.id, article);
    if (known) return;
    for (const [key] of keysOf(article)) {
      const file = files.get(key);
      if (file) file.push(article.id);
      else files.set(key, [article.id]);
    }
  };
  return {
    neighbours: {
      get snapshot() {
        return snapshot;
      },
      near,
    },
    hold,
    held: () => [...byId.values()],
  };
}

function keysOf(article: ReadArticle): readonly (readonly [string, number])[] {
  const { topic, cast } = profileOf(article);
  const heaviest = (vector: ReadonlyMap<string, number>, count: number) =>
    [...vector].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, count);
  return [
    ...heaviest(topic, KEYS_OF_AN_ARTICLE),
    ...heaviest(cast, NAMES_OF_AN_ARTICLE).map(([key, weight]) => [`\u0000${key}`, weight] as const),
  ];
}
