import { type Around, aroundOf, GIVEN_NAMES, isDateline, opensLine } from './around.ts';
import type { Gazetteer, Place } from './gazetteer.ts';
import { placeKey } from './place-key.ts';
import { shouting, startsName, type Word } from './place-tokens.ts';
import { COMMON, NEVER, PLACE_NOUNS } from './place-words.ts';
import { type Candidate, distanceKm } from './resolve.ts';

export type NamedSpan = { readonly start: number; readonly end: number; readonly type: string };

/** Words, hyphens counted, that the longest name has. */
const LONGEST = 7;

/** Prepositions that persons stand behind as well as places. */
const ADDRESSED = /^(?:to|of|from|into|between|off)$/;

/**
 * The names in a text that some place bears, longest first at each word, with what stands around them. Where the article's
 * names are given, persons' names hold no places, and names of bodies only where the whole body is named for one.
 */
export function candidatesIn(
  words: readonly Word[],
  gazetteer: Gazetteer,
  names: readonly NamedSpan[] | undefined,
): Candidate[] {
  const hits: Hit[] = [];
  for (let at = 0; at < words.length; ) {
    const hit = startsName(words[at]) && words[at]!.lower !== 'the' ? longestAt(words, at, gazetteer) : undefined;
    if (hit) hits.push({ first: at, to: hit.to, places: hit.places, around: aroundOf(words, at, hit.to, hit.places) });
    at = hit ? hit.to : at + 1;
  }
  const { sure, persons } = evidenceOf(words, hits);
  const found: Candidate[] = [];
  let holds: Place | undefined;
  for (const [i, { first, to, places, around }] of hits.entries()) {
    const next = hits[i + 1];
    const named = holds;
    const within = next && joins(words, to, next.first) ? larger(places, next.places) : undefined;
    holds = within;
    const person = around.person || persons.has(words[first]!.lower);
    const allowed = [
      ...(within && !person ? places : readable(words, first, to, places, around, names, persons, sure)),
    ];
    if (named && !allowed.includes(named)) allowed.push(named);
    const weak =
      (around.opensSentence && to - first === 1) ||
      around.person ||
      NEVER.has(words[first]!.lower) ||
      persons.has(words[first]!.lower) ||
      around.body
        ? []
        : places.filter((place) => place.kind === 'P');
    if (allowed.length + weak.length > 0)
      found.push({ ...candidateOf(words, first, to, { allowed, weak }, around, within), holds: named });
  }
  return found;
}

type Hit = { readonly first: number; readonly to: number; readonly places: readonly Place[]; readonly around: Around };

/**
 * Which names the article surely means as places, and which as persons: "in Clinton, Iowa" against "Hillary Clinton", "Sen.
 * Clinton", "Clinton said". Whichever is told more often holds for all.
 */
function evidenceOf(
  words: readonly Word[],
  hits: readonly Hit[],
): { readonly sure: ReadonlySet<string>; readonly persons: ReadonlySet<string> } {
  const weight = new Map<string, number>();
  for (const { first, to, around } of hits) {
    const name = words[first]!.lower;
    const before = words[first - 1]?.lower ?? '';
    const said = to - first === 1 && SAID.test(words[to]?.lower ?? '');
    const inIt = around.supported && !ADDRESSED.test(before) && !words[to - 1]!.possessive && !said;
    const told = around.person ? -1 : inIt ? 1 : said ? -0.5 : 0;
    if (told !== 0) weight.set(name, (weight.get(name) ?? 0) + told);
  }
  const sure = new Set<string>();
  const persons = new Set<string>();
  for (const [name, told] of weight) (told > 0 ? sure : persons).add(name);
  return { sure, persons };
}

/** What persons do with words, and places seldom. */
const SAID =
  /^(?:said|says|told|asked|added|argued|tweeted|wrote|replied|explained|noted|insisted|joked|quipped|recalled|thinks|thought|himself|herself|who|whose)$/;

