import type { DisputeLine, FigureLine, StatementLine } from '../../domain/ports/pages.ts';
import { counted, numeral } from '../wording.ts';

/** The first of several items that say the same in the same words, and the others: copies of one text tell it again. */
export type Told<T> = { readonly first: T; readonly again: readonly T[] };

/** Items with equal keys become one, at the place of the first. */
function tellOnce<T>(items: readonly T[], keyOf: (item: T) => string): readonly Told<T>[] {
  const told = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = told.get(key);
    if (known) known.push(item);
    else told.set(key, [item]);
  }
  return [...told.values()].map(([first, ...again]) => ({ first: first!, again }));
}

const folded = (words: string): string => words.replace(/\s+/g, ' ').trim();

const wordsKey = ({ statement, contentWords, sourceWords }: StatementLine): string =>
  JSON.stringify([statement.speaker?.actor ?? sourceWords, statement.stance, contentWords.map(folded)]);

/** Whether two statements are of one speaker and in the same words. */
export const inSameWords = (a: StatementLine, b: StatementLine): boolean => wordsKey(a) === wordsKey(b);

/** Statements of one speaker in the same words, once, with all the ways on which they came. */
export const statementsOnce = (lines: readonly StatementLine[]): readonly Told<StatementLine>[] =>
  tellOnce(lines, wordsKey);

/** How many there are, and how often copies of one text tell them. */
export function tallyOf(lines: readonly StatementLine[], of = ''): string {
  const once = statementsOnce(lines).length;
  const tally = counted(once, `statement${of}`, `statements${of}`);
  return once === lines.length ? tally : `${tally}, told ${numeral(lines.length)} times`;
}

/** Disputes between the same speakers in the same words, once. */
export const disputesOnce = (disputes: readonly DisputeLine[]): readonly Told<DisputeLine>[] =>
  tellOnce(disputes, ({ kind, sides }) =>
    JSON.stringify([kind, sides.map(({ speaker, quote, stance }) => [speaker, folded(quote), stance]).sort()]),
  );

/** Figures of one speaker in the same words, once. */
export const figuresOnce = (figures: readonly FigureLine[]): readonly Told<FigureLine>[] =>
  tellOnce(figures, ({ value, upTo, unit, words, speaker }) =>
    JSON.stringify([value, upTo, unit, folded(words), speaker]),
  );
