import type { MiddlewareHandler } from 'hono';
import type { Settings } from '../../settings.ts';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Lets a change through only from a page of this site. Browsers send `Sec-Fetch-Site` and, with every POST, `Origin`;
 * a request with neither is not from a page and is refused as well.
 */
export function ownChangesOnly(settings: Settings): MiddlewareHandler {
  const publicOrigin = URL.canParse(settings.publicUrl) ? new URL(settings.publicUrl).origin : undefined;
  return async (c, next) => {
    if (READING.has(c.req.method)) return next();
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    const isOwnOrigin =
      origin !== undefined && (origin === `http://${c.req.header('host')}` || origin === publicOrigin);
    const allowed =
      (site ?? 'same-origin') === 'same-origin' && (origin === undefined ? site !== undefined : isOwnOrigin);
    if (!allowed) return c.text('A change must come from a page of this site.\n', 403);
    return next();
  };
}
