import { type Fetcher, type FetchLimits, makeFetcher, userAgentOf } from '../collect/fetch.ts';
import { makeGuard } from '../collect/guard.ts';
import type { RobotsStore } from '../collect/robots-keeper.ts';
import type { Clock } from '../domain/ports/clock.ts';

/** The settings that a fetcher heeds. */
export type FetcherSettings = {
  readonly allowNetworks: string;
  readonly contact: string;
  readonly fetch: Partial<FetchLimits>;
};

/** The one fetcher of a process, from the settings: every connection the program makes on its own goes through it. */
export function fetcherOf(
  settings: FetcherSettings,
  clock: Clock,
  version: string,
  robotsStore?: RobotsStore,
): Fetcher {
  return makeFetcher({
    guard: makeGuard({ allowNetworks: settings.allowNetworks }),
    clock,
    userAgent: userAgentOf(version, settings.contact),
    limits: settings.fetch,
    ...(robotsStore && { robotsStore }),
  });
}
