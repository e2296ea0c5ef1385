import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { openArchive } from '../archive/archive.ts';
import { stagesInThread } from './stage-thread.ts';
import { knowledgeOfWorld } from './stages.ts';

const TEXT = 'The harbour was closed on Monday. The FNC said it had taken the northern basin, and Brell denied it.';
const article = {
  ...{ id: 'a', text: TEXT, title: null, published: '2024-05-06', outlet: null, url: null, agency: null },
  ...{ dateline: null, chain: [], language: 'en' },
};

test('what a reader imports is known in the next article, under a number of its own, and unknown again when forgotten', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-imported-'));
  const { archive, knowledge, names } = await openArchive({ dataDir, clock: { nowMs: Date.now } });
  const stages = stagesInThread({ maxHtmlBytes: 1_000_000, maxTextBytes: 1_000_000, dataDir });
  t.after(async () => {
    await stages.close();
    await archive.close();
    rmSync(dataDir, { recursive: true });
  });
  const ask = knowledgeOfWorld(names);
  const nameOf = (isDemo: boolean) => ask(isDemo, (known) => known.actor('os:1')?.name);
  assert.equal(nameOf(false), undefined);
  const before = await stages.read(article, false);
  assert.equal(before.knowledge, stages.knowledge);
  assert.notEqual(before.statements[0]?.speaker?.name, 'Front of the Northern Coast');

  await knowledge.start({ name: 'fronts', format: 'followthemoney', file: 'fronts.json', print: '1' });
  const front = { id: 'os:1', name: 'Front of the Northern Coast', kind: 'armed-group', aliases: ['FNC'] } as const;
  await knowledge.keep('fronts', { actors: [front], words: [], passed: 0, broken: 0, position: 1 });
  const known = await stages.read(article, false);
  const { actor, name } = known.statements[0]!.speaker!;
  assert.deepEqual([actor, name], ['os:1', 'Front of the Northern Coast']);
  assert.ok(known.knowledge! > before.knowledge!);
  assert.deepEqual(
    [nameOf(false), nameOf(true)],
    [name, undefined],
    'pages and corrections know it, the demo does not',
  );

  await knowledge.forget('fronts');
  assert.equal(nameOf(false), undefined);
  const after = await stages.read(article, false);
  assert.deepEqual({ ...after, knowledge: 0 }, { ...before, knowledge: 0 });
});
