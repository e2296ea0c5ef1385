import type { Capture } from '../domain/capture.ts';
import type { FeedItem } from '../domain/feed.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { ItemOutcome, Source, WaitingItem } from '../domain/ports/sources.ts';
import { mayPass } from './failure.ts';
import { feedCapture, givenBy, isShort, linkOnly } from './feed-capture.ts';
import { type Fetcher, type FetchFailure, isFailure } from './fetch.ts';
import { bothReservations, type OptOuts } from './opt-outs.ts';

/** How often a page that fails for passing reasons is tried before the feed's own words have to do. */
const MAX_ATTEMPTS = 5;
const FIRST_RETRY_MS = 120_000;
const MAX_QUEUE_MS = 3 * 86_400_000;

export type TakePorts = {
  readonly fetcher: Fetcher;
  readonly clock: Clock;
  readonly random: () => number;
  /** Site-wide reservations; without it only the page's own are read. */
  readonly optOuts?: OptOuts;
  /**
   * Keeps a capture and puts it on the line; called again with the same capture it changes nothing.
   * `refused` where a tombstone lies on it.
   */
  readonly keep: (capture: Capture, source: Source) => Promise<'kept' | 'refused'>;
};

/**
 * Brings one feed item in: its page where the source wants full text, else the feed's own words. A page that cannot
 * be had (robots.txt, 404, paywall answer) leaves the feed's words; one that reserves its rights leaves the link.
 */
export async function takeItem(waiting: WaitingItem, source: Source, ports: TakePorts): Promise<ItemOutcome> {
  const { item } = waiting;
  const reserved = isWebAddress(item.link) ? await ports.optOuts?.of(item.link) : undefined;
  const wantsPage = isWebAddress(item.link) && !reserved?.linkOnly && wantsFullText(source, item);
  const page = wantsPage ? await ports.fetcher.fetch(item.link, { kind: 'found' }) : undefined;
  const nowMs = ports.clock.nowMs();
  if (page && isFailure(page) && mayPass(page) && isWorthATry(page, waiting, nowMs))
    return {
      state: 'waiting',
      retryAtMs: retryAtMs(page, waiting.attempts, nowMs, ports.random()),
      error: page.error,
      message: page.message,
    };
  const capture =
    page && !isFailure(page)
      ? { ...page, given: givenBy(item, source.name) }
      : feedCapture(item, { outlet: source.name, nowMs, language: source.language });
  if (!capture) {
    const failure =
      page && isFailure(page) ? page : { error: 'empty', message: 'The item has neither words nor a page.' };
    return { state: 'failed', error: failure.error, message: failure.message, atMs: nowMs };
  }
  const reservations = bothReservations(capture.reservations, reserved);
  const told = reservations ? { ...capture, reservations } : capture;
  const allowed = reservations?.linkOnly ? linkOnly(told) : told;
  const outcome = await ports.keep(allowed, source);
  if (outcome === 'refused')
    return {
      state: 'refused',
      error: 'removed',
      message: 'The article was removed before and does not come back.',
      atMs: nowMs,
    };
  return { state: 'kept', capture: allowed.id, atMs: nowMs };
}

/** Waiting for one's turn at a polite host is no failure of the page: it ends with the days, not with the tries. */
function isWorthATry(failure: FetchFailure, waiting: WaitingItem, nowMs: number): boolean {
  return failure.error === 'host-busy' ? nowMs - waiting.seenAtMs < MAX_QUEUE_MS : waiting.attempts + 1 < MAX_ATTEMPTS;
}

const isWebAddress = (link: string | null): link is string => link !== null && /^https?:\/\//i.test(link);

const wantsFullText = (source: Source, item: FeedItem): boolean =>
  source.fullText === 'always' || (source.fullText === 'when-short' && isShort(item));

function retryAtMs(failure: FetchFailure, attempts: number, nowMs: number, random: number): number {
  const waitMs = FIRST_RETRY_MS * 4 ** Math.min(attempts, MAX_ATTEMPTS) * (0.75 + 0.5 * random);
  return Math.max(failure.retryAtMs ?? 0, failure.error === 'host-busy' ? 0 : nowMs + Math.round(waitMs));
}
