import { readFileSync } from 'node:fs';
import type { PlaceMention } from '../../domain/reading.ts';
import { oneOf } from '../scan.ts';
import { candidatesIn, type NamedSpan } from './candidates.ts';
import { type Gazetteer, loadGazetteer, type Place } from './gazetteer.ts';
import { type Word, wordsOf } from './place-tokens.ts';
import { CITY_NOUNS, GOVERNMENT_NOUNS, GOVERNMENT_VERBS, STATE_OFFICES } from './place-words.ts';
import { best, type Candidate, type Scene, sceneOf } from './resolve.ts';
import { findSites } from './sites.ts';

const COUNTRY_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries(
    (
      JSON.parse(readFileSync(new URL('./country-words.json', import.meta.url), 'utf8')) as {
        words: Readonly<Record<string, readonly string[]>>;
      }
    ).words,
  ).flatMap(([country, words]) => words.map((word): [string, string] => [word, country])),
);

const tellsCountry = oneOf(COUNTRY_WORDS.keys());

export type PlaceContext = {
  readonly language?: string | null;
  /** ISO 3166-1 alpha-3 of the outlet: where its "Victoria" more likely lies. */
  readonly country?: string | undefined;
  readonly gazetteer?: Gazetteer;
};

const LEAST_POINTS = 1;

/** Counties are small enough to place a street by. */
const isCounty = (place: Place): boolean => place.kind === 'S' && place.thousands === COUNTY_THOUSANDS;
const COUNTY_THOUSANDS = 50;

/**
 * The places an English text names, in order, with country and point (the middle of a province or state). A name that many
 * places bear goes to the likeliest by the larger place beside it, the document's other places, nearness and people. Adjectives
 * ("Russian") and capitals that stand for a government are marked, and streets, squares and hospitals stand at the town they are near. `names`, where given, keep persons and bodies out.
 */
export function findPlaces(text: string, names?: readonly NamedSpan[], context: PlaceContext = {}): PlaceMention[] {
  if (context.language && !/^en\b/i.test(context.language)) return [];
  const words = wordsOf(text);
  const candidates = candidatesIn(words, context.gazetteer ?? loadGazetteer(), names);
  const scene = sceneOf(candidates, toldOf(words, context.country));
  const settled = new Map<string, Place>();
  for (const candidate of candidates) {
    const chosen = candidate.within && best(candidate, scene);
    if (chosen && !settled.has(keyOf(candidate))) settled.set(keyOf(candidate), chosen.place);
  }
  const mentions: PlaceMention[] = [];
  const towns: PlaceMention[] = [];
  const larger: PlaceMention[] = [];
  for (const candidate of candidates) {
    const place = settledFor(candidate, settled) ?? likely(candidate, scene);
    if (!place) continue;
    settled.set(keyOf(candidate), place);
    const mention = mentionOf(candidate, place);
    mentions.push(mention);
    if ((place.kind === 'P' && !mention.metonym) || isCounty(place)) towns.push(mention);
    if (place.kind === 'S') larger.push(mention);
  }
  const sites = findSites(words, mentions, towns, larger);
  const starts = new Set(sites.map(({ start }) => start));
  return [...mentions.filter(({ start }) => !starts.has(start)), ...sites].sort((a, b) => a.start - b.start);
}

/** What an outlet's own country weighs in names, and what a word that only one country's press uses. */
const OUTLET_WEIGHT = 1;
const WORD_WEIGHT = 0.5;

/** Countries that speak without being named: the outlet's, and those of "Taoiseach" and "lakh". */
function toldOf(words: readonly Word[], home: string | undefined): ReadonlyMap<string, number> {
  const told = new Map<string, number>(home ? [[home, OUTLET_WEIGHT]] : []);
  const seen = new Set<string>();
  for (const { text } of words) {
    if (!tellsCountry(text) || seen.has(text)) continue;
    const country = COUNTRY_WORDS.get(text)!;
    seen.add(text);
    told.set(country, (told.get(country) ?? 0) + WORD_WEIGHT);
  }
  return told;
}

