import { shortHash } from '../domain/ids.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Dispute, FigureSeries } from '../domain/story.ts';
import { countedKey } from './counted.ts';
import { figureConflicts, type PlacedFigure } from './figure-conflicts.ts';

export type FiguresOfGroup = { readonly figures: readonly FigureSeries[]; readonly disputes: readonly Dispute[] };

/**
 * Lays figures about one thing side by side, oldest first, where at least two voices give one (a republished text is one voice).
 * They are in conflict only where thing, place and time are the same and the values cannot both hold.
 */
export function figuresOf(articles: readonly ReadArticle[], families: ReadonlyMap<string, string>): FiguresOfGroup {
  const series: FigureSeries[] = [];
  const disputes: Dispute[] = [];
  for (const values of filed(articles, families).values()) {
    const inOrder = values.toSorted(
      (a, b) =>
        a.article.timeMs - b.article.timeMs ||
        (a.article.id < b.article.id ? -1 : 1) ||
        a.figure.start - b.figure.start,
    );
    if (new Set(inOrder.map(({ family, speaker }) => `${family}|${speaker ?? ''}`)).size < 2) continue;
    const against = figureConflicts(inOrder);
    series.push({
      counted: inOrder[0]!.figure.counted || inOrder[0]!.noun,
      values: inOrder.map(({ article, figure, speaker }) => ({
        article: article.id,
        span: [figure.start, figure.end],
        value: figure.value,
        ...(figure.upTo === undefined ? {} : { upTo: figure.upTo }),
        speaker,
      })),
      conflict: against.length > 0,
    });
    disputes.push(...against.map(([a, b]) => disputeOf(a, b)));
  }
  return { figures: series, disputes };
}

function filed(
  articles: readonly ReadArticle[],
  families: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly PlacedFigure[]> {
  const files = new Map<string, PlacedFigure[]>();
  for (const article of articles) {
    const speakers = new Map(article.reading.statements.map(({ id, speaker }) => [id, speaker?.name ?? null]));
    for (const figure of article.reading.figures) {
      const counted = countedKey(article, figure);
      if (!counted) continue;
      const speaker = figure.statement ? (speakers.get(figure.statement) ?? null) : null;
      const placed = {
        article,
        figure,
        speaker,
        family: families.get(article.id) ?? article.id,
        noun: counted.noun,
        isPart: counted.isPart,
      };
      const file = files.get(counted.key);
      if (file) file.push(placed);
      else files.set(counted.key, [placed]);
    }
  }
  return files;
}

/** Place and time both stated leave less room for a misunderstanding. */
const STATED = 0.7;
const UNSTATED = 0.5;
/** Two numbers in the outlets' own voices may still mean different things. */
const NOBODY_NAMED = 0.4;

function disputeOf(a: PlacedFigure, b: PlacedFigure): Dispute {
  const side = ({ article, figure, speaker }: PlacedFigure) => ({
    article: article.id,
    ...(figure.statement ? { statement: figure.statement } : {}),
    span: [figure.start, figure.end] as const,
    quote: article.text.slice(figure.start, figure.end),
    speaker,
    stance: 'asserts' as const,
  });
  return {
    id: shortHash('dispute', 'figure', a.article.id, String(a.figure.start), b.article.id, String(b.figure.start)),
    claim: null,
    kind: 'figure',
    sides: [side(a), side(b)],
    confidence:
      a.speaker === null && b.speaker === null ? NOBODY_NAMED : a.figure.place && a.figure.when ? STATED : UNSTATED,
    why: `Two numbers for the same (${a.figure.counted || b.figure.counted || a.noun}) at the same time`,
  };
}
