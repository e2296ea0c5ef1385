import type { Copy } from '../domain/story.ts';
import { RUN_WORDS, type Shingled, sharedText, shingled } from './shingles.ts';

/** Below this two texts merely quote the same words. */
export const LEAST_COVER = 0.15;

/** From here on one text is the other's republication. */
export const REPUBLISHED_COVER = 0.5;

/** A run that stands in more texts than this is a page's furniture or a slogan; it proposes no pair (but counts in a pair's cover). */
const MOST_TEXTS_OF_A_RUN = 60;

/** With more runs than this in all, only the least hash of every `WINDOW` neighbouring runs is indexed. */
const MOST_RUNS_KEPT = 6_000_000;
/**
 * Winnowing (Schleimer, Wilkerson, Aiken 2003): any run of `RUN_WORDS + WINDOW - 1` equal words is still found.
 */
const WINDOW = 8;

export type TextToCompare = { readonly id: string; readonly text: string };

/**
 * All pairs of texts that share at least `LEAST_COVER`, in the order of the texts.
 * Candidates come from an index of shared runs, so time grows with the text and the copies in it, not with the pairs.
 */
export function findCopies(texts: readonly TextToCompare[]): readonly Copy[] {
  const all = texts.map((text) => shingled(text.text));
  const runs = all.reduce((sum, text) => sum + text.hashes.length, 0);
  const window = runs > MOST_RUNS_KEPT ? WINDOW : 1;
  const holders = new Map<number, number[]>();
  const copies: Copy[] = [];
  for (const [j, text] of all.entries()) {
    const shared = new Map<number, number>();
    const marks = marksOf(text, window);
    for (const mark of marks) for (const i of holders.get(mark) ?? []) shared.set(i, (shared.get(i) ?? 0) + 1);
    for (const [i, marksShared] of [...shared].sort((a, b) => a[0] - b[0])) {
      const shorter = Math.min(text.words.length, all[i]!.words.length);
      // One indexed run can stand for RUN_WORDS + 2 * (WINDOW - 1) words at the most.
      if (marksShared * (RUN_WORDS + 2 * (window - 1)) < LEAST_COVER * shorter) continue;
      const { cover } = sharedText(all[i]!, text);
      if (cover >= LEAST_COVER) copies.push({ a: texts[i]!.id, b: texts[j]!.id, cover });
    }
    for (const mark of marks) {
      const list = holders.get(mark);
      if (!list) holders.set(mark, [j]);
      else if (list.length < MOST_TEXTS_OF_A_RUN) list.push(j);
    }
  }
  return copies;
}

function marksOf(text: Shingled, window: number): ReadonlySet<number> {
  if (window === 1) return new Set(text.hashes);
  const marks = new Set<number>();
  for (let i = 0; i + window <= text.hashes.length || i === 0; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (let k = i; k < Math.min(i + window, text.hashes.length); k++) least = Math.min(least, text.hashes[k]!);
    if (least !== Number.POSITIVE_INFINITY) marks.add(least);
  }
  return marks;
}
