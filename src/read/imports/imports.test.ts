import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { ActorToKeep } from '../../domain/ports/imported-knowledge.ts';
import { actorsOfFile } from './import-file.ts';

const bytes = (file: string): Buffer => readFileSync(new URL(`./fixtures/${file}`, import.meta.url));

/** The actors of a file that comes in pieces of the given size, and what was said of its broken records. */
async function imported(data: Buffer, pieceBytes = 7) {
  async function* pieces() {
    for (let at = 0; at < data.length; at += pieceBytes) yield data.subarray(at, at + pieceBytes);
  }
  const broken: string[] = [];
  const actors = await actorsOfFile(pieces(), (where, why) => broken.push(`${where}: ${why}`));
  return { byName: new Map(actors.map((actor) => [actor.name, actor])), actors, broken };
}

const facts = ({ id, kind, country, aliases }: ActorToKeep) => ({ id, kind, country, aliases });

test('entities of OpenSanctions become persons, companies and groups; addresses do not', async () => {
  const { byName, actors, broken } = await imported(bytes('entities.ftm.json'));
  assert.equal(actors.length, 3);
  assert.deepEqual(facts(byName.get('Ilka Morrenz')!), {
    ...{ id: 'wd:Q990001', kind: 'person', country: 'NOR' },
    aliases: ['Илка Морренц', 'Ilka M. Morrenz'],
  });
  assert.deepEqual(byName.get('Ilka Morrenz')!.roles, [{ role: 'Minister of Harbours' }]);
  assert.deepEqual(facts(byName.get('Harn Shipping Ltd')!), {
    ...{ id: 'os:NK-8bMr', kind: 'company', country: 'PAN' },
    aliases: ['Harn Shipping', 'HARNSHIP'],
  });
  assert.equal(byName.get('Front of the Northern Coast')!.kind, 'armed-group');
  assert.deepEqual(broken, ['line 5: it is not JSON', 'line 6: it has no id, schema or properties']);
});

test('a dump of Wikidata gives officials with their terms, in the precision it knows them', async () => {
  const { byName, actors, broken } = await imported(bytes('items.wikidata.json'));
  assert.deepEqual([...byName.keys()].sort(), ['Ilka Morrenz', 'Tide Party', 'Vestria']);
  assert.deepEqual(byName.get('Ilka Morrenz')!.roles, [
    { role: 'Minister of Tides of Vestria', from: '2019-03', to: '2023' },
  ]);
  assert.equal(byName.get('Ilka Morrenz')!.country, 'VST');
  assert.deepEqual(byName.get('Ilka Morrenz')!.aliases, ['Ilka Maria Morrenz']);
  assert.deepEqual(facts(byName.get('Tide Party')!), {
    ...{ id: 'wd:Q990030', kind: 'party', country: 'VST', aliases: ['TP'] },
  });
  assert.equal(actors.length, 3);
  assert.deepEqual(broken, []);
});

test('the same file reads the same from gzip and in pieces of any size', async () => {
  for (const file of ['items.wikidata.json', 'entities.ftm.json', 'cluster.misp.json', 'actors.cameo.txt']) {
    const whole = await imported(bytes(file), 1e9);
    assert.deepEqual((await imported(bytes(file), 1)).actors, whole.actors, file);
    assert.deepEqual((await imported(gzipSync(bytes(file)), 1)).actors, whole.actors, file);
  }
});

test('a MISP cluster is read whether it stands on many lines or on one', async () => {
  const pretty = await imported(bytes('cluster.misp.json'));
  const line = await imported(Buffer.from(JSON.stringify(JSON.parse(bytes('cluster.misp.json').toString()))));
  for (const { byName, broken } of [pretty, line]) {
    assert.deepEqual([...byName.keys()], ['Grey Tern', 'Quiet Gull']);
    assert.deepEqual(byName.get('Grey Tern')!.aliases, ['Tide Crew', 'G9901']);
    assert.equal(byName.get('Grey Tern')!.country, 'NOR');
    assert.equal(broken.length, 1);
    assert.match(broken[0]!, /it has no value/);
  }
});

test('a CAMEO dictionary gives its groups, papers and officials with dated codes; bare places pass', async () => {
  const { byName, broken } = await imported(bytes('actors.cameo.txt'));
  assert.deepEqual(
    [...byName.keys()],
    ['Ilka Morrenz', 'Front of the Northern Coast', 'Tide Herald', 'Aged Minister', 'League of Harbours'],
  );
  assert.deepEqual(byName.get('Ilka Morrenz')!.roles, [
    { role: 'government official', from: '2019-03-01', to: '2023-01-01' },
  ]);
  assert.deepEqual(byName.get('Aged Minister')!.roles?.[0], {
    ...{ role: 'government official', from: '1973-01-01', to: '1979-12-31' },
  });
  const front = byName.get('Front of the Northern Coast')!;
  assert.deepEqual([front.kind, front.country, front.sector], ['armed-group', 'VST', 'REB']);
  assert.deepEqual(front.aliases, ['FNC', 'Fnc', 'Northern Coast Front']);
  assert.equal(byName.get('Tide Herald')!.kind, 'media');
  assert.equal(byName.get('League of Harbours')!.kind, 'body');
  assert.deepEqual(broken, ['line 20: it has no pattern with a code']);
});
