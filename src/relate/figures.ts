import { shortHash } from '../domain/ids.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Figure } from '../domain/reading.ts';
import type { Dispute, FigureSeries } from '../domain/story.ts';
import table from './tables/counted.json' with { type: 'json' };
import { folded, stem, topicWords } from './words.ts';

type Placed = {
  readonly article: ReadArticle;
  readonly figure: Figure;
  readonly speaker: string | null;
  readonly thing: Thing;
};

/** What is counted: a class of things (`dead`, or the noun itself) and whose. */
type Thing = { readonly noun: string; readonly actors: readonly string[] };

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(table.things).flatMap(([thing, words]) => words.map((word) => [stem(word), thing] as const)),
);
const EMPTY: ReadonlySet<string> = new Set(table.empty.map(stem));

export type FiguresOfGroup = { readonly figures: readonly FigureSeries[]; readonly disputes: readonly Dispute[] };

/**
 * Lays figures about one thing side by side, oldest first, where at least two articles or speakers give one.
 * They are in conflict only where thing, place and time are the same and the values cannot both hold.
 */
export function figuresOf(articles: readonly ReadArticle[]): FiguresOfGroup {
  const placed = articles.flatMap(figuresIn);
  const series: FigureSeries[] = [];
  const disputes: Dispute[] = [];
  for (const values of Map.groupBy(
    placed,
    ({ figure, thing }) => `${figure.unit}|${thing.noun}|${thing.actors.join()}`,
  ).values()) {
    const inOrder = values.toSorted(
      (a, b) =>
        a.article.timeMs - b.article.timeMs ||
        (a.article.id < b.article.id ? -1 : 1) ||
        a.figure.start - b.figure.start,
    );
    if (new Set(inOrder.map(({ article, speaker }) => `${article.id}|${speaker ?? ''}`)).size < 2) continue;
    const against = conflicts(inOrder);
    series.push({
      counted: inOrder[0]!.figure.counted || inOrder[0]!.thing.noun,
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

function figuresIn(article: ReadArticle): readonly Placed[] {
  const speakers = new Map(
    article.reading.statements.map((statement) => [statement.id, statement.speaker?.name ?? null]),
  );
  return article.reading.figures.flatMap((figure) => {
    const thing = thingOf(article, figure);
    return thing
      ? [{ article, figure, thing, speaker: figure.statement ? (speakers.get(figure.statement) ?? null) : null }]
      : [];
  });
}

/** Characters after a figure in which its verb can stand: "12 people were killed". */
const VERB_WITHIN = 60;

function thingOf(article: ReadArticle, figure: Figure): Thing | undefined {
  const counted = topicWords(figure.counted);
  const clause = article.text.slice(figure.end, figure.end + VERB_WITHIN).split(/[.;,:]\s/u)[0] ?? '';
  const noun =
    counted.map((word) => CLASS_OF.get(word)).find((thing) => thing !== undefined) ??
    topicWords(clause)
      .map((word) => CLASS_OF.get(word))
      .find((thing) => thing !== undefined) ??
    counted.filter((word) => !EMPTY.has(word) && !/^\d/.test(word)).at(0);
  if (!noun) return undefined;
  const words = ` ${figure.counted
    .split(/[^\p{L}\p{N}]+/u)
    .map(folded)
    .join(' ')} `;
  const actors = article.reading.actors
    .filter((actor) =>
      [actor.name, ...actor.aliases].some((form) =>
        words.includes(
          ` ${form
            .split(/[^\p{L}\p{N}]+/u)
            .map(folded)
            .join(' ')} `,
        ),
      ),
    )
    .map((actor) => actor.id)
    .toSorted();
  return { noun, actors };
}

const DAY_MS = 86_400_000;
/** Two reports without a stated time speak of the same moment when they came out this close. */
const SAME_MOMENT_DAYS = 1;
/** "About 40" and "43" do not contradict each other. */
const ABOUT = 0.15;

function conflicts(values: readonly Placed[]): readonly (readonly [Placed, Placed])[] {
  const pairs: (readonly [Placed, Placed])[] = [];
  for (const [i, a] of values.entries())
    for (const b of values.slice(i + 1))
      if (sameMoment(a, b) && samePlace(a, b) && differentVoices(a, b) && !canBothHold(a.figure, b.figure))
        pairs.push([a, b]);
  return pairs;
}

const differentVoices = (a: Placed, b: Placed) =>
  a.article.id === b.article.id ? a.speaker !== b.speaker : a.speaker === null || a.speaker !== b.speaker;

const samePlace = (a: Placed, b: Placed) => folded(a.figure.place ?? '') === folded(b.figure.place ?? '');

function sameMoment(a: Placed, b: Placed): boolean {
  if (a.figure.when || b.figure.when) return a.figure.when === b.figure.when;
  if (a.article.id === b.article.id) return true;
  if (!a.article.published || !b.article.published) return false;
  return Math.abs(a.article.timeMs - b.article.timeMs) <= SAME_MOMENT_DAYS * DAY_MS;
}

function canBothHold(a: Figure, b: Figure): boolean {
  const [aFrom, aTo] = rangeOf(a);
  const [bFrom, bTo] = rangeOf(b);
  return aFrom <= bTo && bFrom <= aTo;
}

function rangeOf({ value, upTo, bound }: Figure): readonly [number, number] {
  const top = upTo ?? value;
  if (bound === 'atLeast' || bound === 'over') return [value, Number.POSITIVE_INFINITY];
  if (bound === 'atMost' || bound === 'under') return [0, top];
  if (bound === 'about') return [value * (1 - ABOUT), top * (1 + ABOUT)];
  return [value, top];
}

function disputeOf(a: Placed, b: Placed): Dispute {
  const side = ({ article, figure, speaker }: Placed) => ({
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
    confidence: a.figure.place && a.figure.when ? 0.7 : 0.5,
    why: `Two numbers for the same (${a.thing.noun}) at the same time`,
  };
}
