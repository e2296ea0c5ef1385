import type { Knowledge } from '../../domain/ports/knowledge.ts';
import { peopleIn } from './peoples.ts';
import { type KnownSpan, knownSpans, type PhraseWord, phraseWords } from './phrase.ts';
import { type PhrasePlace, placeIn } from './phrase-place.ts';
import { blocOf, lastOf, personSector, sectorByWords } from './phrase-sector.ts';
import { FORMER, LEFT_BY_LEAVING, NOBODY_NAMED, SHIP_PREFIX, STATE_RUN } from './sector-words.ts';

/**
 * Whom a phrase means: the known actor's name, or the phrase; its country (ISO alpha-3; `IGO`, `NGO` or `EUR` for bodies of
 * many states); its PLOVER sector. Null where the phrase tells neither; `UNK` where its words are common ones of no sector.
 */
export type PhraseActor = { readonly name: string; readonly country: string | null; readonly sector: string | null };

/**
 * Whom a phrase out of a text means ("Armenian Prime Minister", "members of the Knesset"). The head noun speaks first; nouns
 * that fit many sectors ("official", "leader") take it from what they belong to. `date` (ISO) decides which office is held.
 */
export function phraseActor(phrase: string, knowledge: Knowledge, date?: string): PhraseActor {
  const words = phraseWords(phrase);
  const ship = words.map(({ text }) => SHIP_PREFIX.get(text)).find((flag) => flag !== undefined);
  if (ship) return { name: phrase, country: ship, sector: 'MIL' };
  const all = knownSpans(words, knowledge);
  const place = placeIn(words, all);
  const spans = place ? all.filter((span) => !isPlaceInstead(span, place)) : all;
  const people = peopleIn(words);
  const person = spans.find(({ actor, by }) => actor.kind === 'person' && by !== 'demonym');
  const states = spans.filter(({ actor }) => actor.kind === 'state');
  const others = spans.filter(({ actor }) => actor.kind !== 'state' && actor.kind !== 'person');
  const country =
    person?.actor.country ??
    (person && blocOf(person.actor, date, knowledge)) ??
    nearest(words, [...states, ...others]) ??
    people?.country ??
    place?.country;
  const former = words.some(({ lower }) => FORMER.has(lower));
  const said = sectorByWords(words, { known: others, place, date });
  const byWords = said === 'JRN' && words.some(({ lower }) => STATE_RUN.has(lower)) ? 'GOV' : said;
  const sector = person ? personSector(person.actor, date, byWords, knowledge) : byWords;
  const left = former && sector !== undefined && LEFT_BY_LEAVING.has(sector);
  const named = person ?? others[0] ?? (states.length === 1 && covers(states[0]!, words) ? states[0] : undefined);
  return {
    name: named?.actor.name ?? phrase,
    country: country ?? null,
    sector: left ? 'ELI' : (sector ?? (people ? 'CVL' : withoutNouns(words, spans, place))),
  };
}

/** A longer place's name ("Northern Ireland"), or a great place that is somebody's surname too ("Lagos"). */
const isPlaceInstead = (span: KnownSpan, place: PhrasePlace): boolean =>
  span.first >= place.first &&
  span.last <= place.last &&
  (place.last - place.first > span.last - span.first || (span.by === 'surname' && place.isGreat));

/** The country of the first known actor in the head part, then in later parts; those who only back or lead it come last. */
function nearest(words: readonly PhraseWord[], spans: readonly KnownSpan[]): string | undefined {
  const rank = ({ first, actor }: KnownSpan) =>
    (words[first]!.fromAfar ? 1e4 : 0) + words[first]!.part * 100 + (actor.kind === 'state' ? 0 : 50) + first;
  const located = spans.filter(({ actor }) => actor.country ?? actor.bloc).sort((a, b) => rank(a) - rank(b));
  return located[0] && (located[0].actor.country ?? located[0].actor.bloc);
}

const covers = ({ first, last }: { readonly first: number; readonly last: number }, words: readonly PhraseWord[]) =>
  words.every(({ lower }, at) => (at >= first && at <= last) || lower === 'the');

/** A capital alone is its government, a town or a people in the plural those who live there; common words name no sector. */
function withoutNouns(
  words: readonly PhraseWord[],
  spans: readonly KnownSpan[],
  place: PhrasePlace | undefined,
): string | null {
  const only = spans.length === 1 && covers(spans[0]!, words) ? spans[0] : undefined;
  if (only?.by === 'metonym') return 'GOV';
  if (only?.by === 'demonym' && words[only.last]!.text.endsWith('s')) return 'CVL';
  if (only) return only.actor.sector ?? null;
  if (place && covers(place, words)) return place.sector;
  const head = words[lastOf(words, 0)];
  if (!head || spans.some(({ actor }) => actor.kind !== 'state')) return null;
  return NOBODY_NAMED.has(head.lower) || /^\p{Ll}/u.test(head.text) ? 'UNK' : null;
}
