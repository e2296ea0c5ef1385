import { spawn } from 'node:child_process';
import { join } from 'node:path';

export type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** Runs the real program in a process of its own, as tests need it: arguments in, output and exit code out. */
export function runStemma(
  args: readonly string[],
  options: {
    readonly input?: string | Uint8Array;
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
  } = {},
): Promise<Ran> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '..', 'main.ts'), ...args],
    {
      cwd: options.cwd,
      env: { ...process.env, INIT_CWD: options.cwd ?? process.cwd(), ...options.env },
    },
  );
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
  });
}
