import type { Span } from '../domain/span.ts';
import { type PlacedWord, placedWords } from './words.ts';

/** Shorter runs of equal words are idiom and names; eight in a row are copied. */
export const RUN_WORDS = 8;

/** A text cut into its runs of eight words; `hashes[i]` is the run that starts at word `i`. */
export type Shingled = {
  readonly words: readonly PlacedWord[];
  readonly hashes: Float64Array;
  /** The same, ascending: whether two texts share anything is told by one walk along both. */
  readonly sorted: Float64Array;
};

export function shingled(text: string): Shingled {
  const words = placedWords(text);
  const wordHashes = new Uint32Array(words.length);
  for (const [i, word] of words.entries()) wordHashes[i] = hashOf(word.form);
  const runs = Math.max(0, words.length - RUN_WORDS + 1);
  const hashes = new Float64Array(runs);
  for (let i = 0; i < runs; i++) {
    let high = 0x811c9dc5;
    let low = 0x01000193;
    for (let k = i; k < i + RUN_WORDS; k++) {
      high = Math.imul(high ^ wordHashes[k]!, 0x85ebca6b);
      high ^= high >>> 15;
      low = Math.imul(low + wordHashes[k]!, 0xc2b2ae35);
      low ^= low >>> 13;
    }
    // 53 bits: two different runs of a million articles practically never meet.
    hashes[i] = (high >>> 0) * 0x200000 + (low >>> 11);
  }
  return { words, hashes, sorted: hashes.toSorted() };
}

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

export type Shared = {
  /** Share (0..1) of the shorter text's words that stand, in runs of eight or more, in the other. */
  readonly cover: number;
  /** The longest run, in the first text; null where none is shared. */
  readonly longest: Span | null;
};

/** Exact, in time linear in both texts. */
export function sharedText(a: Shingled, b: Shingled): Shared {
  const common = runsInBoth(a.sorted, b.sorted);
  if (common.size === 0) return { cover: 0, longest: null };
  const aIsShorter = a.words.length <= b.words.length;
  const inFirst = runsOf(a, common);
  const covered = aIsShorter ? inFirst : runsOf(b, common);
  const shorter = aIsShorter ? a : b;
  let best: readonly [number, number] | null = null;
  for (const run of inFirst) if (!best || run[1] - run[0] > best[1] - best[0]) best = run;
  return {
    cover: covered.reduce((sum, [from, to]) => sum + to - from, 0) / shorter.words.length,
    longest: best && [a.words[best[0]]!.start, a.words[best[1] - 1]!.end],
  };
}

/** One walk along two ascending lists; most pairs of articles share nothing, and then nothing is built. */
function runsInBoth(a: Float64Array, b: Float64Array): ReadonlySet<number> {
  const common = new Set<number>();
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const difference = a[i]! - b[j]!;
    if (difference === 0) common.add(a[i]!);
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return common;
}

/** Stretches of words, `[from, to)` by number, that other texts with these runs hold too. */
function runsOf(text: Shingled, others: ReadonlySet<number>): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (let i = 0; i < text.hashes.length; i++) {
    if (!others.has(text.hashes[i]!)) continue;
    const last = runs.at(-1);
    if (last && i <= last[1]) last[1] = i + RUN_WORDS;
    else runs.push([i, i + RUN_WORDS]);
  }
  return runs;
}
