import { sql } from 'kysely';
import { actorForms, formKey } from '../domain/name-form.ts';
import type {
  ActorToKeep,
  ImportedKnowledge,
  KnowledgeBatch,
  KnowledgeSource,
} from '../domain/ports/imported-knowledge.ts';
import { inBatches } from './batches.ts';
import { commit, type Store, type Tx } from './store.ts';
import type { KnowledgeSourceRow } from './tables.ts';

/** Name of the count in `meta` that grows with every change of what is imported. */
export const SNAPSHOT = 'knowledge';

export function importedKnowledgeOf(store: Store): ImportedKnowledge {
  const { db, clock } = store;
  const sourceNamed = async (tx: Tx, name: string): Promise<KnowledgeSource | undefined> => {
    const row = await tx.selectFrom('knowledge_source').selectAll().where('name', '=', name).executeTakeFirst();
    return row && sourceOf(row);
  };
  return {
    sources: async () => {
      const rows = await db.selectFrom('knowledge_source').selectAll().orderBy('name').execute();
      return rows.map(sourceOf);
    },
    start: (source) =>
      commit(store, async (tx) => {
        const before = await sourceNamed(tx, source.name);
        if (before) return before;
        const row = {
          ...source,
          position: 0,
          actors: 0,
          passed: 0,
          broken: 0,
          started_ms: clock.nowMs(),
          ended_ms: null,
        };
        await tx.insertInto('knowledge_source').values(row).execute();
        return sourceOf(row);
      }),
    keep: (name, batch) => commit(store, (tx) => keepBatch(tx, name, batch)),
    end: (name) =>
      commit(store, async (tx) => {
        await tx
          .updateTable('knowledge_source')
          .set({ ended_ms: clock.nowMs() })
          .where('name', '=', name)
          .where('ended_ms', 'is', null)
          .execute();
        return (await sourceNamed(tx, name))!;
      }),
    forget: (name) =>
      commit(store, async (tx) => {
        const { numDeletedRows } = await tx.deleteFrom('knowledge_source').where('name', '=', name).executeTakeFirst();
        if (numDeletedRows > 0n) await nextSnapshot(tx);
        return numDeletedRows > 0n;
      }),
  };
}

async function keepBatch(tx: Tx, source: string, batch: KnowledgeBatch): Promise<void> {
  // Where a file gives one actor twice, the later row stands; its forms add up.
  const actors = [...new Map(batch.actors.map((actor) => [actor.id, actor])).values()];
  const rows = actors.map((actor) => ({ id: actor.id, source, data: JSON.stringify(actor) }));
  await inBatches(rows, (some) => tx.replaceInto('imported_actor').values(some).execute());
  const forms = batch.actors.flatMap((actor) => formsOf(actor).map((form) => ({ form, actor_id: actor.id, source })));
  await inBatches(forms, (some) =>
    tx
      .insertInto('imported_form')
      .values(some)
      .onConflict((on) => on.doNothing())
      .execute(),
  );
  const words = batch.words.map(({ ref, words: said }) => ({ ref, source, words: said }));
  await inBatches(words, (some) => tx.replaceInto('imported_word').values(some).execute());
  await tx
    .updateTable('knowledge_source')
    .set((row) => ({
      position: batch.position,
      actors: row('actors', '+', batch.actors.length),
      passed: row('passed', '+', batch.passed),
      broken: row('broken', '+', batch.broken),
    }))
    .where('name', '=', source)
    .execute();
  await nextSnapshot(tx);
}

const formsOf = (actor: ActorToKeep): readonly string[] => [...new Set(actorForms(actor).map(formKey))];

const nextSnapshot = (tx: Tx) =>
  tx
    .insertInto('meta')
    .values({ name: SNAPSHOT, value: '1' })
    .onConflict((on) =>
      on.column('name').doUpdateSet({ value: sql<string>`CAST(CAST(meta.value AS INTEGER) + 1 AS TEXT)` }),
    )
    .execute();

const sourceOf = ({ started_ms, ended_ms, ...row }: KnowledgeSourceRow): KnowledgeSource => ({
  ...row,
  startedMs: started_ms,
  endedMs: ended_ms,
});
