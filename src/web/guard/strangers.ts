import type { Context, MiddlewareHandler } from 'hono';
import type { Settings } from '../../settings.ts';
import { hostName, LOOPBACK_NAMES } from './hosts.ts';

const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

/**
 * Whether a request comes from somebody else than the reader at this machine. Nobody does until a public address is set.
 * Then only a request from this machine, under a loopback name and through no proxy, is the reader's own.
 */
export function isStranger(c: Context, settings: Settings): boolean {
  if (!settings.publicUrl) return false;
  const isLoopbackName = LOOPBACK_NAMES.has(hostName(c.req.header('host')) ?? '');
  return !isLoopbackName || PROXY_HEADERS.some((name) => c.req.header(name) !== undefined) || !isFromThisMachine(c);
}

/** The one decision on whose eyes may see an article's full text: the reader's own, never a stranger's. */
export const mayReadFullText = (c: Context, settings: Settings): boolean => !isStranger(c, settings);

/** Keeps strangers out of what only the operator does. */
export function operatorOnly(settings: Settings): MiddlewareHandler {
  return async (c, next) => {
    if (isStranger(c, settings)) return c.text('Only the operator may do this.\n', 403);
    return next();
  };
}

/** The socket's other end, as the Node adapter hands it over; a request without a socket was made in this process. */
function isFromThisMachine(c: Context): boolean {
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  const address = env?.incoming?.socket?.remoteAddress;
  return address === undefined || /^(?:::ffff:)?127\.|^::1$/.test(address);
}
