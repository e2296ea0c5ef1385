import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'src/main.ts');

/** A `stemma serve` of its own, with an archive of its own, and commands beside it on the same archive. */
export type RunningServer = {
  readonly address: string;
  /** What it printed when it was ready. */
  readonly greeting: string;
  readonly dataDir: string;
  /** Runs another command on the same archive. */
  readonly stemma: (
    ...args: readonly string[]
  ) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>;
  /** Stops it as Ctrl-C does; answers its exit code. */
  readonly stop: () => Promise<number | null>;
};

/** Starts the server on a free port and waits until it says where it is. */
export async function startServer(): Promise<RunningServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-walk-'));
  const env = { ...process.env, STEMMA_DATA: dataDir, STEMMA_PORT: '0', STEMMA_PUBLIC_URL: '', NO_COLOR: '1' };
  const start = (args: readonly string[]) =>
    spawn(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...args], { env, cwd: root });
  const server = start(['serve']);
  const greeting = await greetingOf(server);
  return {
    address: /http:\/\/127\.0\.0\.1:\d+/.exec(greeting)![0],
    greeting,
    dataDir,
    stemma: async (...args) => {
      const child = start(args);
      const [out, err, [code]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), once(child, 'exit')]);
      return { code, out, err };
    },
    stop: async () => {
      const exit = server.exitCode === null ? once(server, 'exit') : undefined;
      server.kill('SIGTERM');
      await exit;
      rmSync(dataDir, { recursive: true, force: true });
      return server.exitCode;
    },
  };
}

async function greetingOf(server: ChildProcess): Promise<string> {
  let printed = '';
  let complaint = '';
  server.stderr!.on('data', (chunk) => {
    complaint += chunk;
  });
  for await (const chunk of server.stdout!) {
    printed += chunk;
    if (/http:\/\/127\.0\.0\.1:\d+.*\n$/s.test(printed)) return printed;
  }
  throw new Error(`The server ended before it was ready: ${complaint}`);
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}
