import { Agent } from 'undici';
import type { Capture } from '../domain/capture.ts';
import type { Clock } from '../domain/ports/clock.ts';
import { captureOf } from './capture-id.ts';
import { guardedConnector } from './connect.ts';
import { ACCEPT_ENCODING } from './decompress.ts';
import type { FetchFailure } from './failure.ts';
import { failureOf } from './failure-words.ts';
import { type Guard, portOf } from './guard.ts';
import { makeHostGate } from './host-gate.ts';
import { type Answer, isRedirect, request } from './request.ts';
import { readReservations } from './reservations.ts';
import { retryAfterMs } from './retry-after.ts';
import { productToken } from './robots.ts';
import { makeRobotsKeeper, type RobotsKeeper, type RobotsStore, robotsInMemory } from './robots-keeper.ts';

export { type FetchFailure, isFailure } from './failure.ts';

/** What a fetch may cost. Times in ms; bytes are counted on the wire and again after decompression. */
export type FetchLimits = {
  readonly totalMs: number;
  readonly headersMs: number;
  /** Silence between two pieces of a body. */
  readonly bodyPauseMs: number;
  readonly connectMs: number;
  readonly maxWireBytes: number;
  readonly maxBodyBytes: number;
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
  readonly maxPerHost: number;
  /** Pause between the starts of two requests to one host that nobody typed. */
  readonly hostDelayMs: number;
  /** A turn at a host that lies further away is not waited for: the answer is `host-busy`. */
  readonly maxHostWaitMs: number;
};

export const DEFAULT_LIMITS: FetchLimits = {
  totalMs: 20_000,
  headersMs: 10_000,
  bodyPauseMs: 10_000,
  connectMs: 8_000,
  maxWireBytes: 10_000_000,
  maxBodyBytes: 10_000_000,
  maxHeaderBytes: 32_768,
  maxRedirects: 5,
  maxPerHost: 2,
  hostDelayMs: 1_000,
  maxHostWaitMs: 30_000,
};

/**
 * Who wants the address. `typed`: a reader asked for exactly this one. `feed`: a feed that a reader follows.
 * `found`: the program found it by itself (an item's page, a sitemap, discovery) – robots.txt decides, and
 * `Crawl-delay` is kept.
 */
export type FetchKind = 'typed' | 'feed' | 'found';

export type FetchOptions = {
  readonly kind?: FetchKind;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  readonly signal?: AbortSignal;
  readonly accept?: string;
  /** Sent as a form by POST, for hubs; a redirect of a form is not followed. */
  readonly form?: URLSearchParams;
};

export type Fetcher = {
  /** Fetches an address through the guard. Never throws for what the net does; see `FetchFailure`. */
  readonly fetch: (url: string, options?: FetchOptions) => Promise<Capture | FetchFailure>;
  readonly robots: RobotsKeeper;
  readonly userAgent: string;
  readonly close: () => Promise<void>;
};

export type FetcherOptions = {
  readonly guard: Guard;
  /** The machine's clock where none is given. */
  readonly clock?: Clock;
  readonly userAgent: string;
  readonly limits?: Partial<FetchLimits>;
  readonly robotsStore?: RobotsStore;
};

/** `Stemma/0.1.0 (+https://example.org/contact)`: who is knocking, and where to complain. */
export function userAgentOf(version: string, contact: string): string {
  const safe = contact.replace(/[^\x20-\x7e]|[()]/g, '').trim();
  return safe === '' ? `Stemma/${version}` : `Stemma/${version} (+${safe})`;
}

