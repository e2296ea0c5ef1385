import type { Kysely } from 'kysely';
import type { List, ListQuery, StoryLine } from '../domain/ports/pages.ts';
import { articleLine, articleLines } from './article-lines.ts';
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
  const lines: StoryLine[] = [];
  for (const row of rows) {
    const articles = await articleLines(db)
      .where('article.story_key', '=', row.key)
      .orderBy('article.time_ms', 'desc')
      .orderBy('article.key', 'desc')
      .limit(ARTICLES_IN_LINE)
      .execute();
    const origins = parsed<readonly string[]>(row.origin_names).length;
    lines.push({
      id: row.id,
      title: row.title,
      timeMs: row.time_ms,
      outlets: parsed<readonly string[]>(row.outlet_names).length,
      origins,
      statements: row.statements,
      articles: articles.map(articleLine),
      denied: row.denied === 1,
      numbersDiffer: row.numbers_differ === 1,
      isNew: seen.isNew(row.id, row.arrived_ms),
      storyline: { id: row.storyline_id, title: row.storyline_title, stories: row.storyline_stories },
      demo: row.demo === 1,
    });
  }
  return lines;
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
