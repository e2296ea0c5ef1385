import { anchorSpans } from './corrections/anchor.ts';
import { shortHash } from './ids.ts';
import type { Reading } from './reading.ts';
import { intersectionOverUnion } from './span.ts';
import type { Statement } from './statement.ts';

export type EarlierStatement = {
  readonly id: string;
  readonly statement: Statement;
  readonly contentWords: string;
  /** It was read from the same revision, so that its spans mean the same places. */
  readonly sameText: boolean;
};

/** A statement found again: its content covers the old one by half, or, in a changed text, is worded as it was. */
const SAME_CONTENT = 0.5;

/**
 * Public ids survive a re-reading: a statement whose content overlaps an earlier one by half takes over its id,
 * the best overlap first, the same cue deciding between equals. Answers with the new reading under public ids
 * and with the earlier statements that were not found again.
 */
export function keepIds(
  earlier: readonly EarlierStatement[],
  reading: Reading,
  wordsOf: (statement: Statement) => string,
): { readonly reading: Reading; readonly lost: readonly string[] } {
  const pairs = earlier
    .flatMap((old) => reading.statements.map((next) => ({ old, next, score: likeness(old, next, wordsOf) })))
    .filter(({ score }) => score >= SAME_CONTENT)
    .sort((a, b) => b.score - a.score);
  const idOf = new Map<string, string>();
  const found = new Set<string>();
  for (const { old, next } of pairs) {
    if (idOf.has(next.id) || found.has(old.id)) continue;
    idOf.set(next.id, old.id);
    found.add(old.id);
  }
  for (const { id } of reading.statements) if (!idOf.has(id)) idOf.set(id, freeId(id, found));
  const publicId = (id: string) => idOf.get(id) ?? id;
  return {
    reading: {
      ...reading,
      statements: reading.statements.map((statement) => ({
        ...statement,
        id: publicId(statement.id),
        parent: statement.parent === null ? null : publicId(statement.parent),
      })),
      figures: reading.figures.map((figure) =>
        figure.statement === undefined ? figure : { ...figure, statement: publicId(figure.statement) },
      ),
    },
    lost: earlier.filter(({ id }) => !found.has(id)).map(({ id }) => id),
  };
}

/** An id made of the spans may be the public id of another by now, which had those spans once. */
const freeId = (id: string, taken: ReadonlySet<string>): string => {
  let free = id;
  while (taken.has(free)) free = shortHash('again', free);
  return free;
};

function likeness(old: EarlierStatement, next: Statement, wordsOf: (statement: Statement) => string): number {
  const content = old.sameText
    ? intersectionOverUnion(anchorSpans(old.statement), anchorSpans(next))
    : Number(old.contentWords === wordsOf(next));
  if (content < SAME_CONTENT) return 0;
  const cue = old.sameText ? intersectionOverUnion(old.statement.cue, next.cue) : 0;
  // The cue only decides between equal contents (a nested statement has the content of its parent's tail).
  return content + cue / 1000 + (old.id === next.id ? 1 / 500 : 0);
}
