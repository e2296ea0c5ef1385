import type { Speaker } from '../who/speaker.ts';
import type { Draft } from './draft.ts';
import rates from './rule-rates.json' with { type: 'json' };

/**
 * The probability that speaker and words of a statement are right, and for readers why it is not certain. The words' part is
 * calibrated on held-back articles; the speaker's part is how surely the source phrase stands for one actor.
 */
export function confidenceOf(
  draft: Draft,
  speaker: Speaker | undefined,
): { readonly confidence: number; readonly doubts: readonly string[] } {
  const words = draft.sure?.right ?? (rates.rules as Readonly<Record<string, number>>)[draft.rule] ?? 0.5;
  const doubts: string[] = [];
  if (words < 0.7) doubts.push('where the words begin and end is uncertain');
  if (!speaker) doubts.push(draft.source.length === 0 ? 'nobody is named as the speaker' : 'who speaks is not clear');
  else if (speaker.doubt) doubts.push(speaker.doubt);
  return { confidence: Math.round(words * (speaker?.p ?? 0.4) * 100) / 100, doubts };
}
