import type { Context, Hono } from 'hono';
import { readOpml, writeOpml } from '../collect/opml.ts';
import { starterIssuers, starterOutlets, starterSources } from '../collect/outlets/starter.ts';
import type { NewSource, SourceKind } from '../domain/ports/sources.ts';
import { sourcePath } from './addresses.ts';
import { answerPage } from './answer.ts';
import { atMost, fieldsOf, smallForm } from './forms.ts';
import { operatorOnly } from './guard/strangers.ts';
import type { SiteHouse } from './house.ts';
import { unknownPage } from './pages/absent.ts';
import { type FollowedView, followedPage } from './pages/followed.ts';
import { foundFeedsPage } from './pages/found-feeds.ts';
import { sourcePage } from './pages/source.ts';
import { starterPage } from './pages/starter.ts';
import { changesOf } from './source-form.ts';

const MAX_OPML_BYTES = 5_000_000;
const MAX_STARTER_FORM_BYTES = 256_000;

/** Following feeds: finding, choosing, how each is doing. The operator's alone. */
export function followingRoutes(site: Hono, house: SiteHouse): void {
  const { settings, sources, clock } = house;
  const operator = operatorOnly(settings);

  const followed = async (c: Context, problem?: FollowedView['problem']) =>
    answerPage(
      c,
      house,
      followedPage({
        sources: await sources.sources(),
        nowMs: clock.nowMs(),
        publicUrl: settings.publicUrl,
        starter: {
          outlets: starterOutlets.length,
          issuers: starterIssuers.length,
          countries: new Set(starterOutlets.map(({ country }) => country)).size,
        },
        ...(problem ? { problem } : {}),
      }),
      problem ? 400 : 200,
    );
  const knownAddresses = async () => new Set((await sources.sources()).map(({ url }) => url));

  site.get('/sources/feeds', operator, (c) => followed(c));

  site.get('/sources/find', operator, async (c) => {
    const typed = (c.req.query('address') ?? '').trim();
    if (!typed) return followed(c, { form: 'find', sentence: 'Give the address of a site or a feed.', typed });
    const found = await house.findFeeds(typed);
    if ('error' in found) return followed(c, { form: 'find', sentence: found.message, typed });
    return answerPage(c, house, foundFeedsPage(typed, found, await knownAddresses()));
  });

  site.post('/sources/follow', operator, smallForm, async (c) => {
    const { url, kind, name, homepage, folder, language, country } = await fieldsOf(c, [
      ...(['url', 'kind', 'name', 'homepage', 'folder', 'language', 'country'] as const),
    ]);
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      return followed(c, { form: 'find', sentence: 'The address must begin with http:// or https://.', typed: url });
    const { id } = await sources.addSource(
      {
        ...{ url, kind: (kind === 'sitemap' ? 'sitemap' : 'feed') satisfies SourceKind },
        ...{ name: name || new URL(url).hostname, homepage: homepage || null, folder: folder || null },
        ...{ language: language || null, country: country || null, owner: null },
      },
      clock.nowMs(),
    );
    return c.redirect(sourcePath(id), 303);
  });

  site.post('/sources/opml', operator, atMost(MAX_OPML_BYTES), async (c) => {
    const { opml } = await c.req.parseBody();
    if (!(opml instanceof File) || opml.size === 0)
      return followed(c, { form: 'list', sentence: 'Choose an OPML file.', typed: '' });
    const listed = readOpml(new Uint8Array(await opml.arrayBuffer()));
    if ('error' in listed) return followed(c, { form: 'list', sentence: listed.message, typed: '' });
    await followAll(listed as readonly NewSource[]);
    return c.redirect('/sources/feeds', 303);
  });

  site.get('/sources/feeds.opml', operator, async (c) =>
    c.body(writeOpml(await sources.sources(), 'Stemma'), 200, {
      'content-type': 'text/x-opml; charset=utf-8',
      'content-disposition': 'attachment; filename="stemma.opml"',
    }),
  );

  site.get('/sources/starter', operator, async (c) =>
    answerPage(c, house, starterPage(starterSources(), await knownAddresses())),
  );

  site.post('/sources/starter', operator, atMost(MAX_STARTER_FORM_BYTES), async (c) => {
    const form = await c.req.parseBody({ all: true });
    const chosen = (name: string) => new Set([form[name]].flat().filter((value) => typeof value === 'string'));
    const [urls, folders] = [chosen('url'), chosen('folder')];
    await followAll(starterSources().filter((source) => urls.has(source.url) || folders.has(source.folder ?? '')));
    return c.redirect('/sources/feeds', 303);
  });

  const followAll = async (list: readonly NewSource[]): Promise<void> => {
    for (const source of list) await sources.addSource(source, clock.nowMs());
  };

  const showSource = async (c: Context, id: string, problem?: string) => {
    const source = await sources.source(id);
    if (!source) return answerPage(c, house, unknownPage(), 404);
    const [freshness, cost] = await Promise.all([sources.freshness(id), sources.cost(id)]);
    const view = { source, freshness, cost, nowMs: clock.nowMs(), ...(problem ? { problem } : {}) };
    return answerPage(c, house, sourcePage(view), problem ? 400 : 200);
  };

  site.get('/source/:id', operator, (c) => showSource(c, c.req.param('id')));

  site.post('/source/:id', operator, smallForm, async (c) => {
    const id = c.req.param('id');
    const changes = changesOf(
      await fieldsOf(c, ['name', 'folder', 'language', 'country', 'owner', 'fullText', 'retention']),
    );
    if (typeof changes === 'string') return showSource(c, id, changes);
    await sources.changeSource(id, changes);
    return c.redirect(sourcePath(id), 303);
  });

  for (const [name, changes] of [
    ['pause', () => ({ paused: true })],
    ['resume', () => ({ paused: false, dueAtMs: clock.nowMs() })],
    ['ask', () => ({ dueAtMs: clock.nowMs() })],
  ] as const)
    site.post(`/source/:id/${name}`, operator, smallForm, async (c) => {
      await sources.changeSource(c.req.param('id'), changes());
      return c.redirect(sourcePath(c.req.param('id')), 303);
    });

  site.post('/source/:id/remove', operator, smallForm, async (c) => {
    await sources.removeSource(c.req.param('id'));
    return c.redirect('/sources/feeds', 303);
  });
}
