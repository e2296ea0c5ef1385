import { type Fetcher, makeFetcher, userAgentOf } from '../collect/fetch.ts';
import { makeGuard } from '../collect/guard.ts';
import type { RobotsStore } from '../collect/robots-keeper.ts';
import type { Clock } from '../domain/ports/clock.ts';

/** The settings that a fetcher heeds. */
export type FetchSettings = {
  readonly allowNetworks: string;
  readonly contact: string;
  readonly fetchTimeoutMs: number;
  readonly maxHtmlBytes: number;
};

/** The one fetcher of a process, from the settings: every connection the program makes on its own goes through it. */
export function fetcherOf(settings: FetchSettings, clock: Clock, version: string, robotsStore?: RobotsStore): Fetcher {
  return makeFetcher({
    guard: makeGuard({ allowNetworks: settings.allowNetworks }),
    clock,
    userAgent: userAgentOf(version, settings.contact),
    limits: {
      totalMs: settings.fetchTimeoutMs,
      maxWireBytes: settings.maxHtmlBytes,
      maxBodyBytes: settings.maxHtmlBytes,
    },
    ...(robotsStore && { robotsStore }),
  });
}
