import { sql } from 'kysely';
import { shortHash } from '../domain/ids.ts';
import type { KeptReading } from '../domain/ports/archive.ts';
import type {
  Rereading,
  RereadingReport,
  RereadingRun,
  RereadingScope,
  WantedRereading,
} from '../domain/ports/rereading.ts';
import type { Reading } from '../domain/reading.ts';
import { isAnyChange } from '../domain/reading-changes.ts';
import { toRead } from './intake.ts';
import { pushTask } from './queue.ts';
import { keepReading } from './readings.ts';
import { commit, parsed, type Store, type Tx } from './store.ts';
import type { RereadingRow } from './tables.ts';

const NOTHING_YET: RereadingReport = {
  ...{ articles: 0, stopped: 0, changed: 0, besides: 0, speakers: 0, stances: 0 },
  statements: { kept: 0, reworded: 0, added: 0, withdrawn: 0 },
  corrections: { placed: 0, needLook: 0 },
};

export function rereadingOf(store: Store): Rereading {
  return {
    beginRereading: (wanted) => commit(store, (tx) => begin(tx, wanted, store.clock.nowMs())),
    nextToReread: async (id) => {
      const run = await store.db.selectFrom('rereading').selectAll().where('id', '=', id).executeTakeFirst();
      if (!run || run.ended_ms !== null) return undefined;
      const next = await revisionsOf(store.db, run)
        .select('revision.key')
        .where('revision.key', '>', run.cursor)
        .orderBy('revision.key')
        .limit(1)
        .executeTakeFirst();
      return next && toRead(store.db, next.key);
    },
    keepRereading: (run, revision, reading) =>
      commit(store, (tx) => keepRereading(tx, run, revision, reading, store.clock.nowMs())),
    endRereading: (id) =>
      commit(store, async (tx) => {
        await tx.updateTable('rereading').set({ ended_ms: store.clock.nowMs() }).where('id', '=', id).execute();
        const row = await tx.selectFrom('rereading').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
        return runOf(row, true);
      }),
  };
}

async function begin(tx: Tx, wanted: WantedRereading, nowMs: number): Promise<RereadingRun> {
  const { reader, knowledge } = wanted;
  const scope = JSON.stringify(wanted.scope);
  const id = shortHash('rereading', scope, reader, String(knowledge));
  const known = await tx.selectFrom('rereading').selectAll().where('id', '=', id).executeTakeFirst();
  if (known && known.ended_ms === null) return runOf(known, true);
  const row: RereadingRow = {
    ...{ id, started_ms: nowMs, ended_ms: null, reader, knowledge, scope, cursor: -1, total: 0 },
    report: JSON.stringify(NOTHING_YET),
  };
  const counted = await revisionsOf(tx, row)
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  const begun = { ...row, total: counted.n };
  await tx.deleteFrom('rereading').where('id', '=', id).execute();
  await tx.insertInto('rereading').values(begun).execute();
  return runOf(begun, false);
}

const runOf = (row: RereadingRow, isResumed: boolean): RereadingRun => ({
  id: row.id,
  startedAtMs: row.started_ms,
  reader: row.reader,
  knowledge: row.knowledge,
  isResumed,
  total: row.total,
  report: parsed<RereadingReport>(row.report),
});

/** The newest revisions that a run has to read, of articles that were read before; keys of revisions never change, those of articles may. */
function revisionsOf(db: Tx, run: Pick<RereadingRow, 'scope' | 'reader' | 'knowledge'>) {
  const scope = parsed<RereadingScope>(run.scope);
  const select = db
    .selectFrom('revision')
    .innerJoin('article', 'article.revision_key', 'revision.key')
    .where('revision.reading', 'is not', null);
  if (scope === 'all') return select;
  if (scope === 'outdated')
    return select.where((eb) =>
      eb.or([
        eb('revision.reader', '<>', run.reader),
        // The demo is read with what ships, whatever was imported.
        sql<boolean>`article.demo = 0 AND revision.knowledge IS NOT ${run.knowledge}`,
      ]),
    );
  return select.where('article.id', 'in', scope.articles);
}

async function keepRereading(
  tx: Tx,
  runId: string,
  revisionId: string,
  reading: Reading | undefined,
  nowMs: number,
): Promise<KeptReading | undefined> {
  const run = await tx.selectFrom('rereading').selectAll().where('id', '=', runId).executeTakeFirst();
  const revision = await tx
    .selectFrom('revision')
    .innerJoin('article', 'article.key', 'revision.article_key')
    .select(['revision.key', 'article.id'])
    .where('revision.id', '=', revisionId)
    .executeTakeFirst();
  // Another program that goes on with the same run was here before.
  if (!run || !revision || run.cursor >= revision.key) return undefined;
  const kept =
    reading && (await keepReading(tx, revisionId, reading, { knowledge: reading.knowledge ?? run.knowledge, nowMs }));
  if (kept?.differs) await pushTask(tx, 'relate', revision.id, 0);
  const report = JSON.stringify(withArticle(parsed<RereadingReport>(run.report), kept));
  await tx.updateTable('rereading').set({ cursor: revision.key, report }).where('id', '=', runId).execute();
  return kept;
}

function withArticle(report: RereadingReport, kept: KeptReading | undefined): RereadingReport {
  const { statements: before, corrections } = report;
  const changes = kept?.changes;
  return {
    articles: report.articles + 1,
    stopped: report.stopped + Number(!kept),
    changed: report.changed + Number(kept?.differs ?? false),
    besides: report.besides + Number(kept?.differs === true && changes != null && !isAnyChange(changes)),
    statements: {
      kept: before.kept + (changes?.kept ?? 0),
      reworded: before.reworded + (changes?.reworded.length ?? 0),
      added: before.added + (changes?.added.length ?? 0),
      withdrawn: before.withdrawn + (changes?.withdrawn.length ?? 0),
    },
    speakers: report.speakers + (changes?.speakers.length ?? 0),
    stances: report.stances + (changes?.stances.length ?? 0),
    corrections: {
      placed: corrections.placed + (kept?.corrections.placed ?? 0),
      needLook: corrections.needLook + (kept?.corrections.needLook ?? 0),
    },
  };
}
