import type { Capture, Reservations } from '../domain/capture.ts';
import type { Feed, FeedItem } from '../domain/feed.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Health, Poll, SeenItem, Source } from '../domain/ports/sources.ts';
import { mayPass } from './failure.ts';
import type { FeedReader } from './feeds/feed-reader.ts';
import { displayTitle } from './feeds/markup.ts';
import { isFeedFailure } from './feeds/parse.ts';
import { type Fetcher, type FetchFailure, isFailure } from './fetch.ts';
import { itemKey } from './item-key.ts';
import { freshForMs } from './retry-after.ts';
import { nextSchedule, type PollOutcome } from './schedule.ts';
import { followIndex } from './sitemaps/follow-index.ts';
import { itemsOfSitemap } from './sitemaps/sitemap-items.ts';

export type PollPorts = {
  readonly fetcher: Fetcher;
  readonly reader: FeedReader;
  readonly clock: Clock;
  /** 0..1, to spread load. */
  readonly random: () => number;
};

/** A poll, with the hubs that the feed names. */
export type Polled = Poll & { readonly hubs: readonly string[]; readonly self: string | null };

type Answer =
  | {
      readonly kind: 'feed';
      readonly feed: Feed;
      readonly headers: Readonly<Record<string, string>>;
      readonly movedTo?: string;
      readonly reservations: Reservations | null;
    }
  | { readonly kind: 'same'; readonly headers: Readonly<Record<string, string>> }
  | { readonly kind: 'failed'; readonly error: string; readonly message: string; readonly failure?: FetchFailure };

/**
 * Asks a source once and says all that follows: new schedule, validators, health, and the items as they stand.
 * Pure but for the net and the clock; writing it down is `Sources.keepPoll`'s. Never throws for what the net does.
 */
export async function poll(source: Source, ports: PollPorts): Promise<Polled> {
  const answer = await ask(source, ports);
  const nowMs = ports.clock.nowMs();
  const health = healthAfter(source.health, answer, nowMs);
  const items = answer.kind === 'feed' ? seenItems(answer.feed, nowMs) : [];
  const rhythmMs = items.length > 0 ? rhythmOf(items, source, nowMs) : source.schedule.rhythmMs;
  const movedTo = answer.kind === 'feed' ? answer.movedTo : undefined;
  return {
    atMs: nowMs,
    schedule: nextSchedule(rhythmMs, outcomeOf(answer, source, health, nowMs), nowMs, ports.random()),
    validators: validatorsAfter(source, answer),
    health,
    items,
    hubs: answer.kind === 'feed' ? (answer.feed.hubs ?? []) : [],
    self: answer.kind === 'feed' ? (answer.feed.self ?? null) : null,
    ...(movedTo !== undefined && movedTo !== source.url && { movedTo }),
    ...(answer.kind === 'failed' && answer.failure?.status === 410 && { retired: true }),
    ...(answer.kind === 'feed' && { checked: true, facts: factsOf(answer.feed) }),
  };
}

async function ask(source: Source, ports: PollPorts): Promise<Answer> {
  const { etag, lastModified } = source.validators;
  const result = await ports.fetcher.fetch(source.url, {
    kind: 'feed',
    ...(etag !== null && { etag }),
    ...(lastModified !== null && { lastModified }),
  });
  if (isFailure(result)) {
    if (result.error === 'not-modified') return { kind: 'same', headers: result.headers ?? {} };
    return { kind: 'failed', error: result.error, message: result.message, failure: result };
  }
  const address = result.finalUrl ?? source.url;
  const feed =
    source.kind === 'sitemap'
      ? itemsOfSitemap(
          await followIndex(await ports.reader.sitemap(result.body, result.headers, address), ports),
          address,
        )
      : await ports.reader.feed(result.body, result.headers, address);
  if (isFeedFailure(feed)) return { kind: 'failed', error: feed.error, message: feed.message };
  const movedTo = permanentAddress(result.redirects ?? []);
  return {
    kind: 'feed',
    feed,
    headers: result.headers,
    reservations: reservedBy(result),
    ...(movedTo !== undefined && { movedTo }),
  };
}

