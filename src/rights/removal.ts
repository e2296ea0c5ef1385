import type { Archive, Removal } from '../domain/ports/archive.ts';
import { groupRef, type Queue } from '../domain/ports/queue.ts';

type Ports = { readonly archive: Archive; readonly queue: Queue };

/**
 * Removes an article with all that rests on it, leaves a tombstone, and has what is left of its storyline grouped again.
 * Undefined where there is no such article.
 */
export async function removeArticle(
  { archive, queue }: Ports,
  article: string,
  reason: string,
  notice?: string,
): Promise<Removal | undefined> {
  const removal = await archive.removeArticle(article, reason, notice);
  if (removal?.storyline) await queue.push('relate', groupRef(removal.storyline));
  return removal;
}
