#!/usr/bin/env node
// The installed program's door: plain JavaScript for any Node >= 18, which finds Node 24 and hands over.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
// A checkout holds .ts, which Node runs as it is; a package holds the .js made by prepack, because Node strips no types under node_modules.
const main = [join(root, 'dist', 'main.js'), join(root, 'src', 'main.ts')].find((path) => existsSync(path));

if (Number(process.versions.node.split('.')[0]) >= 24) {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') process.stderr.write(`${warning.name}: ${warning.message}\n`);
  });
  process.argv[1] = main;
  await import(pathToFileURL(main).href);
} else {
  const node = packagedNode();
  if (!node) {
    process.stderr.write(
      `Stemma needs Node 24 or newer; this is Node ${process.versions.node}, and none is packaged for ${process.platform}-${process.arch}: get it from https://nodejs.org/en/download\n`,
    );
    process.exitCode = 1;
  } else {
    const child = spawn(
      node,
      ['--max-semi-space-size=4', '--disable-warning=ExperimentalWarning', main, ...process.argv.slice(2)],
      { stdio: 'inherit' },
    );
    for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
    child.on('exit', (code, signal) => {
      process.exitCode = signal ? 1 : (code ?? 1);
    });
  }
}

function packagedNode() {
  const require = createRequire(import.meta.url);
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  for (const name of [
    `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
    `node-bin-${process.platform}-${process.arch}`,
  ]) {
    try {
      const path = join(dirname(require.resolve(`${name}/package.json`)), 'bin', program);
      if (existsSync(path)) return path;
    } catch {
      // Not installed for this machine: the next name may be.
    }
  }
  return undefined;
}
