import { existsSync } from 'node:fs';
import { type BenchRow, BenchSkipped } from '../row.ts';
import { benchDirectory, print } from './gold.ts';
import { run as names } from './names.ts';
import { run as parsing } from './parsing.ts';
import { run as segmentation } from './segmentation.ts';
import { run as speed } from './speed.ts';

/** Words, sentences, tags, parses, names, and speed beside other libraries. */
export async function run(benchDir: string): Promise<readonly BenchRow[]> {
  if (!existsSync(benchDir)) throw new BenchSkipped(`there is no data at ${benchDir}`);
  return [
    ...(await segmentation(benchDir)),
    ...(await parsing(benchDir)),
    ...(await names(benchDir)),
    ...(await speed(benchDir)),
  ];
}

if (import.meta.main) print(await run(benchDirectory()));
