import { assembleKernel } from './kernel.ts';
import { trainNames } from './names.ts';
import { trainNet } from './net/train-net.ts';
import { trainWordClasses } from './word-classes.ts';

/** In the order in which they need each other. */
const STEPS: Readonly<Record<string, () => Promise<void>>> = {
  kernel: assembleKernel,
  words: trainWordClasses,
  net: trainNet,
  names: trainNames,
};

/** Rebuilds the named models, or all. Answers the exit code. */
export async function trainLanguage(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in STEPS));
  if (unknown.length > 0) {
    process.stderr.write(`There is no step ${unknown.join(', ')}; there are ${Object.keys(STEPS).join(', ')}.\n`);
    return 2;
  }
  for (const [name, step] of Object.entries(STEPS)) {
    if (names.length > 0 && !names.includes(name)) continue;
    const startedMs = Date.now();
    await step();
    process.stderr.write(`${name}: ${((Date.now() - startedMs) / 1000).toFixed(0)} s\n`);
  }
  return 0;
}
