import type { Kysely } from 'kysely';
import type { Found } from '../domain/ports/pages.ts';
import type { Tables } from './tables.ts';

/** What to say of an id under which no page stands: it was removed, it moved, or it never was. */
export async function notHere(db: Kysely<Tables>, id: string): Promise<Exclude<Found<never>, { state: 'here' }>> {
  const moved = await db.selectFrom('moved').select('to_id').where('id', '=', id).executeTakeFirst();
  if (moved) return { state: 'moved', to: moved.to_id };
  const gone = await db.selectFrom('gone').select('removed_ms').where('id', '=', id).executeTakeFirst();
  return gone ? { state: 'removed', onMs: gone.removed_ms } : { state: 'unknown' };
}
