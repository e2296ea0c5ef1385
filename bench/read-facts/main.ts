import type { BenchRow } from '../row.ts';
import { measureCost } from './cost.ts';
import { measureDemo } from './demo.ts';
import { measureEvents } from './events.ts';
import { measureExamples } from './examples.ts';
import { measurePlaces } from './places.ts';
import { measureBetween, measureDates, measureUndated } from './times.ts';

/** Dates, days of undated articles, places, events, and the facts of the five examples. */
export async function run(benchDir: string): Promise<readonly BenchRow[]> {
  return [
    ...(await measureDates(benchDir)),
    ...measureBetween(benchDir),
    measureUndated(benchDir),
    ...measurePlaces(benchDir),
    ...measureEvents(benchDir),
    ...measureExamples(benchDir),
    ...measureDemo(),
    ...measureCost(benchDir),
  ];
}
