// Before `npm pack`: writes dist/ with plain JavaScript, because Node strips no types under node_modules.
import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');

rmSync(dist, { recursive: true, force: true });
const tsc = spawnSync(
  process.execPath,
  [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(root, 'tsconfig.pack.json')],
  {
    stdio: ['ignore', 2, 2],
  },
);
if (tsc.status !== 0) {
  process.stderr.write('The sources could not be compiled; nothing was packed.\n');
  process.exit(1);
}
// Data files and styles stand beside the code that reads them.
cpSync(join(root, 'src'), dist, {
  recursive: true,
  filter: (path) => !path.endsWith('.ts') && !path.includes('fixtures'),
});
// The compiler rewrites imports, not the addresses of worker files.
for (const name of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
  if (!name.endsWith('.js')) continue;
  const path = join(dist, name);
  const code = readFileSync(path, 'utf8');
  const mended = code.replace(/(new URL\(\s*['"]\.[^'"]+)\.ts(['"])/g, '$1.js$2');
  if (mended !== code) writeFileSync(path, mended);
}
