import type { Span } from '../span.ts';
import { wordsAt } from '../span.ts';
import type { Statement } from '../statement.ts';

/**
 * Where in an article a correction holds, in a form that outlives re-readings and changes of the text: the words themselves,
 * 32 code units either side, and the offsets they had in one revision.
 */
export type Anchor = {
  readonly article: string;
  /** The revision that `start` and `end` point into. */
  readonly revision: string;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
  readonly start: number;
  readonly end: number;
  readonly field?: 'title';
  /** The reporting words of the statement meant; tells two statements at one place apart. */
  readonly cue: string;
};

/** What an anchor is looked for in. */
export type AnchorText = { readonly text: string; readonly title: string | null };

const CONTEXT = 32;
/** A quote found elsewhere counts only if it and its surroundings agree in this many code units: "no" stands everywhere. */
const LEAST_AGREEMENT = 24;
/** Words between the old surroundings that are no longer the quote, but still share half their words with it, are its new wording. */
const LEAST_SHARED_WORDS = 0.5;
const MOST_PLACES = 1000;

/** The words by which a statement is found again: its content, or where it has none (a refusal to comment) its cue or source. */
export const anchorSpans = ({ content, cue, source }: Statement): readonly Span[] =>
  [content, cue, source].find((spans) => spans.length > 0) ?? [];

/** From the first to the last of some spans, as far as they lie in the field of the first. */
export function hullOf(spans: readonly Span[]): Span | undefined {
  const [first] = spans;
  if (!first) return undefined;
  const inField = spans.filter((span) => span[2] === first[2]);
  const start = Math.min(...inField.map((span) => span[0]));
  const end = Math.max(...inField.map((span) => span[1]));
  return first[2] === 'title' ? [start, end, 'title'] : [start, end];
}

/** The anchor of a place in a revision. */
export function anchorAt(
  place: Span,
  at: { readonly article: string; readonly revision: string; readonly cue?: string } & AnchorText,
): Anchor {
  const [start, end, field] = place;
  const from = field === 'title' ? (at.title ?? '') : at.text;
  return {
    ...{ article: at.article, revision: at.revision, quote: from.slice(start, end) },
    ...{ before: from.slice(Math.max(0, start - CONTEXT), start), after: from.slice(end, end + CONTEXT), start, end },
    ...(field && { field }),
    cue: at.cue ?? '',
  };
}

/** The anchor of a statement; undefined for one without any words. */
export function anchorOf(
  statement: Statement,
  at: { readonly article: string; readonly revision: string } & AnchorText,
): Anchor | undefined {
  const place = hullOf(anchorSpans(statement));
  const cue = statement.cue.map((span) => wordsAt(span, at.text, at.title ?? '')).join(' … ');
  return place && anchorAt(place, { ...at, cue });
}

/**
 * Where the anchored words stand now: at their offsets, else wherever the same words stand among the most similar surroundings, else
 * what has taken their place between the same surroundings. Undefined where they have no place any more.
 */
export function placeOf(anchor: Anchor, { text, title }: AnchorText): Span | undefined {
  const from = anchor.field === 'title' ? (title ?? '') : text;
  const found = sameWords(anchor, from) ?? sameSurroundings(anchor, from);
  if (!found) return undefined;
  return anchor.field === 'title' ? [found.start, found.end, 'title'] : [found.start, found.end];
}

type Place = { readonly start: number; readonly end: number };

function sameWords({ quote, before, after, start }: Anchor, from: string): Place | undefined {
  if (quote === '') return undefined;
  let best: (Place & { readonly agreement: number }) | undefined;
  for (const at of occurrences(from, quote)) {
    const end = at + quote.length;
    const agreement = sharedEnd(before, from.slice(0, at)) + sharedStart(after, from.slice(end, end + CONTEXT));
    const isBetter =
      !best ||
      agreement > best.agreement ||
      (agreement === best.agreement && Math.abs(at - start) < Math.abs(best.start - start));
    if (isBetter) best = { start: at, end, agreement };
  }
  if (!best) return undefined;
  const isWhole = best.agreement === before.length + after.length;
  return isWhole || quote.length + best.agreement >= LEAST_AGREEMENT ? best : undefined;
}

function sameSurroundings({ quote, before, after }: Anchor, from: string): Place | undefined {
  if (before.length + after.length < LEAST_AGREEMENT) return undefined;
  const starts = before === '' ? [0] : occurrences(from, before).map((at) => at + before.length);
  for (const start of starts) {
    const end = after === '' ? from.length : from.indexOf(after, start);
    if (end <= start || end - start > 2 * quote.length + CONTEXT) continue;
    if (sharedWords(quote, from.slice(start, end)) >= LEAST_SHARED_WORDS) return { start, end };
  }
  return undefined;
}

function occurrences(text: string, words: string): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length < MOST_PLACES; at = text.indexOf(words, at + 1))
    places.push(at);
  return places;
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

function sharedEnd(a: string, b: string): number {
  let length = 0;
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length += 1;
  return length;
}

/** Dice coefficient of the words of two texts. */
function sharedWords(a: string, b: string): number {
  const wordsOf = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (one.size + other.size === 0) return 0;
  return (2 * [...one].filter((word) => other.has(word)).length) / (one.size + other.size);
}
