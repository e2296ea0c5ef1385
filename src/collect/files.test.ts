import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Capture } from '../domain/capture.ts';
import { capturesFrom, DEFAULT_FILE_OPTIONS, isSkipped, pasteCapture, type SkippedFile } from './files.ts';
import { writeWarc } from './warc-write.ts';

const options = { ...DEFAULT_FILE_OPTIONS, nowMs: Date.parse('2026-11-22T08:00:00Z') };

async function folder(t: TestContext, files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'stemma-files-'));
  t.after(() => rm(path, { recursive: true }));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(path, name, '..'), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return path;
}

async function taken(path: string): Promise<readonly (Capture | SkippedFile)[]> {
  return Array.fromAsync(capturesFrom(path, options));
}

const words = (capture: Capture | SkippedFile | undefined) =>
  capture && !isSkipped(capture) ? Buffer.from(capture.body).toString() : undefined;
const errors = (all: readonly (Capture | SkippedFile)[]) => all.flatMap((one) => (isSkipped(one) ? one.error : []));

test('a folder brings its texts and pages in order, and says what it passes over and why', async (t) => {
  const path = await folder(t, {
    'b.txt': 'Second.',
    'a.html': '<p>First.</p>',
    'deep/c.md': 'Third.',
    'results.jsonl': '{"text":"a result, no article"}',
    'photo.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    'report.txt': Buffer.concat([Buffer.from('%PDF-1.7'), Buffer.alloc(50)]),
    'zeros.txt': Buffer.alloc(100, 'a\0\0b'),
    'nothing.txt': '',
    '.hidden.txt': 'no',
  });
  await symlink('/etc', join(path, 'link'));
  const all = await taken(path);
  assert.deepEqual(all.map(words).filter(Boolean), ['<p>First.</p>', 'Second.', 'Third.']);
  assert.deepEqual(errors(all), ['not-read', 'empty', 'not-read', 'binary', 'not-read', 'binary']);
  assert.ok(all.every((one) => !isSkipped(one) || /\.$/.test(one.message)));
});

test('the same file again is the same capture, whatever its name', async (t) => {
  const path = await folder(t, { 'a.txt': 'Words.', 'b.txt': 'Words.' });
  const [a, b] = (await taken(path)) as Capture[];
  assert.equal(a!.id, b!.id);
});

test('a missing file and a text of 50 MB are each one sentence', async (t) => {
  const path = await folder(t, { 'huge.txt': 'x' });
  await truncate(join(path, 'huge.txt'), 50_000_000);
  await writeFile(join(path, 'huge.txt'), 'x'.repeat(50_000_000));
  const [huge] = await taken(join(path, 'huge.txt'));
  const [missing] = await taken(join(path, 'no.txt'));
  assert.deepEqual(errors([huge!, missing!]), ['too-large', 'missing']);
  assert.match((huge as SkippedFile).message, /50\.0 MB.*2\.0 MB/);
});

test('text in UTF-16 and text with broken bytes are taken as they are', async (t) => {
  const path = await folder(t, {
    'a.txt': Buffer.from('\ufeffThe minister spoke in Kabul.', 'utf16le'),
    'b.txt': Buffer.from('The minister spoke in Kabul.', 'utf16le'),
    'c.txt': Buffer.from([0x54, 0x68, 0x65, 0xff, 0xfe, 0x20, 0xc3, 0x28]),
  });
  assert.deepEqual(errors(await taken(path)), []);
});

test('a newsletter brings its page, with subject, sender and date beside it', async (t) => {
  const mail = [
    'From: The Brief <brief@paper.example>',
    'Subject: =?utf-8?Q?Talks_=E2=80=93_again?=',
    'Date: Sun, 22 Nov 2026 06:00:00 +0100',
    'Content-Type: multipart/alternative; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'They met.',
    '--x',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from('<p>They met.</p>').toString('base64'),
    '--x--',
    '',
  ].join('\r\n');
  const path = await folder(t, { 'brief.eml': mail, 'broken.eml': '\n\nno mail' });
  const all = await taken(path);
  const [brief] = all as [Capture];
  assert.equal(words(brief), '<p>They met.</p>');
  const { outlet, title, published } = brief.given!;
  assert.deepEqual([outlet, title, published], ['The Brief', 'Talks – again', '2026-11-22T05:00:00Z']);
  assert.deepEqual(errors(all), ['damaged']);
});

