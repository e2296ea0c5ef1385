import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Exact versions of what the nets are trained with: JAX computes gradients, Optax follows them (both Apache-2.0). */
const PACKAGES = ['jax==0.10.2', 'jaxlib==0.10.2', 'optax==0.2.8', 'numpy==2.4.6'];

/**
 * Runs a training program in Python with the packages it needs, in an environment of its own in the temporary folder, which is
 * made when first needed. Throws where Python is missing or the program fails; what it prints is shown.
 */
export function runPython(program: string, options: readonly string[]): void {
  const folder = join(tmpdir(), 'stemma-train/python');
  const python = join(folder, 'bin/python');
  if (!existsSync(join(folder, 'ready'))) {
    run('python3', ['-m', 'venv', folder]);
    run(python, ['-m', 'pip', 'install', '--quiet', ...PACKAGES]);
    run('touch', [join(folder, 'ready')]);
  }
  run(python, [program, ...options]);
}

function run(command: string, options: readonly string[]): void {
  const { status, error } = spawnSync(command, options, { stdio: ['ignore', 2, 2] });
  if (error || status !== 0)
    throw new Error(`${command} ${options.join(' ')}: ${error?.message ?? `ended with ${status}`}.`, { cause: error });
}
