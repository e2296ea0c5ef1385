import type { Hono } from 'hono';
import type { ArticlePage, SearchTab } from '../domain/ports/pages.ts';
import { actorPath, articlePath, statementPath, storylinePath, storyPath } from './addresses.ts';
import { answerFound, answerPage } from './answer.ts';
import { isStranger, mayReadFullText, operatorOnly } from './guard/strangers.ts';
import type { SiteHouse } from './house.ts';
import { aboutPage, imprintPage } from './pages/about.ts';
import { actorPage } from './pages/actor.ts';
import { articlePage } from './pages/article.ts';
import { latestPage } from './pages/latest.ts';
import { searchPage } from './pages/search.ts';
import { settingsPage } from './pages/settings.ts';
import { statementPage } from './pages/statement.ts';
import { storiesPage } from './pages/stories.ts';
import { storyPage } from './pages/story.ts';
import { storylinePage } from './pages/storyline.ts';
import { copiedFrom } from './parts/chain.ts';
import { parseSearch, toQuery } from './search-syntax.ts';

/** Rows on one page of a list. */
const STORIES_SHOWN = 40;
const ARTICLES_SHOWN = 60;
const HITS_SHOWN = 40;

/** The reader on this machine. */
export const LOCAL_READER = 'local';

/** Pages that only show. */
export function readingRoutes(site: Hono, house: SiteHouse): void {
  const { pages, settings } = house;

  site.get('/', async (c) => {
    const after = c.req.query('after');
    const stranger = isStranger(c, settings);
    const stories = await pages.stories({
      limit: STORIES_SHOWN,
      ...(after ? { after } : {}),
      ...(stranger ? {} : { reader: LOCAL_READER }),
    });
    const demoPresent = (await house.demo.state()) === 'present';
    return answerPage(c, house, storiesPage(stories, { ...(after ? { after } : {}), demoPresent, stranger }));
  });

  site.get('/latest', async (c) => {
    const after = c.req.query('after');
    return answerPage(
      c,
      house,
      latestPage(await pages.latest({ limit: ARTICLES_SHOWN, ...(after ? { after } : {}) }), after),
    );
  });

  site.get('/story/:id', async (c) =>
    answerFound(c, house, await pages.story(c.req.param('id')), storyPath, storyPage),
  );

  site.get('/storyline/:id', async (c) =>
    answerFound(c, house, await pages.storyline(c.req.param('id')), storylinePath, storylinePage),
  );

  site.get('/article/:id', async (c) => {
    const id = c.req.param('id');
    const against = c.req.query('against');
    const other = against ? await pages.article(id, against) : undefined;
    return answerFound(c, house, await pages.article(id, c.req.query('revision')), articlePath, (article) =>
      articlePage({
        article,
        fullText: mayReadFullText(c, settings),
        showFurniture: c.req.query('furniture') !== undefined,
        ...(other?.state === 'here' && mayReadFullText(c, settings) ? { against: other.page } : {}),
      }),
    );
  });

  site.get('/statement/:id', async (c) =>
    answerFound(c, house, await pages.statement(c.req.param('id')), statementPath, async (page) => {
      const originals = new Map<string, ArticlePage>();
      for (const { fromArticle } of copiedFrom(page.article.lineage)) {
        const original = fromArticle ? await pages.article(fromArticle) : undefined;
        if (original?.state === 'here') originals.set(original.page.line.id, original.page);
      }
      return statementPage({ page, originals, own: !isStranger(c, settings) });
    }),
  );

  site.get('/actor/:id', async (c) =>
    answerFound(c, house, await pages.actor(c.req.param('id')), actorPath, (actor) =>
      actorPage({ actor, known: house.knownActor(actor.id, actor.demo), own: !isStranger(c, settings) }),
    ),
  );

  site.get('/search', async (c) => {
    const asked = (c.req.query('q') ?? '').trim().slice(0, 1000);
    const tab = tabOf(c.req.query('tab'));
    const after = c.req.query('after');
    const line = parseSearch(asked);
    const answer = asked ? await pages.search(toQuery(line, tab, HITS_SHOWN, after)) : undefined;
    return answerPage(
      c,
      house,
      searchPage({ asked, line, tab, ...(after ? { after } : {}), ...(answer ? { answer } : {}) }),
    );
  });

  site.get('/about', (c) => answerPage(c, house, aboutPage()));
  site.get('/imprint', async (c) => answerPage(c, house, imprintPage(await house.imprint(), settings.contact)));
  site.get('/settings', operatorOnly(settings), (c) => answerPage(c, house, settingsPage(settings)));
}

const tabOf = (tab: string | undefined): SearchTab => (tab === 'statements' || tab === 'actors' ? tab : 'articles');
