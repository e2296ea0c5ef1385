import { type AnchorText, anchorSpans } from './corrections/anchor.ts';
import { type Likeness, likenessIn, type Worded, worded } from './found-again.ts';
import { shortHash } from './ids.ts';
import type { Reading } from './reading.ts';
import { intersectionOverUnion } from './span.ts';
import type { Statement } from './statement.ts';

export type EarlierStatement = {
  readonly id: string;
  readonly statement: Statement;
  /** The text it was read from, where that is another than the new reading's; absent, its spans mean the same places. */
  readonly from?: AnchorText;
};

/** A statement found again: its content covers the old one by half, by place or, in a changed text, by words. */
const SAME_CONTENT = 0.5;

/**
 * Public ids survive a re-reading: a statement whose content overlaps an earlier one by half takes over its id,
 * the best overlap first, the same cue deciding between equals. Answers with the new reading under public ids
 * and with the earlier statements that were not found again.
 */
export function keepIds(
  earlier: readonly EarlierStatement[],
  reading: Reading,
  text: AnchorText,
): { readonly reading: Reading; readonly lost: readonly string[] } {
  const isChanged = earlier.some(({ from }) => from !== undefined);
  const nexts = reading.statements.map((next) => ({ next, words: isChanged ? worded(next, text) : NO_WORDS }));
  const pairs = earlier
    .flatMap((old) => {
      const likeness = old.from ? likenessIn(old.statement, old.from, text) : likenessTo(old.statement);
      return nexts.map(({ next, words }) => ({ old, next, score: scoreOf(likeness(next, words), old.id === next.id) }));
    })
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

const NO_WORDS: Worded = { content: new Set(), cue: new Set() };

const likenessTo =
  (old: Statement) =>
  (next: Statement): Likeness => ({
    content: intersectionOverUnion(anchorSpans(old), anchorSpans(next)),
    cue: intersectionOverUnion(old.cue, next.cue),
  });

/** The cue only decides between equal contents (a nested statement has the content of its parent's tail). */
const scoreOf = ({ content, cue }: Likeness, isSameId: boolean): number =>
  content < SAME_CONTENT ? 0 : content + cue / 1000 + (isSameId ? 1 / 500 : 0);
