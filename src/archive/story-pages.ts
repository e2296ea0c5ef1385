import type { Kysely } from 'kysely';
import type { Found, StatementLine, StorylinePage, StoryPage } from '../domain/ports/pages.ts';
import type { ActorRef } from '../domain/statement.ts';
import { linesByKey } from './article-lines.ts';
import { disputes, figures } from './dispute-lines.ts';
import { notHere } from './found.ts';
import { lineageOf } from './lineage-lines.ts';
import { statementLines, toStatementLines } from './statement-lines.ts';
import { parsed } from './store.ts';
import { mostNamed } from './stories.ts';
import { storyRows, toStoryLines } from './story-lines.ts';
import type { Tables } from './tables.ts';

/** Bounds of one page, so that a story of a thousand articles still opens. */
const MAX_STATEMENTS = 600;
const MAX_STORIES = 200;
const MAX_ACTORS = 40;

export async function storyPage(db: Kysely<Tables>, id: string): Promise<Found<StoryPage>> {
  const row = await storyRows(db).where('story.id', '=', id).executeTakeFirst();
  if (!row) return notHere(db, id);
  const [line] = await toStoryLines(db, [row]);
  const members = await db
    .selectFrom('article')
    .select('key')
    .where('story_key', '=', row.key)
    .orderBy('time_ms', 'desc')
    .orderBy('key', 'desc')
    .execute();
  const keys = members.map(({ key }) => key);
  const all = await linesByKey(db, keys);
  return {
    state: 'here',
    page: {
      line: { ...line!, articles: keys.map((key) => all.get(key)!) },
      speakers: await bySpeaker(db, keys),
      disputes: await disputes(db, { storyline: row.storyline_key, story: row.key }),
      figures: await figures(db, row.storyline_key, row.key),
      lineage: await lineageOf(db, keys),
      origins: parsed<readonly string[]>(row.origin_names),
      outlets: parsed<readonly string[]>(row.outlet_names),
      copies: await copiesAmong(db, keys),
      why: await linksOf(db, keys),
    },
  };
}

/** Statements of the articles grouped by who is meant, whoever said most first; those without a speaker come last. */
async function bySpeaker(db: Kysely<Tables>, keys: readonly number[]): Promise<StoryPage['speakers']> {
  if (keys.length === 0) return [];
  const rows = await statementLines(db)
    .where('statement.article_key', 'in', keys)
    .where('statement.withdrawn', '=', 0)
    .orderBy('statement.key', 'desc')
    .limit(MAX_STATEMENTS)
    .execute();
  const groups = new Map<string, { speaker: ActorRef | null; statements: StatementLine[] }>();
  for (const line of await toStatementLines(db, rows)) {
    const { speaker } = line.statement;
    const group = groups.get(speaker?.actor ?? '') ?? { speaker, statements: [] };
    // The fullest name and role that any of the statements gives.
    if (speaker && weight(speaker) > weight(group.speaker)) group.speaker = speaker;
    group.statements.push(line);
    groups.set(speaker?.actor ?? '', group);
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.speaker === null) - Number(b.speaker === null) || b.statements.length - a.statements.length,
  );
}

const weight = (ref: ActorRef | null): number =>
  ref === null ? -1 : ref.name.length + (ref.role?.length ?? 0) - (ref.candidates ? 1000 : 0);

async function copiesAmong(db: Kysely<Tables>, keys: readonly number[]): Promise<StoryPage['copies']> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('copy')
    .selectAll()
    .where('a_key', 'in', keys)
    .where('b_key', 'in', keys)
    .orderBy('cover', 'desc')
    .execute();
  const articles = await linesByKey(db, keys);
  return rows.map(({ a_key, b_key, cover }) => ({ a: articles.get(a_key)!, b: articles.get(b_key)!, cover }));
}

async function linksOf(db: Kysely<Tables>, keys: readonly number[]): Promise<StoryPage['why']> {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('story_link')
    .innerJoin('article as one', 'one.key', 'story_link.article_key')
    .innerJoin('article as other', 'other.key', 'story_link.with_key')
    .select(['one.id as article', 'other.id as with', 'story_link.score', 'story_link.why'])
    .where('story_link.article_key', 'in', keys)
    .where('story_link.with_key', 'in', keys)
    .orderBy('story_link.score', 'desc')
    .execute();
  return rows;
}

export async function storylinePage(db: Kysely<Tables>, id: string): Promise<Found<StorylinePage>> {
  const row = await db.selectFrom('storyline').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return notHere(db, id);
  const rows = await storyRows(db)
    .where('story.storyline_key', '=', row.key)
    .orderBy('story.time_ms', 'desc')
    .orderBy('story.key', 'desc')
    .limit(MAX_STORIES)
    .execute();
  return {
    state: 'here',
    page: {
      id: row.id,
      title: row.title,
      stories: await toStoryLines(db, rows),
      actors: await mostNamed(db, row.key, MAX_ACTORS),
      disputes: await disputes(db, { storyline: row.key, all: true }),
      figures: await figures(db, row.key),
      demo: row.demo === 1,
    },
  };
}
