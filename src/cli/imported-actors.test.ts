import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openArchive } from '../archive/archive.ts';
import { runStemma } from './running.ts';

const NOTE = `Pier of Ostwick is safe

Mayor Lena Farrow said on Monday that the pier of Ostwick was safe. Farrow had inspected it herself.

“Nobody has to worry,” the FNC told reporters beside the northern basin of the harbour of Ostwick.`;
const FRONT = { name: ['Front of the Northern Coast'], alias: ['FNC', 'Coast Front'], country: ['no'] };
const LIST = `${JSON.stringify({ id: 'NK-1', caption: FRONT.name[0], schema: 'Organization', properties: FRONT })}\n`;

test('after an import a correction finds the new actor, and a re-reading reads what is outdated by it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-imported-actors-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const dataDir = join(folder, 'data');
  const stemma = async (...args: readonly string[]): Promise<string> => {
    const ran = await runStemma(args, { env: { STEMMA_DATA: dataDir, NO_COLOR: '1' }, cwd: folder });
    assert.equal(ran.code, 0, ran.stderr);
    return ran.stdout;
  };
  const statements = async () => {
    const { archive } = await openArchive({ dataDir, clock: { nowMs: Date.now } });
    try {
      const { rows } = await archive.pages.latest({ limit: 1 });
      return (await archive.readArticle(rows[0]!.id))!.reading.statements;
    } finally {
      await archive.close();
    }
  };
  writeFileSync(join(folder, 'pier.txt'), NOTE);
  writeFileSync(join(folder, 'fronts.json'), LIST);
  await stemma('add', 'pier.txt');
  const [mayor, ...others] = await statements();
  assert.notEqual(others.at(-1)?.speaker?.name, 'Front of the Northern Coast');
  assert.match(await stemma('reread'), /nothing is to be done/);

  await stemma('knowledge', 'import', 'fronts.json');
  await stemma('correct', 'speaker', mayor!.id, '--name', 'Coast Front');
  assert.equal((await statements())[0]?.speaker?.name, 'Front of the Northern Coast');

  assert.match(await stemma('reread'), /^Read 1 article again with read-\S+ and knowledge \d+; 1 changed/m);
  const after = await statements();
  assert.deepEqual(
    [after[0]?.speaker?.actor, after.at(-1)?.speaker?.actor],
    ['os:NK-1', 'os:NK-1'],
    'the correction holds, and the last statement is read with what was imported',
  );
  assert.match(await stemma('reread'), /nothing is to be done/);
});
