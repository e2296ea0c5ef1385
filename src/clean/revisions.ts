/** A stretch of words that stayed, went or came. */
export type WordChange = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** One paragraph of two revisions side by side; `words` where it was reworded. */
export type ParagraphChange = {
  readonly kind: 'same' | 'removed' | 'added' | 'reworded';
  readonly before: string | null;
  readonly after: string | null;
  readonly words?: readonly WordChange[];
};

export type RevisionDifference = { readonly changed: boolean; readonly paragraphs: readonly ParagraphChange[] };

/**
 * What changed between two revisions' texts, by paragraph and inside reworded ones by word. White space alone is no
 * change. Longest common subsequence, after the equal head and tail are taken off (Hunt & McIlroy 1976).
 */
export function compareRevisions(before: string, after: string): RevisionDifference {
  const a = paragraphs(before);
  const b = paragraphs(after);
  const rows: ParagraphChange[] = [];
  let removed: string[] = [];
  let added: string[] = [];
  const settle = () => {
    rows.push(...pairUp(removed, added));
    removed = [];
    added = [];
  };
  for (const { kind, item } of align(a, b)) {
    if (kind === 'removed') removed.push(item);
    else if (kind === 'added') added.push(item);
    else {
      settle();
      rows.push({ kind: 'same', before: item, after: item });
    }
  }
  settle();
  return { changed: rows.some((row) => row.kind !== 'same'), paragraphs: rows };
}

const paragraphs = (text: string) =>
  text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
const tokens = (text: string) => text.match(/\S+\s*/g) ?? [];

/** Share of words two paragraphs must have in common to count as one that was reworded. */
const REWORDED = 0.4;

/** Pairs removed with added paragraphs in order where they share enough words. */
function pairUp(removed: readonly string[], added: readonly string[]): readonly ParagraphChange[] {
  const rows: ParagraphChange[] = [];
  let next = 0;
  for (const before of removed) {
    let match = -1;
    for (let i = next; i < added.length && match < 0; i++) if (overlap(before, added[i]!) >= REWORDED) match = i;
    if (match < 0) {
      rows.push({ kind: 'removed', before, after: null });
      continue;
    }
    for (; next < match; next++) rows.push({ kind: 'added', before: null, after: added[next]! });
    const after = added[next++]!;
    rows.push({ kind: 'reworded', before, after, words: wordChanges(before, after) });
  }
  for (; next < added.length; next++) rows.push({ kind: 'added', before: null, after: added[next]! });
  return rows;
}

function overlap(a: string, b: string): number {
  const x = new Set(tokens(a).map((token) => token.trim()));
  const y = new Set(tokens(b).map((token) => token.trim()));
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return (2 * shared) / (x.size + y.size || 1);
}

function wordChanges(before: string, after: string): readonly WordChange[] {
  const changes: { kind: WordChange['kind']; text: string }[] = [];
  for (const { kind, item } of align(tokens(before), tokens(after), (token) => token.trim())) {
    const last = changes.at(-1);
    if (last?.kind === kind) last.text += item;
    else changes.push({ kind, text: item });
  }
  return changes;
}

type Aligned = { readonly kind: 'same' | 'removed' | 'added'; readonly item: string };

/** Largest table of the alignment; above it the middle counts as replaced, so that a hostile text costs no minutes. */
const MAX_CELLS = 4_000_000;

function align(
  a: readonly string[],
  b: readonly string[],
  key: (item: string) => string = (item) => item,
): readonly Aligned[] {
  const x = a.map(key);
  const y = b.map(key);
  let head = 0;
  while (head < a.length && head < b.length && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && x[a.length - 1 - tail] === y[b.length - 1 - tail]) tail++;
  const rows: Aligned[] = b.slice(0, head).map((item) => ({ kind: 'same', item }));
  const n = a.length - head - tail;
  const m = b.length - head - tail;
  const width = m + 1;
  const isTooLarge = n * m > MAX_CELLS;
  const longest = new Uint32Array(isTooLarge ? 0 : (n + 1) * width);
  if (!isTooLarge)
    for (let i = n - 1; i >= 0; i--)
      for (let j = m - 1; j >= 0; j--)
        longest[i * width + j] =
          x[head + i] === y[head + j]
            ? longest[(i + 1) * width + j + 1]! + 1
            : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  let i = 0;
  let j = 0;
  while (i < n || j < m) {
    if (!isTooLarge && i < n && j < m && x[head + i] === y[head + j]) {
      rows.push({ kind: 'same', item: b[head + j]! });
      i++;
      j++;
    } else if (i < n && (j >= m || isTooLarge || longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!))
      rows.push({ kind: 'removed', item: a[head + i++]! });
    else rows.push({ kind: 'added', item: b[head + j++]! });
  }
  return [...rows, ...b.slice(b.length - tail).map((item): Aligned => ({ kind: 'same', item }))];
}
