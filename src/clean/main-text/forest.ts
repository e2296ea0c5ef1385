/**
 * Boosted regression trees with a logistic link (Friedman 2001), as `train/clean` writes them: node `i` asks whether
 * feature `feature[i]` is at most `threshold[i]`, goes to `left[i]` or `left[i] + 1`; a leaf has feature -1 and its value.
 */
export type Forest = {
  readonly width: number;
  readonly base: number;
  readonly roots: Int32Array;
  readonly feature: Int16Array;
  readonly threshold: Float32Array;
  readonly left: Int32Array;
};

/** After so many trees a row below these log odds (0.4 %) is left alone: menus and footers. */
const FIRST_TREES = 40;
const HOPELESS = -5.5;

/** For each row of `width` numbers the probability that it is the article's; 0 for rows that are settled already. */
export function guess(
  forest: Forest,
  rows: Float32Array,
  isSettled: (row: number) => boolean = () => false,
): Float64Array {
  const { width, base, roots, feature, threshold, left } = forest;
  const n = rows.length / width;
  const sums = new Float64Array(n).fill(base);
  let open: number[] = [];
  for (let row = 0; row < n; row++) if (!isSettled(row)) open.push(row);
  const judged = open;
  // Tree by tree over all rows: a tree fits the processor's nearest cache, the forest does not.
  for (let tree = 0; tree < roots.length; tree++) {
    if (tree === FIRST_TREES) open = open.filter((row) => sums[row]! > HOPELESS);
    const root = roots[tree]!;
    for (let i = 0; i < open.length; i++) {
      const row = open[i]!;
      const at = row * width;
      let node = root;
      for (let f = feature[node]!; f >= 0; f = feature[node]!)
        node = left[node]! + (rows[at + f]! <= threshold[node]! ? 0 : 1);
      sums[row]! += threshold[node]!;
    }
  }
  const out = new Float64Array(n);
  for (const row of judged) out[row] = 1 / (1 + Math.exp(-sums[row]!));
  return out;
}
