import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BenchRow } from '../row.ts';

const root = dirname(dirname(import.meta.dirname));
const STARTS = 3;
const GIVE_UP_MS = 60_000;

/** Wall time from `npm start` to the first answered page: once with an empty archive (the demo is loaded), then again. */
export async function run(): Promise<readonly BenchRow[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-start-'));
  try {
    const first = await timeToFirstPage(dataDir);
    const again: number[] = [];
    for (let i = 0; i < STARTS; i++) again.push(await timeToFirstPage(dataDir));
    again.sort((a, b) => a - b);
    return [
      {
        task: 'npm start, empty archive',
        data: 'demo loaded meanwhile',
        rows: 1,
        score: `${first} ms to the first page`,
      },
      {
        task: 'npm start, again',
        data: 'demo in the archive',
        rows: STARTS,
        score: `${again[Math.floor(STARTS / 2)]} ms to the first page (median)`,
      },
    ];
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function timeToFirstPage(dataDir: string): Promise<number> {
  const startedMs = performance.now();
  const server = spawn('npm', ['start', '--silent'], {
    cwd: root,
    env: { ...process.env, STEMMA_DATA: dataDir, STEMMA_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    const address = await addressOf(server.stdout);
    const answer = await fetch(address);
    await answer.text();
    if (!answer.ok) throw new Error(`the site answered ${answer.status}`);
    return Math.round(performance.now() - startedMs);
  } finally {
    process.kill(-server.pid!, 'SIGTERM');
    await ended;
  }
}

async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  let said = '';
  const giveUp = AbortSignal.timeout(GIVE_UP_MS);
  for await (const chunk of output) {
    said += chunk.toString();
    const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
    if (address) return address;
    giveUp.throwIfAborted();
  }
  throw new Error(`no address was printed: ${said}`);
}
