import { type Expression, sql } from 'kysely';
import type { ActorKind } from '../domain/actor.ts';
import type { Article } from '../domain/article.ts';
import { articleOf, type Correction } from '../domain/corrections/correction.ts';
import type { Corrections, FoundActor } from '../domain/ports/corrections.ts';
import type { Reading } from '../domain/reading.ts';
import { correctionOf } from './correction-uses.ts';
import { fold } from './folding.ts';
import { mergedInto } from './merged.ts';
import { unpackJson } from './packing.ts';
import { showReading } from './readings.ts';
import { commit, commitDurably, flag, type Store, type Tx } from './store.ts';

/** Namesakes that are offered for a choice. */
const MOST_NAMESAKES = 20;

export function correctionsOf(store: Store): Corrections {
  return {
    keepCorrection: (correction) => commitDurably(store, (tx) => keepCorrection(tx, correction)),
    undoCorrection: (id) => commitDurably(store, (tx) => undo(tx, id, store.clock.nowMs())),
    correction: async (id) => {
      const row = await store.db.selectFrom('correction').selectAll().where('id', '=', id).executeTakeFirst();
      return row && correctionOf(row);
    },
    dueCorrections: (limit) => dueCorrections(store.db, limit),
    applyCorrections: (article) => commit(store, (tx) => applyCorrections(tx, article)),
    actorsCalled: async (form, demo) => {
      const rows = await store.db
        .selectFrom('actor_form')
        .innerJoin('actor', (join) =>
          join.onRef('actor.id', '=', 'actor_form.actor_id').onRef('actor.demo', '=', 'actor_form.demo'),
        )
        .select(['actor.id', 'actor.name', 'actor.kind', 'actor.country', 'actor.statements'])
        .distinct()
        .where('actor_form.folded', '=', fold(form))
        .where('actor.demo', '=', flag(demo))
        .orderBy('actor.articles', 'desc')
        .orderBy('actor.id')
        .limit(MOST_NAMESAKES)
        .execute();
      return rows.map((row) => ({ ...row, kind: row.kind as ActorKind }));
    },
    actorNow: (id, demo) => actorNow(store.db, id, demo),
  };
}

async function keepCorrection(tx: Tx, correction: Correction): Promise<void> {
  const { id, madeAtMs, demo, reason, change } = correction;
  const known = await tx.selectFrom('correction').select('id').where('id', '=', id).executeTakeFirst();
  if (known) return;
  const isOfActors = change.kind === 'merge' || change.kind === 'split';
  const into =
    change.kind === 'merge' ? change.into.id : 'to' in change && typeof change.to === 'object' ? change.to?.id : null;
  await tx
    .insertInto('correction')
    .values({
      ...{
        id,
        made_ms: await nextMoment(tx, madeAtMs),
        demo: flag(demo),
        kind: change.kind,
        reason,
        change: JSON.stringify(change),
      },
      article_id: articleOf(change) ?? null,
      statement_id: isOfActors ? null : change.statement,
      actor_id: isOfActors ? change.actor.id : null,
      into_id: into ?? null,
    })
    .execute();
  const bound = articleOf(change);
  const naming = tx
    .selectFrom('actor_in')
    .innerJoin('article', 'article.key', 'actor_in.article_key')
    .select('article.key as article_key')
    .where('article.demo', '=', flag(demo));
  const due =
    bound !== undefined || !isOfActors
      ? tx
          .selectFrom('article')
          .select('key as article_key')
          .where('id', '=', bound ?? '')
      : change.kind === 'merge'
        ? naming.where('actor_in.actor_id', '=', change.actor.id)
        : naming
            .where('actor_in.actor_id', '=', change.actor.id)
            .where(
              sql<boolean>`EXISTS (SELECT 1 FROM json_each(actor_in.forms) AS form WHERE form.value = ${change.form})`,
            );
  await makeDue(tx, due);
}

/** Corrections hold in the order in which they were made, also where two were made at once or the clock went back. */
async function nextMoment(tx: Tx, nowMs: number): Promise<number> {
  const last = await tx
    .selectFrom('correction')
    .select((eb) => eb.fn.max('made_ms').as('at'))
    .executeTakeFirst();
  return Math.max(nowMs, (last?.at ?? 0) + 1);
}

async function undo(tx: Tx, id: string, nowMs: number): Promise<boolean> {
  const row = await tx
    .selectFrom('correction')
    .select('article_id')
    .where('id', '=', id)
    .where('undone_ms', 'is', null)
    .executeTakeFirst();
  if (!row) return false;
  await tx.updateTable('correction').set({ undone_ms: nowMs }).where('id', '=', id).execute();
  await makeDue(tx, tx.selectFrom('correction_use').select('article_key').where('correction_id', '=', id));
  return true;
}

const makeDue = (tx: Tx, articles: Expression<{ article_key: number }>) =>
  tx
    .insertInto('correction_due')
    .columns(['article_key'])
    .expression(articles)
    .onConflict((conflict) => conflict.doNothing())
    .execute();

async function dueCorrections(db: Tx, limit: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('correction_due')
    .innerJoin('article', 'article.key', 'correction_due.article_key')
    .select('article.id')
    .orderBy('correction_due.article_key', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ id }) => id);
}

async function applyCorrections(tx: Tx, id: string): Promise<string | null> {
  const article = await tx.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst();
  if (!article) return null;
  const revision = await tx
    .selectFrom('revision')
    .select(['key', 'cleaned', 'reading'])
    .where('key', '=', article.revision_key)
    .executeTakeFirst();
  if (!revision?.reading) {
    // Read later, it is corrected then.
    await tx.deleteFrom('correction_due').where('article_key', '=', article.key).execute();
    return null;
  }
  const cleaned = unpackJson<Article>(revision.cleaned);
  const reading = unpackJson<Reading>(revision.reading);
  await showReading(tx, article, { key: revision.key, cleaned, reading });
  const storyline = await tx
    .selectFrom('story')
    .innerJoin('storyline', 'storyline.key', 'story.storyline_key')
    .select('storyline.id')
    .where('story.key', '=', article.story_key)
    .executeTakeFirst();
  return storyline?.id ?? null;
}

async function actorNow(db: Tx, id: string, demo: boolean): Promise<FoundActor | undefined> {
  const row = await db
    .selectFrom('actor')
    .select(['id', 'name', 'kind', 'country', 'statements'])
    .where('demo', '=', flag(demo))
    .where('id', '=', (await mergedInto(db, id, flag(demo))) ?? id)
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as ActorKind };
}
