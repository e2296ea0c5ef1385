import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readOpml, writeOpml } from '../opml.ts';
import { starterIssuers, starterOutlets, starterSources } from './starter.ts';

const rows = [...starterOutlets, ...starterIssuers];

test('the starter list covers 120 outlets in 40 countries and 60 issuers, each address once', () => {
  assert.ok(starterOutlets.length >= 120);
  assert.ok(new Set(starterOutlets.map((row) => row.country)).size >= 40);
  assert.ok(starterIssuers.length >= 60);
  assert.equal(new Set(rows.map((row) => row.feed)).size, rows.length);
  assert.equal(new Set(rows.map((row) => row.name)).size, rows.length);
});

test('no feed is said to be checked that nobody opened', () => {
  assert.deepEqual(
    rows.filter((row) => row.source === 'general knowledge' && row.checked !== null),
    [],
  );
  assert.ok(starterSources().every((source) => source.unchecked));
});

test('the list that ships as OPML is the list that ships as facts', () => {
  const file = readFileSync(new URL('starter.opml', import.meta.url));
  assert.equal(file.toString(), writeOpml(starterSources(), 'Stemma: outlets and issuers to start with'));
  const read = readOpml(file);
  assert.deepEqual(new Set('error' in read ? [] : read.map((one) => one.url)), new Set(rows.map((row) => row.feed)));
});
