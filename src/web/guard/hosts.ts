import type { MiddlewareHandler } from 'hono';
import type { Settings } from '../../settings.ts';

export const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Host name of a `Host` header without its port, in lower case; undefined where it is none. */
export function hostName(host: string | undefined): string | undefined {
  const match = /^(\[[0-9a-f:.]+\]|[a-z0-9.-]+)(?::\d{1,5})?$/i.exec(host ?? '');
  return match?.[1]?.toLowerCase();
}

/** Names that the site answers to. */
export function knownHosts(settings: Settings): ReadonlySet<string> {
  const names = new Set(LOOPBACK_NAMES);
  if (settings.host) names.add(settings.host.toLowerCase());
  if (URL.canParse(settings.publicUrl)) names.add(new URL(settings.publicUrl).hostname);
  return names;
}

/**
 * Answers only under the site's own names: a page elsewhere that points its own name at 127.0.0.1
 * (DNS rebinding) would otherwise read the whole archive as if it were its own.
 */
export function ownHostsOnly(settings: Settings): MiddlewareHandler {
  const names = knownHosts(settings);
  return async (c, next) => {
    const name = hostName(c.req.header('host'));
    if (!name || !names.has(name)) return c.text('This server does not answer to that name.\n', 421);
    await next();
  };
}
