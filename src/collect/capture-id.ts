import type { Capture } from '../domain/capture.ts';
import { sha256, shortHash } from '../domain/ids.ts';

/** A capture with its identity: the same bytes under the same address are the same capture. */
export function captureOf(facts: Omit<Capture, 'id' | 'sha256'>): Capture {
  const hash = sha256(facts.body);
  return { id: shortHash(facts.finalUrl ?? facts.url ?? '', hash), sha256: hash, ...facts };
}
