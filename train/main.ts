import { join } from 'node:path';

const BENCH = process.env.STEMMA_BENCH ?? join(import.meta.dirname, '../../shared/bench');

/**
 * The door of `npm run train -- ROOM [STEP…]`. Each room trains its own models from the gold data in `STEMMA_BENCH` (else
 * `../shared/bench`) and writes them under `models/`, with progress on standard error.
 */
const ROOMS: Readonly<Record<string, (steps: readonly string[]) => Promise<number>>> = {
  language: async (steps) => (await import('./language/language.ts')).trainLanguage(steps),
  clean: async (steps) => (await import('./clean/main.ts')).train(steps),
  statements: async (steps) => (await import('./statements/statements.ts')).trainStatements(BENCH, steps),
};

const [room = '', ...steps] = process.argv.slice(2);
if (room in ROOMS) process.exitCode = await ROOMS[room]!(steps);
else {
  process.stderr.write(`npm run train -- ${Object.keys(ROOMS).join('|')} [STEP…]\n`);
  process.exitCode = 2;
}
