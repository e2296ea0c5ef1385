import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from './cli/commands.ts';
import { settingRows } from './settings.ts';

const page = (name: string) => readFileSync(join(import.meta.dirname, '..', 'docs', name), 'utf8');

test('every setting stands in docs/settings.md with its default and its help', () => {
  const settings = page('settings.md');
  for (const { name, fallback, help } of settingRows) {
    const row = settings.split('\n').find((line) => line.includes(`\`${name}\``));
    assert.ok(row, `${name} is not in docs/settings.md`);
    assert.ok(row.includes(help), `docs/settings.md says something else of ${name}`);
    if (fallback) assert.ok(row.includes(`\`${fallback}\``), `docs/settings.md has another default for ${name}`);
  }
});

test('every command stands in docs/commands.md with its usage, and nothing else does', async () => {
  const commands = page('commands.md');
  const headings = [...commands.matchAll(/^## stemma (\S+)/gm)].map((match) => match[1]);
  assert.deepEqual([...headings].sort(), Object.keys(COMMANDS).sort());
  for (const load of Object.values(COMMANDS)) {
    const { name, usage, options } = await load();
    assert.ok(commands.includes(`stemma ${usage}`), `docs/commands.md has another usage for ${name}`);
    for (const option of Object.keys(options))
      assert.ok(commands.includes(`--${option}`), `--${option} of ${name} is undocumented`);
  }
});
