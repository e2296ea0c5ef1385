import type { KeptReading, RevisionToRead } from '../domain/ports/archive.ts';
import type { RereadingRun, RereadingScope } from '../domain/ports/rereading.ts';
import type { Reading } from '../domain/reading.ts';
import type { ArticleToRead } from '../read/read.ts';
import { type LinePorts, readRevision } from './steps.ts';

export type RereadOptions = {
  /** Called when the run begins (or goes on), with what was done before. */
  readonly onBegin?: (run: RereadingRun) => void;
  /** Called after each article; `kept` is undefined where its reading was stopped. */
  readonly onArticle?: (revision: RevisionToRead, kept: KeptReading | undefined) => Promise<void> | void;
  /** Told of an article whose reading was stopped or failed, with the reason in words; its earlier reading stays. */
  readonly onFailure?: (revision: RevisionToRead, reason: string) => void;
  /** Ends after the article at hand; the same scope again goes on from there. */
  readonly signal?: AbortSignal;
};

/**
 * Reads articles of the archive again with the present reader and knowledge, one after another, so that memory does not grow with their
 * number. Each article is one commit with its count, so that it can be killed at any moment and goes on where it was. Undefined where
 * it was told to stop. What changed is put on the line, to have its place looked at and its storyline grouped again.
 */
export async function reread(
  { archive, stages }: Pick<LinePorts, 'archive' | 'stages'>,
  scope: RereadingScope,
  options: RereadOptions = {},
): Promise<RereadingRun | undefined> {
  const knowledge = await knowledgeNow(stages);
  const run = await archive.beginRereading({ scope, reader: stages.reader, knowledge });
  options.onBegin?.(run);
  for (;;) {
    if (options.signal?.aborted) return undefined;
    const revision = await archive.nextToReread(run.id);
    if (!revision) return archive.endRereading(run.id);
    let reading: Reading | undefined;
    try {
      reading = await readRevision(stages, revision);
    } catch (error) {
      options.onFailure?.(revision, error instanceof Error ? error.message : String(error));
    }
    const kept = await archive.keepRereading(run.id, revision.id, reading);
    await options.onArticle?.(revision, kept);
  }
}

/** The number that a reading of this moment carries: what ships and what was imported. */
async function knowledgeNow(stages: Pick<LinePorts['stages'], 'read' | 'knowledge'>): Promise<number> {
  const { knowledge } = await stages.read(NO_WORDS, false);
  return knowledge ?? stages.knowledge;
}

const NO_WORDS: ArticleToRead = {
  ...{ id: '', text: '', title: null, published: null, outlet: null, url: null, agency: null, dateline: null },
  ...{ chain: [], language: null },
};
