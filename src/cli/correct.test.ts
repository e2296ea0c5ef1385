import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runStemma } from './running.ts';

const NOTE = `Pier of Ostwick is safe

Mayor Lena Farrow said on Monday that the pier of Ostwick was safe. Farrow had inspected it herself.

“Nobody has to worry,” engineer Tom Reker told reporters beside the northern basin of the harbour of Ostwick.`;

let dataDir: string;
const stemma = (...args: readonly string[]) => runStemma(args, { env: { STEMMA_DATA: dataDir, NO_COLOR: '1' } });
type Listed = { readonly id: string; readonly state: string; readonly change: { readonly kind: string } };
const listed = async (): Promise<readonly Listed[]> =>
  (await stemma('correct', 'list', '--json')).stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

before(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'stemma-correct-'));
  const file = join(dataDir, 'pier.txt');
  writeFileSync(file, NOTE);
  assert.equal((await stemma('add', file)).code, 0);
});
after(() => rmSync(dataDir, { recursive: true }));

test('a merge is made by name, listed, holds after a re-reading, and is undone', async () => {
  assert.match((await stemma('correct')).stdout, /^There are no corrections\.$/m);
  const made = await stemma('correct', 'merge', 'in:tom-reker', '--name', 'Lena Farrow', '--reason', 'One person.');
  assert.equal(made.code, 0, made.stderr);
  assert.match(made.stdout, /^Corrected: Tom Reker is Lena Farrow\.$/m);
  const [, id] = /`stemma correct undo (\w+)`/.exec(made.stdout)!;
  assert.match((await stemma('correct', 'list')).stdout, /Tom Reker is Lena Farrow \(One person\.\)/);
  const again = await stemma('reread', '--all');
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stdout, /^Read 1 article again with read-\S+ and knowledge \d+; 0 changed\.$/m);
  assert.deepEqual(
    (await listed()).map(({ id: one, state, change }) => [one, state, change.kind]),
    [[id, 'holds', 'merge']],
  );
  const moved = await stemma('correct', 'merge', 'in:tom-reker', '--name', 'Lena Farrow');
  assert.deepEqual([moved.code, moved.stdout], [1, '']);
  assert.match(moved.stderr, /was made one with/);
  assert.equal((await stemma('correct', 'undo', id!)).code, 0);
  assert.deepEqual(
    (await listed()).map(({ state }) => state),
    ['undone'],
  );
  assert.equal((await stemma('correct', 'undo', id!)).code, 1);
});

test('what is not understood is one sentence and exit code 2', async () => {
  for (const args of [
    ['shout'],
    ['speaker'],
    ['speaker', 'x'],
    ['stance', 'x', 'shouts'],
    ['hide'],
    ['split', 'in:tom-reker'],
    ['undo'],
  ]) {
    const { code, stderr, stdout } = await stemma('correct', ...args);
    assert.deepEqual([code, stdout], [2, ''], args.join(' '));
    assert.match(stderr, /^stemma: [A-Z][^\n]*\.\n$/, args.join(' '));
  }
  assert.equal((await stemma('reread', '--all', 'x')).code, 2);
});

test('a re-reading names what it does not know, and with nothing outdated says so', async () => {
  const unknown = await stemma('reread', 'not-an-article');
  assert.deepEqual([unknown.code, unknown.stdout], [1, '']);
  assert.match(unknown.stderr, /There is no article not-an-article\./);
  assert.match((await stemma('reread')).stdout, /nothing is to be done\.$/m);
  const rows = (await stemma('reread', '--all', '--json')).stdout.trim().split('\n');
  assert.equal(rows.length, 1, 'no article changed');
  const counts = JSON.parse(rows[0]!);
  assert.deepEqual([counts.articles, counts.changed, counts.statements.added], [1, 0, 0]);
});
