import type { ReadArticle } from '../domain/read-article.ts';
import type { Copy, Lineage, Relations, Story, StoryLink } from '../domain/story.ts';
import { findCopies } from './copies.ts';
import { profileOf } from './fit.ts';
import { lineageOf } from './lineage.ts';
import { holdArticles } from './neighbours.ts';
import { originsOf } from './origins.ts';
import { relateArticle } from './place.ts';
import { relateGroup } from './relate-group.ts';
import { sharedText } from './shingles.ts';

/**
 * All that holds across a set of articles: a fold of `relateArticle` in the given order (the order of arrival), then the claims,
 * disputes and figures of each storyline. Copies and lineage are told again at the end, when every article is known.
 */
export async function relateAll(articles: readonly ReadArticle[]): Promise<Relations> {
  const { neighbours, hold, held } = holdArticles();
  const why = new Map<string, StoryLink[]>();
  for (const article of articles) {
    const placed = await relateArticle(article, neighbours);
    hold({ ...article, story: placed.story.id, storyline: placed.storyline.id });
    for (const joined of placed.storyline.joins ?? [])
      for (const other of held().filter((one) => one.storyline === joined))
        hold({ ...other, storyline: placed.storyline.id });
    why.set(placed.story.id, [...(why.get(placed.story.id) ?? []), ...placed.story.why]);
  }
  const placed = held();
  const copies = findCopies(placed);
  const lineage = lineageOfAll(placed, copies);
  const byStory = Map.groupBy(placed, (article) => article.story!);
  const stories = [...byStory].map(
    ([id, members]): Story => ({
      id,
      title: titleOf(members),
      articles: members.map((member) => member.id),
      why: why.get(id) ?? [],
    }),
  );
  const lines = [...Map.groupBy(placed, (article) => article.storyline!)];
  const groups = lines.map(([, members]) => relateGroup(members));
  return {
    stories,
    storylines: lines.map(([id, members]) => ({
      id,
      title: titleOf(members),
      stories: [...new Set(members.map((member) => member.story!))],
    })),
    lineage,
    copies,
    claims: groups.flatMap((group) => group.claims),
    disputes: groups.flatMap((group) => group.disputes),
    figures: groups.flatMap((group) => group.figures),
    origins: [...byStory].map(([id, members]) => originsOf(members, lineage, id)),
  };
}

/** A cited article stands in the same story; in a very large one only the first are looked at. */
const STORY_MATES = 40;

function lineageOfAll(articles: readonly ReadArticle[], copies: readonly Copy[]): readonly Lineage[] {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const sharing = new Map<string, Set<string>>();
  for (const { a, b } of copies)
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      sharing.set(one, (sharing.get(one) ?? new Set()).add(other));
  for (const members of Map.groupBy(articles, (article) => article.story).values())
    for (const { id } of members.slice(0, STORY_MATES))
      for (const other of members)
        if (other.id !== id) sharing.set(other.id, (sharing.get(other.id) ?? new Set()).add(id));
  return articles.flatMap((article) =>
    lineageOf(
      article,
      [...(sharing.get(article.id) ?? [])].map((id) => {
        const other = byId.get(id)!;
        return { article: other, copied: sharedText(profileOf(article).shingled, profileOf(other).shingled) };
      }),
    ),
  );
}

const LONGEST_TITLE = 140;

/** The headline of the earliest article that has one; else the first words of a text. Never words of ours. */
function titleOf(articles: readonly ReadArticle[]): string {
  const inOrder = articles.toSorted((a, b) => a.timeMs - b.timeMs);
  const title = inOrder.find((article) => article.title)?.title;
  if (title) return title;
  const first = inOrder[0]!.text.trim().split('\n')[0]!;
  if (first.length <= LONGEST_TITLE) return first;
  return `${first.slice(0, first.lastIndexOf(' ', LONGEST_TITLE))} …`;
}