/** A fetcher with its own connections, host queues and robots.txt memory. Close it when done. */
export function makeFetcher(options: FetcherOptions): Fetcher {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const { guard, userAgent } = options;
  const clock = options.clock ?? { nowMs: Date.now };
  const gate = makeHostGate({ clock, maxPerHost: limits.maxPerHost, maxWaitMs: limits.maxHostWaitMs });
  const agent = new Agent({
    connect: guardedConnector(guard, { connectTimeoutMs: limits.connectMs }),
    headersTimeout: limits.headersMs,
    bodyTimeout: limits.bodyPauseMs,
    maxHeaderSize: limits.maxHeaderBytes,
    connections: limits.maxPerHost,
    pipelining: 1,
  });

  /** One address with its turn at the host; the time in the queue does not count. */
  const hop = async (
    url: URL,
    headers: Record<string, string>,
    delayMs: number | 'none',
    spent: Spent,
    outer?: AbortSignal,
    form?: URLSearchParams,
  ) => {
    const entry = await gate.enter(url.host, delayMs, outer);
    if ('busyUntilMs' in entry) return entry;
    const startedMs = performance.now();
    const timeout = AbortSignal.timeout(Math.max(1, Math.ceil(limits.totalMs - spent.ms)));
    try {
      const signal = outer ? AbortSignal.any([timeout, outer]) : timeout;
      const answer = await request(agent, url, headers, limits, signal, form);
      const waitUntilMs = retryAfterMs(answer.headers['retry-after'], clock.nowMs());
      if (waitUntilMs !== undefined && (answer.status === 429 || answer.status === 503))
        gate.closeUntil(url.host, waitUntilMs);
      return answer;
    } finally {
      spent.ms += performance.now() - startedMs;
      entry.leave();
    }
  };

  const robots = makeRobotsKeeper({
    userAgent,
    clock,
    store: options.robotsStore ?? robotsInMemory(),
    get: async (url, signal) => {
      const spent = { ms: 0 };
      let at = url;
      try {
        for (let hops = 0; hops <= limits.maxRedirects; hops++) {
          const answer = await hop(
            at,
            { 'user-agent': userAgent, 'accept-encoding': ACCEPT_ENCODING },
            'none',
            spent,
            signal,
          );
          if ('busyUntilMs' in answer) return answer;
          if (!isRedirect(answer.status)) return answer;
          const next = guard.admit(answer.headers.location ?? '', at.href);
          if ('error' in next) return undefined;
          at = next;
        }
      } catch {
        // Whatever went wrong, the file is unreachable; the page's own fetch will say why in words.
      }
      return undefined;
    },
  });

  const fetch = async (address: string, request: FetchOptions = {}): Promise<Capture | FetchFailure> => {
    const kind = request.kind ?? 'typed';
    const spent: Spent = { ms: 0 };
    const redirects: { status: number; to: string }[] = [];
    let at: URL | undefined;
    const fail = (failure: Omit<FetchFailure, 'url'>): FetchFailure => ({
      url: address,
      ...(at && { finalUrl: at.href }),
      ...(redirects.length > 0 && { redirects }),
      ...failure,
    });
    try {
      const first = guard.admit(address);
      if ('error' in first) return fail(first);
      at = first;
      for (;;) {
        const delayMs = kind === 'found' ? await delayFor(at, request.signal) : 0;
        if (typeof delayMs !== 'number') return fail(delayMs);
        const headers = requestHeaders(userAgent, request, redirects.length === 0);
        const answer = await hop(at, headers, delayMs, spent, request.signal, request.form);
        if ('busyUntilMs' in answer)
          return fail({
            error: 'host-busy',
            message: `${at.host} is not to be asked before ${new Date(answer.busyUntilMs).toISOString()}.`,
            retryAtMs: answer.busyUntilMs,
          });
        if (!isRedirect(answer.status)) return outcome(answer, at, address, headers, redirects, fail);
        const next = guard.admit(answer.headers.location ?? '', at.href);
        if ('error' in next)
          return fail({ ...next, message: `${at.host} redirects to an address that is not fetched. ${next.message}` });
        if (redirects.length >= limits.maxRedirects || request.form)
          return fail({ error: 'too-many-redirects', message: `More than ${limits.maxRedirects} redirects.` });
        redirects.push({ status: answer.status, to: next.href });
        at = next;
      }
    } catch (error) {
      return fail(failureOf(error, limits, request.signal));
    }
  };

  /** The pause that the host asks for, or why its robots.txt keeps us out. */
  const delayFor = async (url: URL, signal?: AbortSignal): Promise<number | Omit<FetchFailure, 'url'>> => {
    const answer = await robots.ask(url, signal ?? AbortSignal.timeout(limits.totalMs));
    if (answer.allowed) return Math.max(limits.hostDelayMs, (answer.crawlDelaySeconds ?? 0) * 1000);
    if (answer.state === 'unreachable') {
      const denial = await guard.resolve(url.hostname, portOf(url));
      if ('error' in denial) return denial;
      const message = `The robots.txt of ${url.host} cannot be read, so nothing is fetched there for now.`;
      return { error: 'robots', message, retryAtMs: answer.expiresAtMs };
    }
    return { error: 'robots', message: `The robots.txt of ${url.host} asks not to fetch this ("${answer.rule}").` };
  };

  const outcome = (
    answer: Answer,
    at: URL,
    address: string,
    requestHeaders: Record<string, string>,
    redirects: readonly { readonly status: number; readonly to: string }[],
    fail: (failure: Omit<FetchFailure, 'url'>) => FetchFailure,
  ): Capture | FetchFailure => {
    const { status, headers, body } = answer;
    const retryAtMs = retryAfterMs(headers['retry-after'], clock.nowMs());
    if (status === 304)
      return fail({ error: 'not-modified', message: 'Nothing new since last time.', status, headers });
    if (status < 200 || status > 299 || status === 204)
      return fail({
        error: 'http-status',
        message: `${at.host} answered ${status}.`,
        status,
        headers,
        ...(retryAtMs !== undefined && { retryAtMs }),
      });
    const reservations = readReservations(headers, body, productToken(userAgent));
    return captureOf({
      origin: 'fetch',
      url: address,
      finalUrl: at.href,
      status,
      requestHeaders,
      headers,
      fetchedAtMs: clock.nowMs(),
      body,
      ...(redirects.length > 0 && { redirects }),
      ...(reservations && { reservations }),
    });
  };

  return { fetch, robots, userAgent, close: () => agent.destroy() };
}

type Spent = { ms: number };

const ACCEPT =
  'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/xml;q=0.9, application/feed+json, application/json;q=0.9, text/plain;q=0.8, */*;q=0.5';

/** Validators belong to the address they came from, so they are not sent on after a redirect. */
function requestHeaders(userAgent: string, request: FetchOptions, isFirst: boolean): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: request.accept ?? ACCEPT,
    'accept-encoding': ACCEPT_ENCODING,
    ...(isFirst && request.etag && { 'if-none-match': request.etag }),
    ...(isFirst && request.lastModified && { 'if-modified-since': request.lastModified }),
  };
}
