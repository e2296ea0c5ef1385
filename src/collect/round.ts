import { setTimeout as sleep } from 'node:timers/promises';
import type { Schedule, Source, Sources, WaitingItem } from '../domain/ports/sources.ts';
import { inLanes } from './lanes.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { type PollPorts, poll } from './poll.ts';
import { findNewAddress } from './rediscover.ts';
import { decideRetention, retentionHorizonMs } from './retention.ts';
import { isSane } from './schedule.ts';
import { type TakePorts, takeItem } from './take-item.ts';
import { subscribe } from './websub-desk.ts';

export type CollectPorts = PollPorts &
  TakePorts & {
    readonly sources: Sources;
    /** Address under which hubs reach us; without it nothing is subscribed. */
    readonly publicUrl?: string;
  };

/** What one round did. */
export type RoundReport = {
  readonly polled: number;
  readonly failed: number;
  readonly newItems: number;
  readonly kept: number;
  readonly refused: number;
  readonly putOff: number;
};

export type RoundProgress = RoundReport & { readonly sourcesDue: number; readonly itemsWaiting: number };

export type RoundOptions = {
  /** Feeds asked, and pages fetched, at the same time over all hosts. */
  readonly pollsAtOnce?: number;
  readonly pagesAtOnce?: number;
  readonly signal?: AbortSignal;
  /** Ask sources that come due, or are hastened by a hub, while items are still coming in; else each is asked once. */
  readonly again?: boolean;
  readonly onProgress?: (progress: RoundProgress) => void;
};

const AT_ONCE = 24;
const PER_HOST = 2;
const PAGE = 200;
const LOOK_AGAIN_MS = 200;
const MAX_AGED = 100_000;

/**
 * One round: every source that is due is asked, and every item that waits is brought in, while slower feeds are still
 * answering. All that must survive is written before the next step begins, so a round that is killed is taken up by
 * the next one: nothing is lost, and what is done twice changes nothing.
 */
export async function collectRound(ports: CollectPorts, options: RoundOptions = {}): Promise<RoundReport> {
  const progress = {
    polled: 0,
    failed: 0,
    newItems: 0,
    kept: 0,
    refused: 0,
    putOff: 0,
    sourcesDue: 0,
    itemsWaiting: 0,
  };
  const tell = () => options.onProgress?.({ ...progress });
  const state = { isPolling: true, isTaking: true };
  const write = oneAtATime();
  const calm: CalmPorts = { ...ports, write, keep: (capture, source) => write(() => ports.keep(capture, source)) };
  const polls = pollDue(calm, options, progress, tell, state).finally(() => {
    state.isPolling = false;
  });
  const takes = takeWaiting(calm, options, progress, tell, state).finally(() => {
    state.isTaking = false;
  });
  // An error of the archive ends the round from whichever side it comes.
  await Promise.all([polls, takes]);
  const { sourcesDue: _due, itemsWaiting: _waiting, ...report } = progress;
  return report;
}

type CalmPorts = CollectPorts & { readonly write: ReturnType<typeof oneAtATime> };
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };
type Tally = Mutable<RoundProgress>;
/** What the two halves of a round know of each other. */
type RoundState = { isPolling: boolean; isTaking: boolean };

async function pollDue(
  ports: CalmPorts,
  options: RoundOptions,
  tally: Tally,
  tell: () => void,
  state: RoundState,
): Promise<void> {
  const asked = new Set<string>();
  for (;;) {
    if (options.signal?.aborted) return;
    const due = await ports.sources.dueSources(ports.clock.nowMs(), PAGE + asked.size);
    const fresh = options.again ? due : due.filter((source) => !asked.has(source.id));
    state.isPolling = fresh.length > 0;
    if (fresh.length === 0) {
      if (!options.again || !state.isTaking) return;
      await sleep(LOOK_AGAIN_MS);
      continue;
    }
    tally.sourcesDue = fresh.length;
    const limits = { atOnce: options.pollsAtOnce ?? AT_ONCE, perHost: PER_HOST };
    await inLanes(
      fresh,
      limits,
      (source) => hostOf(source.url),
      async (source) => {
        asked.add(source.id);
        if (options.signal?.aborted) return;
        const outcome = await pollOnce(source, ports);
        tally.polled++;
        if (outcome.isIll) tally.failed++;
        tally.newItems += outcome.newItems;
        tally.sourcesDue--;
        tell();
      },
    );
  }
}

