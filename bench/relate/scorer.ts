import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { BenchSkipped } from '../row.ts';

/** The rows of a data file, `.jsonl` or `.jsonl.gz`. */
export function rowsOf<T>(benchDir: string, file: string): readonly T[] {
  const path = join(benchDir, 'data', file);
  if (!existsSync(path)) throw new BenchSkipped(`no data: ${path}`);
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes).toString('utf8') : bytes.toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** Runs a scorer of the data folder over predictions and gives back what it prints. */
export function scored(benchDir: string, scorer: string, { before, gold, predicted, after = [] }: ScorerCall): string {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-relate-'));
  try {
    const path = (name: string, rows: readonly object[]) => {
      writeFileSync(join(folder, name), rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      return join(folder, name);
    };
    const answer = spawnSync(
      process.execPath,
      [
        join(benchDir, 'score', scorer),
        ...before,
        path('gold.jsonl', gold),
        path('predicted.jsonl', predicted),
        ...after,
      ],
      { encoding: 'utf8' },
    );
    if (answer.status !== 0) throw new BenchSkipped(`${scorer} failed: ${answer.stderr.split('\n')[0]}`);
    return answer.stdout;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export type ScorerCall = {
  readonly before: readonly string[];
  readonly gold: readonly object[];
  readonly predicted: readonly object[];
  readonly after?: readonly string[];
};

/** Runs `work` and tells how many rows it did per CPU-second. */
export function timed<T>(rows: number, unit: string, work: () => T): { readonly value: T; readonly speed: string } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, speed: `${Math.round(rows / ((user + system) / 1e6)).toLocaleString('en')} ${unit}/s` };
}
