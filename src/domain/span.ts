/**
 * A place in a revision: `[start, end)` in UTF-16 code units of its text, or, with `'title'`, of its title.
 * Every fact Stemma shows carries spans; what has no span is not shown.
 */
export type Span = readonly [start: number, end: number] | readonly [start: number, end: number, field: 'title'];

/** The words a span points at. */
export function wordsAt(span: Span, text: string, title = ''): string {
  return (span[2] === 'title' ? title : text).slice(span[0], span[1]);
}

/** True when two spans lie in the same field and share at least one code unit. */
export function overlaps(a: Span, b: Span): boolean {
  return a[2] === b[2] && a[0] < b[1] && b[0] < a[1];
}

/** True when `inner` lies wholly within `outer`. */
export function contains(outer: Span, inner: Span): boolean {
  return outer[2] === inner[2] && outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Code units shared by two lists of spans, over the code units of either: 0 (apart) to 1 (the same). */
export function intersectionOverUnion(a: readonly Span[], b: readonly Span[]): number {
  const lengthOf = (spans: readonly Span[]) => spans.reduce((sum, [start, end]) => sum + end - start, 0);
  let shared = 0;
  for (const x of a)
    for (const y of b) if (x[2] === y[2]) shared += Math.max(0, Math.min(x[1], y[1]) - Math.max(x[0], y[0]));
  const union = lengthOf(a) + lengthOf(b) - shared;
  return union > 0 ? shared / union : 0;
}
