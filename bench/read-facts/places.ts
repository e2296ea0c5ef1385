import { join } from 'node:path';
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
type PlacesRow = { readonly id: string; readonly text: string; readonly toponyms: readonly Toponym[] };

/** The distance within which a toponym counts as resolved, as in the literature (100 miles). */
const NEAR_KM = 161;

/** Toponyms with coordinates: found at all, and found within 161 km. No names are given, as in `--as-is`. */
export function measurePlaces(benchDir: string): readonly BenchRow[] {
  findPlaces('Paris');
  return ['trnews', 'geowebnews'].map((set) => {
    const rows = rowsOf<PlacesRow>(join(benchDir, `data/places/${set}.jsonl`));
    const { answer, speed } = timed(lengthOf(rows), () => rows.map(({ text }) => findPlaces(text)));
    let gold = 0;
    let found = 0;
    let near = 0;
    let extra = 0;
    rows.forEach(({ toponyms }, i) => {
      const places = answer[i]!;
      extra += places.filter((place) => !toponyms.some((t) => t.start < place.end && place.start < t.end)).length;
      for (const { start, end, lat, lon } of toponyms) {
        if (lat === null || lon === null || lat === undefined) continue;
        gold++;
        const here = places.filter((place) => place.start < end && start < place.end);
        if (here.length > 0) found++;
        if (here.some((place) => distanceKm([place.lat!, place.lon!], [Number(lat), Number(lon)]) <= NEAR_KM)) near++;
      }
    });
    return {
      task: 'places',
      data: `${set} (${gold} toponyms)`,
      rows: rows.length,
      score: `within 161 km ${percent(near, gold)} % of all, ${percent(near, found)} % of those found; ${extra} besides`,
      speed,
    };
  });
}
