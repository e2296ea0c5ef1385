import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const ALL_STAGES = ['publish', 'rights', 'relate', 'read', 'clean', 'collect'];

/** Which rooms a room may reach into, as docs/architecture.md draws it. Downwards only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  language: ['domain'],
  ...Object.fromEntries(ALL_STAGES.map((stage) => [stage, ['language', 'domain']])),
  archive: ['domain'],
  work: [...ALL_STAGES, 'language', 'domain'],
  web: ['work', ...ALL_STAGES, 'language', 'domain', 'settings.ts'],
  api: ['work', ...ALL_STAGES, 'language', 'domain', 'settings.ts'],
  cli: ['work', ...ALL_STAGES, 'language', 'domain', 'settings.ts'],
  'settings.ts': [],
};

type Import = { readonly from: string; readonly to: string };

const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.split(sep).join('/'));

const importsOf = (file: string): readonly string[] =>
  [
    ...readFileSync(join(root, file), 'utf8').matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\(?\s*['"]([^'"]+)['"]|new URL\(\s*['"](\.[^'"]+\.ts)['"]/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3]!);

const inside: readonly Import[] = files.flatMap((from) =>
  importsOf(from)
    .filter((target) => target.startsWith('.'))
    .map((target) => ({
      from,
      to: relative(root, resolve(root, dirname(from), target))
        .split(sep)
        .join('/'),
    })),
);

const roomOf = (file: string) => file.split('/')[0]!;
const isRoot = (file: string) =>
  /^main\.(?:\w+\.)?ts$/.test(file) || file.endsWith('.worker.ts') || file.endsWith('.test.ts');

test('every import goes downwards: rooms know only the rooms below them', () => {
  const wrong = inside.filter(({ from, to }) => {
    if (isRoot(from) || to.startsWith('..') || roomOf(from) === roomOf(to)) return false;
    return !(MAY_IMPORT[roomOf(from)] ?? []).includes(roomOf(to));
  });
  assert.deepEqual(wrong, []);
});

test('only the composition roots open the archive', () => {
  const wrong = inside.filter(
    ({ from, to }) => roomOf(to) === 'archive' && roomOf(from) !== 'archive' && !isRoot(from),
  );
  assert.deepEqual(wrong, []);
});

test('the domain imports nothing but itself and a hash', () => {
  const foreign = files
    .filter((file) => roomOf(file) === 'domain' && !file.endsWith('.test.ts'))
    .flatMap((file) => importsOf(file).filter((target) => !target.startsWith('.')));
  assert.deepEqual([...new Set(foreign)], ['node:crypto']);
});

test('SQL lives in the archive alone', () => {
  const sql = /\b(?:SELECT\s+[\w*"(].*\bFROM\b|INSERT\s+INTO\b|DELETE\s+FROM\b|CREATE\s+TABLE\b|UPDATE\s+\w+\s+SET\b)/s;
  const wrong = files.filter(
    (file) =>
      roomOf(file) !== 'archive' && !file.endsWith('.test.ts') && sql.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(wrong, []);
});

test('no import runs in a circle', () => {
  const next = new Map<string, string[]>();
  for (const { from, to } of inside)
    if (!from.endsWith('.test.ts') && files.includes(to)) next.set(from, [...(next.get(from) ?? []), to]);
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[][] = [];
  const walk = (file: string, path: readonly string[]) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      circles.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const target of next.get(file) ?? []) walk(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of next.keys()) walk(file, []);
  assert.deepEqual(circles, []);
});

test('no room is a heap: no utils, helpers, types or index inside', () => {
  const heaps = files.filter((file) => /(?:^|\/)(?:utils?|helpers?|types|common|misc|index)\.ts$/.test(file));
  assert.deepEqual(heaps, []);
});
