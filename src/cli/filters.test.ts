import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { runStemma } from './running.ts';

const NOTE =
  'Ferry service resumes\n\nThe harbour master, Ilse Torvald, said the ferry would sail again on Monday.\n\nShe denied that the hull was damaged.';
const lines = (stdout: string) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('each row is answered in order under its own id, and a bad line does not end the run', async () => {
  const input = [
    JSON.stringify({ id: 'a', text: NOTE }),
    'not json',
    JSON.stringify({ id: 7 }),
    JSON.stringify({
      id: 'c',
      html: `<html><body><article><h1>Ferry</h1><p>${NOTE.repeat(4)}</p></article></body></html>`,
    }),
    '',
  ].join('\n');
  const { stdout, code } = await runStemma(['read', '--ndjson'], { input });
  const rows = lines(stdout);
  assert.deepEqual(
    rows.map((row) => row.id),
    ['a', null, 7, 'c'],
  );
  assert.ok(Array.isArray(rows[0]!.statements));
  assert.equal(typeof rows[1]!.error, 'string');
  assert.equal(typeof rows[2]!.error, 'string');
  assert.equal(code, 0);
});

test('a run with nothing usable ends with 1', async () => {
  const { stdout, code } = await runStemma(['read', '--ndjson'], { input: '{"id":1}\n' });
  assert.deepEqual(lines(stdout).length, 1);
  assert.equal(code, 1);
});

test('a line separator inside a string does not end the line', async () => {
  const { stdout } = await runStemma(['read', '--ndjson', '--as-is'], {
    input: `${JSON.stringify({ id: 1, text: 'One\u2028two.' })}\n`,
  });
  assert.equal(lines(stdout)[0]!.text, 'One\u2028two.');
});

test('as-is leaves the text untouched and every span lies in it', async () => {
  const text = `  ${NOTE}\r\n`;
  const { stdout } = await runStemma(['read', '--ndjson', '--as-is'], {
    input: `${JSON.stringify({ id: 1, text })}\n`,
  });
  const row = lines(stdout)[0]! as {
    text: string;
    statements: { content: [number, number][]; source: [number, number][] }[];
  };
  assert.equal(row.text, text);
  assert.ok(row.statements.length >= 1);
  for (const { content, source } of row.statements)
    for (const [start, end] of [...content, ...source]) assert.ok(start >= 0 && start < end && end <= text.length);
});

test('the contract of `read --ndjson`: every field is there', async () => {
  const { stdout } = await runStemma(['read', '--ndjson'], {
    input: `${JSON.stringify({ id: 1, text: NOTE, outlet: 'The Pier', published: '2026-03-02' })}\n`,
  });
  const row = lines(stdout)[0]!;
  for (const field of [
    'id',
    'url',
    'outlet',
    'title',
    'authors',
    'agency',
    'dateline',
    'published',
    'publishedFrom',
    'modified',
    'language',
    'text',
    'furniture',
    'statements',
    'mentions',
    'actors',
    'dates',
    'places',
    'figures',
    'events',
    'chain',
  ])
    assert.ok(field in row, `${field} is missing`);
  assert.equal((row.outlet as { name: string }).name, 'The Pier');
  assert.equal(row.published, '2026-03-02');
});

test('for people, read prints who, the stance and the words', async () => {
  const { stdout, code } = await runStemma(['read', '-'], { input: NOTE });
  assert.match(stdout, /Ferry service resumes/);
  assert.match(stdout, /Ilse Torvald/);
  assert.match(stdout, /denies/);
  assert.equal(code, 0);
});

test('a reader who closes the pipe early sees no error', async () => {
  const row = `${JSON.stringify({ id: 1, text: NOTE })}\n`.repeat(400);
  const child = spawn(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join(import.meta.dirname, '..', 'main.ts'),
    'clean',
    '--ndjson',
  ]);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(row);
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('close', resolve));
  assert.equal(stderr, '');
  assert.equal(code, 0);
});

test('output longer than a pipe arrives whole', async () => {
  const row = `${JSON.stringify({ id: 1, text: NOTE })}\n`;
  const { stdout } = await runStemma(['clean', '--ndjson'], { input: row.repeat(300) });
  assert.equal(lines(stdout).length, 300);
});

test('copies finds the republished text and leaves the other alone', async () => {
  const report = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');
  const input = [
    { id: 'wire', text: report },
    { id: 'paper', text: `A lead of its own. ${report}` },
    { id: 'other', text: 'Nothing of this stands anywhere else in these rows, not one run of words.' },
  ]
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('');
  const { stdout } = await runStemma(['copies', '--ndjson'], { input });
  const rows = lines(stdout) as { a: string; b: string; cover: number }[];
  assert.equal(rows.length, 1);
  assert.deepEqual([rows[0]!.a, rows[0]!.b].sort(), ['paper', 'wire']);
  assert.equal(rows[0]!.cover, 1);
});

test('a number given as an id comes back as a number from commands that compare rows', async () => {
  const input = [1, 2].map((id) => `${JSON.stringify({ id, text: NOTE.repeat(2) })}\n`).join('');
  const [copy] = lines((await runStemma(['copies', '--ndjson'], { input })).stdout);
  assert.deepEqual([copy!.a, copy!.b], [1, 2]);
  const related = lines((await runStemma(['relate', '--ndjson'], { input })).stdout);
  const stories = related.filter(({ type }) => type === 'story').flatMap(({ articles }) => articles as unknown[]);
  assert.deepEqual(stories.toSorted(), [1, 2]);
});
