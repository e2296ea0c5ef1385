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

/** Trees with what an answer needs of a node in one place, feature and left child in one number and the threshold as `ordered` bits, and how deep each is. */
export type Forest = Trees & { readonly nodes: Int32Array; readonly depth: Uint8Array };

const FEATURE_BITS = 10;
const FEATURE_MASK = (1 << FEATURE_BITS) - 1;
/** Greater than every number a row can hold: a leaf leads back to itself. */
const HIGHEST = 0x3fffffff;

/** Makes trees ready to be asked. At most 1,023 features and 2 million nodes. */
export function plant(trees: Trees): Forest {
  const nodes = new Int32Array(trees.feature.length * 2);
  const thresholds = new Int32Array(trees.threshold.slice().buffer);
  for (let i = 0; i < trees.feature.length; i++) {
    const feature = trees.feature[i]!;
    nodes[i * 2] = feature < 0 ? i << FEATURE_BITS : (trees.left[i]! << FEATURE_BITS) | feature;
    nodes[i * 2 + 1] = feature < 0 ? HIGHEST : ordered(thresholds[i]!);
  }
  return { ...trees, nodes, depth: depthsOf(trees) };
}

function depthsOf({ roots, feature, left }: Trees): Uint8Array {
  const level = new Uint8Array(feature.length);
  const deepest = new Uint8Array(roots.length);
  for (const [tree, root] of roots.entries())
    for (let i = root; i < (roots[tree + 1] ?? feature.length); i++) {
      if (feature[i]! < 0) continue;
      const below = level[i]! + 1;
      level[left[i]!] = below;
      level[left[i]! + 1] = below;
      deepest[tree] = Math.max(deepest[tree]!, below);
    }
  return deepest;
}

/**
 * Bits of a 32-bit float as a whole number that grows with it. The last bit goes, so that the difference of two fits in 32
 * bits and its sign answers "greater?" without a branch, which a processor would guess wrong half the time.
 */
const ordered = (bits: number) => (bits ^ ((bits >> 31) & 0x7fffffff)) >> 1;

/** After so many trees a row below these log odds (1.5 %) is left alone: menus and footers. */
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
  const { width, base, roots, nodes, depth, threshold } = forest;
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
    addTree(roots[tree]!, depth[tree]!, nodes, threshold, values, width, open, judged, sums);
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

/** Four rows at once, each as many steps as the tree is deep, so that the processor waits for none and guesses nothing. */
function addTree(
  root: number,
  depth: number,
  nodes: Int32Array,
  leaf: Float32Array,
  values: Int32Array,
  width: number,
  open: readonly number[],
  judged: readonly number[],
  sums: Float64Array,
): void {
  const last = open.length - 1;
  for (let k = 0; k <= last; k += 4) {
    const i0 = open[k]!;
    const i1 = open[Math.min(k + 1, last)]!;
    const i2 = open[Math.min(k + 2, last)]!;
    const i3 = open[Math.min(k + 3, last)]!;
    let n0 = root,
      n1 = root,
      n2 = root,
      n3 = root;
    for (let d = 0; d < depth; d++) {
      const c0 = nodes[n0 * 2]!,
        c1 = nodes[n1 * 2]!,
        c2 = nodes[n2 * 2]!,
        c3 = nodes[n3 * 2]!;
      n0 = (c0 >> FEATURE_BITS) + ((nodes[n0 * 2 + 1]! - values[i0 * width + (c0 & FEATURE_MASK)]!) >>> 31);
      n1 = (c1 >> FEATURE_BITS) + ((nodes[n1 * 2 + 1]! - values[i1 * width + (c1 & FEATURE_MASK)]!) >>> 31);
      n2 = (c2 >> FEATURE_BITS) + ((nodes[n2 * 2 + 1]! - values[i2 * width + (c2 & FEATURE_MASK)]!) >>> 31);
      n3 = (c3 >> FEATURE_BITS) + ((nodes[n3 * 2 + 1]! - values[i3 * width + (c3 & FEATURE_MASK)]!) >>> 31);
    }
    sums[judged[i0]!]! += leaf[n0]!;
    if (k + 1 <= last) sums[judged[i1]!]! += leaf[n1]!;
    if (k + 2 <= last) sums[judged[i2]!]! += leaf[n2]!;
    if (k + 3 <= last) sums[judged[i3]!]! += leaf[n3]!;
  }
}
