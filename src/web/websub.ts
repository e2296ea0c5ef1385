import type { Hono } from 'hono';
import { atMost } from './forms.ts';
import type { SiteHouse } from './house.ts';

const MAX_PUSH_BYTES = 2_000_000;

/**
 * The callback of WebSub hubs. It stands before the guard of changes, because a hub is no page of this site: its token
 * is unguessable, and all that a push can do is hasten a guarded poll.
 */
export function hubRoutes(site: Hono, house: SiteHouse): void {
  const answer = async (
    method: string,
    url: string,
    token: string,
    signature: string | undefined,
    body: Uint8Array,
  ) => {
    const { status, body: words } = await house.answerHub({
      method,
      token,
      query: new URL(url).searchParams,
      signature,
      body,
    });
    return new Response(words, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  };
  site.get('/websub/:token', (c) => answer('GET', c.req.url, c.req.param('token'), undefined, new Uint8Array()));
  site.post('/websub/:token', atMost(MAX_PUSH_BYTES), async (c) =>
    answer(
      'POST',
      c.req.url,
      c.req.param('token'),
      c.req.header('x-hub-signature'),
      new Uint8Array(await c.req.arrayBuffer()),
    ),
  );
}
