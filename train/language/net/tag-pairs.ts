import { TAGS, UPOS } from '../../../src/language/tags.ts';
import type { Tree } from '../corpus.ts';

/** Rarer pairs are mistakes of annotation more often than not. */
const LEAST_WORDS = 8;

/** Pairs of coarse and fine tag that the training part holds, the commonest first, and which of them a word has (-1: none). */
export type TagPairs = { readonly names: readonly string[]; readonly classOf: (tree: Tree, i: number) => number };

export function tagPairs(trees: readonly Tree[]): TagPairs {
  const counts = new Map<string, number>();
  const name = (tree: Tree, i: number) => `${UPOS[tree.upos[i]!]}/${TAGS[tree.tag[i]!]}`;
  for (const tree of trees)
    for (const i of tree.upos.keys()) counts.set(name(tree, i), (counts.get(name(tree, i)) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= LEAST_WORDS)
    .sort((a, b) => b[1] - a[1])
    .map(([pair]) => pair);
  const places = new Map(names.map((pair, place) => [pair, place]));
  return { names, classOf: (tree, i) => places.get(name(tree, i)) ?? -1 };
}
