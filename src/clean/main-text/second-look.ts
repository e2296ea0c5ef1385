import type { Containers } from './container-features.ts';
import { FEATURES } from './features.ts';
import type { PageText } from './page-text.ts';

/** What a first guess about the blocks around says about each: added to a row for the second forest. */
export const SECOND_FEATURES = [
  'guess',
  'guessPrevious',
  'guessPrevious2',
  'guessNext',
  'guessNext2',
  'guessNear',
  'guessWide',
  'guessParent',
  'guessGrand',
  'guessGreat',
  'guessLike',
  'guessPage',
  'guessBefore',
  'guessAfter',
  'guessNextText',
] as const;

/** Rows of `FEATURES` and `SECOND_FEATURES`, end to end. */
export function secondLook(
  text: PageText,
  rows: Float32Array,
  containers: Containers,
  guess: Float64Array,
): Float32Array {
  const n = text.blocks.length;
  const width = FEATURES.length;
  const wide = width + SECOND_FEATURES.length;
  const out = new Float32Array(n * wide);
  const { page, blocks } = text;
  const mass = new Float64Array(page.tag.length);
  const like = new Map<number, { sum: number; words: number }>();
  const upTo = new Float64Array(n + 1);
  const weightUpTo = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    const length = blocks[i]!.text.length;
    mass[blocks[i]!.node]! += guess[i]! * length;
    const group = like.get(containers.likeKey[i]!) ?? { sum: 0, words: 0 };
    group.sum += guess[i]! * length;
    group.words += length;
    like.set(containers.likeKey[i]!, group);
    upTo[i + 1] = upTo[i]! + guess[i]! * length;
    weightUpTo[i + 1] = weightUpTo[i]! + length;
  }
  for (let i = page.tag.length - 1; i > 0; i--) mass[page.parent[i]!]! += mass[i]!;
  const total = upTo[n]! || 1;
  const window = (index: number, reach: number) => {
    const from = Math.max(0, index - reach);
    const to = Math.min(n, index + reach + 1);
    return (upTo[to]! - upTo[from]!) / (weightUpTo[to]! - weightUpTo[from]! || 1);
  };
  let nextText = 0;
  for (let i = n - 1; i >= 0; i--) {
    out.set(rows.subarray(i * width, (i + 1) * width), i * wide);
    let at = i * wide + width;
    out[at++] = guess[i]!;
    for (const step of [-1, -2, 1, 2]) out[at++] = guess[i + step] ?? 0;
    out[at++] = window(i, 3);
    out[at++] = window(i, 10);
    let element = blocks[i]!.node;
    for (let level = 0; level < 3; level++) {
      if (element > 0) element = page.parent[element]!;
      out[at++] = mass[element]! / (containers.chars[element]! || 1);
    }
    const group = like.get(containers.likeKey[i]!)!;
    out[at++] = group.sum / group.words;
    out[at++] = total / (weightUpTo[n]! || 1);
    out[at++] = upTo[i]! / total;
    out[at++] = (total - upTo[i + 1]!) / total;
    out[at++] = nextText;
    if (blocks[i]!.text.length >= 60) nextText = guess[i]!;
  }
  return out;
}
