import type { Source, Sources } from '../domain/ports/sources.ts';
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
  readonly onProgress?: (progress: RoundProgress) => void;
};

const AT_ONCE = 16;
const PAGE = 200;

/**
 * One round: every source that is due is asked, and every item that waits is brought in. All that must survive is
 * written before the next step begins, so a round that is killed is taken up by the next one: nothing is lost, and
 * what is done twice changes nothing.
 */
export async function collectRound(ports: CollectPorts, options: RoundOptions = {}): Promise<RoundReport> {
  const report = { polled: 0, failed: 0, newItems: 0, kept: 0, refused: 0, putOff: 0 };
  let [sourcesDue, itemsWaiting] = [0, 0];
  const tell = () => options.onProgress?.({ ...report, sourcesDue, itemsWaiting });
  const isStopped = () => options.signal?.aborted ?? false;

  for (;;) {
    const due = isStopped() ? [] : await ports.sources.dueSources(ports.clock.nowMs(), PAGE);
    if (due.length === 0) break;
    sourcesDue = due.length;
    await inTurn(due, options.pollsAtOnce ?? AT_ONCE, async (source) => {
      if (isStopped()) return;
      const outcome = await pollOnce(source, ports);
      report.polled++;
      if (outcome.isIll) report.failed++;
      report.newItems += outcome.newItems;
      sourcesDue--;
      tell();
    });
    if (due.length < PAGE) break;
  }

  const tried = new Set<string>();
  for (;;) {
    const waiting = isStopped() ? [] : await ports.sources.waitingItems(ports.clock.nowMs(), PAGE);
    const fresh = waiting.filter((item) => !tried.has(`${item.source} ${item.key}`));
    if (fresh.length === 0) break;
    itemsWaiting = fresh.length;
    const sources = new Map<string, Source | undefined>();
    for (const id of new Set(fresh.map((item) => item.source))) sources.set(id, await ports.sources.source(id));
    await inTurn(fresh, options.pagesAtOnce ?? AT_ONCE, async (item) => {
      tried.add(`${item.source} ${item.key}`);
      const source = sources.get(item.source);
      if (isStopped() || !source) return;
      const outcome = await takeItem(item, source, ports);
      await ports.sources.settleItem(item.source, item.key, outcome);
      if (outcome.state === 'kept') report.kept++;
      else if (outcome.state === 'waiting') report.putOff++;
      else report.refused++;
      itemsWaiting--;
      tell();
    });
  }
  return report;
}

async function pollOnce(
  source: Source,
  ports: CollectPorts,
): Promise<{ readonly newItems: number; readonly isIll: boolean }> {
  let outcome = await poll(source, ports);
  if (outcome.health.error !== null && source.homepage !== null && mayHaveMoved(source, outcome.health.error)) {
    const address = await findNewAddress(source, ports);
    if (address !== undefined) outcome = { ...(await poll({ ...source, url: address }, ports)), movedTo: address };
  }
  const { hubs, self, ...record } = outcome;
  const fresh = await ports.sources.keepPoll(source.id, record);
  if (ports.publicUrl && hubs.length > 0) await subscribe(source, { hubs, self }, ports.publicUrl, ports);
  return { newItems: fresh.length, isIll: outcome.health.error !== null };
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
    for (;;) {
      const aged = await sources.agedCaptures(source.id, horizon, PAGE);
      const decisions = decideRetention(source.retention, aged, nowMs);
      if (decisions.length === 0) break;
      await sources.applyRetention(decisions);
      touched += decisions.length;
      if (aged.length < PAGE) break;
    }
  }
  return touched;
}

/** Runs a step over all of a list, so many at a time. */
async function inTurn<T>(list: readonly T[], atOnce: number, step: (one: T) => Promise<void>): Promise<void> {
  const rest = list.values();
  await Promise.all(
    Array.from({ length: Math.min(atOnce, list.length) }, async () => {
      for (const one of rest) await step(one);
    }),
  );
}
