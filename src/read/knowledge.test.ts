import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { KnownActor } from '../domain/ports/knowledge.ts';
import { loadKnowledge } from './knowledge.ts';

const folder = new URL('./knowledge/', import.meta.url);
const rowsOf = (file: string): readonly KnownActor[] => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

test('every row of knowledge names its source, and no id stands twice', () => {
  const seen = new Set<string>();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json')))
    for (const row of rowsOf(file)) {
      assert.ok(row.source?.length > 0, `${file}: ${row.name}`);
      if (file === 'states.json') continue;
      assert.ok(!seen.has(row.id), `${file}: ${row.id} twice`);
      seen.add(row.id);
    }
});

test('terms of office run forward', () => {
  for (const { name, roles } of rowsOf('people.json'))
    for (const { from = '', to = '9999' } of roles ?? []) assert.ok(from <= to, `${name}: ${from} to ${to}`);
});

test('groups, bodies, agencies and outlets are known in the numbers the docs give', () => {
  assert.ok(rowsOf('groups.json').length >= 150);
  assert.ok(rowsOf('bodies.json').length >= 80);
  const media = [...rowsOf('media.json'), ...rowsOf('outlets.json')];
  assert.ok(media.filter(({ medium }) => medium === 'agency').length >= 60);
  assert.ok(media.filter(({ country, owner }) => country && owner).length >= 400);
});

test('a state is found under its names, its capital and its people', () => {
  const { named } = loadKnowledge();
  for (const form of ['Norway', 'Oslo', 'Norwegian']) assert.equal(named(form)[0]?.country, 'NOR', form);
  assert.equal(named('the Norwegian')[0]?.country, 'NOR');
});

test('case tells the group from the verb, accents and hyphens do not matter', () => {
  const { named } = loadKnowledge();
  assert.equal(named('IS')[0]?.kind, 'armed-group');
  assert.equal(named('is').length, 0);
  assert.equal(named('al Qaeda')[0]?.id, named('Al-Qaeda')[0]?.id);
  assert.equal(named('Francois Hollande')[0]?.id, named('François Hollande')[0]?.id);
});