/** Where the unbroken run of permanent redirects (301, 308) from the known address leads. */
export function permanentAddress(
  redirects: readonly { readonly status: number; readonly to: string }[],
): string | undefined {
  const firstTemporary = redirects.findIndex((hop) => hop.status !== 301 && hop.status !== 308);
  return redirects.slice(0, firstTemporary < 0 ? undefined : firstTemporary).at(-1)?.to;
}

/** The items of a feed by their keys; the same item twice in one document is one. */
export function seenItems(feed: Feed, nowMs: number): readonly SeenItem[] {
  const byKey = new Map<string, SeenItem>();
  for (const item of feed.items) {
    if (item.link === null && item.title === null && item.content === null && item.summary === null) continue;
    const key = itemKey(item);
    if (!byKey.has(key)) byKey.set(key, { key, item, seenAtMs: nowMs });
  }
  return [...byKey.values()];
}

function rhythmOf(items: readonly SeenItem[], source: Source, nowMs: number): readonly number[] {
  const times = items.map(({ item }) => timeOf(item)).filter((atMs) => atMs !== undefined && atMs <= nowMs) as number[];
  // Feeds without dates show their rhythm only by when their items turn up.
  return times.length > 1 ? times : [...source.schedule.rhythmMs, nowMs];
}

/** Time of an item in UTC ms, where it carries one with a zone or day. */
export function timeOf(item: FeedItem): number | undefined {
  const atMs = Date.parse(item.published ?? item.updated ?? '');
  return Number.isNaN(atMs) ? undefined : atMs;
}

function outcomeOf(answer: Answer, source: Source, health: Health, nowMs: number): PollOutcome {
  if (answer.kind === 'failed')
    return { kind: 'failed', failuresInARow: health.failuresInARow, retryAtMs: answer.failure?.retryAtMs };
  const lease = source.webSub;
  const hasHub = lease?.state === 'confirmed' && (lease.expiresAtMs ?? 0) > nowMs;
  return {
    kind: 'good',
    freshForMs: freshForMs(answer.headers, nowMs),
    hasHub,
    isFirst: source.health.lastGoodMs === null,
  };
}

function healthAfter(before: Health, answer: Answer, nowMs: number): Health {
  if (answer.kind === 'failed') {
    // A host that is busy with our own requests is not ill.
    const isOurs = answer.error === 'host-busy' || answer.error === 'stopped';
    return {
      ...before,
      lastPollMs: nowMs,
      failuresInARow: before.failuresInARow + (isOurs ? 0 : 1),
      error: answer.error,
      message: inWords(answer),
    };
  }
  const reservations = answer.kind === 'feed' ? answer.reservations : before.reservations;
  return { lastPollMs: nowMs, lastGoodMs: nowMs, failuresInARow: 0, error: null, message: null, reservations };
}

/** Only what is said of mining text: `noindex` on a feed is WordPress's habit and means the feed's own page. */
function reservedBy(capture: Capture): Reservations | null {
  return capture.reservations?.linkOnly ? capture.reservations : null;
}

function inWords(answer: Answer & { readonly kind: 'failed' }): string {
  if (answer.failure?.status === 410) return 'The feed is gone for good (410); it is not asked any more.';
  if (answer.failure?.status === 404) return 'There is no feed at this address any more (404).';
  return answer.failure && mayPass(answer.failure) ? `${answer.message} It is tried again.` : answer.message;
}

function validatorsAfter(source: Source, answer: Answer): Source['validators'] {
  if (answer.kind === 'failed') return source.validators;
  // Behind a redirect the validators belong to the address that answered: kept once the move is.
  const { etag, 'last-modified': lastModified } = answer.headers;
  if (answer.kind === 'same')
    return { etag: etag ?? source.validators.etag, lastModified: lastModified ?? source.validators.lastModified };
  return { etag: etag ?? null, lastModified: lastModified ?? null };
}

function factsOf(feed: Feed): NonNullable<Poll['facts']> {
  return {
    ...(feed.title !== null && { name: displayTitle(feed.title, 'html') }),
    ...(feed.link !== null && { homepage: feed.link }),
    ...(feed.language !== null && { language: feed.language }),
  };
}
