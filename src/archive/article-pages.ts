import type { Kysely } from 'kysely';
import type { Article } from '../domain/article.ts';
import type { ArticlePage, Found, StatementLine, StatementPage } from '../domain/ports/pages.ts';
import type { Reading } from '../domain/reading.ts';
import { articleLine, articleLines } from './article-lines.ts';
import { correctionsOfStatement } from './correction-lines.ts';
import { disputes } from './dispute-lines.ts';
import { notHere } from './found.ts';
import { lineageOf } from './lineage-lines.ts';
import { unpackJson } from './packing.ts';
import { statementLines, statementsNamed, toStatementLines } from './statement-lines.ts';
import type { Tables } from './tables.ts';
import { STANDS } from './withdrawn.ts';

/** What stands for a reading until the article has been read. */
const UNREAD: Reading = {
  reader: '',
  ...{ statements: [], mentions: [], actors: [], dates: [], places: [], figures: [], events: [], chain: [] },
};

/** An article's newest revision, or the one asked for. */
export async function articlePage(db: Kysely<Tables>, id: string, revisionId?: string): Promise<Found<ArticlePage>> {
  const row = await articleLines(db)
    .select(['article.revision_key', 'article.story_key'])
    .where('article.id', '=', id)
    .executeTakeFirst();
  if (!row || row.revision_key === null) return notHere(db, id);
  const revisions = await db
    .selectFrom('revision')
    .select(['key', 'id', 'seen_ms'])
    .where('article_key', '=', row.key)
    .orderBy('seen_ms', 'desc')
    .orderBy('key', 'desc')
    .execute();
  const shown = revisionId === undefined ? row.revision_key : revisions.find((one) => one.id === revisionId)?.key;
  if (shown === undefined) return { state: 'unknown' };
  const revision = await db
    .selectFrom('revision')
    .innerJoin('capture', 'capture.key', 'revision.capture_key')
    .select((eb) => eb.fn.coalesce('corrected', 'reading').as('reading'))
    .select(['revision.id', 'cleaned', 'capture.fetched_ms', 'sha256', 'bytes', 'url', 'final_url'])
    .where('revision.key', '=', shown)
    .executeTakeFirstOrThrow();
  return {
    state: 'here',
    page: {
      line: articleLine(row),
      cleaned: unpackJson<Article>(revision.cleaned),
      reading: revision.reading ? unpackJson<Reading>(revision.reading) : UNREAD,
      revision: revision.id,
      revisions: revisions.map((one) => ({ id: one.id, seenAtMs: one.seen_ms })),
      capture: {
        fetchedAtMs: revision.fetched_ms,
        sha256: revision.sha256,
        bytes: revision.bytes,
        url: revision.final_url ?? revision.url,
      },
      lineage: await lineageOf(db, [row.key]),
      storyline: (await storylineOf(db, row.story_key)) ?? null,
    },
  };
}

async function storylineOf(db: Kysely<Tables>, story: number | null) {
  if (story === null) return undefined;
  return db
    .selectFrom('story')
    .innerJoin('storyline', 'storyline.key', 'story.storyline_key')
    .select(['storyline.id', 'storyline.title'])
    .where('story.key', '=', story)
    .executeTakeFirst();
}

/** A statement with its place: the article at the revision it was read in, what it stands inside, and who says otherwise. */
export async function statementPage(db: Kysely<Tables>, id: string): Promise<Found<StatementPage>> {
  const row = await statementLines(db)
    .innerJoin('revision', 'revision.key', 'statement.revision_key')
    .innerJoin('article', 'article.key', 'statement.article_key')
    .leftJoin('story', 'story.key', 'article.story_key')
    .select(['statement.parent', 'revision.id as revision', 'article.id as article', 'story.storyline_key'])
    .where('statement.id', '=', id)
    .executeTakeFirst();
  if (!row) return notHere(db, id);
  const article = await articlePage(db, row.article, row.revision);
  if (article.state !== 'here') return { state: 'unknown' };
  const [line] = await toStatementLines(db, [row]);
  const parent = row.parent === null ? [] : await statementsNamed(db, [row.parent]);
  const inside = await statementLines(db)
    .where('statement.article_key', '=', row.article_key)
    .where('statement.parent', '=', id)
    .where('statement.withdrawn', '=', STANDS)
    .orderBy('statement.start')
    .execute();
  return {
    state: 'here',
    page: {
      line: line!,
      article: article.page,
      parent: parent[0] ?? null,
      inside: await toStatementLines(db, inside),
      corrections: await correctionsOfStatement(db, id),
      otherWordings: await otherWordings(db, id),
      disputes: row.storyline_key === null ? [] : await disputes(db, { storyline: row.storyline_key, statement: id }),
    },
  };
}

/** The other statements of the claims that this one is about, newest first. */
async function otherWordings(db: Kysely<Tables>, id: string): Promise<readonly StatementLine[]> {
  const rows = await statementLines(db)
    .where('statement.id', 'in', (eb) =>
      eb
        .selectFrom('claim_statement as own')
        .innerJoin('claim_statement as other', (join) =>
          join.onRef('other.storyline_key', '=', 'own.storyline_key').onRef('other.claim_id', '=', 'own.claim_id'),
        )
        .select('other.statement_id')
        .where('own.statement_id', '=', id),
    )
    .where('statement.id', '<>', id)
    .orderBy('statement.key', 'desc')
    .limit(50)
    .execute();
  return toStatementLines(db, rows);
}
