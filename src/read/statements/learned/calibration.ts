import type { Passage } from '../../passage.ts';
import { cueNoun, cueVerb } from '../cue-lexicon.ts';
import type { Learned, Rule, Words } from '../draft.ts';

/** Rules that find enough statements for their own weight. */
const TELLING_RULES: readonly Rule[] = [
  'quote-before',
  'quote-after',
  'that-clause',
  'bare-clause',
  'noun-phrase',
  'infinitive',
  'according-to',
  'noun-cue',
];

/** What the probability that a statement's words are right is worked out from (logistic regression over these, in this order). */
export function calibrationFeatures(
  passage: Passage,
  { head, cueP, roleP, leastP, sourceP, contentShare, speaksP, source, cue, content, draft }: Learned,
): readonly number[] {
  const inQuotes = share(content, (i) => passage.quotation[i]! >= 0);
  const agreement = draft ? overlap(draft.content, content) : 0;
  const sourceAgrees =
    draft && draft.source.length > 0 && source.length > 0 && overlap(draft.source, source) > 0 ? 1 : 0;
  const length = content.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  const lower = passage.lower[head]!;
  const known = cueVerb(lower);
  const [first, last] = [content[0]![0], content.at(-1)![1]];
  const next = passage.word[last + 1] ?? '.';
  const sourceLength = source.reduce((sum, [from, to]) => sum + to - from + 1, 0);
  const flag = (holds: boolean) => (holds ? 1 : 0);
  return [
    1,
    Math.max(-6, Math.min(8, logit(cueP))),
    Math.log(Math.max(0.01, leastP)),
    Math.max(-2, Math.min(8, logit(roleP))),
    Math.log(Math.max(0.01, sourceP)),
    Math.max(-4, Math.min(5, logit(contentShare))),
    flag(contentShare > 0.9),
    Math.min(0, contentShare - 0.6),
    source.length > 0 ? Math.max(-2, Math.min(6, logit(speaksP))) : 0,
    source.length > 0 ? 0 : Math.max(-6, Math.min(2, logit(speaksP))),
    flag(source.length > 0),
    flag(sourceLength === 1),
    flag(sourceLength > 8),
    flag(draft !== undefined),
    agreement,
    flag(agreement > 0.85),
    sourceAgrees,
    flag(inQuotes > 0.95),
    flag(inQuotes > 0),
    Math.min(5, Math.log(length)),
    flag(length <= 3),
    flag(draft?.kind === 'speech'),
    flag(content.length > 1),
    flag(known !== undefined),
    flag(known?.kind === 'speech'),
    flag(known?.kind === 'belief'),
    flag(cueNoun(lower) !== undefined),
    flag(cue[0]![0] < first),
    flag(passage.sentence[first] !== passage.sentence[head]),
    flag(/^[.!?”"]$/.test(next)),
    flag(passage.lower[first] === 'that' || /^["“]$/.test(passage.word[first]!)),
    flag(passage.lower[first] === 'to'),
    ...TELLING_RULES.map((rule) => flag(draft?.rule === rule)),
  ];
}

export const probabilityOf = (features: readonly number[], weights: ArrayLike<number>): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), 0)));

const logit = (p: number) => Math.log(Math.max(1e-6, p) / Math.max(1e-6, 1 - p));

function share(spans: readonly Words[], holds: (i: number) => boolean): number {
  let [inside, all] = [0, 0];
  for (const [first, last] of spans)
    for (let i = first; i <= last; i++) {
      all++;
      if (holds(i)) inside++;
    }
  return all > 0 ? inside / all : 0;
}

function overlap(a: readonly Words[], b: readonly Words[]): number {
  const size = (spans: readonly Words[]) => spans.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  let shared = 0;
  for (const [s, e] of a) for (const [x, y] of b) shared += Math.max(0, Math.min(e, y) - Math.max(s, x) + 1);
  return shared / (size(a) + size(b) - shared || 1);
}
