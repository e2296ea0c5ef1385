import type { Capture } from '../domain/capture.ts';
import { type Archive, type KeptCapture, PROGRAM_FAILED } from '../domain/ports/archive.ts';
import type { Queue } from '../domain/ports/queue.ts';

/**
 * Keeps a capture and puts it on the line. A capture that is known already changes nothing, unless its way was
 * interrupted: then it goes on from where it was.
 */
export async function takeIn(
  { archive, queue }: { readonly archive: Archive; readonly queue: Queue },
  capture: Capture,
  options: { readonly demo?: boolean } = {},
): Promise<KeptCapture> {
  const kept = await archive.keepCapture(capture, options);
  if (kept.outcome === 'refused') return kept;
  const known = kept.outcome === 'known' ? await archive.outcome(kept.id) : undefined;
  if (known?.state === 'article') {
    if (!known.placed) await queue.push('read', known.article);
    return kept;
  }
  if (known?.state === 'failed') {
    if (known.error !== PROGRAM_FAILED) return kept;
    await archive.forgetFailure(kept.id);
  }
  await queue.push('clean', kept.id);
  return kept;
}
