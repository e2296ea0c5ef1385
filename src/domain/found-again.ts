import { type AnchorText, anchorOf, anchorSpans, hullOf, placeOf } from './corrections/anchor.ts';
import { intersectionOverUnion, type Span, wordsAt } from './span.ts';
import type { Statement } from './statement.ts';

/** How much of two contents is the same, and of their cues: 0 (nothing) to 1 (all). */
export type Likeness = { readonly content: number; readonly cue: number };

/** By words alone, where fewer are shared nothing is the same but the wording: "it is safe", "it is closed". */
const FEWEST_SHARED_WORDS = 4;

/** How like a statement is to those of a new reading, by place. */
export const likenessTo =
  (old: Statement) =>
  (next: Statement): Likeness => ({
    content: intersectionOverUnion(anchorSpans(old), anchorSpans(next)),
    cue: intersectionOverUnion(old.cue, next.cue),
  });

/** The same where the text is another: the content is anchored anew (`corrections/anchor.ts`). One without a place is like none. */
export function likenessIn(old: Statement, from: AnchorText, text: AnchorText): (next: Statement) => Likeness {
  const anchor = anchorOf(old, { article: '', revision: '', ...from });
  const place = anchor && placeOf(anchor, text);
  const cue = wordSet(old.cue, from);
  return (next) => {
    const hull = place && hullOf(anchorSpans(next));
    const content = hull ? intersectionOverUnion([place], [hull]) : 0;
    return { content, cue: content > 0 ? jaccard(cue, wordSet(next.cue, text)) : 0 };
  };
}

/** How like two statements are by their words alone (Jaccard index): one was moved and reworded at once. */
export const likenessOf = (a: Worded, b: Worded): Likeness => ({
  content: sharedWords(a.content, b.content),
  cue: jaccard(a.cue, b.cue),
});

/** The words of a statement's content (or what it is known by, where it has none) and of its cue. */
export type Worded = { readonly content: ReadonlySet<string>; readonly cue: ReadonlySet<string> };

export const worded = (statement: Statement, text: AnchorText): Worded => ({
  content: wordSet(anchorSpans(statement), text),
  cue: wordSet(statement.cue, text),
});

const wordSet = (spans: readonly Span[], { text, title }: AnchorText): ReadonlySet<string> =>
  new Set(
    spans.flatMap(
      (span) =>
        wordsAt(span, text, title ?? '')
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [],
    ),
  );

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const share = jaccard(a, b);
  return share === 1 || a.intersection(b).size >= FEWEST_SHARED_WORDS ? share : 0;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  const all = a.size + b.size - shared;
  return all > 0 ? shared / all : 0;
}
