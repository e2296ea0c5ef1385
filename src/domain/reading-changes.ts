import type { Reading } from './reading.ts';
import { type Span, wordsAt } from './span.ts';
import type { Statement } from './statement.ts';

type Words = { readonly text: string; readonly title: string | null };
type Shift<T> = { readonly statement: string; readonly was: T; readonly is: T };

/** What a re-reading made of the statements of one article, by their public ids. */
export type ReadingChanges = {
  /** Found again with the same words. */
  readonly kept: number;
  /** Found again with more or fewer words. */
  readonly reworded: readonly string[];
  readonly added: readonly string[];
  readonly withdrawn: readonly string[];
  readonly speakers: readonly Shift<string | null>[];
  readonly stances: readonly Shift<string>[];
};

/** Whether any statement is not what it was. */
export const isAnyChange = ({ reworded, added, withdrawn, speakers, stances }: ReadingChanges): boolean =>
  [reworded, added, withdrawn, speakers, stances].some((list) => list.length > 0);

/** Compares two readings under public ids: a statement that was found again bears the id that it had. */
export function readingChanges(
  before: Reading,
  after: Reading,
  words: { readonly before: Words; readonly after: Words },
): ReadingChanges {
  const old = new Map(before.statements.map((statement) => [statement.id, statement]));
  const found = after.statements.flatMap((is) => {
    const was = old.get(is.id);
    return was ? [{ was, is }] : [];
  });
  const ids = new Set(after.statements.map(({ id }) => id));
  const isReworded = ({ was, is }: (typeof found)[number]) =>
    wordsOf(was.content, words.before) !== wordsOf(is.content, words.after);
  const reworded = found.filter(isReworded).map(({ is }) => is.id);
  return {
    kept: found.length - reworded.length,
    reworded,
    added: after.statements.filter(({ id }) => !old.has(id)).map(({ id }) => id),
    withdrawn: before.statements.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
    speakers: shifts(found, ({ speaker }) => speaker?.actor ?? null),
    stances: shifts(found, ({ stance }) => stance),
  };
}

const wordsOf = (spans: readonly Span[], { text, title }: Words): string =>
  spans.map((span) => wordsAt(span, text, title ?? '')).join('\u001f');

const shifts = <T>(
  found: readonly { readonly was: Statement; readonly is: Statement }[],
  factOf: (statement: Statement) => T,
): readonly Shift<T>[] =>
  found.flatMap(({ was, is }) => {
    const [before, now] = [factOf(was), factOf(is)];
    return before === now ? [] : [{ statement: is.id, was: before, is: now }];
  });
