import { type Forest, plant } from '../../src/clean/main-text/forest.ts';

/** Rows end to end, a target between 0 and 1 and a weight for each. */
export type Examples = {
  readonly width: number;
  readonly rows: Float32Array;
  readonly target: Float32Array;
  readonly weight: Float32Array;
};

export type BoostingSettings = {
  readonly trees: number;
  readonly leaves: number;
  readonly rate: number;
  readonly rowShare: number;
  readonly featureShare: number;
  readonly minHessian: number;
  readonly lambda: number;
  readonly seed: number;
};

const BINS = 64;

/**
 * Gradient boosting for a logistic target with second-order leaf values and histograms of 64 quantile bins
 * (Friedman 2001; Chen & Guestrin 2016; histograms and leaf-wise growth after Ke et al. 2017). Same seed, same forest.
 */
export function boost(examples: Examples, settings: BoostingSettings, say: (line: string) => void = () => {}): Forest {
  const { width, target, weight } = examples;
  const n = target.length;
  const random = mulberry(settings.seed);
  const { edges, binned } = bin(examples);
  const base = logOdds(target, weight);
  const sums = new Float64Array(n).fill(base);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const grown: GrownTree[] = [];
  for (let round = 0; round < settings.trees; round++) {
    let loss = 0;
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-sums[i]!));
      gradient[i] = (p - target[i]!) * weight[i]!;
      hessian[i] = Math.max(p * (1 - p), 1e-6) * weight[i]!;
      if (round % 25 === 0)
        loss -= weight[i]! * (target[i]! * Math.log(p + 1e-9) + (1 - target[i]!) * Math.log(1 - p + 1e-9));
    }
    if (round % 25 === 0) say(`  tree ${round}: loss ${(loss / weight.reduce((a, b) => a + b, 0)).toFixed(4)}`);
    const rows = sample(n, settings.rowShare, random);
    const features = sample(width, settings.featureShare, random);
    const tree = grow(rows, features, binned, n, gradient, hessian, settings);
    for (let i = 0; i < n; i++) sums[i]! += leafOf(tree, binned, n, i);
    grown.push(tree);
  }
  return pack(grown, edges, width, base);
}

type GrownTree = { feature: number[]; bin: number[]; left: number[]; value: number[] };

function leafOf(tree: GrownTree, binned: Uint8Array, n: number, row: number): number {
  let node = 0;
  while (tree.feature[node]! >= 0)
    node = tree.left[node]! + (binned[tree.feature[node]! * n + row]! <= tree.bin[node]! ? 0 : 1);
  return tree.value[node]!;
}

type Leaf = { node: number; rows: Int32Array; g: number; h: number; histogram: Float64Array; split: Split | undefined };
type Split = { feature: number; bin: number; gain: number };

function grow(
  rows: Int32Array,
  features: Int32Array,
  binned: Uint8Array,
  n: number,
  gradient: Float64Array,
  hessian: Float64Array,
  settings: BoostingSettings,
): GrownTree {
  const tree: GrownTree = { feature: [-1], bin: [0], left: [0], value: [0] };
  const histogramOf = (subset: Int32Array) => {
    const histogram = new Float64Array(features.length * BINS * 2);
    for (let k = 0; k < features.length; k++) {
      const column = features[k]! * n;
      const at = k * BINS * 2;
      for (let j = 0; j < subset.length; j++) {
        const row = subset[j]!;
        const slot = at + binned[column + row]! * 2;
        histogram[slot]! += gradient[row]!;
        histogram[slot + 1]! += hessian[row]!;
      }
    }
    return histogram;
  };
  const leaf = (node: number, subset: Int32Array, histogram: Float64Array): Leaf => {
    let g = 0;
    let h = 0;
    for (let b = 0; b < BINS; b++) {
      g += histogram[b * 2]!;
      h += histogram[b * 2 + 1]!;
    }
    tree.value[node] = (-g / (h + settings.lambda)) * settings.rate;
    return { node, rows: subset, g, h, histogram, split: bestSplit(histogram, features.length, g, h, settings) };
  };
  const open: Leaf[] = [leaf(0, rows, histogramOf(rows))];
  for (let leaves = 1; leaves < settings.leaves; leaves++) {
    let at = -1;
    for (let i = 0; i < open.length; i++)
      if (open[i]!.split && (at < 0 || open[i]!.split!.gain > open[at]!.split!.gain)) at = i;
    if (at < 0) break;
    const { node, rows: subset, histogram, split } = open.splice(at, 1)[0]!;
    const feature = features[split!.feature]!;
    const column = feature * n;
    const goesLeft = subset.filter((row) => binned[column + row]! <= split!.bin);
    const goesRight = subset.filter((row) => binned[column + row]! > split!.bin);
    const smaller = goesLeft.length <= goesRight.length ? goesLeft : goesRight;
    const small = histogramOf(smaller);
    const large = histogram;
    for (let i = 0; i < large.length; i++) large[i]! -= small[i]!;
    const left = tree.feature.length;
    tree.feature[node] = feature;
    tree.bin[node] = split!.bin;
    tree.left[node] = left;
    for (let side = 0; side < 2; side++) {
      tree.feature.push(-1);
      tree.bin.push(0);
      tree.left.push(0);
      tree.value.push(0);
    }
    open.push(
      leaf(left, goesLeft, smaller === goesLeft ? small : large),
      leaf(left + 1, goesRight, smaller === goesLeft ? large : small),
    );
  }
  return tree;
}

