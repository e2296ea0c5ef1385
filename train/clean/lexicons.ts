import type { Lexicons } from '../../src/clean/main-text/features.ts';
import { Lexicon, storedOdds } from '../../src/clean/main-text/lexicon.ts';
import type { GoldPage } from './pages.ts';

/** Fewest pages that must use a word before it says anything. */
const FEWEST_PAGES = 4;
const SMOOTHING = 1.5;

type Tally = Map<number, { pages: number; share: number }>;

/**
 * Log odds of a word: the mean over pages of the share of article words among the words it stands over, against the mean
 * share on all pages, smoothed. A page counts once, however often it uses the word.
 */
export function buildLexicons(pages: readonly GoldPage[]): Lexicons {
  const marks: Tally = new Map();
  const lines: Tally = new Map();
  let shares = 0;
  let counted = 0;
  for (const { text, labels, row } of pages) {
    if (!row.gold.body) continue;
    const byMark = new Map<number, [number, number]>();
    const byLine = new Map<number, [number, number]>();
    let all = 0;
    let good = 0;
    for (const [i, block] of text.blocks.entries()) {
      const weight = Math.min(block.text.length, 600);
      all += weight;
      good += weight * labels.target[i]!;
      const seen = new Set<number>();
      for (let node = block.node; node > 0; node = text.page.parent[node]!)
        for (const word of text.marks[node] ?? []) seen.add(word);
      for (const word of seen) tally(byMark, word, weight, labels.target[i]!);
      for (const word of new Set([...text.words[i]!, ...text.pairs[i]!])) tally(byLine, word, 1, labels.target[i]!);
    }
    if (all === 0) continue;
    shares += good / all;
    counted++;
    collect(marks, byMark);
    collect(lines, byLine);
  }
  const prior = shares / (counted || 1);
  return { marks: oddsOf(marks, prior), lines: oddsOf(lines, 0.25) };
}

function tally(counts: Map<number, [number, number]>, word: number, weight: number, target: number): void {
  const entry = counts.get(word) ?? [0, 0];
  entry[0] += weight;
  entry[1] += weight * target;
  counts.set(word, entry);
}

function collect(into: Tally, counts: ReadonlyMap<number, readonly [number, number]>): void {
  for (const [word, [all, good]] of counts) {
    const entry = into.get(word) ?? { pages: 0, share: 0 };
    entry.pages++;
    entry.share += good / all;
    into.set(word, entry);
  }
}

function oddsOf(counts: Tally, prior: number): Lexicon {
  const odds = new Map<number, number>();
  for (const [word, { pages, share }] of counts) {
    if (pages < FEWEST_PAGES) continue;
    const value =
      Math.log((share + SMOOTHING * prior) / (pages - share + SMOOTHING * (1 - prior))) - Math.log(prior / (1 - prior));
    const stored = storedOdds(value);
    if (Math.abs(stored) >= 3) odds.set(word, stored / 16);
  }
  return new Lexicon(odds);
}
