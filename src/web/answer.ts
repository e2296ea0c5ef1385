import type { Context } from 'hono';
import type { Found } from '../domain/ports/pages.ts';
import { frame, type Page } from './frame.ts';
import type { SiteHouse } from './house.ts';
import { removedPage, unknownPage } from './pages/absent.ts';

type Status = 200 | 400 | 404 | 410 | 413 | 500 | 502;

/** Frames a page and answers with it. */
export const answerPage = async (
  c: Context,
  house: Pick<SiteHouse, 'version'>,
  page: Page,
  status: Status = 200,
): Promise<Response> => c.html(await frame(page, house.version), status);

/** Answers with what was found: the page, 410 for what was removed, 301 to where it moved, 404 for what never was. */
export async function answerFound<T>(
  c: Context,
  house: SiteHouse,
  found: Found<T>,
  pathOf: (id: string) => string,
  show: (page: T) => Page | Promise<Page>,
): Promise<Response> {
  if (found.state === 'here') return answerPage(c, house, await show(found.page));
  if (found.state === 'moved') return c.redirect(pathOf(found.to), 301);
  return found.state === 'removed'
    ? answerPage(c, house, removedPage(found.onMs), 410)
    : answerPage(c, house, unknownPage(), 404);
}
