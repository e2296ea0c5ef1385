/**
 * Boosted regression trees with a logistic link (Friedman 2001), as `train/clean` writes them: node `i` asks whether
 * feature `feature[i]` is at most `threshold[i]`, goes to `left[i]` or `left[i] + 1`; a leaf has feature -1 and its value.
 */
export type Trees = {
  readonly width: number;
  readonly base: number;
  readonly roots: Int32Array;
  readonly feature: Int16Array;
  readonly threshold: Float32Array;
  readonly left: Int32Array;
};

/** Trees with what an answer needs of a node in one place: feature and left child in one number, threshold as `ordered` bits. */
export type Forest = Trees & { readonly nodes: Int32Array };

const FEATURE_BITS = 10;
const FEATURE_MASK = (1 << FEATURE_BITS) - 1;
const LEAF = -1;

/** Makes trees ready to be asked. At most 1,023 features and 2 million nodes. */
export function plant(trees: Trees): Forest {
  const nodes = new Int32Array(trees.feature.length * 2);
  const thresholds = new Int32Array(trees.threshold.slice().buffer);
  for (let i = 0; i < trees.feature.length; i++) {
    const feature = trees.feature[i]!;
    nodes[i * 2] = feature < 0 ? LEAF : (trees.left[i]! << FEATURE_BITS) | feature;
    nodes[i * 2 + 1] = ordered(thresholds[i]!);
  }
  return { ...trees, nodes };
}

/**
 * Bits of a 32-bit float as a whole number that grows with it. The last bit goes, so that the difference of two fits in 32
 * bits and its sign answers "greater?" without a branch, which a processor would guess wrong half the time.
 */
const ordered = (bits: number) => (bits ^ ((bits >> 31) & 0x7fffffff)) >> 1;

/** After so many trees a row below these log odds (0.4 %) is left alone: menus and footers. */
const FIRST_TREES = 20;
const HOPELESS = -4.2;

/**
 * For each row the probability that it is the article's; 0 for rows that are settled already. Rows stand `stride` numbers
 * apart; the forest looks at the first `forest.width` of them.
 */
export function guess(
  forest: Forest,
  rows: Float32Array,
  stride: number,
  isSettled: (row: number) => boolean = () => false,
): Float64Array {
  const { width, base, roots, nodes, threshold } = forest;
  const n = rows.length / stride;
  const sums = new Float64Array(n).fill(base);
  let open: number[] = [];
  for (let row = 0; row < n; row++) if (!isSettled(row)) open.push(row);
  const judged = open;
  const bits = new Int32Array(rows.buffer, rows.byteOffset, rows.length);
  const values = scratch(open.length * width);
  for (let i = 0; i < open.length; i++)
    for (let f = 0, at = open[i]! * stride; f < width; f++) values[i * width + f] = ordered(bits[at + f]!);
  // Tree by tree over all rows: a tree fits the processor's nearest cache, the forest does not.
  open = judged.map((_, i) => i);
  for (let tree = 0; tree < roots.length; tree++) {
    if (tree === FIRST_TREES) open = open.filter((i) => sums[judged[i]!]! > HOPELESS);
    addTree(roots[tree]!, nodes, threshold, values, width, open, judged, sums);
  }
  const out = new Float64Array(n);
  for (const row of judged) out[row] = 1 / (1 + Math.exp(-sums[row]!));
  return out;
}

/** One list of numbers for all pages, as long as the longest has needed: a new one for each costs more than the trees. */
let kept = new Int32Array(0);
function scratch(length: number): Int32Array {
  if (kept.length < length) kept = new Int32Array(length);
  return kept;
}

function addTree(
  root: number,
  nodes: Int32Array,
  leaf: Float32Array,
  values: Int32Array,
  width: number,
  open: readonly number[],
  judged: readonly number[],
  sums: Float64Array,
): void {
  for (let k = 0; k < open.length; k++) {
    const i = open[k]!;
    const at = i * width;
    let node = root;
    for (let code = nodes[node * 2]!; code >= 0; code = nodes[node * 2]!)
      node = (code >> FEATURE_BITS) + ((nodes[node * 2 + 1]! - values[at + (code & FEATURE_MASK)]!) >>> 31);
    sums[judged[i]!]! += leaf[node]!;
  }
}
