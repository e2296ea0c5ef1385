import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { keptCaptures } from '../../src/collect/kept-captures.ts';
import { collectRound } from '../../src/collect/round.ts';
import type { BenchRow } from '../row.ts';
import { openDesk, townSources } from './desk.ts';
import { ITEMS, PAPERS } from './town.ts';

const EXPECTED = PAPERS * ITEMS;
const KILLS = 30;

/** 2,000 items from 200 feeds over real HTTP, with latency, errors, redirects, and five feeds made to hurt. */
export async function wholeRound(): Promise<readonly BenchRow[]> {
  return inTown(async (port, dataDir) => {
    const desk = await openDesk(dataDir);
    for (const source of townSources(port)) await desk.sources.addSource(source, desk.ports.clock.nowMs());
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const idle = idleDelay();
    const began = performance.now();
    const first = await collectRound(desk.ports);
    const seconds = (performance.now() - began) / 1000;
    delay.disable();
    const idleP99Ms = await idle();
    // What failed for a while is put off; a later round brings it.
    let [putOff, kept] = [first.putOff, first.kept];
    for (let round = 0; putOff > 0 && round < 6; round++) {
      desk.goOn(3_600_000 * 4 ** round);
      const next = await collectRound(desk.ports);
      kept += next.kept;
      putOff = next.putOff;
    }
    const count = await keptPages(desk);
    const cut = (await desk.sources.sources()).filter(
      (source) => source.name.startsWith('Bomb') && source.health.error !== null,
    );
    await desk.close();
    const p99Ms = delay.percentile(99) / 1e6;
    return [
      {
        ...{ task: 'a round over HTTP', data: `${PAPERS} local feeds and 5 bombs`, rows: EXPECTED },
        score: `lost ${EXPECTED - count.pages}; doubled ${count.rows - count.pages}; ${first.putOff} tried again, ${kept} kept`,
        speed: `${Math.round(first.kept / seconds)} items/s by the clock`,
      },
      {
        ...{ task: 'main loop while bombs are read', data: 'the same round', rows: 5 },
        score: `p99 ${p99Ms.toFixed(0)} ms (a process that idled beside it: ${idleP99Ms.toFixed(0)} ms); ${cut.length} of 5 bombs refused`,
      },
    ];
  });
}

/** The same round killed with SIGKILL at 30 random moments and taken up again each time. */
export async function killedRounds(): Promise<readonly BenchRow[]> {
  return inTown(async (port, dataDir) => {
    const desk = await openDesk(dataDir);
    for (const source of townSources(port)) await desk.sources.addSource(source, desk.ports.clock.nowMs());
    await desk.close();
    let killed = 0;
    for (let n = 0; n < KILLS; n++) {
      const child = startChild(dataDir, n);
      const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
      await Promise.race([ready(child), ended]);
      await Promise.race([sleep(Math.random() * 900), ended]);
      child.kill('SIGKILL');
      if ((await ended) === null) killed++;
    }
    for (let n = 0; n < 4; n++) await new Promise((resolve) => startChild(dataDir, KILLS + n).on('exit', resolve));
    const again = await openDesk(dataDir);
    const count = await keptPages(again);
    const waiting = await again.sources.waitingItems(Number.MAX_SAFE_INTEGER, 10);
    await again.close();
    return [
      {
        ...{ task: 'kill -9 in a round', data: `${killed} kills`, rows: EXPECTED },
        score: `lost ${EXPECTED - count.pages}; doubled ${count.rows - count.pages}; ${waiting.length} still waiting`,
      },
    ];
  });
}

/** Starts a process that idles; the answer ends it and tells how late its timers were. */
function idleDelay(): () => Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'idle.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  return () =>
    new Promise((resolve) => {
      child.stdout.once('data', (line: Buffer) => resolve(Number(line.toString())));
      child.stdin.end();
    });
}

async function inTown<T>(measure: (port: number, dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-bench-collect-'));
  const town = new Worker(new URL('./town.ts', import.meta.url));
  try {
    const port = await new Promise<number>((resolve, reject) => town.once('message', resolve).once('error', reject));
    return await measure(port, dataDir);
  } finally {
    await town.terminate();
    rmSync(dataDir, { recursive: true });
  }
}

function startChild(dataDir: string, number: number): ChildProcess {
  // Each start is hours after the last, so that what was put off is due again.
  const args = [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, 'round-child.ts'),
    dataDir,
    String(number),
  ];
  return spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** The child says when its round begins. */
const ready = (child: ChildProcess) => new Promise((resolve) => child.stdout!.once('data', resolve));

async function keptPages(
  desk: Awaited<ReturnType<typeof openDesk>>,
): Promise<{ readonly rows: number; readonly pages: number }> {
  const pages = new Set<string>();
  let rows = 0;
  for await (const capture of keptCaptures(desk.sources)) {
    rows++;
    pages.add(new URL(capture.finalUrl ?? capture.url!).pathname);
  }
  return { rows, pages: pages.size };
}
