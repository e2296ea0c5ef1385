import { type Kysely, sql } from 'kysely';
import type { ActorKind } from '../domain/actor.ts';
import type { ActorPage, Found } from '../domain/ports/pages.ts';
import { notHere } from './found.ts';
import { statementLines, toStatementLines } from './statement-lines.ts';
import { parsed } from './store.ts';
import type { Tables } from './tables.ts';

const SHOWN_STATEMENTS = 60;
const SHOWN_NETWORK = 40;
/** Articles that the network and the sources of aliases are taken from: the newest ones. */
const WINDOW = 400;

/** Who this is and what they said. An invented actor is shown only where no real one bears the id. */
export async function actorPage(db: Kysely<Tables>, id: string): Promise<Found<ActorPage>> {
  const row = await db.selectFrom('actor').selectAll().where('id', '=', id).orderBy('demo').executeTakeFirst();
  if (!row) return notHere(db, id);
  const said = await statementLines(db)
    .where('statement.speaker_id', '=', id)
    .where('statement.withdrawn', '=', 0)
    .where('statement.demo', '=', row.demo)
    .orderBy('statement.key', 'desc')
    .limit(SHOWN_STATEMENTS)
    .execute();
  const about = await statementLines(db)
    .innerJoin('statement_term', 'statement_term.statement_key', 'statement.key')
    .where('statement_term.kind', '=', 'about')
    .where('statement_term.term', '=', id)
    .where('statement.withdrawn', '=', 0)
    .where('statement.demo', '=', row.demo)
    .orderBy('statement_term.statement_key', 'desc')
    .limit(SHOWN_STATEMENTS)
    .execute();
  return {
    state: 'here',
    page: {
      id,
      name: row.name,
      kind: row.kind as ActorKind,
      country: row.country,
      aliases: await aliasesOf(db, id, row.demo),
      said: await toStatementLines(db, said),
      about: await toStatementLines(db, about),
      network: await networkOf(db, id, row.demo),
      demo: row.demo === 1,
    },
  };
}

/** Each form with the newest article that uses it. */
async function aliasesOf(db: Kysely<Tables>, id: string, demo: number): Promise<ActorPage['aliases']> {
  const forms = await db
    .selectFrom('actor_form')
    .select('form')
    .where('demo', '=', demo)
    .where('actor_id', '=', id)
    .orderBy('articles', 'desc')
    .orderBy('form')
    .execute();
  const rows = await db
    .selectFrom('actor_in')
    .innerJoin('article', 'article.key', 'actor_in.article_key')
    .select(['actor_in.forms', 'article.id'])
    .where('actor_in.actor_id', '=', id)
    .where('article.demo', '=', demo)
    .orderBy('actor_in.article_key', 'desc')
    .limit(WINDOW)
    .execute();
  const source = new Map<string, string>();
  for (const row of rows)
    for (const form of parsed<readonly string[]>(row.forms)) if (!source.has(form)) source.set(form, row.id);
  return forms.map(({ form }) => ({ form, source: source.get(form) ?? '' }));
}

/** Who stands beside the actor: named in statements of theirs, or saying something about them. */
async function networkOf(db: Kysely<Tables>, id: string, demo: number): Promise<ActorPage['network']> {
  const { rows } = await sql<{ id: string; name: string; statements: number }>`
    WITH linked(other, statement_key) AS (
      SELECT * FROM (SELECT term, statement_key FROM statement_term JOIN statement ON statement.key = statement_key
        WHERE statement_term.kind = 'about' AND speaker_id = ${id} AND withdrawn = 0 AND demo = ${demo}
        ORDER BY statement_key DESC LIMIT ${WINDOW})
      UNION
      SELECT * FROM (SELECT speaker_id, statement.key FROM statement_term JOIN statement ON statement.key = statement_key
        WHERE statement_term.kind = 'about' AND term = ${id} AND speaker_id IS NOT NULL AND withdrawn = 0 AND demo = ${demo}
        ORDER BY statement_key DESC LIMIT ${WINDOW})
    )
    SELECT actor.id, actor.name, count(DISTINCT statement_key) AS statements FROM linked
    JOIN actor ON actor.id = linked.other AND actor.demo = ${demo}
    WHERE linked.other <> ${id} GROUP BY actor.id ORDER BY statements DESC, actor.name LIMIT ${SHOWN_NETWORK}`.execute(
    db,
  );
  return rows;
}
