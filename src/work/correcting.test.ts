import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openArchive } from '../archive/archive.ts';
import { pasteCapture } from '../collect/files.ts';
import type { Statement } from '../domain/statement.ts';
import { correct, undoCorrection } from './correcting.ts';
import { addDemo } from './demo.ts';
import { takeIn } from './intake.ts';
import { runLine } from './line.ts';
import { reread } from './reread.ts';
import { knowledgeOfWorld, type Stages, stagesHere } from './stages.ts';

const stages = stagesHere({ maxHtmlBytes: 1_000_000, maxTextBytes: 1_000_000 });
const REPORT = `Harbour master Ina Brandt said on Monday that the company Varn Bau had paid the inspectors of the crane in the harbour of Oll.

“Nobody told us that it was unsafe,” Brandt added. The crane of Varn Bau fell into the northern basin of the harbour of Oll, and ships waited outside the breakwater until evening.`;
const DENIAL = `The company Varn Bau denied on Tuesday that it had paid the inspectors of the crane in the harbour of Oll.

Its director Hal Trent said harbour master Ina Brandt had signed the last inspection. The northern basin of the harbour of Oll stays closed, and ships wait outside the breakwater.`;

async function houseOf(t: TestContext) {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-correct-'));
  const clock = { nowMs: Date.now };
  const { archive, queue } = await openArchive({ dataDir, clock });
  t.after(async () => {
    await archive.close();
    rmSync(dataDir, { recursive: true });
  });
  const ports = { archive, queue, clock, stages, knowledge: knowledgeOfWorld() };
  for (const [text, title] of [
    [REPORT, 'Varn Bau paid inspectors of the crane in the harbour of Oll, says Ina Brandt'],
    [DENIAL, 'Varn Bau denies that it paid inspectors of the crane in the harbour of Oll'],
  ] as const)
    await takeIn(ports, pasteCapture(text, { title }, 1_750_000_000_000));
  await runLine(ports, { until: 'empty' });
  const { rows } = await archive.pages.latest({ limit: 9 });
  const statementsOf = async (title: RegExp): Promise<readonly Statement[]> => {
    const article = await archive.readArticle(rows.find((row) => title.test(row.title))!.id);
    return article!.reading.statements;
  };
  return { archive, queue, ports, statementsOf };
}

test('a dispute rests on who said what: where a side is no statement there is none, and undoing brings it back', async (t) => {
  const { archive, ports } = await houseOf(t);
  await addDemo(ports, 1_750_000_000_000, { again: true });
  await runLine(ports, { until: 'empty' });
  const { rows } = await archive.pages.stories({ limit: 50 });
  const story = rows.find(({ denied }) => denied)!;
  const disputes = async () => {
    const page = await archive.pages.storyline(story.storyline!.id);
    return page.state === 'here' ? page.page.disputes : assert.fail();
  };
  const before = await disputes();
  const side = before.find(({ kind }) => kind === 'denial')!.sides.find(({ statement }) => statement !== null)!;
  const answer = await correct(ports, { kind: 'hide', statement: side.statement! }, 'A caption.');
  assert.ok('kept' in answer);
  await runLine(ports, { until: 'empty' });
  const without = await disputes();
  assert.ok(without.length < before.length);
  assert.ok(without.every(({ sides }) => sides.every(({ statement }) => statement !== side.statement)));
  assert.equal(await undoCorrection(ports, answer.kept), true);
  await runLine(ports, { until: 'empty' });
  assert.deepEqual(await disputes(), before);
});

