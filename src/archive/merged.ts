import type { Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** The actor whom another went into, by the merges that hold, followed to the end; undefined for one that went nowhere. */
export async function mergedInto(db: Kysely<Tables>, id: string, demo?: number): Promise<string | undefined> {
  let at = id;
  const passed = new Set([id]);
  for (;;) {
    let select = db
      .selectFrom('correction')
      .select('into_id')
      .where('actor_id', '=', at)
      .where('kind', '=', 'merge')
      .where('undone_ms', 'is', null)
      .orderBy('made_ms', 'desc');
    if (demo !== undefined) select = select.where('demo', '=', demo);
    const next = (await select.executeTakeFirst())?.into_id;
    if (!next || passed.has(next)) return at === id ? undefined : at;
    passed.add(next);
    at = next;
  }
}
