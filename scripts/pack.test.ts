import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';

const root = dirname(import.meta.dirname);
const elsewhere = mkdtempSync(join(tmpdir(), 'stemma-packed-'));
const run = (args: readonly string[], cwd: string) => spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });

/** Packs the checkout and lays the package out as an install does, its dependencies beside it. */
before(() => {
  const packed = spawnSync('npm', ['pack', '--silent', '--pack-destination', elsewhere], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(packed.status, 0, packed.stderr);
  const modules = join(elsewhere, 'node_modules');
  mkdirSync(modules);
  for (const name of readdirSync(join(root, 'node_modules')))
    if (!name.startsWith('.')) symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  const tarball = readdirSync(elsewhere).find((name) => name.endsWith('.tgz'))!;
  const unpacked = spawnSync('tar', ['-xzf', join(elsewhere, tarball), '-C', modules], { encoding: 'utf8' });
  assert.equal(unpacked.status, 0, unpacked.stderr);
  spawnSync(process.execPath, ['-e', 'require("fs").renameSync("package", "stemma")'], { cwd: modules });
});
after(() => rmSync(elsewhere, { recursive: true, force: true }));

test('the installed program says its version', () => {
  const answer = run([join('node_modules', 'stemma', 'bin', 'stemma.mjs'), '--version'], elsewhere);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  assert.equal(answer.stdout.trim(), version, answer.stderr);
});

test('the language core can be imported by its name', () => {
  const code = `import { segment } from 'stemma/language'; console.log(segment('One thing. Another thing.').sentenceCount)`;
  const answer = run(['--input-type=module', '-e', code], elsewhere);
  assert.equal(answer.stdout.trim(), '2', answer.stderr);
});

test('the installed program reads an article', () => {
  const answer = spawnSync(
    process.execPath,
    [join('node_modules', 'stemma', 'bin', 'stemma.mjs'), 'read', '--json', '-'],
    {
      cwd: elsewhere,
      encoding: 'utf8',
      input: 'The bridge is closed\n\nThe harbour master said that the bridge would stay closed until Friday.\n',
    },
  );
  const row = JSON.parse(answer.stdout) as { statements: readonly unknown[] };
  assert.equal(row.statements.length, 1, answer.stderr);
});
