import type { Place } from './gazetteer.ts';
import { STATE_OFFICES } from './place-words.ts';

/** A name in the text with the places it may be. `within` names the larger place that stands beside it ("Torrington, Conn."). */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly places: readonly Place[];
  /** Towns of the name that count only where the text plays in their province. */
  readonly weak: readonly Place[];
  readonly within?: Place | undefined;
  /** This is the larger place that stands beside the name before it. */
  readonly holds?: Place | undefined;
  /** Part of the name of a body: "Brask International Film Festival". */
  readonly inBody: boolean;
  /** "X County": a district named for X. */
  readonly county: boolean;
  /** Preposition before, country after, or a noun such as "province": words that speak for a place. */
  readonly supported: boolean;
  readonly possessive: boolean;
  /** The word before the name in small letters, the words after it. */
  readonly before: string;
  /** Up to three words before that one. */
  readonly earlier: readonly string[];
  readonly after: readonly string[];
};

/** What a document's own places, its words and its outlet say of where it plays. */
export type Scene = {
  readonly countries: ReadonlyMap<string, number>;
  readonly admins: ReadonlyMap<string, number>;
  /** All that was given to countries. */
  readonly weight: number;
  readonly points: readonly Point[];
  /** The province, named in the text, where most of it plays. */
  readonly province: Place | undefined;
  /** What each name said itself, which must not count for it. */
  readonly own: ReadonlyMap<string, Votes>;
};

type Point = { readonly name: string; readonly lat: number; readonly lon: number };
type Votes = { readonly countries: ReadonlyMap<string, number>; readonly admins: ReadonlyMap<string, number> };

const KIND_WEIGHT: Readonly<Record<Place['kind'], number>> = { C: 12, R: 10.5, S: 8, P: 0, A: 11 };

/** How likely a place is before any context: states above cities, cities by the logarithm of their people. */
export function prior(place: Place): number {
  if (place.kind === 'C' || place.kind === 'R') return KIND_WEIGHT[place.kind];
  if (place.kind !== 'P') return KIND_WEIGHT[place.kind] + Math.log10(place.thousands + 1) - 3;
  return Math.log10(place.thousands + 0.5) * 2 + (place.capital ? 3 : 0);
}

