import { fold } from '../fold.ts';
import { attributesOf, type Page, textOf } from '../page/page.ts';
import { hasMark } from '../page/visible.ts';
import { BY, ROLE_NOUN } from './byline-words.ts';
import { bareName, isFullName } from './person-names.ts';

const BYLINE_MARK =
  /(?:^|[\s_-])(?:by-?line(?:s)?|authors?|author-?name|article-?author|post-?author|entry-?author|autor(?:en|in)?|writer|contributor)(?:$|[\s_-])/i;
const NOT_BYLINE =
  /bio|box|about|avatar|image|photo|follow|social|related|comment|description|twitter|email|count|link-list|footer/i;

/** Short texts of elements that mark an author: `rel=author`, `itemprop=author`, byline classes; first found wins. */
export function bylineElements(page: Page): readonly string[] {
  const marked: string[] = [];
  const classed: string[] = [];
  for (let i = 1; i < page.tag.length; i++) {
    const a = page.attributes[i];
    if (!a || page.tag[i] === 'meta' || page.tag[i] === 'link') continue;
    const isMarked =
      (a.rel !== undefined && /(?:^|\s)author(?:$|\s)/.test(a.rel)) ||
      a.itemprop === 'author' ||
      a.itemprop === 'creator';
    if (!isMarked && !(hasMark(page, i, BYLINE_MARK) && !hasMark(page, i, NOT_BYLINE))) continue;
    const text = fold(nameInside(page, i) ?? partsOf(page, i));
    if (text.length < 3 || text.length > 120 || !bareName(text)) continue;
    (isMarked ? marked : classed).push(text);
    i = page.end[i]! - 1;
  }
  return marked.length ? marked.slice(0, 6) : classed.slice(0, 1);
}

/** Characters after which an element is no byline, whatever is still in it. */
const LONGEST_LOOK = 400;

/**
 * Text of an element. Where neighbouring elements have no blank between them ("Ada Quist" "Founder") a name goes on as
 * another one, and anything else ends it.
 */
function partsOf(page: Page, node: number): string {
  let text = '';
  for (let i = node; i < page.end[node]!; i++) {
    if (page.tag[i] !== '#text') continue;
    if (text.length > LONGEST_LOOK) break;
    const part = page.text[i]!;
    if (!/[\p{L}\p{N}]$/u.test(text) || !/^\p{Lu}/u.test(part)) text += part;
    else if (BY.test(`${text} `)) text += ` ${part}`;
    else if (isFullName(fold(part)) && !ROLE_NOUN.test(part)) text += `|${part}`;
    else if (bareName(fold(text))) break;
    else text += `|${part}`;
  }
  return text;
}

/** `itemprop=name` inside an author's element holds the name alone. */
function nameInside(page: Page, node: number): string | undefined {
  for (let i = node + 1; i < page.end[node]!; i++) {
    const a = attributesOf(page, i);
    if (a.itemprop === 'name') return a.content ?? textOf(page, i);
  }
  return undefined;
}

const AUTHOR_BOX_NAME = /author.{0,40}(?:name|title|heading)|(?:^|[\s_-])byline/i;

/** The name in a box about the author, behind or before the article: every such box must name the same one. */
export function authorBoxes(page: Page): readonly string[] {
  const found = new Set<string>();
  for (let i = 1; i < page.tag.length; i++) {
    const a = page.attributes[i];
    if (!a?.class || !AUTHOR_BOX_NAME.test(a.class) || /comment|related|teaser|card|list/i.test(a.class)) continue;
    const text = fold(partsOf(page, i));
    if (text.length >= 5 && text.length <= 60 && isFullName(bareName(text))) found.add(bareName(text));
    i = page.end[i]! - 1;
  }
  return found.size === 1 ? [...found] : [];
}
