import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { starterOutlets } from '../collect/outlets/starter.ts';
import type { KnownActor } from '../domain/ports/knowledge.ts';
import { loadKnowledge } from './knowledge.ts';

const folder = new URL('./knowledge/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const rowsOf = (file: string): readonly KnownActor[] => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
const people = rowsOf('people.json');

test('every row of knowledge names its source, and no id stands twice', () => {
  const seen = new Set<string>();
  for (const file of files)
    for (const row of rowsOf(file)) {
      assert.ok(row.source?.length > 0, `${file}: ${row.name}`);
      if (file === 'states.json') continue;
      assert.ok(!seen.has(row.id), `${file}: ${row.id} twice`);
      seen.add(row.id);
    }
});

test('docs/knowledge.md gives the rows of each file by source as they are', () => {
  const page = readFileSync(new URL('../../docs/knowledge.md', import.meta.url), 'utf8');
  for (const file of files) {
    const bySource = Map.groupBy(rowsOf(file), ({ source }) => source);
    for (const [source, rows] of bySource)
      assert.ok(
        page.includes(`| \`${file}\` | ${rows.length} | ${source} |`),
        `${file}: ${rows.length} from ${source}`,
      );
  }
});

test('terms of office run forward', () => {
  for (const file of files)
    for (const { name, roles } of rowsOf(file))
      for (const { from = '', to = '9999' } of roles ?? []) assert.ok(from <= to, `${name}: ${from} to ${to}`);
});

test('groups, bodies, agencies and outlets are known in the numbers the docs give', () => {
  assert.ok(rowsOf('groups.json').filter(({ kind }) => kind === 'armed-group').length >= 250);
  assert.ok(rowsOf('parties.json').length >= 350);
  assert.ok(rowsOf('bodies.json').filter(({ bloc }) => bloc !== undefined).length >= 180);
  const media = [...rowsOf('media.json'), ...rowsOf('outlets.json')];
  assert.ok(media.filter(({ medium }) => medium === 'agency').length >= 60);
  assert.ok(media.filter(({ country, owner }) => country && owner).length >= 400);
});

const G20 = 'ARG AUS BRA CAN CHN FRA DEU IND IDN ITA JPN MEX RUS SAU ZAF KOR TUR GBR USA'.split(' ');
/** Elected members of the Security Council in 2025 and 2026, beside the permanent ones. */
const COUNCIL = 'DNK GRC PAK PAN SOM BHR COL COD LVA LBR'.split(' ');
const HEAD =
  /^(?:interim |acting |deputy |caretaker )?(?:president|prime minister|premier|chancellor|king|emir|chief executive|chairman of the transitional government)$/;
const FOREIGN = /^(?:acting )?(?:foreign minister|foreign secretary|secretary of state)$/;

const heldIn = (country: string, office: RegExp, day: string): boolean =>
  people.some(({ roles = [] }) =>
    roles.some(
      ({ role, of, from = '', to = '9999' }) => of === country && office.test(role) && from <= day && day <= `${to}-99`,
    ),
  );

test('the G20 and the Security Council have somebody at their head in every year since 2001', () => {
  for (const country of [...G20, ...COUNCIL])
    for (let year = 2001; year <= 2025; year++)
      assert.ok(heldIn(country, HEAD, `${year}-06-15`) || heldIn(country, HEAD, `${year}-11-15`), `${country} ${year}`);
});

test('the G20 and the permanent members of the Security Council have somebody at their head in every year from 1980 to 2000', () => {
  // Roberto Viola, Zenko Suzuki and King Khalid are left out: names that fit too many, a company, a city.
  const leftOut = new Set(['ARG 1981', 'JPN 1981', 'SAU 1980', 'SAU 1981']);
  const head = /^(?:president|prime minister|premier|chancellor|king|Soviet leader)$/;
  for (const country of G20)
    for (let year = 1980; year <= 2000; year++)
      if (!leftOut.has(`${country} ${year}`))
        assert.ok(
          heldIn(country, head, `${year}-06-15`) || heldIn(country, head, `${year}-11-15`),
          `${country} ${year}`,
        );
});

test('the G20 have their foreign ministers in every year since 2001, but where the name fits too many', () => {
  // Stephen Smith and Bill Graham are left out: a name that fits many is worse than none.
  const leftOut = new Set(['AUS 2008', 'AUS 2009', 'CAN 2002', 'CAN 2003']);
  for (const country of G20)
    for (let year = 2001; year <= 2025; year++)
      if (!leftOut.has(`${country} ${year}`))
        assert.ok(
          heldIn(country, FOREIGN, `${year}-06-15`) || heldIn(country, FOREIGN, `${year}-11-15`),
          `${country} ${year}`,
        );
});

test('the outlets that the starter list follows are known here too, so that neither list is kept alone', () => {
  const { named } = loadKnowledge();
  const unknown = starterOutlets.filter(({ name }) => !named(name).some(({ kind }) => kind === 'media'));
  assert.deepEqual(
    unknown.map(({ name }) => name),
    [],
  );
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
