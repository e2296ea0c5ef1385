import type { Span } from '../domain/span.ts';
import { wordsAt } from '../domain/span.ts';
import type { Statement } from '../domain/statement.ts';

/** Parts the pieces of a content in one column; no text holds it, and the tokeniser takes it for a space. */
export const PIECE = '\u001f';

/** Longest context that is kept with a statement, in code units; the article page has the rest. */
const MAX_CONTEXT = 900;

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

export type StatementWords = {
  readonly sourceWords: string;
  readonly cueWords: string;
  readonly contentWords: readonly string[];
  readonly context: string;
};

/** The verbatim words of a statement and the sentence or sentences it stands in. */
export function statementWords(statement: Statement, text: string, title: string): StatementWords {
  const words = (spans: readonly Span[]) => spans.map((span) => wordsAt(span, text, title));
  return {
    sourceWords: words(statement.source).join(' … '),
    cueWords: words(statement.cue).join(' … '),
    contentWords: words(statement.content),
    context: contextOf([...statement.source, ...statement.cue, ...statement.content], text, title),
  };
}

function contextOf(spans: readonly Span[], text: string, title: string): string {
  const inText = spans.filter((span) => span[2] !== 'title');
  if (inText.length === 0) return spans.length > 0 ? title : '';
  const start = Math.min(...inText.map((span) => span[0]));
  const end = Math.max(...inText.map((span) => span[1]));
  const from = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const to = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end);
  let first = end;
  let last = start;
  for (const { index, segment } of sentences.segment(text.slice(from, to))) {
    const [a, b] = [from + index, from + index + segment.length];
    if (a >= end || b <= start) continue;
    first = Math.min(first, a);
    last = Math.max(last, b);
  }
  const context = text.slice(Math.min(first, start), Math.max(last, end)).trim();
  return context.length <= MAX_CONTEXT ? context : `${context.slice(0, MAX_CONTEXT)}…`;
}