/** The longest run of words from `at` that is a name: hyphens count as spaces, a comma clings to the word before it. */
function longestAt(
  words: readonly Word[],
  at: number,
  gazetteer: Gazetteer,
): { readonly to: number; readonly places: readonly Place[] } | undefined {
  let hit: { to: number; places: readonly Place[] } | undefined;
  let hash: number | undefined;
  let key = '';
  for (let to = at + 1; to <= words.length && to - at <= LONGEST; to++) {
    const last = words[to - 1]!;
    const first = last.text.charCodeAt(0);
    if (first === HYPHEN || last.text === '–' || last.text === '‐') continue;
    if (first === COMMA) {
      hash = gazetteer.clung(hash!, ',');
      key += ',';
      continue;
    }
    if (!last.isWord) break;
    const piece = keyPiece(last, words[to]);
    hash = gazetteer.grown(hash, piece);
    key = key === '' ? piece : `${key} ${piece}`;
    if (to - at === 1 || startsName(last) || PLACE_NOUNS.has(last.lower) || ARTICLED.test(last.text)) {
      const places = gazetteer.under(hash, key);
      if (places.length > 0) hit = { to, places };
    }
    if (!gazetteer.mayGoOn(hash) && words[to]?.text !== ',') break;
  }
  return hit;
}

