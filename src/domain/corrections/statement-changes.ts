import type { Reading } from '../reading.ts';
import { intersectionOverUnion, type Span, wordsAt } from '../span.ts';
import type { CorrectedPart, Statement } from '../statement.ts';
import { withActor } from './actor-changes.ts';
import { type Anchor, type AnchorText, anchorSpans, hullOf, placeOf } from './anchor.ts';
import type { StatementChange } from './correction.ts';

/** Least overlap of a statement with the anchored words (as for public ids: half). */
const SAME_CONTENT = 0.5;

/** The statement that an anchor means now: the one that covers its words best, the same cue deciding between equals, then the same id. */
export function statementAt(
  anchor: Anchor,
  id: string,
  statements: readonly Statement[],
  text: AnchorText,
): Statement | undefined {
  const place = placeOf(anchor, text);
  if (!place) return undefined;
  const scored = statements
    .map((statement) => ({ statement, score: coverOf(statement, place) }))
    .filter(({ score }) => score >= SAME_CONTENT)
    .map(({ statement, score }) => ({
      statement,
      score: score + Number(cueOf(statement, text) === anchor.cue) / 1000 + Number(statement.id === id) / 10_000,
    }));
  return scored.sort((a, b) => b.score - a.score)[0]?.statement;
}

function coverOf(statement: Statement, place: Span): number {
  const hull = hullOf(anchorSpans(statement));
  return hull ? intersectionOverUnion([hull], [place]) : 0;
}

const cueOf = ({ cue }: Statement, { text, title }: AnchorText): string =>
  cue.map((span) => wordsAt(span, text, title ?? '')).join(' … ');

/** A reading with one statement put right. */
export function withStatementChange(reading: Reading, statement: Statement, change: StatementChange): Reading {
  switch (change.kind) {
    case 'speaker': {
      const { to } = change;
      const speaker = to && { actor: to.id, name: to.name };
      const corrected: Statement = {
        ...statement,
        speaker,
        // Whoever was read together with the wrong one was read from the same words.
        jointly: [],
        // The reader has looked: what the program was unsure of is settled.
        confidence: 1,
        doubts: [],
        corrected: partsWith(statement, 'speaker'),
      };
      const changed = replaced(reading, statement.id, corrected);
      return to ? withActor(changed, to, []) : changed;
    }
    case 'stance':
      return replaced(reading, statement.id, {
        ...statement,
        stance: change.to,
        corrected: partsWith(statement, 'stance'),
      });
    case 'hide':
      return without(reading, statement);
  }
}

const partsWith = ({ corrected = [] }: Statement, part: CorrectedPart): readonly CorrectedPart[] => [
  ...new Set([...corrected, part]),
];

const replaced = (reading: Reading, id: string, by: Statement): Reading => ({
  ...reading,
  statements: reading.statements.map((one) => (one.id === id ? by : one)),
});

/** What stood inside the statement, and its figures, now stand in what it stood in. */
function without(reading: Reading, { id, parent }: Statement): Reading {
  return {
    ...reading,
    statements: reading.statements
      .filter((one) => one.id !== id)
      .map((one) => (one.parent === id ? { ...one, parent } : one)),
    figures: reading.figures.map((figure) => {
      if (figure.statement !== id) return figure;
      const { statement: _, ...rest } = figure;
      return parent === null ? rest : { ...rest, statement: parent };
    }),
  };
}