test('rows of a named file are articles with what is given beside them', async (t) => {
  const path = await folder(t, {
    'rows.ndjson':
      '{"id":1,"text":"Words.","url":"https://a.example/1","outlet":"Post"}\n\nnot json\n{"html_base64":"PHA+eDwvcD4="}\n',
  });
  const all = await taken(join(path, 'rows.ndjson'));
  assert.deepEqual(all.map(words), ['Words.', undefined, '<p>x</p>']);
  const [first] = all as [Capture];
  assert.deepEqual([first.url, first.given?.outlet], ['https://a.example/1', 'Post']);
});

const page = (n: number): Capture => ({
  ...pasteCapture(
    `<html><p>Page ${n}, ${'news '.repeat(300)}</p></html>`,
    { url: `https://a.example/${n}` },
    options.nowMs,
  ),
  ...{ origin: 'fetch', status: 200, finalUrl: `https://a.example/${n}` },
  headers: { 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'gzip' },
  requestHeaders: { 'user-agent': 'Stemma/test' },
});

const warcOf = async (...pages: readonly Capture[]) =>
  Buffer.concat(await Array.fromAsync(writeWarc(pages, { software: 'Stemma/test', nowMs: options.nowMs })));

test('what is written as WARC is read back byte for byte, packed and plain', async (t) => {
  const packed = await warcOf(page(1), page(2));
  const path = await folder(t, { 'news.warc.gz': packed, 'plain.warc': gunzipSync(packed) });
  assert.deepEqual(
    (await taken(join(path, 'plain.warc'))).map(words),
    (await taken(join(path, 'news.warc.gz'))).map(words),
  );
  const all = await taken(join(path, 'news.warc.gz'));
  assert.deepEqual(
    all.map(words),
    [1, 2].map((n) => Buffer.from(page(n).body).toString()),
  );
  assert.deepEqual(
    all.map((one) => !isSkipped(one) && [one.url, one.fetchedAtMs, one.origin]),
    [1, 2].map((n) => [`https://a.example/${n}`, options.nowMs, 'warc']),
  );
});

test('damaged records of a WARC are said once each and passed over', async (t) => {
  const [first, second, third] = await Promise.all([1, 2, 3].map((n) => warcOf(page(n))));
  const broken = Buffer.from(second!);
  broken.fill(0x55, broken.length - 120, broken.length - 40);
  const path = await folder(t, {
    'a.warc.gz': Buffer.concat([first!, broken, third!]),
    'cut.warc.gz': Buffer.concat([first!, second!.subarray(0, second!.length - 30)]),
    'no.warc.gz': gzipSync('no archive of the web'),
    'junk.warc': 'junk',
  });
  const read = async (name: string) => {
    const all = await taken(join(path, name));
    return [all.filter((one) => !isSkipped(one)).length, errors(all).join()];
  };
  assert.deepEqual(await read('a.warc.gz'), [2, 'damaged']);
  assert.deepEqual(await read('cut.warc.gz'), [1, 'damaged']);
  assert.deepEqual(await read('no.warc.gz'), [0, 'damaged']);
  assert.deepEqual(await read('junk.warc'), [0, 'damaged']);
});

test('pasted words keep what the reader says of them, and are one capture however often pasted', () => {
  const given = { outlet: 'Post', published: '2026-11-22', url: 'https://a.example/x' };
  const [a, b] = [1, 2].map((nowMs) => pasteCapture('The minister spoke.', given, nowMs));
  assert.equal(a!.id, b!.id);
  assert.deepEqual([a!.url, a!.given?.outlet, a!.origin], ['https://a.example/x', 'Post', 'paste']);
});
