import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, test } from 'node:test';
import { runStemma } from './running.ts';

const folder = mkdtempSync(join(tmpdir(), 'stemma-complaints-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const archive = (name: string) => ({ STEMMA_DATA: join(folder, name) });

/** One clear sentence on standard error, the exit code, and never a stack trace. */
async function complains(
  args: readonly string[],
  code: 1 | 2,
  words: RegExp,
  env: Readonly<Record<string, string>> = {},
) {
  const ran = await runStemma(args, { env: { ...archive(`data-${args[0]}`), ...env }, cwd: folder });
  const said = ran.stderr + ran.stdout;
  assert.match(said, words);
  assert.equal(ran.code, code, said);
  assert.doesNotMatch(said, /\n\s+at .*:\d+:\d+|node:internal|file:\/\//, 'a stack trace was shown');
}

test('a missing file is named', () => complains(['read', 'not-there.txt'], 1, /no file not-there\.txt/i));
test('a missing file to add is named', () => complains(['add', 'not-there.txt'], 1, /not-there\.txt/));
test('an unknown flag is wrong use', () => complains(['read', '--nonsense'], 2, /--nonsense/));
test('an unknown command is wrong use', () => complains(['raed'], 2, /no command raed/));
test('flags that exclude each other are wrong use', () => complains(['read', '--json', '--ndjson'], 2, /exclude/));
test('a setting out of its range is named', () =>
  complains(['read', 'x'], 2, /STEMMA_PORT cannot be “99999”: 65535 is the most\./, { STEMMA_PORT: '99999' }));
test('a setting that is no number is told what it must be', async () => {
  await complains(['read', 'x'], 2, /STEMMA_PORT cannot be “harbour”: it must be a whole number\./, {
    STEMMA_PORT: 'harbour',
  });
  await complains(['read', 'x'], 2, /cannot be “0”: it must be above 0\./, { STEMMA_FETCH_PER_HOST: '0' });
});
test('rows are asked for where there are none', async () => {
  await complains(['names', '--ndjson', file('no-rows.ndjson', '\n\n')], 1, /There is no row in .*no-rows\.ndjson\./);
  await complains(['group', '--ndjson'], 1, /There is no row in standard input\./);
});
test('an empty article is said to be empty', () => complains(['read', file('empty.txt', ' \n\n')], 1, /empty/i));
test('a binary file is said to be none', () =>
  complains(
    [
      'read',
      file(
        'noise.txt',
        Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 256),
      ),
    ],
    1,
    /not (?:a )?(?:readable )?text|binary/i,
  ));
test('a PDF is called a PDF', () =>
  complains(['read', file('paper.pdf', '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj')], 1, /PDF/));
test('a text of 50 MB is too large, with its size and the limit', () =>
  complains(
    ['read', file('long.txt', 'A line of a very long text. '.repeat(1_900_000))],
    1,
    /too large.*\d+ MB.*\d+ MB/i,
  ));
test('a folder with nothing readable says so', () => {
  mkdirSync(join(folder, 'nothing'), { recursive: true });
  return complains(['add', join(folder, 'nothing')], 1, /nothing .*read|no (?:file|article)/i);
});

test('broken UTF-8 is read all the same', async () => {
  const bytes = Buffer.concat([
    Buffer.from('The mayor said the bridge is '),
    Buffer.from([0xff, 0xfe, 0xc3]),
    Buffer.from(' safe.\n'),
  ]);
  const ran = await runStemma(['read', '--json', file('broken.txt', bytes)]);
  assert.equal(ran.code, 0, ran.stderr);
});

test('a taken port is named, with what to do', async () => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  try {
    await complains(['serve'], 1, new RegExp(`Port ${port} is taken`), { STEMMA_PORT: String(port) });
  } finally {
    server.close();
  }
});

test('an archive written by a newer version is left alone', async () => {
  const env = archive('newer');
  const note = file('note.txt', 'A note\n\nThe pilot said the channel was clear.\n');
  await runStemma(['add', note], { env });
  const found = new DatabaseSync(join(folder, 'newer', 'archive.sqlite'));
  found.exec('PRAGMA user_version=1000');
  found.close();
  await complains(['add', note], 1, /newer/i, env);
});

test('an archive that another program holds locked is said to be locked', async () => {
  const env = archive('locked');
  const note = file('note2.txt', 'A note\n\nThe pilot said the channel was clear.\n');
  await runStemma(['add', note], { env });
  const holder = new DatabaseSync(join(folder, 'locked', 'archive.sqlite'));
  holder.exec('BEGIN EXCLUSIVE');
  try {
    await complains(
      ['add', file('note3.txt', 'Another note\n\nThe cook said the soup was cold.\n')],
      1,
      /locked|busy/i,
      env,
    );
  } finally {
    holder.exec('ROLLBACK');
    holder.close();
  }
});

test('a file that is no archive is said to be none', async () => {
  mkdirSync(join(folder, 'spoiled'), { recursive: true });
  writeFileSync(
    join(folder, 'spoiled', 'archive.sqlite'),
    'this is no database, and long enough to be sure of it. '.repeat(40),
  );
  await complains(['add', file('note4.txt', 'A note\n\nThe pilot said so.\n')], 1, /archive/i, archive('spoiled'));
});
