import { type AnchorText, anchorOf, anchorSpans, hullOf, placeOf } from './corrections/anchor.ts';
import { intersectionOverUnion, type Span, wordsAt } from './span.ts';
import type { Statement } from './statement.ts';

/** How much of two contents is the same, and of their cues: 0 (nothing) to 1 (all). */
export type Likeness = { readonly content: number; readonly cue: number };

/** By words alone, where fewer are shared nothing is the same but the wording: "it is safe", "it is closed". */
const FEWEST_SHARED_WORDS = 4;
/** Of two that are worded alike, the one that stands where the old one stood comes first. */
const BY_WORDS = 0.99;

/**
 * How like an earlier statement is to those of a new reading of another text. Its content is anchored anew (`corrections/anchor.ts`)
 * and compared by place; where it was moved and reworded at once, its words are compared (Jaccard index).
 */
export function likenessIn(
  old: Statement,
  from: AnchorText,
  text: AnchorText,
): (next: Statement, words: Worded) => Likeness {
  const anchor = anchorOf(old, { article: '', revision: '', ...from });
  const place = anchor && placeOf(anchor, text);
  const before = worded(old, from);
  return (next, words) => {
    const hull = hullOf(anchorSpans(next));
    const byPlace = place && hull ? intersectionOverUnion([place], [hull]) : 0;
    return {
      content: Math.max(byPlace, BY_WORDS * sharedWords(before.content, words.content)),
      cue: jaccard(before.cue, words.cue),
    };
  };
}

/** The words of a statement's content (or what it is known by, where it has none) and of its cue. */
export type Worded = { readonly content: ReadonlySet<string>; readonly cue: ReadonlySet<string> };

export function worded(statement: Statement, { text, title }: AnchorText): Worded {
  const wordsOf = (spans: readonly Span[]) =>
    new Set(
      spans.flatMap(
        (span) =>
          wordsAt(span, text, title ?? '')
            .toLowerCase()
            .match(/[\p{L}\p{N}]+/gu) ?? [],
      ),
    );
  return { content: wordsOf(anchorSpans(statement)), cue: wordsOf(statement.cue) };
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const share = jaccard(a, b);
  return share === 1 || a.intersection(b).size >= FEWEST_SHARED_WORDS ? share : 0;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = a.intersection(b).size;
  const all = a.size + b.size - shared;
  return all > 0 ? shared / all : 0;
}
