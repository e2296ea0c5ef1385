import { fold } from '../fold.ts';
import { attributesOf, type Page, textOf } from '../page/page.ts';

/** What a page says of itself in `meta`, `link` and `title` elements: first value of each name, names in lower case. */
export type Head = {
  readonly title: string | undefined;
  readonly meta: ReadonlyMap<string, string>;
  /** All values of a repeated name, such as `article:author`. */
  readonly all: ReadonlyMap<string, readonly string[]>;
  readonly links: ReadonlyMap<string, string>;
  readonly language: string | undefined;
};

/** Reads the head in one pass; `meta` elements that stand in the body count too. */
export function readHead(page: Page): Head {
  const meta = new Map<string, string>();
  const all = new Map<string, string[]>();
  const links = new Map<string, string>();
  let title: string | undefined;
  let language: string | undefined;
  for (let i = 1; i < page.tag.length; i++) {
    const tag = page.tag[i];
    if (tag === '#text') continue;
    if (tag === 'html') language ??= attributesOf(page, i).lang;
    else if (tag === 'title')
      title ??= page.tag[page.parent[i]!] === 'svg' ? undefined : fold(textOf(page, i)) || undefined;
    else if (tag === 'meta') {
      const a = attributesOf(page, i);
      const value = fold(a.content ?? '');
      const name = (a.property ?? a.name ?? a.itemprop ?? a['http-equiv'])?.toLowerCase().trim();
      if (!name || !value) continue;
      if (!meta.has(name)) meta.set(name, value);
      const values = all.get(name);
      if (values) values.push(value);
      else all.set(name, [value]);
    } else if (tag === 'link') {
      const a = attributesOf(page, i);
      for (const rel of (a.rel ?? '').toLowerCase().split(/\s+/))
        if (rel && a.href && !links.has(rel)) links.set(rel, a.href.trim());
    }
  }
  return { title, meta, all, links, language };
}
