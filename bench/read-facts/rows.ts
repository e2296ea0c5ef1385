import { existsSync, readFileSync } from 'node:fs';
import { BenchSkipped } from '../row.ts';

/** The rows of a JSON Lines file; a missing one skips the bench with its name. */
export function rowsOf<T>(path: string): readonly T[] {
  if (!existsSync(path)) throw new BenchSkipped(`no ${path}`);
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Runs `work` and says how many characters it read in a CPU-second. */
export function timed<T>(characters: number, work: () => T): { readonly answer: T; readonly speed: string } {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { answer, speed: `${Math.round(characters / ((user + system) / 1e6) / 1000)} k characters/CPU-s` };
}

export const percent = (part: number, whole: number): string => (whole === 0 ? '–' : (100 * (part / whole)).toFixed(1));

export const lengthOf = (rows: readonly { readonly text: string }[]): number =>
  rows.reduce((sum, { text }) => sum + text.length, 0);
