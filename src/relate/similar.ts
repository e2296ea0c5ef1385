import { type Topic, unitVector } from './topic.ts';

/** For each text the others like it, with their cosine. */
export type Likenesses = readonly ReadonlyMap<number, number>[];

/** Of a word that more texts have than this, only the latest so many are compared: time stays in step with the number of texts. */
const MOST_TEXTS_OF_A_WORD = 3000;

/** Cosines of all pairs of texts that are at least `least` alike, through an index of words; each text keeps its `most` nearest. */
export function likenesses(topics: readonly Topic[], least: number, most: number): Likenesses {
  const holders = new Map<string, { readonly text: number; readonly weight: number }[]>();
  const rows = topics.map(() => new Map<number, number>());
  const sums = new Float64Array(topics.length);
  for (const [j, topic] of topics.entries()) {
    const touched: number[] = [];
    for (const [word, weight] of topic) {
      const list = holders.get(word) ?? [];
      for (let k = Math.max(0, list.length - MOST_TEXTS_OF_A_WORD); k < list.length; k++) {
        const { text, weight: theirs } = list[k]!;
        if (sums[text] === 0) touched.push(text);
        sums[text]! += weight * theirs;
      }
      if (list.length === 0) holders.set(word, list);
      list.push({ text: j, weight });
    }
    for (const i of touched) {
      if (sums[i]! >= least) {
        rows[j]!.set(i, sums[i]!);
        rows[i]!.set(j, sums[i]!);
      }
      sums[i] = 0;
    }
    if (rows[j]!.size > 2 * most) rows[j] = nearest(rows[j]!, most);
  }
  const kept = rows.map((row) => (row.size > most ? nearest(row, most) : row));
  // A pair that one side has let go is let go by both.
  for (const [i, row] of kept.entries()) for (const j of row.keys()) if (!kept[j]!.has(i)) row.delete(j);
  return kept;
}

function nearest(row: ReadonlyMap<number, number>, most: number): Map<number, number> {
  return new Map([...row].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, most));
}

/**
 * Adds to each text's words those of its nearest texts, so that two headlines of one happening meet
 * although they share no word (one step of diffusion over the graph of nearest neighbours).
 */
export function withWordsOfNearest(
  topics: readonly Topic[],
  like: Likenesses,
  { neighbours, share, words }: { readonly neighbours: number; readonly share: number; readonly words: number },
): readonly Topic[] {
  return topics.map((topic, i) => {
    const sum = new Map(topic);
    for (const [j, likeness] of nearest(like[i]!, neighbours))
      for (const [word, weight] of topics[j]!)
        sum.set(word, (sum.get(word) ?? 0) + (share * likeness * weight) / Math.sqrt(neighbours));
    return unitVector([...sum].toSorted((a, b) => b[1] - a[1]).slice(0, words));
  });
}
