import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { PlaceMention } from '../../src/domain/reading.ts';
import { findPlaces } from '../../src/read/places/places.ts';
import { distanceKm } from '../../src/read/places/resolve.ts';
import type { BenchRow } from '../row.ts';
import { lengthOf, percent, rowsOf, timed } from './rows.ts';

type Toponym = {
  readonly start: number;
  readonly end: number;
  readonly lat: string | null;
  readonly lon: string | null;
};
type PlacesRow = {
  readonly id: string;
  readonly text: string;
  readonly toponyms: readonly Toponym[];
};

/** The distance within which a toponym counts as resolved, as in the literature (100 miles). */
const NEAR_KM = 161;

const SETS = ['trnews', 'geowebnews'];

/**
 * Toponyms with coordinates: found at all, and found within 161 km, in the half that is looked at while building and in the
 * half that is only scored (by a hash of the id). No names are given, as in `--as-is`.
 */
export function measurePlaces(benchDir: string): readonly BenchRow[] {
  findPlaces('Paris');
  return SETS.flatMap((set) => {
    const rows = rowsOf<PlacesRow>(join(benchDir, `data/places/${set}.jsonl`));
    const { answer, speed } = timed(lengthOf(rows), () => rows.map(({ text }) => findPlaces(text)));
    const of = (kept: (row: PlacesRow) => boolean) =>
      countsOf(rows.flatMap((row, i) => (kept(row) ? [{ row, places: answer[i]! }] : [])));
    const all = of(() => true);
    return [
      { task: 'places', data: `${set} (${all.gold} toponyms)`, rows: rows.length, score: told161(all), speed },
      ...['looked at', 'held back'].map((half, i) => {
        const counts = of((row) => halfOf(row.id) === i);
        return {
          task: 'places',
          data: `${set}, ${half} (${counts.gold})`,
          rows: counts.articles,
          score: told161(counts),
        };
      }),
    ];
  });
}

/** 0 for the half that was looked at while building, 1 for the half that was only scored. */
const halfOf = (id: string): number =>
  Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 8), 16) % 2;

type Counts = {
  readonly articles: number;
  readonly gold: number;
  readonly found: number;
  readonly near: number;
  readonly besides: number;
};

function countsOf(read: readonly { row: PlacesRow; places: readonly PlaceMention[] }[]): Counts {
  let [gold, found, near, besides] = [0, 0, 0, 0];
  for (const { row, places } of read) {
    besides += places.filter((place) => !row.toponyms.some((t) => t.start < place.end && place.start < t.end)).length;
    for (const { start, end, lat, lon } of row.toponyms) {
      if (lat === null || lon === null || lat === undefined) continue;
      gold++;
      const here = places.filter((place) => place.start < end && start < place.end);
      if (here.length > 0) found++;
      if (here.some((place) => distanceKm([place.lat!, place.lon!], [Number(lat), Number(lon)]) <= NEAR_KM)) near++;
    }
  }
  return { articles: read.length, gold, found, near, besides };
}

const told161 = ({ gold, found, near, besides }: Counts): string =>
  `within 161 km ${percent(near, gold)} % of all, ${percent(near, found)} % of those found; ${besides} besides`;
