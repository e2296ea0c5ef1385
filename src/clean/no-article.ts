import type { NoArticle } from '../domain/article.ts';
import type { Draft } from './draft.ts';
import type { Page } from './page/page.ts';

/** Fewest letters and digits that make an article; shorter ones in the development sets are galleries and videos. */
const FEWEST_CHARS = 25;

/** Looking further into a text tells nothing more about whether there is one. */
const LONG_ENOUGH = 1000;

/** Why a cleaned draft holds no article; undefined where it does. */
export function whyNoArticle(draft: Draft, text: string): NoArticle | undefined {
  if (text.length > LONG_ENOUGH && draft.kind === 'text') return undefined;
  const chars = text.slice(0, LONG_ENOUGH).replace(/[^\p{L}\p{N}]/gu, '').length;
  if (draft.kind === 'text')
    return chars > 0
      ? undefined
      : { error: 'no-article', message: 'There is nothing in this text but page furniture.' };
  const page = draft.evidence!.page;
  const has = (tag: string) => page.tag.includes(tag);
  if (has('frameset'))
    return {
      error: 'frameset',
      message: 'This page only frames other pages; give the address of the frame with the article.',
    };
  if (chars < ENOUGH_BESIDE_A_LOGIN && hasPassword(page))
    return { error: 'login-wall', message: 'This page asks for a login; the article is behind it.' };
  if (chars >= FEWEST_CHARS) return undefined;
  if (draft.blocks.length === 0) return { error: 'empty', message: 'There is no text on this page.' };
  return { error: 'no-article', message: 'There is text on this page, but no article.' };
}

/** A page with more text than this shows its article, whatever it asks for beside it. */
const ENOUGH_BESIDE_A_LOGIN = 250;

const hasPassword = (page: Page) =>
  page.attributes.some((a, node) => page.tag[node] === 'input' && a?.type?.toLowerCase() === 'password');
