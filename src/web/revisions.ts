/** A paragraph that stands in both revisions, only in the older, or only in the newer. */
export type ParagraphChange = { readonly kind: 'same' | 'gone' | 'added'; readonly words: string };

/**
 * Paragraphs of two revisions side by side: the longest common run of paragraphs stays, the rest is gone or added.
 * Time and memory grow with the product of the numbers of paragraphs.
 */
export function paragraphChanges(older: string, newer: string): readonly ParagraphChange[] {
  const a = older.split(/\n{2,}/);
  const b = newer.split(/\n{2,}/);
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const changes: ParagraphChange[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      changes.push({ kind: 'same', words: a[i]! });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      changes.push({ kind: 'gone', words: a[i++]! });
    else changes.push({ kind: 'added', words: b[j++]! });
  }
  return changes;
}
