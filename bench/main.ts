import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BenchRow } from './row.ts';
import { printTable } from './table.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean' }, json: { type: 'boolean' } },
});
const benches = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, 'main.ts')))
  .map((entry) => entry.name)
  .sort();

if (values.help) {
  process.stdout.write(
    `Usage: npm run bench [-- [--json] NAME…]\n\nMeasures: ${benches.join(', ')}. Data: STEMMA_BENCH, or ../shared/bench.\n`,
  );
} else {
  await main(positionals.length ? positionals : benches);
}

async function main(names: readonly string[]): Promise<void> {
  const benchDir = resolve(process.env.STEMMA_BENCH ?? join(here, '..', '..', 'shared', 'bench'));
  if (!existsSync(benchDir))
    process.stderr.write(`bench: no data at ${benchDir} (set STEMMA_BENCH); what needs it is skipped.\n`);
  const rows: BenchRow[] = [];
  const skipped: string[] = [];
  for (const name of names) {
    if (!benches.includes(name)) {
      process.stderr.write(`bench: there is no ${name}; there are ${benches.join(', ')}.\n`);
      process.exitCode = 2;
      return;
    }
    process.stderr.write(`bench: ${name} …\n`);
    const answer = await measure(name, benchDir);
    rows.push(...answer.rows);
    if (answer.skipped) skipped.push(`${name}: ${answer.skipped}`);
  }
  process.stdout.write(values.json ? `${JSON.stringify({ rows, skipped }, null, 2)}\n` : printTable(rows));
  for (const line of skipped) process.stdout.write(`skipped: ${line}\n`);
}

/** Each bench runs in a process of its own, so that its peak memory is its own. */
function measure(name: string, benchDir: string): Promise<{ rows: readonly BenchRow[]; skipped?: string }> {
  return new Promise((settle) => {
    const child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(here, 'one.ts'), name, benchDir],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    child.on('close', (code) => {
      const last = output.trim().split('\n').at(-1) ?? '';
      try {
        settle(JSON.parse(last) as { rows: BenchRow[]; skipped?: string });
      } catch {
        settle({ rows: [], skipped: `ended with code ${code} before it answered` });
      }
    });
  });
}