test('a name that several bear is asked about, and one that nobody bears is a new actor', async (t) => {
  const { archive, ports, statementsOf } = await houseOf(t);
  const [first] = await statementsOf(/says Ina/);
  const one = await correct(ports, { kind: 'speaker', statement: first!.id, to: { name: 'Erna Holt' } }, '');
  assert.ok('kept' in one);
  const [held] = await archive.actorsCalled('Erna Holt', false);
  assert.equal(held?.id, 'in:erna-holt');
  const [, second] = await statementsOf(/says Ina/);
  const isNew = { name: 'Erna Holt', isNew: true };
  const two = await correct(ports, { kind: 'speaker', statement: second!.id, to: isNew }, '');
  assert.ok('kept' in two);
  assert.equal((await archive.correction(two.kept))?.change.kind, 'speaker');
  const third = (await statementsOf(/denies/))[0]!;
  const which = await correct(ports, { kind: 'speaker', statement: third.id, to: { name: 'erna  HOLT' } }, '');
  assert.ok('which' in which);
  assert.deepEqual(which.which.map(({ id }) => id).sort(), ['in:erna-holt', 'in:erna-holt-2']);
  const known = await correct(ports, { kind: 'speaker', statement: third.id, to: { name: 'Germany' } }, '');
  assert.ok('kept' in known);
  assert.ok(await archive.actorNow('kb:deu', false), 'whom the knowledge knows is known by it');
});

test('a part of a name makes no new actor unasked: those who have it are offered', async (t) => {
  const { ports, statementsOf } = await houseOf(t);
  const statement = (await statementsOf(/denies/))[0]!.id;
  const part = await correct(ports, { kind: 'speaker', statement, to: { name: 'Ina' } }, '');
  assert.ok('which' in part && !part.isExact, JSON.stringify(part));
  assert.ok(part.which.some(({ name }) => name.includes('Ina Brandt')));
  const capital = await correct(ports, { kind: 'speaker', statement, to: { name: 'Berlin' } }, '');
  assert.ok('which' in capital && !capital.isExact, 'a capital is not its state for certain');
  assert.ok(capital.which.some(({ id }) => id === 'kb:deu'));
  const isNew = await correct(ports, { kind: 'speaker', statement, to: { name: 'Berlin', isNew: true } }, '');
  assert.ok('kept' in isNew);
});

test('a merge that touches many articles is answered at once and worked off by the line', async (t) => {
  const { archive, queue, ports } = await houseOf(t);
  for (let number = 0; number < 30; number++)
    await takeIn(ports, pasteCapture(`Council member Dee Marlow said pier ${number} was safe.`, {}, 1_750_000_000_000));
  await runLine(ports, { until: 'empty' });
  const [marlow] = await archive.actorsCalled('Dee Marlow', false);
  const answer = await correct(ports, { kind: 'merge', actor: marlow!.id, into: { name: 'Ina Brandt' } }, '');
  assert.ok('kept' in answer);
  assert.equal((await archive.dueCorrections(99)).length, 20);
  assert.equal((await archive.pages.actor(marlow!.id)).state, 'moved', 'the address leads on from the first moment');
  const line = async () => (await archive.pages.corrections({ limit: 1 })).rows[0]!;
  assert.deepEqual([(await line()).state, (await line()).articles], ['holds', 10]);
  await runLine(ports, { until: 'empty' });
  assert.deepEqual(await archive.dueCorrections(99), []);
  assert.equal((await line()).articles, 30);
  assert.equal(await archive.actorsCalled('Dee Marlow', false).then(([one]) => one?.name), 'Ina Brandt');
  assert.ok((await queue.counts()).every(({ waiting, working, failed }) => waiting + working + failed === 0));
});

test('a name is somebody else’s in one article, or as the source of one statement, and the actor’s elsewhere', async (t) => {
  const { archive, ports, statementsOf } = await houseOf(t);
  const [first] = await statementsOf(/says Ina/);
  const brandt = first!.speaker!.actor;
  const article = (await archive.pages.statement(first!.id)) as { page: { line: { article: { id: string } } } };
  const { id } = article.page.line.article;
  const last = (await statementsOf(/says Ina/)).findLast(({ speaker }) => speaker?.actor === brandt)!;
  const split = { kind: 'split', actor: brandt, form: 'Brandt', to: { name: 'Erna Brandt' } } as const;
  const once = await correct(ports, { ...split, statement: last.id }, '');
  assert.ok('kept' in once, JSON.stringify(once));
  const speakers = async () => (await statementsOf(/says Ina/)).map((one) => [one.id, one.speaker?.actor]);
  const after = new Map((await speakers()) as [string, string][]);
  assert.equal(after.get(last.id), 'in:erna-brandt');
  assert.equal(after.get(first!.id), brandt);
  assert.equal(await undoCorrection(ports, once.kept), true);
  const here = await correct(ports, { ...split, form: 'Ina Brandt', to: { name: 'Another Brandt' }, article: id }, '');
  assert.ok('kept' in here, JSON.stringify(here));
  assert.equal((await archive.pages.corrections({ limit: 1 })).rows[0]!.articles, 1);
  assert.ok(await archive.actorNow(brandt, false), 'she is still named in the other article');
});

