import { type Kysely, sql } from 'kysely';
import type { SearchQuery } from '../domain/ports/pages.ts';
import { readCursor, writeCursor } from './cursors.ts';
import { fold } from './folding.ts';
import { mergedInto } from './merged.ts';
import type { Tables } from './tables.ts';

/** Actors looked at for one name; whoever has more namesakes types more of the name. */
const MAX_ACTORS = 200;

/** Every word of the name stands in one of the actor's forms, the last one at least begun. */
const formMatch = (name: string): string | undefined => {
  const words = fold(name)
    .split(' ')
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? undefined : `${words.map((word) => `"${word}"`).join(' AND ')}*`;
};

/** Ids of the actors under a name or id; an exact form outranks a name that only contains it. */
export async function actorIds(db: Kysely<Tables>, name: string): Promise<readonly string[]> {
  if (/^(?:kb|in):/.test(name)) return [(await mergedInto(db, name)) ?? name];
  const exact = await db
    .selectFrom('actor_form')
    .select('actor_id')
    .distinct()
    .where('folded', '=', fold(name))
    .limit(MAX_ACTORS)
    .execute();
  if (exact.length > 0) return exact.map((row) => row.actor_id);
  const match = formMatch(name);
  if (match === undefined) return [];
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT actor_form.actor_id AS id FROM actor_fts JOIN actor_form ON actor_form.key = actor_fts.rowid
    WHERE actor_fts MATCH ${match} LIMIT ${MAX_ACTORS}`.execute(db);
  return rows.map(({ id }) => id);
}

const FIELDS = ['via', 'mode', 'stance', 'outlet', 'lang', 'place', 'from', 'before'] as const;

/** The actors tab: by name or alias, whoever said most first. */
export async function actorsNamed(db: Kysely<Tables>, query: SearchQuery) {
  const name = query.words || query.speaker || query.about || '';
  const hasFields = FIELDS.some((field) => query[field] !== undefined);
  // What was asked for is no name: nobody bears it.
  if (name === '' && hasFields) return { rows: [], next: null, count: 0 };
  const match = formMatch(name.replace(/["“”*]/g, ' '));
  const filter = match === undefined ? sql`1` : sql`actor_fts MATCH ${match}`;
  const { rows } = await sql<{ id: string; name: string; kind: string; statements: number; demo: number }>`
    SELECT actor.id, actor.name, actor.kind, actor.statements, actor.demo FROM actor
    ${
      match === undefined
        ? sql``
        : sql`JOIN (SELECT DISTINCT actor_form.demo AS demo, actor_form.actor_id AS id FROM actor_fts
      JOIN actor_form ON actor_form.key = actor_fts.rowid WHERE ${filter} LIMIT ${MAX_ACTORS}) AS hit
      ON hit.id = actor.id AND hit.demo = actor.demo`
    }
    ${query.withoutDemo ? sql`WHERE actor.demo = 0` : sql``}
    ORDER BY actor.statements DESC, actor.articles DESC, actor.id LIMIT ${MAX_ACTORS}`.execute(db);
  const from = query.tab === 'actors' ? (readCursor(query.after, 1)?.[0] ?? 0) : 0;
  const shown = rows.slice(from, from + query.limit);
  const end = from + shown.length;
  return { rows: shown, next: end < rows.length ? writeCursor([end]) : null, count: rows.length };
}
