import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rows of a JSONL file of the shared data; none, said loudly, where it is missing. */
export function goldRows<T>(benchDir: string, path: string): readonly T[] {
  const file = join(benchDir, 'data', path);
  if (!existsSync(file)) {
    process.stderr.write(`bench: collect: ${path} is not at ${benchDir}; skipped.\n`);
    return [];
  }
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}
