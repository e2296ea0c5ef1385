import { join } from 'node:path';
import type { Bench } from './row.ts';

/** Runs one bench and prints its rows as one line of JSON; started by main.ts as a process of its own. */
const [name, benchDir] = process.argv.slice(2) as [string, string];
try {
  const bench = (await import(join(import.meta.dirname, name, 'main.ts'))) as Bench;
  const rows = await bench.run(benchDir);
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ rows: rows.map((row) => ({ memoryMb, ...row })) })}\n`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  if (!(error instanceof Error && error.name === 'BenchSkipped'))
    process.stderr.write(`${error instanceof Error ? error.stack : reason}\n`);
  process.stdout.write(`${JSON.stringify({ rows: [], skipped: reason })}\n`);
}
