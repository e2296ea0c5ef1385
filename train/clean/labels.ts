import { fold } from '../../src/clean/fold.ts';
import type { TextBlock } from '../../src/clean/page/blocks.ts';
import type { Gold } from './pages.ts';

/** For each block how much of it is the article, 0 to 1, and its weight; weight 0 where the gold says nothing. */
export type Labels = { readonly target: Float32Array; readonly weight: Float32Array };

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}_]+/gu) ?? [];

/** A long paragraph counts for more than a short one, but not as much more as it is longer. */
export const byWords = (text: string): number => Math.sqrt(Math.min(wordsOf(text).length + 1, 120));

/** Lines of plain text are counted one by one, so they nearly weigh the same. */
export const byLine = (text: string): number => Math.min(wordsOf(text).length + 1, 120) ** 0.15;

/** Marks blocks by the gold body where there is one, else by the snippets that must and must not be there. */
export function labelBlocks(blocks: readonly TextBlock[], gold: Gold, weigh = byWords): Labels {
  const target = gold.body ? byBody(blocks, gold.body) : bySnippets(blocks, gold);
  const weight = new Float32Array(blocks.length);
  let total = 0;
  for (const [i, block] of blocks.entries()) {
    if (target[i]! < 0) {
      target[i] = 0;
      continue;
    }
    weight[i] = weigh(block.text);
    total += weight[i]!;
  }
  // A page of a thousand links must not outweigh thirty short reports.
  const scale = total > 0 ? 12 / Math.sqrt(total) : 0;
  for (let i = 0; i < weight.length; i++) weight[i]! *= scale;
  return { target, weight };
}

/** Share of a block's runs of four words that stand in the body, each run counted as often as the body has it. */
function byBody(blocks: readonly TextBlock[], body: string): Float32Array {
  const gold = wordsOf(body);
  const counts = new Map<string, number>();
  for (let n = 1; n <= 4; n++)
    for (let i = 0; i + n <= gold.length; i++) {
      const run = gold.slice(i, i + n).join(' ');
      counts.set(run, (counts.get(run) ?? 0) + 1);
    }
  const lines = new Set(
    body
      .split('\n')
      .map((line) => wordsOf(line).join(' '))
      .filter(Boolean),
  );
  const target = new Float32Array(blocks.length);
  const uses = new Map<string, number[]>();
  for (const [i, block] of blocks.entries()) {
    const words = wordsOf(block.text);
    if (words.length === 0) {
      target[i] = -1;
      continue;
    }
    if (words.length < 4) {
      const key = words.join(' ');
      target[i] = lines.has(key) ? 1 : counts.has(key) ? 0.5 : 0;
    } else {
      let shared = 0;
      for (let j = 0; j + 4 <= words.length; j++) if (counts.has(words.slice(j, j + 4).join(' '))) shared++;
      const share = shared / (words.length - 3);
      target[i] = share >= 0.8 ? 1 : share <= 0.1 ? 0 : share;
    }
    if (target[i]! >= 0.5) {
      const key = words.join(' ');
      uses.set(key, [...(uses.get(key) ?? []), i]);
    }
  }
  settleDoubles(target, uses, counts);
  return target;
}

/** Of a text that the page has more often than the body, those stay marked that stand nearest to other body text. */
function settleDoubles(
  target: Float32Array,
  uses: ReadonlyMap<string, readonly number[]>,
  counts: ReadonlyMap<string, number>,
): void {
  const near = (index: number) => {
    let sum = 0;
    for (let step = -4; step <= 4; step++) if (step !== 0) sum += (target[index + step] ?? 0) / Math.abs(step);
    return sum;
  };
  for (const [key, at] of uses) {
    const words = key.split(' ');
    const allowed = counts.get(words.slice(0, 4).join(' ')) ?? 1;
    const isShort = words.length < 4;
    const ranked = [...at].sort((a, b) => near(b) - near(a));
    for (const [rank, index] of ranked.entries()) {
      if (rank >= allowed) target[index] = 0;
      else if (isShort) target[index] = near(index) >= 1 ? target[index]! : 0;
    }
  }
}

function bySnippets(blocks: readonly TextBlock[], gold: Gold): Float32Array {
  const wanted = (gold.with ?? []).map(fold);
  const unwanted = (gold.without ?? []).map(fold);
  return Float32Array.from(blocks, (block) => {
    const text = fold(block.text);
    if (wanted.some((snippet) => text.includes(snippet) || (text.length > 40 && snippet.includes(text)))) return 1;
    return unwanted.some((snippet) => text.includes(snippet) || (text.length > 8 && snippet.includes(text))) ? 0 : -1;
  });
}
