import { FEATURES, type FeatureTable, ROW_STRIDE } from './features.ts';
import type { PageText } from './page-text.ts';

/** From this length on a block counts as text, and from this guess on as surely the article's. */
const LONG_TEXT = 60;
const SURE = 0.7;

/** First guesses below this are not looked at again: menus and footers, whose second guess would be as low. */
const SETTLED = 0.03;

/** True where the first guess stands. */
export const isSettled = (firstGuess: number): boolean => firstGuess < SETTLED;

/** Writes `SECOND_FEATURES` behind each row's `FEATURES`, where the block's guess is not settled. */
export function secondLook(text: PageText, { rows, containers, sections }: FeatureTable, guess: Float64Array): void {
  const n = text.blocks.length;
  const out = rows;
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
  const lastText = new Float32Array(n);
  const sinceSure = new Uint8Array(n);
  let doubt = 0;
  let last = 0;
  let since = 99;
  for (let i = 0; i < n; i++) {
    lastText[i] = last;
    sinceSure[i] = since;
    if (blocks[i]!.text.length >= LONG_TEXT) last = guess[i]!;
    since = guess[i]! > SURE ? 0 : Math.min(99, since + 1);
    doubt += Math.min(guess[i]!, 1 - guess[i]!) * blocks[i]!.text.length;
  }
  const { best } = containers;
  let nextText = 0;
  let untilSure = 99;
  const describe = (i: number) => {
    let at = i * ROW_STRIDE + FEATURES.length;
    out[at++] = guess[i]!;
    out[at++] = guess[i - 1] ?? 0;
    out[at++] = guess[i - 2] ?? 0;
    out[at++] = guess[i + 1] ?? 0;
    out[at++] = guess[i + 2] ?? 0;
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
    out[at++] = lastText[i]!;
    out[at++] = window(i, 30);
    out[at++] = sections.heading[i]! < 0 ? -1 : guess[sections.heading[i]!]!;
    const from = sections.runStart[i]!;
    const to = sections.runEnd[i]!;
    out[at++] = to > from ? (upTo[to]! - upTo[from]!) / (weightUpTo[to]! - weightUpTo[from]! || 1) : -1;
    out[at++] = sinceSure[i]!;
    out[at++] = untilSure;
    out[at++] = doubt / (weightUpTo[n]! || 1);
    out[at++] = best > 0 ? mass[best]! / (containers.chars[best]! || 1) : -1;
  };
  for (let i = n - 1; i >= 0; i--) {
    if (!isSettled(guess[i]!)) describe(i);
    if (blocks[i]!.text.length >= LONG_TEXT) nextText = guess[i]!;
    untilSure = guess[i]! > SURE ? 0 : Math.min(99, untilSure + 1);
  }
}
