import { randomUUID } from 'node:crypto';
import type { Change, Correction } from '../domain/corrections/correction.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { AskKnowledge } from '../domain/ports/knowledge.ts';
import { correctRef, type Queue } from '../domain/ports/queue.ts';
import { changeOf, type Wish } from './correction-wish.ts';
import { correctStep } from './steps.ts';
import type { WhichActor } from './whom-meant.ts';

export type CorrectingPorts = {
  readonly archive: Archive;
  readonly queue: Queue;
  readonly clock: Clock;
  readonly knowledge: AskKnowledge;
};

/** What became of a wish: the correction was kept, it cannot be (in one sentence for people), or the name in it is that of several. */
export type Corrected = { readonly kept: string; readonly change: Change } | { readonly refused: string } | WhichActor;

const MAX_REASON = 2000;
/** Articles that are corrected before the reader has an answer; the line does the rest. */
const AT_ONCE = 10;
const MANY = 1_000_000;

/** Keeps a correction and applies it, so that the next page shows it; its storylines are grouped again on the line. */
export async function correct(ports: CorrectingPorts, wish: Wish, reason: string): Promise<Corrected> {
  const { archive, clock, knowledge } = ports;
  const made = await changeOf({ archive, knowledge }, wish);
  if (!('change' in made)) return made;
  const correction: Correction = {
    id: randomUUID().replaceAll('-', '').slice(0, 12),
    madeAtMs: clock.nowMs(),
    reason: reason.trim().slice(0, MAX_REASON),
    demo: made.demo,
    change: made.change,
  };
  await archive.keepCorrection(correction);
  await settle(ports);
  return { kept: correction.id, change: correction.change };
}

/** Takes a correction back; false where there is none that holds. */
export async function undoCorrection(ports: Omit<CorrectingPorts, 'knowledge'>, id: string): Promise<boolean> {
  const isUndone = await ports.archive.undoCorrection(id);
  if (isUndone) await settle(ports);
  return isUndone;
}

/** A crash in the middle loses nothing: what is due and has no task is pushed at the next start. */
async function settle(ports: Omit<CorrectingPorts, 'knowledge'>): Promise<void> {
  const due = await ports.archive.dueCorrections(MANY);
  for (const article of due.slice(AT_ONCE)) await ports.queue.push('relate', correctRef(article));
  for (const article of due.slice(0, AT_ONCE)) await correctStep(ports, article);
}