const EARTH_KM = 6371;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Great-circle distance in kilometres. */
export function distanceKm(a: readonly [number, number], b: readonly [number, number]): number {
  const [lat1, lon1, lat2, lon2] = [radians(a[0]), radians(a[1]), radians(b[0]), radians(b[1])];
  const h = Math.sin((lat2 - lat1) / 2) ** 2 + Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Another place of the scene so near speaks for a town. */
const NEAR_KM = 150;
/** No town further than this in latitude is near: spares the sines. */
const NEAR_DEGREES = 1.4;

const keyOf = (candidate: Candidate): string => `${candidate.text}|${candidate.within?.name ?? ''}`;
const adminKey = (place: Place): string => `${place.country}.${place.admin}`;

/** Likelihood in context: prior, the larger place named beside, the document's other countries and provinces, nearness. */
export function score(place: Place, candidate: Candidate, scene: Scene): number {
  const { within } = candidate;
  let points = prior(place);
  if (within) {
    const same =
      within.kind === 'C' || within.kind === 'A'
        ? place.country === within.country
        : place.country === within.country && (within.admin === '' || place.admin === within.admin);
    points += same && place !== within ? 14 : -4;
  }
  if (place === candidate.holds) points += 6;
  if (place.kind === 'S' && STATE_OFFICES.has(candidate.after[0] ?? '')) points += 5;
  const key = keyOf(candidate);
  const own = scene.own.get(key);
  if (place.country !== '') {
    const here = (scene.countries.get(place.country) ?? 0) - (own?.countries.get(place.country) ?? 0);
    const all = scene.weight - (own ? 1 : 0);
    if (here > 0.05) points += (5 * here) / Math.max(1, all) + Math.min(1, here);
  }
  if (place.kind !== 'C' && place.admin !== '') {
    const admin = adminKey(place);
    points += Math.min(4, 2 * Math.max(0, (scene.admins.get(admin) ?? 0) - (own?.admins.get(admin) ?? 0)));
  }
  if (place.kind === 'P' && scene.points.some((point) => isNear(point, place, candidate.text))) points += 2;
  return points;
}

const isNear = (point: Point, place: Place, name: string): boolean =>
  Math.abs(point.lat - place.lat) < NEAR_DEGREES &&
  point.name !== name &&
  distanceKm([point.lat, point.lon], [place.lat, place.lon]) < NEAR_KM;

/** How much a province or its towns must be named before its small towns need no preposition. */
const ENOUGH_MENTIONS = 2;

/** So many places are enough to say where a text plays. */
const MOST_POINTS = 200;

/** A city of this size is not moved into a province that stands beside its name by chance. */
const GREAT_THOUSANDS = 300;

/** The best place of a candidate. A county goes to the place it is named for, inside the province the text plays in. */
export function best(
  candidate: Candidate,
  scene: Scene,
): { readonly place: Place; readonly points: number } | undefined {
  let chosen: { place: Place; points: number } | undefined;
  const near = candidate.weak.filter((place) => (scene.admins.get(adminKey(place)) ?? 0) >= ENOUGH_MENTIONS);
  for (const place of near.length > 0 ? [...candidate.places, ...near] : candidate.places) {
    const points =
      score(place, candidate, scene) - (candidate.county && (place.kind !== 'P' || place.country === 'GBR') ? 6 : 0);
    if (!chosen || points > chosen.points) chosen = { place, points };
  }
  const { within, county } = candidate;
  const province = within?.kind === 'S' ? within : county ? scene.province : undefined;
  const inside =
    chosen && province && chosen.place.country === province.country && chosen.place.admin === province.admin;
  const small = chosen?.place.kind === 'P' && chosen.place.thousands < GREAT_THOUSANDS;
  return province && !inside && (county || small)
    ? { place: { ...province, name: candidate.text }, points: 1 }
    : chosen;
}

const NOWHERE: Scene = {
  countries: new Map(),
  admins: new Map(),
  weight: 0,
  points: [],
  province: undefined,
  own: new Map(),
};

/**
 * Where a text plays. Each name gives one vote, shared among its places by their likelihood: first by size alone, then once
 * more in the light of what the other names voted for. `told` are countries that the outlet or the words speak for.
 */
export function sceneOf(candidates: readonly Candidate[], told: ReadonlyMap<string, number>): Scene {
  const names = new Map<string, Candidate>();
  for (const candidate of candidates)
    if (candidate.places.length > 0 && !names.has(keyOf(candidate))) names.set(keyOf(candidate), candidate);
  return voted(names, voted(names, NOWHERE, told), told);
}

/** Above this share of its name's vote a place is a point of the scene. */
const SURE = 0.6;
/** A place of this prior is known well enough for a whole vote; villages give less. */
const WELL_KNOWN = 5;
/** So many times likelier is what scores one point more. */
const STEEPNESS = 2;

function voted(names: ReadonlyMap<string, Candidate>, scene: Scene, told: ReadonlyMap<string, number>): Scene {
  const countries = new Map<string, number>(told);
  const admins = new Map<string, number>();
  const own = new Map<string, Votes>();
  const points: Point[] = [];
  const provinces = new Map<string, Place>();
  let weight = [...told.values()].reduce((sum, count) => sum + count, 0);
  const add = (map: Map<string, number>, key: string, count: number) => map.set(key, (map.get(key) ?? 0) + count);
  for (const [key, candidate] of names) {
    const scores = candidate.places.map((place) => score(place, candidate, scene));
    const top = Math.max(...scores);
    const shares = scores.map((points) => STEEPNESS ** (points - top));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const trust = Math.min(1, Math.max(0.1, top / WELL_KNOWN));
    const votes = { countries: new Map<string, number>(), admins: new Map<string, number>() };
    candidate.places.forEach((place, i) => {
      const share = (trust * shares[i]!) / all;
      if (share < 0.02) return;
      if (place.country !== '') add(votes.countries, place.country, share);
      if (place.kind === 'S' || place.kind === 'P') add(votes.admins, adminKey(place), share);
      if (shares[i]! / all < SURE || place.kind === 'C' || place.kind === 'A') return;
      if (place.kind === 'S') provinces.set(adminKey(place), place);
      if (points.length < MOST_POINTS && top > 2) points.push({ name: candidate.text, lat: place.lat, lon: place.lon });
    });
    const { within } = candidate;
    if (within) {
      add(countries, within.country, 1);
      weight++;
      if (within.kind === 'S') {
        add(admins, adminKey(within), 1);
        provinces.set(adminKey(within), within);
      }
    }
    for (const [country, share] of votes.countries) {
      add(countries, country, share);
      weight += share;
    }
    for (const [admin, share] of votes.admins) add(admins, admin, share);
    own.set(key, votes);
  }
  const province = [...provinces.values()].sort(
    (a, b) => (admins.get(adminKey(b)) ?? 0) - (admins.get(adminKey(a)) ?? 0),
  )[0];
  return { countries, admins, weight, points, province, own };
}
