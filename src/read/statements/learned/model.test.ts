import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { BrokenModel } from '../../../language/language.ts';
import { loadStatementModel, STATEMENT_MODEL } from './model.ts';

test('weights learned on another net of the language core are refused, not used badly', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-'));
  t.after(() => rmSync(folder, { recursive: true }));
  cpSync(STATEMENT_MODEL, join(folder, 'statements'), { recursive: true });
  writeFileSync(join(folder, 'hashes.json'), JSON.stringify({ net: 'another' }));
  assert.throws(
    () => loadStatementModel(join(folder, 'statements')),
    (error: unknown) => {
      assert.ok(error instanceof BrokenModel);
      assert.match(error.message, /statements\.bin cannot be used: expected weights learned on the net another/);
      return true;
    },
  );
});

test('a folder without weights is told by its path', () => {
  assert.throws(() => loadStatementModel('/nowhere/statements'), /\/nowhere\/statements/);
});
