import { html } from 'hono/html';
import type { StatementPage } from '../../domain/ports/pages.ts';
import type { Span } from '../../domain/span.ts';
import type { Markup } from '../markup.ts';

type Range = { readonly start: number; readonly end: number };

/** A sentence with some of its words marked. Ranges that overlap one before them are left out. */
function withMarks(sentence: string, ranges: readonly Range[]): Markup {
  const out: (Markup | string)[] = [];
  let at = 0;
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    out.push(sentence.slice(at, start), html`<mark class="said">${sentence.slice(start, end)}</mark>`);
    at = end;
  }
  return html`${out}${sentence.slice(at)}`;
}

/** A sentence with the given words marked where they stand: each after the one before, or failing that before it. */
export function wordsMarked(sentence: string, words: readonly string[]): Markup {
  const ranges: Range[] = [];
  for (const piece of words.filter(Boolean)) {
    const last = ranges.at(-1);
    const next = sentence.indexOf(piece, last?.end ?? 0);
    const start = next >= 0 ? next : sentence.lastIndexOf(piece, last?.start);
    if (start >= 0) ranges.push({ start, end: start + piece.length });
  }
  return withMarks(sentence, ranges);
}

/** The sentence of a statement with the words at some of its spans marked; by their words where the sentence has no place in the text. */
export function spansMarked({ line, article }: StatementPage, spans: readonly Span[]): Markup {
  const { context, statement } = line;
  const { text, title } = article.cleaned;
  const field = statement.content[0]?.[2];
  const from = field === 'title' ? (title ?? '') : text;
  const inField = spans.filter((span) => span[2] === field);
  const offset = from.lastIndexOf(context, statement.content[0]?.[0] ?? 0);
  const ranges = inField.map(([start, end]) => ({ start: start - offset, end: end - offset }));
  const isInside = offset >= 0 && ranges.every(({ start, end }) => start >= 0 && end <= context.length);
  return isInside
    ? withMarks(context, ranges)
    : wordsMarked(
        context,
        inField.map(([start, end]) => from.slice(start, end)),
      );
}
