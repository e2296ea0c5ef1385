import { PHRASES, type PhraseRule } from './phrases.ts';

/** Where a line stands: `head` before and `tail` after the full paragraphs of a text, `body` between them. */
export type Place = 'head' | 'body' | 'tail';

/** The wording rule that a whole line meets at its place, or undefined. The line has its white space folded. */
export function furnitureWording(line: string, place: Place): PhraseRule | undefined {
  if (line.length > 2500) return undefined;
  for (const rule of PHRASES) {
    if (line.length > rule.maxChars) continue;
    if (rule.where === 'tail' && place !== 'tail') continue;
    if (rule.where === 'edge' && place === 'body') continue;
    if (rule.pattern.test(line)) return rule;
  }
  return undefined;
}
