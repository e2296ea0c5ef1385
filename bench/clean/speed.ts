import { cleanCapture } from '../../src/clean/clean.ts';
import { readPage, readRows } from '../../train/clean/pages.ts';

/**
 * Cleans all development pages one after the other and prints CPU seconds and peak memory as JSON; a process of its own, with
 * the options of `npm run stemma`.
 */
const benchDir = process.argv[2]!;
const pages = readRows(benchDir).map(({ id, corpus, file, url }) => ({ id, corpus, file, url, gold: {} }));
let seconds = 0;
for (const row of pages) {
  const bytes = readPage(benchDir, row);
  const before = process.cpuUsage();
  cleanCapture({ bytes, as: 'html', url: row.url });
  const { user, system } = process.cpuUsage(before);
  seconds += (user + system) / 1e6;
}
process.stdout.write(
  `${JSON.stringify({ pages: pages.length, seconds, memoryMb: Math.round(process.resourceUsage().maxRSS / 1024) })}\n`,
);