const HYPHEN = 45;
const COMMA = 44;
const ARTICLED = /^[dl]['’]\p{Lu}/u;

/** A word as the gazetteer's keys have it. */
function keyPiece(word: Word, next: Word | undefined): string {
  if (next?.isWord) {
    if (word.lower === 'st' || word.lower === 'st.') return 'saint';
    if (word.lower === 'mt' || word.lower === 'mt.') return 'mount';
  }
  let key = keys.get(word.text);
  if (key === undefined) {
    key = placeKey(word.text);
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(word.text, key);
  }
  return key;
}

/** Keys of the words seen last. */
const keys = new Map<string, string>();
const MOST_KEYS = 20_000;

const isGreat = (place: Place): boolean => place.kind !== 'P' || place.thousands >= 1500 || place.capital;

/** Which of the places the words around allow; none where the name is a person's, a body's or a plain word. */
function readable(
  words: readonly Word[],
  at: number,
  to: number,
  places: readonly Place[],
  around: Around,
  names: readonly NamedSpan[] | undefined,
  persons: ReadonlySet<string>,
  sure: ReadonlySet<string>,
): readonly Place[] {
  const first = words[at]!;
  const last = words[to - 1]!;
  const single = to - at === 1;
  const name = names?.find((span) => span.start < last.end && first.start < span.end);
  if (name?.type === 'PER' || (name?.type === 'ORG' && (name.start < first.start || name.end > last.end)))
    return places.filter((place) => place.kind === 'A' && name.type === 'ORG');
  const upper = first.text === first.text.toUpperCase() && first.text.length > 1;
  if (single && first.lower === 'us' && first.text !== 'US') return [];
  // "Ms" and "La" are no states, nor is any village bearing such a word meant.
  if (single && !upper && first.text.length < 4 && placeKey(first.text).length === 2) return [];
  if (single && first.text.length <= 3 && upper) {
    const postal = words[at - 1]?.text === ',' && startsName(words[at - 2]);
    return places.filter((place) => place.kind !== 'P' && (place.kind !== 'S' || postal));
  }
  const districted = PLACE_NOUNS.has(words[to]?.lower ?? '') && startsName(words[to]);
  if (single && NEVER.has(first.lower) && !(upper && around.supported) && !districted) return [];
  // "NATO", "TASS", and headlines in capitals: no small town but at the head of a report.
  if (shouting(first) && !isDateline(words, at, to) && !opensLine(words, at, to))
    return places.filter((place) => place.kind !== 'P' || place.thousands >= KNOWN_THOUSANDS);
  const common = single && COMMON.has(first.lower);
  if (single && GIVEN_NAMES.has(first.lower) && !common && !sure.has(first.lower))
    return places.filter((place) => place.kind === 'A' || isState(place) || (around.supported && isGreat(place)));
  if (around.person) return places.filter((place) => place.kind === 'A' || (isState(place) && !common));
  if (around.body && PAPER.test(words[to]!.lower)) return places.filter((place) => place.kind === 'A');
  if (around.body && !PLACE_NOUNS.has(words[to]!.lower))
    return places.filter(
      (place) =>
        place.kind === 'A' ||
        (!common && (isState(place) || place.thousands >= GREAT_THOUSANDS)) ||
        (isGreat(place) && PUBLIC_BODY.test(words[to]!.lower)),
    );
  if (persons.has(first.lower) && single && name?.type !== 'LOC')
    return places.filter((place) => place.kind === 'A' || isState(place) || (around.supported && isGreat(place)));
  if (around.supported || name?.type === 'LOC') return places;
  if (common)
    return places.filter(
      (place) =>
        place.kind === 'C' ||
        (place.capital && place.thousands >= 1000) ||
        (!around.opensSentence && (isState(place) || (place.kind === 'P' && place.thousands >= 500))),
    );
  if (sure.has(first.lower)) return places;
  // Unsupported: no village and no small town under a word of its own.
  return places.filter(
    (place) =>
      isGreat(place) || place.thousands >= (around.opensSentence ? 300 : 100) || (!single && place.thousands >= 20),
  );
}

const isState = (place: Place): boolean => place.kind === 'C' || place.kind === 'R' || place.kind === 'S';

/** What papers are called: "the Boston Globe" tells nothing of Boston. */
const PAPER =
  /^(?:globe|times|post|herald|tribune|journal|gazette|news|press|daily|mail|star|guardian|telegraph|independent|standard|observer|chronicle|sun|mirror|review|magazine|inquirer|examiner|bulletin|courier|dispatch)$/;

/** In capitals only cities of this size are known for what they are. */
const KNOWN_THOUSANDS = 300;

/** A body may be named for a city of this size. */
const GREAT_THOUSANDS = 50;

const PUBLIC_BODY = /^(?:police|court|council|parliament|airport|university|hospital|mayor)$/;

function candidateOf(
  words: readonly Word[],
  at: number,
  to: number,
  choices: { readonly allowed: readonly Place[]; readonly weak: readonly Place[] },
  around: Around,
  within: Place | undefined,
): Candidate {
  const county = /^(?:county|co)$/.test(words[to]?.lower ?? '') && words[at]!.text !== 'County';
  return {
    start: words[at]!.start,
    end: county ? words[to]!.end : words[to - 1]!.end,
    text: words
      .slice(at, to)
      .map((word) => word.text)
      .join(' '),
    places: choices.allowed,
    weak: choices.weak,
    within,
    county,
    supported: around.supported,
    inBody: around.body && !PLACE_NOUNS.has(words[to]!.lower),
    possessive: words[to - 1]!.possessive,
    before: words[at - 1]?.lower ?? '',
    earlier: words.slice(Math.max(0, at - 4), Math.max(0, at - 1)).map((word) => word.lower),
    after: words.slice(to, to + AFTER).map((word) => word.lower),
  };
}

/** Words behind a name that tell whether a government acts. */
const AFTER = 14;

/** A quarter of a city or a river may lie so far from the middle of its province. */
const PROVINCE_KM = 500;

/** The place after a comma, or in brackets, that is larger than the one before it: a state that holds a place of the name. */
function larger(here: readonly Place[], next: readonly Place[]): Place | undefined {
  const choices = next.filter((place) => place.kind === 'S' || place.kind === 'C');
  const fitting = choices.find((choice) =>
    here.some(
      (place) =>
        place.kind !== 'C' &&
        place.kind !== 'A' &&
        place.country === choice.country &&
        (choice.kind === 'C' ||
          choice.admin === place.admin ||
          (place.kind === 'R' && distanceKm([place.lat, place.lon], [choice.lat, choice.lon]) < PROVINCE_KM)),
    ),
  );
  return fitting ?? (here.some((place) => place.kind === 'P') && choices.length === 1 ? choices[0] : undefined);
}

function joins(words: readonly Word[], from: number, to: number): boolean {
  if (to - from > 3 || to === from) return false;
  const between = words
    .slice(from, to)
    .map((word) => word.lower)
    .join(' ');
  return /^(?:county |co |province )?(?:,|\(|, in|in)$/.test(between);
}