test('what cannot be put right is refused in one sentence', async (t) => {
  const { ports, statementsOf } = await houseOf(t);
  const [statement] = await statementsOf(/says Ina/);
  const actor = statement!.speaker!.actor;
  const refused = async (wish: Parameters<typeof correct>[1]) => {
    const answer = await correct(ports, wish, '');
    assert.ok('refused' in answer, JSON.stringify(answer));
    assert.match(answer.refused, /^[A-Z“].*\.$/);
    return answer.refused;
  };
  await refused({ kind: 'hide', statement: 'nothing' });
  await refused({ kind: 'stance', statement: statement!.id, to: statement!.stance });
  await refused({ kind: 'speaker', statement: statement!.id, to: { actor: 'in:nobody-of-the-kind' } });
  await refused({ kind: 'speaker', statement: statement!.id, to: { name: ' … ' } });
  await refused({ kind: 'merge', actor, into: { actor } });
  await refused({ kind: 'merge', actor, into: { name: 'Somebody Nobody Knows' } });
  await refused({ kind: 'split', actor, form: 'a form it has not', to: { name: 'X' } });
  assert.match(
    await refused({ kind: 'split', actor, form: statement!.speaker!.name, to: { actor: 'in:no-such-one' } }),
    /no actor in:no-such-one|no other name/,
  );
  assert.ok('kept' in (await correct(ports, { kind: 'hide', statement: statement!.id }, '')));
  assert.match(await refused({ kind: 'hide', statement: statement!.id }), /undo that first/);
});

test('a re-reading that changes nothing leaves everything as it was, and the next finds nothing to do', async (t) => {
  const { archive, queue, ports } = await houseOf(t);
  const before = await archive.size();
  const run = await reread(ports, 'all');
  assert.deepEqual([run?.report.articles, run?.report.changed, run?.report.statements.added], [2, 0, 0]);
  assert.ok(
    (await queue.counts()).every(({ waiting }) => waiting === 0),
    'nothing is related again',
  );
  assert.deepEqual({ ...(await archive.size()), bytes: 0 }, { ...before, bytes: 0 });
  assert.equal((await reread(ports, 'outdated'))?.report.articles, 0);
});

test('an article that stops the reader keeps its earlier reading, and the run goes on', async (t) => {
  const { archive, statementsOf } = await houseOf(t);
  const before = await statementsOf(/denies/);
  const faulty: Stages = {
    ...stages,
    reader: 'later',
    read: (article, isDemo) =>
      /denies/.test(article.title ?? '') ? Promise.reject(new TypeError('a fault')) : stages.read(article, isDemo),
  };
  const told: string[] = [];
  const run = await reread({ archive, stages: faulty }, 'outdated', { onFailure: (_, reason) => told.push(reason) });
  assert.deepEqual([run?.report.articles, run?.report.stopped, told], [2, 1, ['a fault']]);
  assert.deepEqual(await statementsOf(/denies/), before);
});

test('told to stop, a re-reading goes on with the next article when it is asked for again', async (t) => {
  const { ports } = await houseOf(t);
  const stop = new AbortController();
  const seen: string[] = [];
  const onArticle = ({ articleId }: { readonly articleId: string }) => {
    seen.push(articleId);
    stop.abort();
  };
  assert.equal(await reread(ports, 'all', { signal: stop.signal, onArticle }), undefined);
  const run = await reread(ports, 'all', {
    onBegin: ({ isResumed, report, total }) => assert.deepEqual([isResumed, report.articles, total], [true, 1, 2]),
    onArticle,
  });
  assert.equal(run?.report.articles, 2);
  assert.equal(new Set(seen).size, 2);
});
