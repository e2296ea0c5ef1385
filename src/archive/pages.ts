import type { Kysely } from 'kysely';
import type { GivenFacts } from '../domain/capture.ts';
import type { FailureLine, List, ListQuery, Pages } from '../domain/ports/pages.ts';
import { actorPage } from './actor-pages.ts';
import { latest } from './article-lines.ts';
import { articlePage, statementPage } from './article-pages.ts';
import { corrections } from './correction-lines.ts';
import { page, readCursor } from './cursors.ts';
import { search } from './search.ts';
import { parsedOr } from './store.ts';
import { stories } from './story-lines.ts';
import { storylinePage, storyPage } from './story-pages.ts';
import type { Tables } from './tables.ts';

/** Most rows of one list, whatever is asked for. */
const MAX_ROWS = 500;

/** Answers pages from one connection; the site asks through pages-pool.ts, which does this in other threads. */
export function pagesOf(db: Kysely<Tables>): Pages {
  const bounded = <Q extends ListQuery>(query: Q): Q => ({
    ...query,
    limit: Math.min(Math.max(1, Math.trunc(query.limit) || 1), MAX_ROWS),
  });
  return {
    stories: (query) => stories(db, bounded(query)),
    story: (id) => storyPage(db, id),
    storyline: (id) => storylinePage(db, id),
    article: (id, revision) => articlePage(db, id, revision),
    statement: (id) => statementPage(db, id),
    actor: (id) => actorPage(db, id),
    latest: (query) => latest(db, bounded(query)),
    search: (query) => search(db, bounded(query)),
    corrections: (query) => corrections(db, bounded(query)),
    failures: (query) => failures(db, bounded(query)),
  };
}

async function failures(db: Kysely<Tables>, query: ListQuery): Promise<List<FailureLine>> {
  const after = readCursor(query.after, 2);
  let select = db
    .selectFrom('capture')
    .select(['key', 'id', 'url', 'final_url', 'given', 'error', 'message', 'ended_ms'])
    .where('error', 'is not', null)
    .orderBy('ended_ms', 'desc')
    .orderBy('key', 'desc')
    .limit(query.limit + 1);
  if (query.withoutDemo) select = select.where('demo', '=', 0);
  if (after) select = select.where((eb) => eb(eb.refTuple('ended_ms', 'key'), '<', eb.tuple(after[0]!, after[1]!)));
  const { rows, next } = page(await select.execute(), query.limit, (last) => [last.ended_ms ?? 0, last.key]);
  return {
    rows: rows.map((row) => {
      const given = parsedOr<GivenFacts>(row.given, {});
      return {
        capture: row.id,
        name: row.final_url ?? row.url ?? given.fileName ?? given.title ?? 'pasted text',
        error: row.error!,
        message: row.message ?? row.error!,
        atMs: row.ended_ms ?? 0,
      };
    }),
    next,
  };
}
