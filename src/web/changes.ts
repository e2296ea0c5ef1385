import type { Hono } from 'hono';
import { isNotice, keepNewNotice, noticeFromFields } from '../rights/notices.ts';
import { articlePath } from './addresses.ts';
import { answerPage } from './answer.ts';
import { fieldsOf, smallForm } from './forms.ts';
import { isStranger, operatorOnly } from './guard/strangers.ts';
import type { SiteHouse } from './house.ts';
import { unknownPage } from './pages/absent.ts';
import { noticePage, noticeReceipt, noticesPage } from './pages/notices.ts';
import { LOCAL_READER } from './reading.ts';

/** Notices, removal, and what the reader has seen. */
export function changeRoutes(site: Hono, house: SiteHouse): void {
  const { archive, settings, clock } = house;
  const operator = operatorOnly(settings);

  site.get('/notice', (c) => answerPage(c, house, noticePage({ about: c.req.query('about') ?? '' })));

  site.post('/notice', smallForm, async (c) => {
    const draft = await fieldsOf(c, ['kind', 'from', 'contact', 'about', 'words']);
    const notice = noticeFromFields(draft, clock.nowMs());
    if (!isNotice(notice)) return answerPage(c, house, noticePage(draft, notice.message), 400);
    await keepNewNotice(archive, notice);
    return c.redirect(`/notice/${notice.id}`, 303);
  });

  site.get('/notice/:id', async (c) => {
    const notice = await archive.notice(c.req.param('id'));
    return notice ? answerPage(c, house, noticeReceipt(notice)) : answerPage(c, house, unknownPage(), 404);
  });

  site.get('/notices', async (c) =>
    answerPage(
      c,
      house,
      noticesPage(await archive.notices(), { nowMs: clock.nowMs(), operator: !isStranger(c, settings) }),
    ),
  );

  site.post('/notices/:id', operator, smallForm, async (c) => {
    const id = c.req.param('id');
    const { decision, reason } = await fieldsOf(c, ['decision', 'reason']);
    if (!reason || (decision !== 'grant' && decision !== 'refuse'))
      return c.text('A decision is to grant or to refuse, with a reason.\n', 400);
    const decided = decision === 'grant' ? await house.grantNotice(id, reason) : await house.refuseNotice(id, reason);
    return decided ? c.redirect(`/notices#n-${id}`, 303) : answerPage(c, house, unknownPage(), 404);
  });

  site.post('/article/:id/remove', operator, smallForm, async (c) => {
    const id = c.req.param('id');
    const { reason } = await fieldsOf(c, ['reason']);
    if (!reason) return c.text('A removal needs a reason.\n', 400);
    const removed = await house.removeArticle(id, reason);
    return removed ? c.redirect(articlePath(id), 303) : answerPage(c, house, unknownPage(), 404);
  });

  site.post('/seen', operator, smallForm, async (c) => {
    const { story } = await c.req.parseBody({ all: true });
    const stories = [story].flat().filter((id): id is string => typeof id === 'string');
    await archive.markSeen(LOCAL_READER, stories, clock.nowMs());
    return c.redirect('/', 303);
  });
}
