import { Hono } from 'hono';
import { answerPage } from './answer.ts';
import { changeRoutes } from './changes.ts';
import { correctingRoutes } from './correcting.ts';
import { feedRoutes } from './feeds.ts';
import { followingRoutes } from './following.ts';
import { ownChangesOnly } from './guard/changes.ts';
import { safeHeaders } from './guard/headers.ts';
import { ownHostsOnly } from './guard/hosts.ts';
import type { SiteHouse } from './house.ts';
import { intakeRoutes } from './intake.ts';
import { brokenPage, unknownPage } from './pages/absent.ts';
import { readingRoutes } from './reading.ts';
import { icon, stylesheet, stylesheetPath } from './stylesheet.ts';
import { hubRoutes } from './websub.ts';

/** The whole site over what the house offers. No answer carries a stack trace; what broke is told to `house.trouble`. */
export function makeSite(house: SiteHouse): Hono {
  const site = new Hono();
  site.use(safeHeaders, ownHostsOnly(house.settings));
  hubRoutes(site, house);
  site.use(ownChangesOnly(house.settings));
  site.get(stylesheetPath, (c) =>
    c.body(stylesheet, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': FOR_GOOD }),
  );
  site.get('/icon.svg', (c) =>
    c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' }),
  );
  feedRoutes(site, house);
  readingRoutes(site, house);
  followingRoutes(site, house);
  intakeRoutes(site, house);
  changeRoutes(site, house);
  correctingRoutes(site, house);
  site.notFound((c) => answerPage(c, house, unknownPage(), 404));
  site.onError((error, c) => {
    house.trouble(error, c.req.path);
    return answerPage(c, house, brokenPage(), 500);
  });
  return site;
}

const FOR_GOOD = 'public, max-age=31536000, immutable';
