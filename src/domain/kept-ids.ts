import type { AnchorText } from './corrections/anchor.ts';
import { type Likeness, likenessIn, likenessOf, likenessTo, worded } from './found-again.ts';
import { shortHash } from './ids.ts';
import type { Reading } from './reading.ts';
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
  const idOf = new Map<string, string>();
  const found = new Set<string>();
  const settle = (pairs: readonly Pair[]) => {
    const likely = pairs.filter(({ score }) => score >= SAME_CONTENT).sort((a, b) => b.score - a.score);
    for (const { old, next } of likely) {
      if (idOf.has(next.id) || found.has(old.id)) continue;
      idOf.set(next.id, old.id);
      found.add(old.id);
    }
  };
  settle(
    earlier.flatMap((old) => {
      const likeness = old.from ? likenessIn(old.statement, old.from, text) : likenessTo(old.statement);
      return reading.statements.map((next) => ({ old, next, score: scoreOf(likeness(next), old.id === next.id) }));
    }),
  );
  settle(
    pairsByWords(
      earlier.filter(({ id }) => !found.has(id)),
      reading.statements.filter(({ id }) => !idOf.has(id)),
      text,
    ),
  );
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

type Pair = { readonly old: EarlierStatement; readonly next: Statement; readonly score: number };

/** Pairs that are compared by words; a text with more that has changed from top to bottom is another text. */
const MOST_PAIRS = 100_000;

/** Of a changed text, what has no place in it any more with what stands in no old place. */
function pairsByWords(
  earlier: readonly EarlierStatement[],
  nexts: readonly Statement[],
  text: AnchorText,
): readonly Pair[] {
  const olds = earlier.flatMap((old) => (old.from ? [{ old, words: worded(old.statement, old.from) }] : []));
  if (olds.length === 0 || olds.length * nexts.length > MOST_PAIRS) return [];
  const news = nexts.map((next) => ({ next, words: worded(next, text) }));
  return olds.flatMap(({ old, words }) =>
    news.map((one) => ({ old, next: one.next, score: scoreOf(likenessOf(words, one.words), old.id === one.next.id) })),
  );
}

/** The cue only decides between equal contents (a nested statement has the content of its parent's tail). */
const scoreOf = ({ content, cue }: Likeness, isSameId: boolean): number =>
  content < SAME_CONTENT ? 0 : content + cue / 1000 + (isSameId ? 1 / 500 : 0);
