/** Blocks less likely than this are never taken, however little else there is. */
const LEAST = 0.12;

/**
 * Chooses among the candidate extractions of a page: the likeliest block alone, the two likeliest, and so on. The one with
 * the highest expected F1 over words is taken (after Lewis 1995, "Evaluating and optimizing autonomous text classification
 * systems"); a page where much is doubtful is cut more tightly than a clear one. `words` is the number of words by block.
 */
export function chooseBlocks(words: ArrayLike<number>, probability: Float64Array): readonly boolean[] {
  const order = [...probability.keys()].sort((a, b) => probability[b]! - probability[a]!);
  const expected = order.reduce((sum, i) => sum + probability[i]! * words[i]!, 0);
  let right = 0;
  let taken = 0;
  let best = 0;
  let least = 1;
  for (const i of order) {
    right += probability[i]! * words[i]!;
    taken += words[i]!;
    const f = (2 * right) / (taken + expected || 1);
    if (f <= best) continue;
    best = f;
    least = probability[i]!;
  }
  return Array.from(probability, (p) => p >= least && p > LEAST);
}
