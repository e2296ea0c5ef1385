import { hostname } from 'node:os';
import { sql } from 'kysely';
import type { Queue, QueueCount, Step, Task } from '../domain/ports/queue.ts';
import { commit, type Store, type Tx } from './store.ts';

const STEPS: readonly Step[] = ['fetch', 'clean', 'read', 'relate'];

/** What is begun is finished first: articles arrive one after another instead of all at the end. */
const NEAREST_THE_END: readonly Step[] = [...STEPS].reverse();

/** One at a time over all processes: two articles about one happening placed at once would make two stories of it. */
const ALONE: ReadonlySet<Step> = new Set<Step>(['relate']);

/** The queue as a table with leases: what a killed program had taken is given out again when its lease ends. */
export function queueOf(store: Store): Queue {
  const now = () => store.clock.nowMs();
  return {
    push: (step, ref, options) => pushTask(store.db, step, ref, options?.notBeforeMs ?? 0),
    take: (steps, leaseMs, options) =>
      commit(store, (tx) => take(tx, { steps, leaseMs, early: options?.early ?? false, nowMs: now() })),
    finish: (task, next) =>
      commit(store, async (tx) => {
        if (!(await release(tx, task))) return;
        await count(tx, task.step, 'done');
        if (next) await pushTask(tx, next.step, next.ref, 0);
      }),
    fail: (task, reason, retryAtMs) =>
      commit(store, async (tx) => {
        if (retryAtMs !== undefined) return giveBack(tx, task, reason, retryAtMs);
        if (!(await release(tx, task))) return;
        await tx
          .deleteFrom('task')
          .where('step', '=', task.step)
          .where('ref', '=', task.ref)
          .where('state', '=', 'failed')
          .execute();
        const { step, ref, attempts } = task;
        await tx
          .insertInto('task')
          .values({ step, ref, attempts, state: 'failed', not_before_ms: 0, reason, ended_ms: now() })
          .execute();
        await count(tx, task.step, 'failed');
      }),
    counts: () => counts(store.db, now()),
    failure: (step, ref) => failureOf(store.db, step, ref),
  };
}

/** Puts a task on the line, in a commit of the archive's own. */
export async function pushTask(tx: Tx, step: Step, ref: string, notBeforeMs: number): Promise<void> {
  await tx.deleteFrom('task').where('ref', '=', ref).where('step', '=', step).where('state', '=', 'failed').execute();
  await tx
    .insertInto('task')
    .values({ step, ref, state: 'waiting', attempts: 0, not_before_ms: notBeforeMs })
    .onConflict((conflict) => conflict.columns(['step', 'ref']).where('state', '=', sql.lit('waiting')).doNothing())
    .execute();
}

type Taking = {
  readonly steps: readonly Step[];
  readonly leaseMs: number;
  readonly early: boolean;
  readonly nowMs: number;
};

async function take(tx: Tx, { steps, leaseMs, early, nowMs }: Taking): Promise<Task | undefined> {
  await giveBackAbandoned(tx, nowMs);
  for (const step of NEAREST_THE_END) {
    if (!steps.includes(step)) continue;
    if (ALONE.has(step) && (await isWorkedOn(tx, step))) continue;
    const row = await tx
      .selectFrom('task')
      .select(['id', 'ref', 'attempts'])
      .where('step', '=', step)
      .where('state', '=', 'waiting')
      .where((eb) =>
        early ? eb.or([eb('not_before_ms', '<=', nowMs), eb('attempts', '=', 0)]) : eb('not_before_ms', '<=', nowMs),
      )
      .where('ref', 'not in', (eb) =>
        eb.selectFrom('task').select('ref').where('step', '=', step).where('state', '=', 'working'),
      )
      .orderBy('id')
      .limit(1)
      .executeTakeFirst();
    if (!row) continue;
    const attempts = row.attempts + 1;
    await tx
      .updateTable('task')
      .set({ state: 'working', attempts, lease_until_ms: nowMs + leaseMs, holder: HOLDER })
      .where('id', '=', row.id)
      .execute();
    return { id: row.id!, step, ref: row.ref, attempts };
  }
  return undefined;
}