const keyOf = (candidate: Candidate): string => candidate.text.toLowerCase() + (candidate.county ? ' county' : '');

/** One name is one place throughout an article, unless a larger place beside it says otherwise. */
function settledFor(candidate: Candidate, settled: ReadonlyMap<string, Place>): Place | undefined {
  const place = settled.get(keyOf(candidate));
  const office = STATE_OFFICES.has(candidate.after[0] ?? '');
  return place &&
    !candidate.within &&
    !office &&
    [...candidate.places, ...candidate.weak].some((other) => samePlace(place, other))
    ? place
    : undefined;
}

function likely(candidate: Candidate, scene: Scene): Place | undefined {
  const chosen = best(candidate, scene);
  return chosen && chosen.points >= LEAST_POINTS ? chosen.place : undefined;
}

const samePlace = (a: Place, b: Place): boolean => a.kind === b.kind && a.lat === b.lat && a.lon === b.lon;

function mentionOf(candidate: Candidate, place: Place): PlaceMention {
  return {
    start: candidate.start,
    end: candidate.end,
    name: place.kind === 'A' || place.kind === 'C' ? place.name : asSpoken(candidate.text),
    country: place.country || null,
    lat: place.lat,
    lon: place.lon,
    ...(place.kind === 'A' ? { adjective: true as const } : {}),
    ...(place.capital && standsForGovernment(candidate) ? { metonym: true as const } : {}),
    ...(candidate.inBody && place.kind !== 'A' ? { inName: true as const } : {}),
  };
}

/** A town keeps the name the article gives it, without the capitals of a dateline. */
const asSpoken = (name: string): string =>
  /^[\p{Lu}\s.'’-]{4,}$/u.test(name) && !name.includes('.')
    ? name.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase())
    : name;

const IN_PLACE = /^(?:in|at|near|outside|from|to|around|inside|into|across|through|central|downtown)$/;

/** What governments have with each other, before "between", "with" and "from". */
const BETWEEN =
  /^(?:talks|relations|ties|tensions?|dispute|war|agreement|deal|row|rivalry|contacts?|negotiations|pressure|support|aid|signals?|demands?|warnings?|criticism|order|orders|approval|permission|help|backing|funding|assistance|reaction|response)$/;

/** "Moscow said", "Washington's tough talk", "ties with Tehran", "according to Kyiv", "Paris, on the other hand, rejected". */
function standsForGovernment({ before, earlier, after, possessive }: Candidate): boolean {
  const led = earlier.at(-1) ?? '';
  if (before === 'to' && led === 'according') return true;
  if (before === 'both' && led === 'to' && earlier.at(-2) === 'according') return true;
  if (/^(?:between|from|to|for|by)$/.test(before) && BETWEEN.test(led)) return true;
  if (IN_PLACE.test(before)) return false;
  if (possessive)
    return (
      !after.slice(0, 2).some((word) => CITY_NOUNS.has(word)) &&
      after.slice(0, OWNED_WORDS).some((word) => GOVERNMENT_NOUNS.has(word))
    );
  return /^(?:with|by|against)$/.test(before) || acts(after);
}

/** Words in which what a government has may stand: "Washington's latest trade tactics". */
const OWNED_WORDS = 4;

/** Whether the verb behind a name, past an apposition and auxiliaries, is one of governments. */
function acts(after: readonly string[]): boolean {
  let at = 0;
  if (after[0] === ',') {
    const closing = after.indexOf(',', 1);
    if (closing < 0) return false;
    at = closing + 1;
  }
  while (
    /^(?:has|had|have|will|would|is|was|also|which|not|never|\p{L}+ly)$/u.test(after[at] ?? '') &&
    at < after.length
  )
    at++;
  return GOVERNMENT_VERBS.has(after[at] ?? '');
}
