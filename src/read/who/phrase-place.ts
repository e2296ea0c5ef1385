import { loadGazetteer, type Place } from '../places/gazetteer.ts';
import { prior } from '../places/resolve.ts';
import { ORGANIZATION_WORD, TITLE } from './person-words.ts';
import type { KnownSpan, PhraseWord } from './phrase.ts';
import { sectorTerm } from './sector-words.ts';

const LONGEST_PLACE = 5;
/** A town of fewer thousands that stands alone is as likely somebody's name, before a noun as likely an adjective ("Arab states"). */
const KNOWN_TOWN_THOUSANDS = 15;
const KNOWN_MODIFIER_THOUSANDS = 60;
const LOCATIVE = new Set(['in', 'at', 'from', 'near', 'outside', 'inside', 'around']);

function leastThousands(words: readonly PhraseWord[], first: number, alone: boolean): number {
  if (LOCATIVE.has(words[first - 1]?.lower ?? '')) return 1;
  return alone || words[first]!.part > 0 ? KNOWN_TOWN_THOUSANDS : KNOWN_MODIFIER_THOUSANDS;
}

/** A town of so many thousands is meant before a person of that surname. */
const GREAT_TOWN_THOUSANDS = 300;
const NO_STATE = new Set(['', 'ATA']);

/** A place in a phrase, from word to word: its state, the sector it stands for where it stands alone, whether the world knows it. */
export type PhrasePlace = {
  readonly first: number;
  readonly last: number;
  readonly country: string;
  readonly sector: string | null;
  readonly isGreat: boolean;
};

/**
 * The likeliest place in a phrase ("Rakhine rebels", "Kyiv police"). Words of known actors are no places, but for states and
 * surnames, which may stand within one ("Northern Ireland", "Lagos"); nor are persons' names.
 */
export function placeIn(words: readonly PhraseWord[], spans: readonly KnownSpan[]): PhrasePlace | undefined {
  const taken = new Set<number>();
  for (const { first, last, actor, by } of spans)
    if (actor.kind !== 'state' && by !== 'surname') for (let at = first; at <= last; at++) taken.add(at);
  const isState = (first: number, last: number) =>
    spans.some((span) => span.actor.kind === 'state' && span.first <= first && span.last >= last);
  let best: (PhrasePlace & { readonly weight: number }) | undefined;
  for (let first = 0; first < words.length; first++) {
    if (taken.has(first) || !isName(words[first])) continue;
    for (let last = Math.min(words.length, first + LONGEST_PLACE) - 1; last >= first; last--) {
      if (taken.has(last) || isState(first, last) || !standsAsPlace(words, first, last)) continue;
      const run = words.slice(first, last + 1);
      const place = likeliest(run.map(({ text }) => text).join(' '));
      if (!place) continue;
      const alone = run.length === words.filter(({ lower }) => lower !== 'the').length;
      if (place.kind === 'P' && place.thousands < leastThousands(words, first, alone)) continue;
      const weight = prior(place);
      if (!best || weight > best.weight)
        best = {
          first,
          last,
          country: place.country,
          sector: place.kind === 'P' ? seatSector(place) : null,
          isGreat: place.kind !== 'P' || place.thousands >= GREAT_TOWN_THOUSANDS,
          weight,
        };
      break;
    }
  }
  return best;
}

/** A capital named alone is taken for its government, another town for its people. */
const seatSector = ({ capital }: Place): string => (capital ? 'GOV' : 'CVL');

const isName = (word: PhraseWord | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word.text);

/** Not behind a title, not inside a longer run of capitals, unless the run goes on with a noun for an organisation or a group. */
function standsAsPlace(words: readonly PhraseWord[], first: number, last: number): boolean {
  const before = words[first - 1];
  const behind = words[last + 1];
  if (before && TITLE.has(before.lower) && !sectorTerm([before.singular])?.sector) return false;
  if (isName(before) && before!.part === words[first]!.part && !isNoun(before!)) return false;
  if (!isName(behind) || behind!.part !== words[last]!.part) return true;
  return words.slice(last + 1).some((word) => word.part === words[last]!.part && isNoun(word));
}

const isNoun = (word: PhraseWord): boolean =>
  sectorTerm([word.singular]) !== undefined || ORGANIZATION_WORD.has(word.lower);

function likeliest(name: string): Place | undefined {
  const places = loadGazetteer()
    .named(name)
    .filter(({ country }) => !NO_STATE.has(country));
  return places.reduce<Place | undefined>(
    (best, place) => (!best || prior(place) > prior(best) ? place : best),
    undefined,
  );
}
