import { type Kysely, sql } from 'kysely';
import type { ActorKind } from '../domain/actor.ts';
import type { ActorPage, ArticleLine, CorrectionLine, Found, RoleLine, StatementLine } from '../domain/ports/pages.ts';
import { correctionsOfActor } from './correction-lines.ts';
import { notHere } from './found.ts';
import { mergedInto } from './merged.ts';
import { statementLines, toStatementLines } from './statement-lines.ts';
import { parsed } from './store.ts';
import type { Tables } from './tables.ts';
import { STANDS } from './withdrawn.ts';

const SHOWN_STATEMENTS = 60;
const SHOWN_NETWORK = 40;
/** Articles that the network and the sources of aliases are taken from: the newest ones. */
const WINDOW = 400;

/** Who this is and what they said. An invented actor is shown only where no real one bears the id. */
export async function actorPage(db: Kysely<Tables>, id: string): Promise<Found<ActorPage>> {
  const row = await db.selectFrom('actor').selectAll().where('id', '=', id).orderBy('demo').executeTakeFirst();
  const into = await mergedInto(db, id, row?.demo);
  if (into !== undefined) return { state: 'moved', to: into };
  if (!row) return notHere(db, id);
  const said = await statementLines(db)
    .where('statement.speaker_id', '=', id)
    .where('statement.withdrawn', '=', STANDS)
    .where('statement.demo', '=', row.demo)
    .orderBy('statement.key', 'desc')
    .limit(SHOWN_STATEMENTS)
    .execute();
  const about = await statementLines(db)
    .innerJoin('statement_term', 'statement_term.statement_key', 'statement.key')
    .where('statement_term.kind', '=', 'about')
    .where('statement_term.term', '=', id)
    .where('statement.withdrawn', '=', STANDS)
    .where('statement.demo', '=', row.demo)
    .orderBy('statement_term.statement_key', 'desc')
    .limit(SHOWN_STATEMENTS + 1)
    .execute();
  const saidLines = await toStatementLines(db, said);
  const made = await correctionsOfActor(db, id, row.demo);
  return {
    state: 'here',
    page: {
      id,
      name: row.name,
      kind: row.kind as ActorKind,
      country: row.country,
      aliases: await aliasesOf(db, id, row.demo, made),
      roles: rolesIn(id, saidLines),
      corrections: made,
      said: saidLines,
      statements: row.statements,
      about: await toStatementLines(db, about.slice(0, SHOWN_STATEMENTS)),
      aboutGoesOn: about.length > SHOWN_STATEMENTS,
      network: await networkOf(db, id, row.demo),
      demo: row.demo === 1,
    },
  };
}

/** The roles under which articles quote the actor, whatever is told of last first. */
function rolesIn(id: string, said: readonly StatementLine[]): readonly RoleLine[] {
  const byRole = new Map<string, { articles: ArticleLine[]; statements: number }>();
  for (const { statement, article } of said) {
    const { speaker } = statement;
    if (speaker?.actor !== id || !speaker.role) continue;
    const known = byRole.get(speaker.role) ?? { articles: [], statements: 0 };
    known.articles.push(article);
    known.statements += 1;
    byRole.set(speaker.role, known);
  }
  return [...byRole]
    .map(([role, { articles, statements }]) => {
      const inTime = articles.toSorted((a, b) => a.timeMs - b.timeMs);
      return { role, statements, first: inTime[0]!, last: inTime.at(-1)! };
    })
    .sort((a, b) => b.last.timeMs - a.last.timeMs);
}

/** Each form with the newest article that uses it; a form that no article uses came with a correction. */
async function aliasesOf(
  db: Kysely<Tables>,
  id: string,
  demo: number,
  made: readonly CorrectionLine[],
): Promise<ActorPage['aliases']> {
  const forms = await db
    .selectFrom('actor_form')
    .select(['form', 'articles'])
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
  const given = new Map(
    made.flatMap(({ correction }) => {
      const { change } = correction;
      return change.kind === 'speaker' && change.to
        ? [[change.to.name, { line: correction.id, at: change.anchor.article }] as const]
        : [];
    }),
  );
  return forms.map(({ form, articles }) => {
    const article = source.get(form) ?? '';
    const correction = given.get(form);
    const isGiven = correction !== undefined && correction.at === article && articles === 1;
    return { form, articles, source: isGiven ? { correction: correction.line } : { article } };
  });
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
