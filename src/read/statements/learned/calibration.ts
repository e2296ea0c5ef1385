import type { Passage } from '../../passage.ts';
import type { Learned, Words } from '../draft.ts';

/** What the probability that a statement's words are right is worked out from (logistic regression over these, in this order). */
export function calibrationFeatures(
  passage: Passage,
  { cueP, roleP, leastP, sourceP, source, content, draft }: Learned,
): readonly number[] {
  const inQuotes = share(content, (i) => passage.quotation[i]! >= 0);
  const agreement = draft ? overlap(draft.content, content) : 0;
  const sourceAgrees =
    draft && draft.source.length > 0 && source.length > 0 && overlap(draft.source, source) > 0 ? 1 : 0;
  const length = content.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return [
    1,
    Math.max(-6, Math.min(8, logit(cueP))),
    Math.log(Math.max(0.01, leastP)),
    Math.max(-2, Math.min(8, logit(roleP))),
    Math.log(Math.max(0.01, sourceP)),
    source.length > 0 ? 1 : 0,
    source.length > 0 && source[0]![0] === source[0]![1] ? 1 : 0,
    draft ? 1 : 0,
    agreement,
    agreement > 0.85 ? 1 : 0,
    sourceAgrees,
    inQuotes > 0.95 ? 1 : 0,
    inQuotes > 0 ? 1 : 0,
    Math.min(5, Math.log(length)),
    draft?.kind === 'speech' ? 1 : 0,
    content.length > 1 ? 1 : 0,
  ];
}

export const probabilityOf = (features: readonly number[], weights: readonly number[]): number =>
  1 / (1 + Math.exp(-features.reduce((sum, value, k) => sum + value * weights[k]!, 0)));

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
