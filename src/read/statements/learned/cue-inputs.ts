import { tableRows } from '../../../language/net/tables.ts';
import type { View } from './view.ts';

/** What the cue net sees of a word beside its state: a row in each of these tables. */
export const CUE_TABLES = tableRows({
  lemma: 4000,
  lexicon: 64,
  kind: 256,
  quote: 32,
  rule: 32,
  place: 16,
  relation: 64,
  above: 128,
});
export const CUE_INPUT_WIDTH = CUE_TABLES.count;

/** Writes {@link CUE_INPUT_WIDTH} rows a word into `rows`, from word `first` up to `end`. */
export function cueInputs(view: View, first: number, end: number, rows: Int32Array): void {
  const { lemma, lexicon, sort, shape, relation, head, ruleCue, rules } = view;
  const { row } = CUE_TABLES;
  for (let i = first, at = 0; i < end; i++, at += CUE_INPUT_WIDTH) {
    const rule = ruleCue[i]! > 0 ? rules[ruleCue[i]! - 1]! : 0;
    const up = head[i]!;
    rows[at] = row.lemma(lemma[i]!);
    rows[at + 1] = row.lexicon(lexicon[i]!);
    rows[at + 2] = row.kind(sort[i]! * 16 + shape[i]!);
    rows[at + 3] = row.quote(quotePlace(view, i));
    rows[at + 4] = row.rule(rule);
    rows[at + 5] = row.place(placeIn(view, i));
    rows[at + 6] = row.relation(relation[i]!);
    rows[at + 7] = row.above(up < 0 ? 1 : lexicon[up]!);
  }
}

/** In a quotation, at its first or last word, and whether it closes; outside, whether one has just ended or begins. */
export function quotePlace({ passage }: View, i: number): number {
  const { quotation, quotations, count } = passage;
  const own = quotation[i]!;
  if (own >= 0) {
    const { first, last, closed } = quotations[own]!;
    return 4 + (i === first ? 1 : i === last ? 2 : 0) * 2 + (closed ? 1 : 0);
  }
  const before = i > 0 && quotation[i - 1]! >= 0 ? 1 : i > 1 && quotation[i - 2]! >= 0 ? 2 : 0;
  const after = i + 1 < count && quotation[i + 1]! >= 0 ? 1 : i + 2 < count && quotation[i + 2]! >= 0 ? 2 : 0;
  return 10 + before * 3 + after;
}

/** First or last of its sentence, first of its paragraph. */
function placeIn({ passage }: View, i: number): number {
  const { sentence, sentenceFirst, paragraph } = passage;
  const first = sentenceFirst[sentence[i]!]!;
  const last = sentenceFirst[sentence[i]! + 1]! - 1;
  return (
    (i === first ? 1 : 0) +
    (i === last ? 2 : 0) +
    (i === 0 || paragraph[i - 1] !== paragraph[i] ? 4 : 0) +
    (i === first + 1 ? 8 : 0)
  );
}

/** Stretches of whole paragraphs that the cue net reads in one go. */
export function stretchesOf({ passage }: View): readonly (readonly [first: number, end: number])[] {
  const { paragraph, count } = passage;
  const stretches: [number, number][] = [];
  let first = 0;
  for (let i = 1; i <= count; i++) {
    const ends = i === count || paragraph[i] !== paragraph[i - 1];
    if (!ends && i - first < LONGEST_WORDS) continue;
    const open = stretches.at(-1);
    if (open && open[1] === first && i - open[0] <= STRETCH_WORDS) open[1] = i;
    else stretches.push([first, i]);
    first = i;
  }
  return stretches;
}
const STRETCH_WORDS = 160;
const LONGEST_WORDS = 320;
