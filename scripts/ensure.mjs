// Sets up what a checkout needs before a script runs: packages, once per lock file, and with them Node 24.
// Plain JavaScript for Node >= 18, because it runs before anything is installed. Writes to standard error only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromiumPath } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampPath = join(root, 'node_modules', '.stemma-installed');
const lockPath = join(root, '.ensure.lock');
const say = (line) => process.stderr.write(`${line}\n`);

const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch}`)
  .digest('hex');
const installed = () => existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted;

if (!installed()) await once(install);
if (
  !existsSync(join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node')) &&
  major() < 24
) {
  say(
    `Stemma needs Node 24 or newer, and none is packaged for ${process.platform}-${process.arch}: get it from https://nodejs.org/en/download and start again.`,
  );
  process.exitCode = 1;
}
if (process.argv.includes('--browser') && !chromiumPath()) {
  say(
    'Chromium is missing, so the browser tests cannot run: install it with `apt-get install chromium` (or set STEMMA_CHROMIUM to a Chrome or Chromium program).',
  );
  if (process.env.CI) process.exitCode = 1;
}

function major() {
  return Number(process.versions.node.split('.')[0]);
}

function install() {
  if (installed()) return;
  say('Setting up (once): installing packages …');
  const npm = process.env.npm_execpath;
  const args = ['ci', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: { ...process.env, npm_config_ignore_scripts: 'false' } };
  const result = npm
    ? spawnSync(process.execPath, [npm, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
  if (result.status !== 0) {
    say('The packages could not be installed; the lines above say why. Nothing was started.');
    rmSync(lockPath, { force: true });
    process.exit(1);
  }
  writeFileSync(stampPath, wanted);
}

/** Runs `step` while no other process of this checkout does; the one that waited finds the work done. */
async function once(step) {
  while (!takeLock()) {
    if (!lockHolderLives()) rmSync(lockPath, { force: true });
    else await new Promise((resolve) => setTimeout(resolve, 200));
  }
  try {
    step();
  } finally {
    rmSync(lockPath, { force: true });
  }
}

function takeLock() {
  try {
    writeFileSync(lockPath, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

/** A process that was killed in the middle leaves its lock behind. */
function lockHolderLives() {
  try {
    const pid = Number(readFileSync(lockPath, 'utf8'));
    // Taken this instant and not yet written, or given back meanwhile.
    if (!pid) return Date.now() - statSync(lockPath).mtimeMs < 5000;
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
