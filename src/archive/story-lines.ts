import type { Kysely } from 'kysely';
import type { ArticleLine, List, ListQuery, StoryLine } from '../domain/ports/pages.ts';
import { linesByKey } from './article-lines.ts';
import { page, readCursor } from './cursors.ts';
import { parsed } from './store.ts';
import type { StoryRow, Tables } from './tables.ts';

/** Articles shown under a story in a list; the story page has them all. */
const ARTICLES_IN_LINE = 12;

export type StoryLineRow = StoryRow & {
  readonly storyline_id: string;
  readonly storyline_title: string;
  readonly storyline_stories: number;
};

export const storyRows = (db: Kysely<Tables>) =>
  db
    .selectFrom('story')
    .innerJoin('storyline', 'storyline.key', 'story.storyline_key')
    .selectAll('story')
    .select(['storyline.id as storyline_id', 'storyline.title as storyline_title'])
    .select('storyline.stories as storyline_stories');

export async function stories(
  db: Kysely<Tables>,
  query: ListQuery & { readonly reader?: string; readonly storyline?: string },
): Promise<List<StoryLine>> {
  const after = readCursor(query.after, 2);
  let select = storyRows(db)
    .orderBy('story.time_ms', 'desc')
    .orderBy('story.key', 'desc')
    .limit(query.limit + 1);
  if (query.withoutDemo) select = select.where('story.demo', '=', 0);
  if (query.storyline !== undefined) select = select.where('storyline.id', '=', query.storyline);
  if (after)
    select = select.where((eb) => eb(eb.refTuple('story.time_ms', 'story.key'), '<', eb.tuple(after[0]!, after[1]!)));
  const { rows, next } = page(await select.execute(), query.limit, (last) => [last.time_ms, last.key]);
  return { rows: await toStoryLines(db, rows, query.reader), next };
}

export async function toStoryLines(
  db: Kysely<Tables>,
  rows: readonly StoryLineRow[],
  reader?: string,
): Promise<readonly StoryLine[]> {
  const seen = await seenBy(
    db,
    reader,
    rows.map(({ id }) => id),
  );
  const articles = await newestArticles(
    db,
    rows.map(({ key }) => key),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    timeMs: row.time_ms,
    outlets: parsed<readonly string[]>(row.outlet_names).length,
    origins: parsed<readonly string[]>(row.origin_names).length,
    statements: row.statements,
    articles: articles.get(row.key) ?? [],
    denied: row.denied === 1,
    numbersDiffer: row.numbers_differ === 1,
    isNew: seen.isNew(row.id, row.arrived_ms),
    storyline: { id: row.storyline_id, title: row.storyline_title, stories: row.storyline_stories },
    demo: row.demo === 1,
  }));
}

async function newestArticles(
  db: Kysely<Tables>,
  storyKeys: readonly number[],
): Promise<ReadonlyMap<number, readonly ArticleLine[]>> {
  if (storyKeys.length === 0) return new Map();
  const rows = await db
    .with('ranked', (part) =>
      part
        .selectFrom('article')
        .select(['key', 'story_key'])
        .select((eb) =>
          eb.fn
            .agg<number>('row_number')
            .over((over) => over.partitionBy('story_key').orderBy('time_ms', 'desc').orderBy('key', 'desc'))
            .as('rank'),
        )
        .where('story_key', 'in', storyKeys),
    )
    .selectFrom('ranked')
    .select(['key', 'story_key'])
    .where('rank', '<=', ARTICLES_IN_LINE)
    .orderBy('rank')
    .execute();
  const lines = await linesByKey(
    db,
    rows.map(({ key }) => key),
  );
  const byStory = Map.groupBy(rows, ({ story_key }) => story_key!);
  return new Map([...byStory].map(([story, members]) => [story, members.map(({ key }) => lines.get(key)!)]));
}

/** New is what came in since the reader looked: at this story, or, where they never did, at any. Whoever never looked is shown no marks. */
async function seenBy(db: Kysely<Tables>, reader: string | undefined, ids: readonly string[]) {
  if (reader === undefined || ids.length === 0) return { isNew: () => false };
  const rows = await db
    .selectFrom('seen')
    .select(['story_id', 'seen_ms'])
    .where('reader', '=', reader)
    .where('story_id', 'in', ids)
    .execute();
  const last = await db
    .selectFrom('seen')
    .select((eb) => eb.fn.max('seen_ms').as('at'))
    .where('reader', '=', reader)
    .executeTakeFirst();
  const at = new Map(rows.map((row) => [row.story_id, row.seen_ms]));
  const lastLook = last?.at ?? Number.POSITIVE_INFINITY;
  return { isNew: (id: string, arrivedMs: number) => arrivedMs > (at.get(id) ?? lastLook) };
}
