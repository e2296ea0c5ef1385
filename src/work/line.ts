import { PROGRAM_FAILED } from '../domain/ports/archive.ts';
import type { QueueCount, Step, Task } from '../domain/ports/queue.ts';
import type { Reading } from '../domain/reading.ts';
import { StageStoppedError } from './stage-thread.ts';
import { type LinePorts, STEPS } from './steps.ts';

const LINE_STEPS: readonly Step[] = ['clean', 'read', 'relate'];

/** Longer than a stage may take (stage-thread.ts), so that a task is never given out twice while somebody is at it. */
const LEASE_MS = 60_000;
const IDLE_MS = 150;
/** A task that failed is tried again after this, then after four times this. */
const RETRY_MS = 2000;
const MAX_ATTEMPTS = 3;
/** A task that was taken this often and never ended: the program died of it, or was killed very often. */
const MAX_TAKEN = 6;

export type LineOptions = {
  /** `empty`: until nothing is left to do, by this program or another one. Else until the signal. */
  readonly until: 'empty' | AbortSignal;
  /** Called after each task with the counts of every step. */
  readonly onProgress?: (counts: readonly QueueCount[]) => void;
  /** Told of a task that was given up, with the reason in words. */
  readonly onFailure?: (task: Task, reason: string) => void;
};

/**
 * Carries articles along the line: clean, read, relate, until there is nothing left or the signal comes.
 * Safe to kill at any moment and to run in several processes on one archive: what was begun is begun again, and nothing is done twice
 * to effect. Failures of the program are tried three times, then kept with the reason.
 */
export async function runLine(ports: LinePorts, options: LineOptions): Promise<void> {
  const { queue, archive } = ports;
  const isOver = () => options.until !== 'empty' && options.until.aborted;
  for (const { step, ref } of await archive.unfinished()) await queue.push(step, ref);
  while (!isOver()) {
    const task = (await queue.take(LINE_STEPS, LEASE_MS)) ?? (await queue.take(LINE_STEPS, LEASE_MS, { early: true }));
    if (task) {
      await doTask(ports, task, options);
      options.onProgress?.(await queue.counts());
    } else {
      if (options.until === 'empty' && (await isEmpty(ports))) return;
      await idle(options.until);
    }
  }
}

async function doTask(ports: LinePorts, task: Task, options: LineOptions): Promise<void> {
  const { queue, clock } = ports;
  try {
    if (task.attempts > MAX_TAKEN) return await giveUp(ports, task, { error: PROGRAM_FAILED, reason: DIED }, options);
    const next = await STEPS[task.step](ports, task);
    await queue.finish(task, next);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof StageStoppedError) await leaveUnread(ports, task, error, options);
    else if (task.attempts >= MAX_ATTEMPTS) await giveUp(ports, task, { error: PROGRAM_FAILED, reason }, options);
    else await queue.fail(task, reason, clock.nowMs() + RETRY_MS * 4 ** (task.attempts - 1));
  }
}

const DIED = `The program stopped ${MAX_TAKEN} times while it worked on this; it is left alone.`;

/** A page that blocks is left alone for good: without an article, or with its clean text and no statements. */
async function leaveUnread(
  ports: LinePorts,
  task: Task,
  { stage, message }: StageStoppedError,
  options: LineOptions,
): Promise<void> {
  if (stage === 'clean') return giveUp(ports, task, { error: 'unreadable', reason: message }, options);
  const revision = await ports.archive.revision(task.ref);
  if (revision) await ports.archive.keepReading(revision.id, NOT_READ);
  options.onFailure?.(task, message);
  await ports.queue.finish(task, { step: 'relate', ref: task.ref });
}

/** What stands for the reading of an article whose reading was stopped. */
const NOT_READ: Reading = {
  reader: 'stopped',
  ...{ statements: [], mentions: [], actors: [], dates: [], places: [], figures: [], events: [], chain: [] },
};

async function giveUp(
  { archive, queue }: LinePorts,
  task: Task,
  { error, reason }: { readonly error: string; readonly reason: string },
  options: LineOptions,
): Promise<void> {
  if (task.step === 'clean') await archive.keepFailure(task.ref, error, reason);
  await queue.fail(task, reason);
  options.onFailure?.(task, reason);
}

/** Nothing waits and nobody works; a failed task that waits for another try counts as waiting. */
async function isEmpty({ queue }: LinePorts): Promise<boolean> {
  const counts = await queue.counts();
  return counts.every(({ step, waiting, working }) => !LINE_STEPS.includes(step) || waiting + working === 0);
}

function idle(until: LineOptions['until']): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, IDLE_MS);
    if (until !== 'empty')
      until.addEventListener(
        'abort',
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
  });
}
