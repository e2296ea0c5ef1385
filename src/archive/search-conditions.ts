import { type Kysely, type RawBuilder, sql } from 'kysely';
import { utcMs } from '../domain/iso-time.ts';
import type { SearchQuery } from '../domain/ports/pages.ts';
import { actorIds } from './actor-search.ts';
import { fold } from './folding.ts';
import type { Hits } from './hits.ts';
import { matchOf } from './match.ts';
import type { Tables } from './tables.ts';

type Condition = RawBuilder<unknown>;

const all = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`1` : sql.join([...conditions], sql` AND `);

const list = (values: readonly string[]) => sql.join([...values]);

/** Articles: by their own words and fields, and, where a field of statements is asked for, by having such a statement. */
export async function articleConditions(db: Kysely<Tables>, query: SearchQuery): Promise<Hits> {
  const match = matchOf(query.words);
  const ofArticle = await articleFields(db, query);
  const fields = await statementFields(db, query);
  const having =
    fields.conditions.length === 0 && fields.match === undefined
      ? []
      : [
          sql`EXISTS (SELECT 1 FROM statement WHERE statement.article_key = article.key AND ${all([
            sql`statement.withdrawn = 0`,
            ...fields.conditions,
            ...(fields.match === undefined
              ? []
              : [sql`statement.key IN (SELECT rowid FROM statement_fts WHERE statement_fts MATCH ${fields.match})`]),
          ])})`,
        ];
  return {
    table: 'article',
    candidates: (below, limit) =>
      match === undefined && fields.speakers.length > 0
        ? sql`SELECT DISTINCT article_key AS key FROM statement WHERE speaker_id IN (${list(fields.speakers)})
            AND article_key < ${below} ORDER BY article_key DESC LIMIT ${limit}`
        : match === undefined
          ? sql`SELECT key FROM article WHERE key < ${below} ORDER BY key DESC LIMIT ${limit}`
          : sql`SELECT rowid AS key FROM article_fts WHERE article_fts MATCH ${match} AND rowid < ${below}
            ORDER BY rowid DESC LIMIT ${limit}`,
    conditions: all([sql`article.revision_key IS NOT NULL`, ...ofArticle, ...having]),
  };
}

export async function statementConditions(db: Kysely<Tables>, query: SearchQuery): Promise<Hits> {
  const fields = await statementFields(db, query);
  const match = [matchOf(query.words), fields.match].filter((part) => part !== undefined).join(' AND ') || undefined;
  const ofArticle = await articleFields(db, query);
  return {
    table: 'statement',
    candidates: (below, limit) => candidates(match, fields, below, limit),
    conditions: all([
      sql`statement.withdrawn = 0`,
      ...(query.withoutDemo ? [sql`statement.demo = 0`] : []),
      ...fields.conditions,
      ...(ofArticle.length === 0
        ? []
        : [sql`EXISTS (SELECT 1 FROM article WHERE article.key = statement.article_key AND ${all(ofArticle)})`]),
    ]),
  };
}

function candidates(match: string | undefined, fields: StatementFields, below: number, limit: number) {
  if (match !== undefined)
    return sql<{ key: number }>`SELECT rowid AS key FROM statement_fts WHERE statement_fts MATCH ${match}
      AND rowid < ${below} ORDER BY rowid DESC LIMIT ${limit}`;
  if (fields.speakers.length > 0)
    return sql<{ key: number }>`SELECT key FROM statement WHERE speaker_id IN (${list(fields.speakers)})
      AND key < ${below} ORDER BY key DESC LIMIT ${limit}`;
  if (fields.about.length > 0)
    return sql<{ key: number }>`SELECT DISTINCT statement_key AS key FROM statement_term WHERE kind = 'about'
      AND term IN (${list(fields.about)}) AND statement_key < ${below} ORDER BY statement_key DESC LIMIT ${limit}`;
  return sql<{ key: number }>`SELECT key FROM statement WHERE key < ${below} ORDER BY key DESC LIMIT ${limit}`;
}

async function articleFields(db: Kysely<Tables>, query: SearchQuery): Promise<readonly Condition[]> {
  const conditions: Condition[] = [];
  if (query.withoutDemo) conditions.push(sql`article.demo = 0`);
  if (query.outlet !== undefined) {
    const like = `%${query.outlet.toLowerCase()}%`;
    conditions.push(
      sql`(lower(article.outlet_name) LIKE ${like} OR article.outlet_domain LIKE ${like} OR lower(article.agency) LIKE ${like})`,
    );
  }
  if (query.lang !== undefined) conditions.push(sql`article.language LIKE ${`${query.lang.toLowerCase()}%`}`);
  if (query.place !== undefined) conditions.push(await placeCondition(db, query.place));
  const from = query.from === undefined ? undefined : utcMs(query.from, 'start');
  const before = query.before === undefined ? undefined : utcMs(query.before, 'end');
  if (from !== undefined) conditions.push(sql`article.time_ms >= ${from}`);
  if (before !== undefined) conditions.push(sql`article.time_ms <= ${before}`);
  return conditions;
}

/** Articles that name the place; a name that no article's places bear is looked for in the words. */
async function placeCondition(db: Kysely<Tables>, place: string): Promise<Condition> {
  const term = fold(place);
  const known = await db
    .selectFrom('article_place')
    .select('term')
    .where('term', '=', term)
    .limit(1)
    .executeTakeFirst();
  const match = matchOf(`"${place}"`);
  if (known || match === undefined)
    return sql`EXISTS (SELECT 1 FROM article_place WHERE article_place.term = ${term} AND article_place.article_key = article.key)`;
  return sql`article.key IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ${match})`;
}

type StatementFields = {
  readonly conditions: readonly Condition[];
  readonly speakers: readonly string[];
  readonly about: readonly string[];
  /** Names that no actor bears are looked for in the words themselves. */
  readonly match: string | undefined;
};

async function statementFields(db: Kysely<Tables>, query: SearchQuery): Promise<StatementFields> {
  const conditions: Condition[] = [];
  const matches: string[] = [];
  const speakers = query.speaker === undefined ? [] : await actorIds(db, query.speaker);
  if (speakers.length > 0) conditions.push(sql`statement.speaker_id IN (${list(speakers)})`);
  else if (query.speaker !== undefined) matches.push(matchOf(query.speaker, 'speaker') ?? NOTHING);
  const about = query.about === undefined ? [] : await actorIds(db, query.about);
  if (about.length > 0)
    conditions.push(
      sql`EXISTS (SELECT 1 FROM statement_term WHERE statement_term.kind = 'about' AND statement_term.statement_key = statement.key
        AND statement_term.term IN (${list(about)}))`,
    );
  else if (query.about !== undefined) matches.push(matchOf(query.about, 'words') ?? NOTHING);
  if (query.via !== undefined)
    conditions.push(
      sql`EXISTS (SELECT 1 FROM statement_term WHERE statement_term.kind = 'via' AND statement_term.statement_key = statement.key
        AND statement_term.term LIKE ${`%${fold(query.via)}%`})`,
    );
  if (query.mode !== undefined) conditions.push(sql`statement.mode = ${query.mode}`);
  if (query.stance !== undefined) conditions.push(sql`statement.stance = ${query.stance}`);
  return { conditions, speakers, about, match: matches.join(' AND ') || undefined };
}

/** A query that no text answers: asked for is a name without a letter in it. */
const NOTHING = '"zzzzzzzzzzzznothing"';
