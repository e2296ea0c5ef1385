import { type Fetcher, makeFetcher, userAgentOf } from '../collect/fetch.ts';
import { makeGuard } from '../collect/guard.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Settings } from '../settings.ts';

/** The one fetcher of a process, from the settings: every connection the program makes on its own goes through it. */
export function fetcherOf(settings: Settings, clock: Clock, version: string): Fetcher {
  return makeFetcher({
    guard: makeGuard({ allowNetworks: settings.allowNetworks }),
    clock,
    userAgent: userAgentOf(version, settings.contact),
    limits: {
      totalMs: settings.fetchTimeoutMs,
      maxWireBytes: settings.maxHtmlBytes,
      maxBodyBytes: settings.maxHtmlBytes,
    },
  });
}

/** True for what is meant as an address rather than a file. */
export const isAddress = (operand: string): boolean => /^https?:\/\//i.test(operand);
