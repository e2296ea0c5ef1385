/**
 * The likeliest tree from scores of all arcs: the best head of each word where that is a tree already (nineteen sentences of
 * twenty), else the best spanning tree (Chu & Liu, 1965; Edmonds, 1967) with one root. `arcs[i * count + j]` is the score of
 * word j as the head of word i, `roots[i]` that of i as the root. Writes heads from 0 on, -1 for the root.
 * Linear in the number of arcs in the common case, at worst that times the number of words.
 */
export function bestTree(arcs: Int32Array, roots: Int32Array, count: number, heads: Int32Array): void {
  let root = 0;
  for (let i = 0; i < count; i++) {
    let best = -1;
    let score = roots[i]!;
    const row = i * count;
    for (let j = 0; j < count; j++)
      if (j !== i && arcs[row + j]! > score) {
        score = arcs[row + j]!;
        best = j;
      }
    heads[i] = best;
    if (lead(arcs, roots, count, i) > lead(arcs, roots, count, root)) root = i;
  }
  if (isTree(heads, count)) return;
  spanningTree(arcs, count, root, heads);
}

/** By how much being the root beats the best other head of a word. */
function lead(arcs: Int32Array, roots: Int32Array, count: number, i: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < count; j++) if (j !== i && arcs[i * count + j]! > best) best = arcs[i * count + j]!;
  return best === Number.NEGATIVE_INFINITY ? 0 : roots[i]! - best;
}

/** One root, and no word above itself. */
function isTree(heads: Int32Array, count: number): boolean {
  let roots = 0;
  const seen = new Int32Array(count).fill(-1);
  for (let i = 0; i < count; i++) {
    if (heads[i]! < 0) roots++;
    for (let at = i; at >= 0 && seen[at]! < 0; at = heads[at]!) {
      seen[at] = i;
      if (heads[at]! >= 0 && seen[heads[at]!] === i) return false;
    }
  }
  return roots === 1;
}

/**
 * Edmonds' algorithm over a dense table, without recursion: circles are drawn together into one node until every node's best
 * arc leads to the root, then opened again.
 */
function spanningTree(arcs: Int32Array, count: number, root: number, heads: Int32Array): void {
  const size = 2 * count;
  const score = new Float64Array(size * size).fill(Number.NEGATIVE_INFINITY);
  /** Which arc between words stands behind an arc between nodes. */
  const from = new Int32Array(size * size).fill(-1);
  const into = new Int32Array(size * size).fill(-1);
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++)
      if (i !== j && i !== root) {
        score[i * size + j] = arcs[i * count + j]!;
        from[i * size + j] = j;
        into[i * size + j] = i;
      }
  const alive: number[] = Array.from({ length: count }, (_, i) => i);
  const parent = new Int32Array(size).fill(-1);
  const best = new Int32Array(size).fill(-1);
  let next = count;
  for (;;) {
    for (const i of alive) {
      if (i === root) continue;
      best[i] = -1;
      for (const j of alive)
        if (j !== i && (best[i]! < 0 || score[i * size + j]! > score[i * size + best[i]!]!)) best[i] = j;
    }
    const circle = circleIn(alive, best, root);
    if (!circle) break;
    const node = next++;
    const inside = new Set(circle);
    for (const member of circle) parent[member] = node;
    const outside = alive.filter((i) => !inside.has(i));
    for (const i of outside) {
      for (const member of circle) {
        const leaving = i * size + member;
        if (i !== root && score[leaving]! > score[i * size + node]!) {
          score[i * size + node] = score[leaving]!;
          from[i * size + node] = from[leaving]!;
          into[i * size + node] = into[leaving]!;
        }
        const entering = member * size + i;
        const gain = score[entering]! - score[member * size + best[member]!]!;
        if (gain > score[node * size + i]!) {
          score[node * size + i] = gain;
          from[node * size + i] = from[entering]!;
          into[node * size + i] = into[entering]!;
        }
      }
    }
    alive.length = 0;
    alive.push(...outside, node);
  }
  open(alive, { best, from, into, parent, size, root, next, count }, heads);
}

function circleIn(alive: readonly number[], best: Int32Array, root: number): number[] | undefined {
  const seen = new Map<number, number>();
  for (const start of alive) {
    let at = start;
    while (at !== root && !seen.has(at)) {
      seen.set(at, start);
      at = best[at]!;
    }
    if (at === root || seen.get(at) !== start) continue;
    const circle = [at];
    for (let step = best[at]!; step !== at; step = best[step]!) circle.push(step);
    return circle;
  }
  return undefined;
}

type Drawn = {
  readonly best: Int32Array;
  readonly from: Int32Array;
  readonly into: Int32Array;
  readonly parent: Int32Array;
  readonly size: number;
  readonly root: number;
  readonly next: number;
  readonly count: number;
};

/** From the outermost circle inwards: the word that an arc enters breaks its circle, all others keep their arcs. */
function open(alive: readonly number[], drawn: Drawn, heads: Int32Array): void {
  const { best, from, into, parent, size, root, next, count } = drawn;
  const members: number[][] = Array.from({ length: next }, () => []);
  for (let node = 0; node < next; node++) if (parent[node]! >= 0) members[parent[node]!]!.push(node);
  const settle = (node: number, head: number): void => {
    // Without recursion: the chain of circles around the entered word is opened step by step.
    const todo: [number, number, number][] = [[node, from[node * size + head]!, into[node * size + head]!]];
    while (todo.length > 0) {
      const [at, source, entered] = todo.pop()!;
      if (at < count) {
        heads[at] = source;
        continue;
      }
      let holder = entered;
      while (parent[holder]! !== at) holder = parent[holder]!;
      for (const member of members[at]!)
        if (member === holder) todo.push([member, source, entered]);
        else todo.push([member, from[member * size + best[member]!]!, into[member * size + best[member]!]!]);
    }
  };
  heads[root] = -1;
  for (const node of alive) if (node !== root) settle(node, best[node]!);
}