/** Who holds a lease: this machine and process. */
const HOLDER = `${hostname()}/${process.pid}`;

/** Tasks whose lease has ended, or whose holder on this machine is dead: nobody waits a minute for a program that was killed. */
async function giveBackAbandoned(tx: Tx, nowMs: number): Promise<void> {
  const working = await tx
    .selectFrom('task')
    .select(['id', 'lease_until_ms', 'holder'])
    .where('state', '=', 'working')
    .execute();
  for (const { id, lease_until_ms, holder } of working)
    if ((lease_until_ms ?? 0) <= nowMs || isDead(holder))
      await sql`UPDATE OR REPLACE task SET state = 'waiting', lease_until_ms = NULL, holder = NULL WHERE id = ${id}`.execute(
        tx,
      );
}

function isDead(holder: string | null): boolean {
  const [host, pid] = holder?.split('/') ?? [];
  if (host !== hostname() || pid === undefined || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    // EPERM: alive, but somebody else's.
    return (error as { readonly code?: string }).code === 'ESRCH';
  }
}

async function failureOf(db: Tx, step: Step, ref: string): Promise<string | undefined> {
  const rows = await db
    .selectFrom('task')
    .select(['state', 'reason'])
    .where('step', '=', step)
    .where('ref', '=', ref)
    .orderBy('id', 'desc')
    .execute();
  const isGoingOn = rows.some(({ state }) => state !== 'failed');
  return isGoingOn ? undefined : (rows[0]?.reason ?? undefined);
}

async function isWorkedOn(tx: Tx, step: Step): Promise<boolean> {
  const row = await tx
    .selectFrom('task')
    .select('id')
    .where('step', '=', step)
    .where('state', '=', 'working')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Ends a task that is still held under this lease: one that was given out again meanwhile belongs to somebody else. */
async function release(tx: Tx, task: Task): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('task')
    .where('id', '=', task.id)
    .where('state', '=', 'working')
    .where('attempts', '=', task.attempts)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function giveBack(tx: Tx, task: Task, reason: string, retryAtMs: number): Promise<void> {
  await sql`UPDATE OR REPLACE task SET state = 'waiting', lease_until_ms = NULL, holder = NULL, reason = ${reason}, not_before_ms = ${retryAtMs}
    WHERE id = ${task.id} AND state = 'working' AND attempts = ${task.attempts}`.execute(tx);
}

async function count(tx: Tx, step: Step, what: 'done' | 'failed'): Promise<void> {
  await tx
    .insertInto('task_count')
    .values({ step, done: 0, failed: 0, [what]: 1 })
    .onConflict((conflict) =>
      conflict.column('step').doUpdateSet((eb) => ({ [what]: eb(`task_count.${what}`, '+', 1) })),
    )
    .execute();
}

async function counts(db: Tx, nowMs: number): Promise<readonly QueueCount[]> {
  const tasks = await db
    .selectFrom('task')
    .select(['step', 'state'])
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .select((eb) => eb.fn.sum<number>(eb.case().when('lease_until_ms', '>', nowMs).then(1).else(0).end()).as('live'))
    .groupBy(['step', 'state'])
    .execute();
  const ended = await db.selectFrom('task_count').selectAll().execute();
  return STEPS.map((step) => {
    const of = (state: string) => tasks.find((row) => row.step === step && row.state === state);
    const working = of('working')?.live ?? 0;
    const done = ended.find((row) => row.step === step);
    return {
      step,
      waiting: (of('waiting')?.n ?? 0) + (of('working')?.n ?? 0) - working,
      working,
      done: done?.done ?? 0,
      failed: done?.failed ?? 0,
    };
  });
}
