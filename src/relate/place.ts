import { shortHash } from '../domain/ids.ts';
import type { Neighbours } from '../domain/ports/neighbours.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Copy, Lineage, StoryLink } from '../domain/story.ts';
import { LEAST_COVER } from './copies.ts';
import { type Fit, fitOf, profileOf, whyTogether } from './fit.ts';
import { lineageOf } from './lineage.ts';

/** Where one article stands among those already held. */
export type Placement = {
  readonly copies: readonly Copy[];
  readonly lineage: readonly Lineage[];
  readonly story: Place;
  readonly storyline: Place;
};

/** `why` names the articles that hold it there, the strongest first; empty for a place of its own. */
export type Place = {
  readonly id: string;
  readonly isNew: boolean;
  readonly why: readonly StoryLink[];
  /**
   * Other storylines that this article shows to be the same affair: whoever keeps the placement may move their stories to `id`
   * and let their addresses redirect. Without it the outcome depends more on the order in which articles came in.
   */
  readonly joins?: readonly string[];
};

/** Enough for the largest story of a day; more would cost without changing the outcome. */
const NEIGHBOURS_LOOKED_AT = 80;
/** A story (or affair) is judged by this many of its articles, so that one odd article draws no others in. */
const ARTICLES_THAT_VOUCH = 3;
/** The others of those may fit this much less well than the best. */
const LEAST_SUPPORT = 0.8;
/** One article makes two storylines one only where it sits well in both. */
const JOINING_FIT = 1.3;
const JOINING_SUPPORT = 1;
const MOST_REASONS = 3;

type Met = { readonly article: ReadArticle; readonly fit: Fit };

/**
 * Places one new article against the articles already held: the story it joins or starts, the storyline of that story,
 * the texts it shares words with, and what it rests on. Pure for a given snapshot of the neighbours.
 */
export async function relateArticle(article: ReadArticle, neighbours: Neighbours): Promise<Placement> {
  const profile = profileOf(article);
  const met = (await neighbours.near(article, NEIGHBOURS_LOOKED_AT))
    .filter((other) => other.id !== article.id)
    .map((other): Met => ({ article: other, fit: fitOf(profile, profileOf(other)) }));
  const story = bestPlace(article, met, 'story');
  const storyId = story?.id ?? article.story ?? shortHash('story', article.id);
  const storyline = affairOf(article, met, story);
  return {
    copies: met
      .filter(({ fit }) => fit.copied.cover >= LEAST_COVER)
      .map(({ article: other, fit }) => ({ a: article.id, b: other.id, cover: fit.copied.cover })),
    lineage: lineageOf(
      article,
      met.map(({ article: other, fit }) => ({ article: other, copied: fit.copied })),
    ),
    story: story ?? { id: storyId, isNew: true, why: [] },
    storyline: storyline ?? { id: shortHash('storyline', storyId), isNew: true, why: [] },
  };
}

/** A story that is joined brings its storyline; a new story looks for the affair it belongs to. */
function affairOf(article: ReadArticle, met: readonly Met[], story: Place | undefined): Place | undefined {
  const joined = story && met.find(({ article: other }) => other.story === story.id && other.storyline);
  const found = joined
    ? { id: joined.article.storyline!, isNew: false, why: story.why }
    : bestPlace(article, met, 'storyline');
  if (!found) return undefined;
  const joins = rankedPlaces(met, 'storyline')
    .filter(({ id, strongest, mean }) => id !== found.id && strongest >= JOINING_FIT && mean >= JOINING_SUPPORT)
    .map(({ id }) => id);
  return joins.length > 0 ? { ...found, joins } : found;
}

const FIT_FOR = { story: 'story', storyline: 'affair' } as const;

type Ranked = { readonly id: string; readonly strongest: number; readonly mean: number; readonly by: readonly Met[] };

/** The stories (or storylines) met, each judged by its best articles; the best first. */
function rankedPlaces(met: readonly Met[], place: 'story' | 'storyline'): readonly Ranked[] {
  const measure = FIT_FOR[place];
  return [...Map.groupBy(met, (one) => one.article[place])]
    .flatMap(([id, members]) => {
      if (id === undefined) return [];
      const by = members
        .toSorted((a, b) => b.fit[measure] - a.fit[measure] || (a.article.id < b.article.id ? -1 : 1))
        .slice(0, ARTICLES_THAT_VOUCH);
      return [
        {
          id,
          strongest: by[0]!.fit[measure],
          mean: by.reduce((sum, one) => sum + one.fit[measure], 0) / by.length,
          by,
        },
      ];
    })
    .toSorted((a, b) => b.strongest + b.mean - a.strongest - a.mean || (a.id < b.id ? -1 : 1));
}

function bestPlace(article: ReadArticle, met: readonly Met[], place: 'story' | 'storyline'): Place | undefined {
  const best = rankedPlaces(met, place).find(({ strongest, mean }) => strongest >= 1 && mean >= LEAST_SUPPORT);
  if (!best) return undefined;
  const measure = FIT_FOR[place];
  const profile = profileOf(article);
  return {
    id: best.id,
    isNew: false,
    why: best.by.slice(0, MOST_REASONS).map(({ article: other, fit }) => ({
      article: article.id,
      with: other.id,
      score: Math.min(1, Number((fit[measure] / 2).toFixed(3))),
      why: whyTogether(profile, profileOf(other), fit),
    })),
  };
}
