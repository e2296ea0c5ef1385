import type { Likenesses } from './similar.ts';

/**
 * Joins the two groups whose members are most alike on average, until no two are `least` alike (UPGMA on a sparse graph:
 * a pair that is not in it counts as 0). Gives the group of each text, named by its first text.
 */
export function averageLinkage(like: Likenesses, least: number): readonly number[] {
  const group = like.map((_, i) => i);
  const size = like.map(() => 1);
  const sums: Map<number, number>[] = like.map((row) => new Map(row));
  const version = like.map(() => 0);
  const heap = new Heap();
  const offer = (a: number, b: number, sum: number) => {
    const mean = sum / (size[a]! * size[b]!);
    if (mean >= least) heap.push({ mean, a, b, aVersion: version[a]!, bVersion: version[b]! });
  };
  for (const [i, row] of like.entries()) for (const [j, likeness] of row) if (j > i) offer(i, j, likeness);
  for (let best = heap.pop(); best; best = heap.pop()) {
    if (version[best.a] !== best.aVersion || version[best.b] !== best.bVersion) continue;
    const [into, from] = sums[best.a]!.size >= sums[best.b]!.size ? [best.a, best.b] : [best.b, best.a];
    sums[into]!.delete(from);
    for (const [other, sum] of sums[from]!) {
      sums[other]!.delete(from);
      if (other === into) continue;
      const joined = (sums[into]!.get(other) ?? 0) + sum;
      sums[into]!.set(other, joined);
      sums[other]!.set(into, joined);
    }
    size[into]! += size[from]!;
    group[from] = into;
    version[into]!++;
    version[from] = -1;
    sums[from]!.clear();
    for (const [other, sum] of sums[into]!) offer(into, other, sum);
  }
  const first = new Map<number, number>();
  return group.map((_, i) => {
    let at = i;
    while (group[at] !== at) at = group[at]!;
    if (!first.has(at)) first.set(at, i);
    return first.get(at)!;
  });
}

type Offer = {
  readonly mean: number;
  readonly a: number;
  readonly b: number;
  readonly aVersion: number;
  readonly bVersion: number;
};

/** Greatest mean first; equal ones in order of their numbers, so that the outcome is the same on every run. */
class Heap {
  readonly #rows: Offer[] = [];

  push(offer: Offer): void {
    const rows = this.#rows;
    let at = rows.push(offer) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!comesBefore(offer, rows[above]!)) break;
      rows[at] = rows[above]!;
      at = above;
    }
    rows[at] = offer;
  }

  pop(): Offer | undefined {
    const rows = this.#rows;
    const top = rows[0];
    const last = rows.pop();
    if (!top || !last || rows.length === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= rows.length) break;
      if (below + 1 < rows.length && comesBefore(rows[below + 1]!, rows[below]!)) below++;
      if (!comesBefore(rows[below]!, last)) break;
      rows[at] = rows[below]!;
      at = below;
    }
    rows[at] = last;
    return top;
  }
}

function comesBefore(x: Offer, y: Offer): boolean {
  if (x.mean !== y.mean) return x.mean > y.mean;
  return x.a !== y.a ? x.a < y.a : x.b < y.b;
}
