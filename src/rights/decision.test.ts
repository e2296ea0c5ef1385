import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openArchive } from '../archive/archive.ts';
import { captureOf, keepSpecimen, type Specimen } from '../archive/specimens.ts';
import { groupRef } from '../domain/ports/queue.ts';
import { decideNotice } from './decision.ts';
import { isNotice, noticeFromFields } from './notices.ts';

const NOW = 1_750_000_000_000;
const PLACE = { story: 's', storyline: 'l' };
const MINE: Specimen = {
  ...{ title: 'My bridge', text: 'The bridge at Oll is mine, Ina Brandt said.', url: 'https://courier.example/bridge' },
  says: [['Ina Brandt', 'said', 'The bridge at Oll is mine']],
};
const OTHER: Specimen = { title: 'Ferry', text: 'The ferry sails again.', url: 'https://courier.example/ferry' };

async function houseOf(t: TestContext) {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-rights-'));
  const clock = { nowMs: () => NOW };
  const { archive, queue } = await openArchive({ dataDir, clock });
  t.after(async () => {
    await archive.close();
    rmSync(dataDir, { recursive: true });
  });
  const mine = await keepSpecimen(archive, MINE, PLACE);
  const other = await keepSpecimen(archive, OTHER, PLACE);
  return { archive, queue, clock, mine: mine.article, other: other.article };
}

const notice = (kind: string, about: string) => {
  const made = noticeFromFields({ kind, from: 'R.', contact: 'r@author.example', about, words: 'It is mine.' }, NOW);
  assert.ok(isNotice(made));
  return made;
};

test('a granted takedown removes the article it names by its original address, and what is left is grouped again', async (t) => {
  const house = await houseOf(t);
  const asked = notice('takedown', 'http://www.courier.example/bridge/?utm_source=mail');
  await house.archive.keepNotice(asked);
  const decision = await decideNotice(house, asked.id, 'granted', 'The author asked.');
  assert.deepEqual(decision?.removed, [house.mine]);
  assert.equal((await house.archive.pages.article(house.mine)).state, 'removed');
  assert.equal((await house.archive.pages.article(house.other)).state, 'here');
  assert.equal((await house.archive.tombstone(house.mine))?.notice, asked.id);
  assert.equal((await house.queue.take(['relate'], 1000))?.ref, groupRef(PLACE.storyline));
  assert.equal((await house.archive.keepCapture(captureOf(MINE))).outcome, 'refused');
  const kept = await house.archive.notice(asked.id);
  assert.deepEqual([kept?.state, kept?.decision, kept?.decidedAtMs], ['granted', 'The author asked.', NOW]);
});

test('an article is also named by its page here or by its id; a front page or a stranger names none', async (t) => {
  const { archive, mine, other } = await houseOf(t);
  const named = (about: string) => archive.articlesNamed([about]);
  assert.deepEqual(await named(`http://127.0.0.1:8484/article/${mine}?from=search`), [mine]);
  assert.deepEqual(await named(` ${other} `), [other]);
  for (const about of ['https://courier.example/', 'https://other.example/bridge', 'the bridge', ''])
    assert.deepEqual(await named(about), []);
});

test('a refusal, a reply and a decided notice remove nothing', async (t) => {
  const house = await houseOf(t);
  const refused = notice('takedown', house.mine);
  await house.archive.keepNotice(refused);
  assert.deepEqual((await decideNotice(house, refused.id, 'refused', 'It is a quotation.'))?.removed, []);
  assert.equal(await decideNotice(house, refused.id, 'granted', 'Second thoughts.'), undefined);
  const reply = notice('reply', house.mine);
  await house.archive.keepNotice(reply);
  assert.deepEqual((await decideNotice(house, reply.id, 'granted', 'Shown beside it.'))?.removed, []);
  assert.equal((await house.archive.pages.article(house.mine)).state, 'here');
  assert.equal(await decideNotice(house, 'nobody', 'granted', ''), undefined);
});
