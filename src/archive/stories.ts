import { sql } from 'kysely';
import { headlineOf } from './article-lines.ts';
import type { Tx } from './store.ts';

/** Names that a storyline's title is made of: those that most of its articles name. */
const NAMES_IN_TITLE = 3;

/** Counts a story anew from its articles, and its storyline from its stories. One that has no article left is removed. */
export async function refreshStory(tx: Tx, key: number, names = false): Promise<void> {
  const story = await tx.selectFrom('story').selectAll().where('key', '=', key).executeTakeFirst();
  if (!story) return;
  const articles = await tx
    .selectFrom('article')
    .select(['title', 'time_ms', 'statements', 'outlet_name', 'outlet_domain', 'excerpt', 'url'])
    .where('story_key', '=', key)
    .orderBy('time_ms', 'desc')
    .orderBy('key', 'desc')
    .execute();
  if (articles.length === 0) {
    await tx.deleteFrom('story').where('key', '=', key).execute();
  } else {
    const outlets = new Map(articles.map((a) => [a.outlet_domain ?? a.outlet_name ?? '', a.outlet_name ?? '']));
    await tx
      .updateTable('story')
      .set({
        title: headlineOf(articles.find(({ title }) => title) ?? articles[0]!),
        time_ms: articles[0]!.time_ms,
        articles: articles.length,
        statements: articles.reduce((sum, a) => sum + a.statements, 0),
        outlet_names: JSON.stringify([...outlets.values()]),
      })
      .where('key', '=', key)
      .execute();
  }
  await refreshStoryline(tx, story.storyline_key, names);
}

/**
 * Counts a storyline anew. With `names` its title is made again of those whom most of its articles name: that looks at
 * all of them, so it is done when the storyline is grouped and when an article leaves, not with every article that arrives.
 */
export async function refreshStoryline(tx: Tx, key: number, names = false): Promise<void> {
  const stories = await tx
    .selectFrom('story')
    .select(['title', 'time_ms'])
    .where('storyline_key', '=', key)
    .orderBy('time_ms', 'desc')
    .execute();
  if (stories.length === 0) {
    await tx.deleteFrom('storyline').where('key', '=', key).execute();
    return;
  }
  const named = names ? await mostNamed(tx, key, NAMES_IN_TITLE) : [];
  const title = named.length > 1 ? named.map(({ name }) => name).join(' · ') : stories[0]!.title;
  await tx
    .updateTable('storyline')
    .set({ ...(names && { title }), time_ms: stories[0]!.time_ms, stories: stories.length })
    .where('key', '=', key)
    .execute();
}

/** Actors by the number of a storyline's articles that name them, then by their statements. */
export async function mostNamed(
  tx: Tx,
  storyline: number,
  limit: number,
): Promise<readonly { readonly id: string; readonly name: string; readonly statements: number }[]> {
  const { rows } = await sql<{ id: string; name: string; statements: number }>`
    SELECT actor_in.actor_id AS id, max(actor_in.name) AS name, sum(actor_in.statements) AS statements
    FROM story JOIN article ON article.story_key = story.key JOIN actor_in ON actor_in.article_key = article.key
    WHERE story.storyline_key = ${storyline}
    GROUP BY actor_in.actor_id
    ORDER BY count(*) DESC, sum(actor_in.statements) DESC, sum(actor_in.mentions) DESC, actor_in.actor_id
    LIMIT ${limit}`.execute(tx);
  return rows;
}
