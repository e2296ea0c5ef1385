import type { ReadArticle } from '../domain/read-article.ts';
import type { Lineage } from '../domain/story.ts';
import { findCopies, REPUBLISHED_COVER } from './copies.ts';

/** Articles that are one text republished, by the id that stands for the family; an article that nobody copied is alone in its own. */
export function familiesOf(
  articles: readonly ReadArticle[],
  lineage: readonly Lineage[] = [],
): ReadonlyMap<string, string> {
  const above = new Map(articles.map((article) => [article.id, article.id]));
  const root = (id: string): string => {
    let at = id;
    while (above.get(at) !== at) at = above.get(at)!;
    return at;
  };
  const join = (a: string, b: string) => {
    const [x, y] = [root(a), root(b)].toSorted() as [string, string];
    above.set(y, x);
  };
  for (const { a, b, cover } of findCopies(articles)) if (cover >= REPUBLISHED_COVER) join(a, b);
  for (const row of lineage)
    if (row.kind === 'republishes' && row.fromArticle && above.has(row.article) && above.has(row.fromArticle))
      join(row.article, row.fromArticle);
  return new Map(articles.map((article) => [article.id, root(article.id)]));
}