function bestSplit(
  histogram: Float64Array,
  count: number,
  g: number,
  h: number,
  settings: BoostingSettings,
): Split | undefined {
  const { lambda, minHessian } = settings;
  const parent = (g * g) / (h + lambda);
  let best: Split | undefined;
  for (let k = 0; k < count; k++) {
    let gl = 0;
    let hl = 0;
    for (let b = 0; b < BINS - 1; b++) {
      gl += histogram[(k * BINS + b) * 2]!;
      hl += histogram[(k * BINS + b) * 2 + 1]!;
      const hr = h - hl;
      if (hl < minHessian) continue;
      if (hr < minHessian) break;
      const gr = g - gl;
      const gain = (gl * gl) / (hl + lambda) + (gr * gr) / (hr + lambda) - parent;
      if (gain > (best?.gain ?? 1e-3)) best = { feature: k, bin: b, gain };
    }
  }
  return best;
}

/** Quantile bins, columns end to end: `binned[feature * n + row]`. */
function bin(examples: Examples): { edges: readonly Float32Array[]; binned: Uint8Array } {
  const { width, rows, target } = examples;
  const n = target.length;
  const binned = new Uint8Array(n * width);
  const edges: Float32Array[] = [];
  const step = Math.max(1, Math.floor(n / 20_000));
  for (let f = 0; f < width; f++) {
    const values: number[] = [];
    for (let i = 0; i < n; i += step) values.push(rows[i * width + f]!);
    values.sort((a, b) => a - b);
    const cuts: number[] = [];
    for (let b = 1; b < BINS; b++) {
      const cut = values[Math.floor((values.length * b) / BINS)]!;
      if (cuts.length === 0 || cut > cuts.at(-1)!) cuts.push(cut);
    }
    if (cuts.length && cuts.at(-1) === values.at(-1)) cuts.pop();
    // Rare values (most marks are zero) still deserve cuts between them.
    const distinct = [...new Set(values)];
    const chosen = distinct.length <= BINS ? distinct.slice(0, -1) : cuts;
    const edge = Float32Array.from(chosen);
    edges.push(edge);
    for (let i = 0; i < n; i++) {
      const value = rows[i * width + f]!;
      let low = 0;
      let high = edge.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if (value <= edge[middle]!) high = middle;
        else low = middle + 1;
      }
      binned[f * n + i] = low;
    }
  }
  return { edges, binned };
}

function pack(grown: readonly GrownTree[], edges: readonly Float32Array[], width: number, base: number): Forest {
  const size = grown.reduce((sum, tree) => sum + tree.feature.length, 0);
  const feature = new Int16Array(size);
  const threshold = new Float32Array(size);
  const left = new Int32Array(size);
  const roots = new Int32Array(grown.length);
  let at = 0;
  for (const [index, tree] of grown.entries()) {
    roots[index] = at;
    for (let node = 0; node < tree.feature.length; node++) {
      const f = tree.feature[node]!;
      feature[at + node] = f;
      threshold[at + node] = f < 0 ? tree.value[node]! : (edges[f]![tree.bin[node]!] ?? Number.POSITIVE_INFINITY);
      left[at + node] = f < 0 ? 0 : at + tree.left[node]!;
    }
    at += tree.feature.length;
  }
  return plant({ width, base, roots, feature, threshold, left });
}

function logOdds(target: Float32Array, weight: Float32Array): number {
  let positive = 0;
  let all = 0;
  for (let i = 0; i < target.length; i++) {
    positive += target[i]! * weight[i]!;
    all += weight[i]!;
  }
  return Math.log((positive + 1) / (all - positive + 1));
}

function sample(n: number, share: number, random: () => number): Int32Array {
  const chosen: number[] = [];
  for (let i = 0; i < n; i++) if (share >= 1 || random() < share) chosen.push(i);
  return Int32Array.from(chosen.length ? chosen : [0]);
}

/** Mulberry32, a small generator whose numbers are the same everywhere. */
export function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
