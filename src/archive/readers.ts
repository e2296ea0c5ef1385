import type { FollowKind, Readers } from '../domain/ports/archive.ts';
import { commit, type Store } from './store.ts';

export function readersOf(store: Store): Readers {
  return {
    follow: async (reader, kind, ref, on) => {
      if (on)
        await store.db
          .insertInto('follow')
          .values({ reader, kind, ref, since_ms: store.clock.nowMs() })
          .onConflict((conflict) => conflict.doNothing())
          .execute();
      else
        await store.db
          .deleteFrom('follow')
          .where('reader', '=', reader)
          .where('kind', '=', kind)
          .where('ref', '=', ref)
          .execute();
    },
    follows: async (reader) => {
      const rows = await store.db
        .selectFrom('follow')
        .select(['kind', 'ref'])
        .where('reader', '=', reader)
        .orderBy('since_ms', 'desc')
        .orderBy('ref')
        .execute();
      return rows.map(({ kind, ref }) => ({ kind: kind as FollowKind, ref }));
    },
    markSeen: (reader, stories, atMs) =>
      commit(store, async (tx) => {
        for (const story_id of stories)
          await tx
            .insertInto('seen')
            .values({ reader, story_id, seen_ms: atMs })
            .onConflict((conflict) =>
              conflict
                .columns(['reader', 'story_id'])
                .doUpdateSet((eb) => ({ seen_ms: eb.fn<number>('max', ['seen.seen_ms', 'excluded.seen_ms']) })),
            )
            .execute();
      }),
  };
}
