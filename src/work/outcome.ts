import type { Archive } from '../domain/ports/archive.ts';
import type { Queue } from '../domain/ports/queue.ts';

/** What became of a capture: its article, the reason in words why there is none, or that it is still on the line. */
export type Outcome = { readonly article: string } | { readonly failure: string } | { readonly waiting: true };

const POLL_MS = 60;
/** As long as a reader waits for a page. */
const PATIENCE_MS = 8000;
const GONE = 'It was removed from here on request and stays out.';

/** Waits until the capture's article is read and has its place, or has failed, or patience ends. */
export async function awaitOutcome(
  { archive, queue }: { readonly archive: Archive; readonly queue: Queue },
  capture: string,
  options: { readonly patienceMs?: number } = {},
): Promise<Outcome> {
  const until = performance.now() + (options.patienceMs ?? PATIENCE_MS);
  for (;;) {
    const outcome = await archive.outcome(capture);
    if (!outcome) return { failure: GONE };
    if (outcome.state === 'failed') return { failure: outcome.message };
    if (outcome.state === 'article') {
      if (outcome.placed) return { article: outcome.article };
      // Reading or placing it was given up: the clean text is there all the same.
      const isGivenUp =
        (await queue.failure('read', outcome.article)) ?? (await queue.failure('relate', outcome.article));
      if (isGivenUp !== undefined) return { article: outcome.article };
    }
    if (performance.now() >= until) return { waiting: true };
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}
