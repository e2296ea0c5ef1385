import type { BenchRow } from '../row.ts';
import { feedCases } from './feed-cases.ts';
import { feedSpeed } from './feed-speed.ts';
import { addresses, robots } from './hostile.ts';
import { killedRounds, wholeRound } from './rounds.ts';

/** Feeds, robots.txt, hostile addresses, and whole rounds over real HTTP against a local town of newspapers. */
export async function run(benchDir: string): Promise<BenchRow[]> {
  return [
    ...feedCases(benchDir),
    feedSpeed(),
    ...robots(benchDir),
    ...(await addresses(benchDir)),
    ...(await wholeRound()),
    ...(await killedRounds()),
  ];
}
