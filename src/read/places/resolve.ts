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
  /** "X County": a district named for X. */
  readonly county: boolean;
  /** Preposition before, country after, or a noun such as "province": words that speak for a place. */
  readonly supported: boolean;
  readonly possessive: boolean;
  /** The word before the name in small letters, the words after it. */
  readonly before: string;
  readonly after: readonly string[];
};

/** What a document's own places say of where it plays. */
export type Scene = {
  readonly countries: ReadonlyMap<string, number>;
  readonly admins: ReadonlyMap<string, number>;
  readonly points: readonly (readonly [lat: number, lon: number])[];
  /** The province, named in the text, where most of it plays. */
  readonly province: Place | undefined;
};

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

const NEAR_KM = 300;

/** Another place of the scene nearby; not itself. */
const isNear = (point: readonly [number, number], place: Place): boolean =>
  distanceKm(point, [place.lat, place.lon]) < NEAR_KM && (point[0] !== place.lat || point[1] !== place.lon);

/** Likelihood in context: prior, the larger place named beside, the document's countries and provinces, nearness. */
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
  if (place.kind === 'S' && STATE_OFFICES.has(candidate.after[0] ?? '')) points += 5;
  const here = scene.countries.get(place.country) ?? 0;
  const all = [...scene.countries.values()].reduce((sum, count) => sum + count, 0);
  if (all > 0 && place.country !== '') points += (4 * here) / all + (here > 0 ? 1 : 0);
  if (place.kind !== 'C') points += Math.min(4, 2 * (scene.admins.get(`${place.country}.${place.admin}`) ?? 0));
  if (place.kind === 'P' && scene.points.some((point) => isNear(point, place))) points += 2;
  return points;
}

/** How often a province or its towns must be named before its small towns need no preposition. */
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
  for (const place of [...candidate.places, ...near]) {
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

const adminKey = (place: Place): string => `${place.country}.${place.admin}`;

/** Counts what the sure candidates say: states and their adjectives, provinces, great cities. */
export function sceneOf(candidates: readonly Candidate[], home: string | undefined): Scene {
  const countries = new Map<string, number>();
  const admins = new Map<string, number>();
  const points: (readonly [number, number])[] = [];
  const add = (map: Map<string, number>, key: string, count: number) => map.set(key, (map.get(key) ?? 0) + count);
  if (home) add(countries, home, 1);
  const provinces = new Map<string, Place>();
  const seen = new Set<string>();
  for (const candidate of candidates) {
    const key = `${candidate.text}|${candidate.within?.name ?? ''}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (candidate.places.length === 0) continue;
    const sorted = [...candidate.places].sort((a, b) => prior(b) - prior(a));
    const first = sorted[0]!;
    const lead = prior(first) - (sorted[1] ? prior(sorted[1]) : 0);
    const sure = first.kind !== 'P' ? lead > 1.5 : prior(first) > 5 && lead > 2;
    if (candidate.within) {
      add(countries, candidate.within.country, 1);
      if (candidate.within.kind === 'S') provinces.set(adminKey(candidate.within), candidate.within);
      if (candidate.within.kind === 'S') add(admins, `${candidate.within.country}.${candidate.within.admin}`, 1);
    }
    if (!sure) continue;
    if (first.kind === 'S') provinces.set(adminKey(first), first);
    if (first.country !== '') add(countries, first.country, first.kind === 'P' ? 0.7 : 1);
    if (first.kind === 'S' || first.kind === 'P') add(admins, `${first.country}.${first.admin}`, 1);
    if ((first.kind === 'P' || first.kind === 'S') && points.length < MOST_POINTS) points.push([first.lat, first.lon]);
  }
  const top = [...provinces.values()].sort(
    (a, b) => (admins.get(adminKey(b)) ?? 0) - (admins.get(adminKey(a)) ?? 0),
  )[0];
  return { countries, admins, points, province: top };
}
