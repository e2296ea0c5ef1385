import type { Name } from './analysis.ts';
import { type Gazetteer, KNOWN } from './gazetteer.ts';
import type { Segments } from './segment.ts';
import { Casing, type Words } from './words.ts';

const PLACE = KNOWN.country | KNOWN.region | KNOWN.capital | KNOWN.bigCity;

/**
 * Names in a sentence whose language has no model: known places, and runs of two or more capitalised words inside the
 * sentence, of which nobody can say more than that they are names (MISC).
 */
export function namesByRule(
  segments: Segments,
  words: Words,
  gazetteer: Gazetteer,
  first: number,
  end: number,
): Name[] {
  const { tokenStart, tokenEnd } = segments;
  const known = new Uint8Array(segments.tokenCount);
  const place = new Uint8Array(segments.tokenCount);
  gazetteer.mark(words, first, end, known, place);
  const names: Name[] = [];
  const isCapital = (i: number) => words.casing[i] === Casing.initial || words.casing[i] === Casing.mixed;
  for (let i = first; i < end; ) {
    let last = i;
    if ((known[i]! & PLACE) !== 0) {
      while (place[last]! < 2 && last + 1 < end) last++;
      names.push({ start: tokenStart[i]!, end: tokenEnd[last]!, type: 'LOC' });
    } else if (isCapital(i)) {
      while (last + 1 < end && isCapital(last + 1) && known[last + 1] === 0) last++;
      if (last > i && i > first) names.push({ start: tokenStart[i]!, end: tokenEnd[last]!, type: 'MISC' });
    }
    i = last + 1;
  }
  return names;
}