async function takeWaiting(
  ports: CalmPorts,
  options: RoundOptions,
  tally: Tally,
  tell: () => void,
  state: RoundState,
): Promise<void> {
  const tried = new Set<string>();
  const nameOf = (item: WaitingItem) => `${item.source} ${item.key}`;
  for (;;) {
    if (options.signal?.aborted) return;
    const isLastLook = !state.isPolling;
    const waiting = await ports.sources.waitingItems(ports.clock.nowMs(), PAGE + tried.size);
    const fresh = waiting.filter((item) => !tried.has(nameOf(item)));
    if (fresh.length === 0 && isLastLook) return;
    if (fresh.length === 0) {
      await sleep(LOOK_AGAIN_MS);
      continue;
    }
    tally.itemsWaiting = fresh.length;
    const ids = [...new Set(fresh.map((item) => item.source))];
    const sources = new Map(await Promise.all(ids.map(async (id) => [id, await ports.sources.source(id)] as const)));
    const limits = { atOnce: options.pagesAtOnce ?? AT_ONCE, perHost: PER_HOST };
    await inLanes(
      fresh,
      limits,
      (item) => hostOf(item.item.link ?? item.source),
      async (item) => {
        tried.add(nameOf(item));
        const source = sources.get(item.source);
        if (options.signal?.aborted || !source) return;
        const outcome = await takeItem(item, source, ports);
        await ports.write(() => ports.sources.settleItem(item.source, item.key, outcome));
        if (outcome.state === 'kept') tally.kept++;
        else if (outcome.state === 'waiting') tally.putOff++;
        else tally.refused++;
        tally.itemsWaiting--;
        tell();
      },
    );
  }
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : address);

async function pollOnce(
  source: Source,
  ports: CalmPorts,
): Promise<{ readonly newItems: number; readonly isIll: boolean }> {
  let outcome = await poll(source, ports);
  if (outcome.health.error !== null && source.homepage !== null && mayHaveMoved(source, outcome.health.error)) {
    const address = await findNewAddress(source, ports);
    if (address !== undefined) outcome = { ...(await poll({ ...source, url: address }, ports)), movedTo: address };
  }
  const { hubs, self, ...record } = outcome;
  const fresh = await ports.write(async () => {
    const schedule = await unlessHastened(source, record.schedule, ports.sources);
    return ports.sources.keepPoll(source.id, { ...record, schedule });
  });
  if (ports.publicUrl && hubs.length > 0) await subscribe(source, { hubs, self }, ports.publicUrl, ports);
  return { newItems: fresh.length, isIll: outcome.health.error !== null };
}

/** A push or a reader that asked for a poll while one was under way is not overruled: that one may have come too early. */
async function unlessHastened(asked: Source, schedule: Schedule, sources: Sources): Promise<Schedule> {
  const dueAtMs = (await sources.source(asked.id))?.schedule.dueAtMs;
  const isHastened = dueAtMs !== undefined && dueAtMs !== asked.schedule.dueAtMs;
  return isHastened ? { ...schedule, dueAtMs: Math.min(dueAtMs, schedule.dueAtMs) } : schedule;
}

/** A feed address that was never opened and leads nowhere, or one that has been gone for days. */
function mayHaveMoved(source: Source, error: string): boolean {
  if (error === 'host-busy' || error === 'stopped') return false;
  return source.checkedAtMs === null ? source.health.failuresInARow < 3 : source.health.failuresInARow === 5;
}

/** Makes due times that no clock of ours can have given (the clock was set back) due now. */
export async function mendSchedules(sources: Sources, nowMs: number): Promise<number> {
  const wrong = (await sources.sources()).filter((source) => !isSane(source.schedule, nowMs));
  for (const source of wrong) await sources.changeSource(source.id, { dueAtMs: nowMs });
  return wrong.length;
}

/** Lets go what the retention of each source says; answers with the number of captures touched. */
export async function tidyUp(sources: Sources, nowMs: number): Promise<number> {
  let touched = 0;
  for (const source of await sources.sources()) {
    const horizon = retentionHorizonMs(source.retention, nowMs);
    if (horizon === undefined) continue;
    const decisions = decideRetention(
      source.retention,
      await sources.agedCaptures(source.id, horizon, MAX_AGED),
      nowMs,
    );
    // In small commits, so that the site and the line are not held up.
    for (let at = 0; at < decisions.length; at += PAGE) await sources.applyRetention(decisions.slice(at, at + PAGE));
    touched += decisions.length;
  }
  return touched;
}
