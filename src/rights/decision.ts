import type { Notice } from '../domain/notice.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { Queue } from '../domain/ports/queue.ts';
import { removeArticle } from './removal.ts';

type Ports = { readonly archive: Archive; readonly queue: Queue; readonly clock: Clock };

/** What a decision did; undefined where there is no such open notice. `removed`: ids of the articles that are gone. */
export type Decision = { readonly notice: Notice; readonly removed: readonly string[] };

/**
 * Decides an open notice. Granting a takedown removes every article that it names, before the decision is written down,
 * so that a crash between the two leaves the notice open and not the article in place.
 */
export async function decideNotice(
  ports: Ports,
  id: string,
  state: 'granted' | 'refused',
  reason: string,
): Promise<Decision | undefined> {
  const { archive, clock } = ports;
  const notice = await archive.notice(id);
  if (notice?.state !== 'open') return undefined;
  const removed: string[] = [];
  if (state === 'granted' && notice.kind === 'takedown')
    for (const article of await archive.articlesNamed(notice.about))
      if (await removeArticle(ports, article, reason, id)) removed.push(article);
  const decided: Notice = { ...notice, state, decision: reason, decidedAtMs: clock.nowMs() };
  await archive.keepNotice(decided);
  return { notice: decided, removed };
}
