import { segment } from '../../src/language/language.ts';
import { kindOf, NAME_KINDS, placeOf } from '../../src/language/name-labels.ts';
import { seeded } from './corpus.ts';
import { labelsOf, type NamedText } from './named-text.ts';

type Spot = { readonly start: number; readonly end: number; readonly type: string };

/** The names that a text is labelled with, as offsets. */
export function spotsOf({ segments, labels }: NamedText): Spot[] {
  const spots: Spot[] = [];
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === 0) continue;
    let last = i;
    while (last + 1 < labels.length && placeOf(labels[last]!) < 2) last++;
    spots.push({
      start: segments.tokenStart[i]!,
      end: segments.tokenEnd[last]!,
      type: NAME_KINDS[kindOf(labels[i]!)]!,
    });
    i = last;
  }
  return spots;
}

/**
 * Copies of sentences with their names changed for others of the same kind (mention replacement, Dai & Adel, 2020), so that the
 * model learns what stands around a name and not only the names of a small corpus. Other names come from all sets and, for
 * places, from `places`; a person gets the forename of one and the surname of another. The same seed, the same copies.
 */
export function withOtherNames(texts: readonly NamedText[], places: readonly string[], seed: number): NamedText[] {
  const random = seeded(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const pools = poolsOf(texts);
  const other = (type: string, words: string): string => {
    if (type === 'LOC' && random() < 0.5) return pick(places);
    if (type !== 'PER') return pick(pools.get(type)!);
    const parts = words.split(' ').length;
    return parts === 1 ? pick(pools.get('surname')!) : `${pick(pools.get('forename')!)} ${pick(pools.get('surname')!)}`;
  };
  return texts.flatMap((text) => {
    const copies: NamedText[] = [];
    for (const sentence of sentencesWithNames(text)) {
      let made = '';
      let at = sentence.start;
      const spots: Spot[] = [];
      for (const spot of sentence.spots) {
        made += text.segments.text.slice(at, spot.start);
        const words = text.segments.text.slice(spot.start, spot.end);
        const name = random() < 0.75 ? other(spot.type, words) : words;
        spots.push({ start: made.length, end: made.length + name.length, type: spot.type });
        made += name;
        at = spot.end;
      }
      made += text.segments.text.slice(at, sentence.end);
      const segments = segment(made);
      copies.push({ set: 'other names', segments, labels: labelsOf(segments, spots), marksMisc: text.marksMisc });
    }
    return copies;
  });
}

function poolsOf(texts: readonly NamedText[]): Map<string, string[]> {
  const pools = new Map<string, string[]>();
  const add = (pool: string, name: string): void => void (pools.get(pool) ?? pools.set(pool, []).get(pool)!).push(name);
  for (const text of texts)
    for (const { start, end, type } of spotsOf(text)) {
      const name = text.segments.text.slice(start, end);
      if (!/^\p{Lu}/u.test(name)) continue;
      add(type, name);
      const parts = name.split(' ');
      if (type !== 'PER' || parts.length < 2 || parts.length > 3) continue;
      add('forename', parts[0]!);
      add('surname', parts.at(-1)!);
    }
  return pools;
}

function sentencesWithNames(text: NamedText): { start: number; end: number; spots: Spot[] }[] {
  const { sentenceCount, sentenceFirstToken, tokenStart, tokenEnd } = text.segments;
  const spots = spotsOf(text);
  return Array.from({ length: sentenceCount }, (_, s) => {
    const start = tokenStart[sentenceFirstToken[s]!]!;
    const end = tokenEnd[sentenceFirstToken[s + 1]! - 1]!;
    return { start, end, spots: spots.filter((spot) => spot.start >= start && spot.end <= end) };
  }).filter((sentence) => sentence.spots.length > 0);
}
