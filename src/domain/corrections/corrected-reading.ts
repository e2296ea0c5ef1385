import type { Reading } from '../reading.ts';
import type { Statement } from '../statement.ts';
import { withMerge, withSplit } from './actor-changes.ts';
import type { AnchorText } from './anchor.ts';
import type { Correction } from './correction.ts';
import { isOfStatement } from './correction.ts';
import { statementAt, withStatementChange } from './statement-changes.ts';

/** Where a correction found its place: in this reading, and, where it is of a statement, at that one. */
export type CorrectionUse = { readonly correction: string; readonly statement: string | null };

export type CorrectedReading = {
  readonly reading: Reading;
  /** Statements that a correction calls none. */
  readonly hidden: readonly Statement[];
  /** Those that found a place; a correction bound to this article that is not among them needs a look. */
  readonly uses: readonly CorrectionUse[];
};

/**
 * A reading as the reader has put it right. Each correction holds over what those before it have made of the reading, in the order in
 * which they were made; taking one out and applying the others again is undoing it. Pure; undone corrections must be left out.
 */
export function correctedReading(
  reading: Reading,
  corrections: readonly Correction[],
  text: AnchorText,
): CorrectedReading {
  const inOrder = corrections.toSorted((a, b) => a.madeAtMs - b.madeAtMs || (a.id < b.id ? -1 : 1));
  let now = reading;
  const hidden: Statement[] = [];
  const uses: CorrectionUse[] = [];
  for (const { id, change } of inOrder) {
    if (isOfStatement(change)) {
      const statement = statementAt(change.anchor, change.statement, now.statements, text);
      if (!statement) continue;
      now = withStatementChange(now, statement, change);
      if (change.kind === 'hide') hidden.push(statement);
      uses.push({ correction: id, statement: statement.id });
    } else {
      const changed = change.kind === 'merge' ? withMerge(now, change) : withSplit(now, change, text);
      if (!changed) continue;
      now = changed;
      uses.push({ correction: id, statement: null });
    }
  }
  return { reading: now, hidden, uses };
}
