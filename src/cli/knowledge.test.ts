import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openArchive } from '../archive/archive.ts';
import { runStemma } from './running.ts';

function folderOf(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-knowledge-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const env = { STEMMA_DATA: join(folder, 'data') };
  return {
    folder,
    env,
    stemma: (...args: string[]) => runStemma(['knowledge', ...args], { env, cwd: folder }),
  };
}

const person = (number: number): string =>
  JSON.stringify({
    ...{ id: `NK-${number}`, caption: `Ilka Number${number} Morrenz`, schema: 'Person' },
    properties: { name: [`Ilka Number${number} Morrenz`], alias: [`Ilka N${number} Morrenz`], country: ['no'] },
  });

async function writeList(file: string, persons: number): Promise<void> {
  const out = createWriteStream(file);
  for (let number = 0; number < persons; number++)
    if (!out.write(`${person(number)}\n`)) await new Promise<void>((resolve) => out.once('drain', resolve));
  await new Promise<void>((resolve) => out.end(resolve));
}

test('a list is imported, told, found again and forgotten; a broken line is named', async (t) => {
  const { folder, stemma } = folderOf(t);
  writeFileSync(join(folder, 'list.json'), `${person(1)}\n{"id":\n${person(2)}\n`);
  const first = await stemma('import', 'list.json');
  assert.match(first.stdout, /^list\.json \(followthemoney\): 2 actors, 0 of no use here, 1 broken, imported /);
  assert.match(first.stderr, /list\.json, line 2: it is not JSON, so it is skipped\./);
  assert.match((await stemma('import', 'list.json')).stdout, /imported already/);
  assert.match((await stemma()).stdout, /people\.json\n[\s\S]*list\.json \(followthemoney\): 2 actors/);
  assert.equal((await stemma('forget', 'list.json')).stdout, 'Forgotten: list.json.\n');
  const again = await stemma('forget', 'list.json');
  assert.deepEqual(
    [again.code, again.stderr],
    [1, 'stemma: There is no source list.json; `stemma knowledge` lists them.\n'],
  );
});

test('another edition does not slip in under the same name, and a missing file is told', async (t) => {
  const { folder, stemma } = folderOf(t);
  writeFileSync(join(folder, 'list.json'), `${person(1)}\n`);
  await stemma('import', 'list.json');
  writeFileSync(join(folder, 'list.json'), `${person(1)}\n${person(2)}\n`);
  const second = await stemma('import', 'list.json');
  assert.equal(second.code, 1);
  assert.match(second.stderr, /was imported from another file; `stemma knowledge forget list\.json` makes room/);
  const { code, stderr } = await stemma('import', 'nowhere.json');
  assert.deepEqual([code, stderr], [1, 'stemma: There is no file nowhere.json.\n']);
});

test('an import that is killed goes on where it stood, and nothing is lost or doubled', async (t) => {
  const { folder, env, stemma } = folderOf(t);
  const persons = 20_000;
  await writeList(join(folder, 'list.json'), persons);
  const dataDir = join(folder, 'data');
  const watch = await openArchive({ dataDir, clock: { nowMs: Date.now } });
  t.after(() => watch.archive.close());
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      join(import.meta.dirname, '..', 'main.ts'),
      'knowledge',
      'import',
      'list.json',
    ],
    { cwd: folder, env: { ...process.env, ...env, INIT_CWD: folder }, stdio: 'ignore' },
  );
  const closed = new Promise((resolve) => child.once('exit', resolve));
  let position = 0;
  while (position === 0) {
    await pause(20);
    position = (await watch.knowledge.sources())[0]?.position ?? 0;
  }
  child.kill('SIGKILL');
  await closed;
  const [stopped] = await watch.knowledge.sources();
  assert.equal(stopped!.endedMs, null);
  assert.ok(stopped!.position < persons, `the kill came too late, after ${stopped!.position}`);
  const { stdout, stderr } = await stemma('import', 'list.json');
  assert.match(stderr, new RegExp(`list\\.json: going on after record ${stopped!.position}\\.`));
  assert.match(stdout, new RegExp(`: ${persons} actors, 0 of no use here, 0 broken, imported `));
});

test('memory does not grow with the list: 200,000 persons are imported within 220 MB', async (t) => {
  const { folder, env } = folderOf(t);
  await writeList(join(folder, 'long.json'), 200_000);
  const script = `
    process.argv.splice(1, 1, ${JSON.stringify(join(import.meta.dirname, '..', 'main.ts'))});
    await import(${JSON.stringify(join(import.meta.dirname, '..', 'main.ts'))});
    process.stderr.write('peak ' + Math.round(process.resourceUsage().maxRSS / 1024) + '\\n');`;
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '-e',
      script,
      'main',
      'knowledge',
      'import',
      'long.json',
    ],
    { cwd: folder, env: { ...process.env, ...env, INIT_CWD: folder } },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  assert.match(said, /200000 actors, 0 of no use here, 0 broken, imported/);
  const peakMb = Number(/peak (\d+)/.exec(said)?.[1]);
  assert.ok(peakMb > 0 && peakMb <= 220, `${peakMb} MB`);
});

test('a filter knows the actors of --knowledge FILE beside what ships, and touches no archive', async (t) => {
  const { folder, env } = folderOf(t);
  const harn = { name: ['Harn Shipping Ltd'], alias: ['Harn Shipping'], jurisdiction: ['pa'] };
  const entity = { id: 'NK-1', caption: 'Harn Shipping Ltd', schema: 'Company', properties: harn };
  writeFileSync(join(folder, 'list.json'), `${JSON.stringify(entity)}\n`);
  const input = '{"id":1,"phrase":"Harn Shipping"}\n{"id":2,"phrase":"Norwegian nurses"}\n';
  const { stdout } = await runStemma(['actors', '--ndjson', '--knowledge', 'list.json'], { input, env, cwd: folder });
  assert.deepEqual(
    stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    [
      { id: 1, name: 'Harn Shipping Ltd', country: 'PAN', sector: 'BUS' },
      { id: 2, name: 'Norwegian nurses', country: 'NOR', sector: 'MED' },
    ],
  );
  assert.equal(existsSync(env.STEMMA_DATA), false);
  const text = 'The harbour stays shut, Harn Shipping said on Monday.';
  const row = `${JSON.stringify({ id: 'a', text, published: '2024-05-06' })}\n`;
  const read = async (...args: string[]) =>
    JSON.parse((await runStemma(['read', '--as-is', '--ndjson', ...args], { input: row, env, cwd: folder })).stdout);
  const [known, unknown] = [await read('--knowledge', 'list.json'), await read()];
  assert.equal(known.statements[0].speaker.actor, 'os:NK-1');
  assert.equal(unknown.statements[0].speaker.actor, 'in:harn-shipping');
  assert.notEqual(known.knowledge, unknown.knowledge);
});
