import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openArchive } from '../archive/archive.ts';
import type { Capture } from '../domain/capture.ts';
import { sha256, shortHash } from '../domain/ids.ts';
import { excerptOf } from '../rights/excerpt.ts';
import { removeArticle } from '../rights/removal.ts';
import { takeIn } from './intake.ts';
import { runLine } from './line.ts';
import { awaitOutcome } from './outcome.ts';
import { type Stages, stagesHere } from './stages.ts';

const stages = stagesHere({ maxHtmlBytes: 1_000_000, maxTextBytes: 1_000_000 });

async function houseOf(t: TestContext) {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-line-'));
  const clock = { nowMs: Date.now };
  const { archive, queue } = await openArchive({ dataDir, clock });
  t.after(async () => {
    await archive.close();
    rmSync(dataDir, { recursive: true });
  });
  const ports = { archive, queue, clock, stages };
  return { ...ports, ports };
}

function page(path: string, paragraphs: readonly string[], facts: Partial<Capture> = {}): Capture {
  const [title, ...rest] = paragraphs;
  const html = `<!doctype html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${rest
    .map((words) => `<p>${words}</p>`)
    .join('')}</article></body></html>`;
  const body = new TextEncoder().encode(html);
  const url = `https://courier.example${path}`;
  const headers = { 'content-type': 'text/html; charset=utf-8' };
  return {
    ...{ id: shortHash(url, sha256(body)), origin: 'fetch', url, headers, body, sha256: sha256(body) },
    fetchedAtMs: 1_750_000_000_000,
    ...facts,
  };
}

const REPORT = [
  'Crane falls into the harbour of Oll',
  'The harbour of Oll was closed on Monday after a crane of the company Varn Bau fell into the northern basin, and ships waited outside the breakwater until evening.',
  'Harbour master Ina Brandt said the crane had not been inspected for six years. “Nobody told us that it was unsafe,” she said.',
  'The fish market of Oll opened four hours late, and two ferries to the islands were cancelled on the same day, according to the port authority.',
];
const DENIAL = [
  'Varn Bau denies that the crane of Oll was not inspected',
  'The company Varn Bau denied on Tuesday that the crane in the harbour of Oll had not been inspected for six years.',
  'A spokesman for Varn Bau said every inspection of the crane was on record with the port authority of Oll, and that harbour master Ina Brandt had signed the last one.',
  'The northern basin of the harbour stays closed until the crane has been lifted out of the water, the company said in a statement.',
];

test('an article travels to its page, its statements are found, and the same again changes nothing', async (t) => {
  const { archive, queue, ports } = await houseOf(t);
  const kept = await takeIn(ports, page('/crane', REPORT));
  const seen: number[] = [];
  await runLine(ports, {
    until: 'empty',
    onProgress: (counts) => seen.push(counts.reduce((sum, { done }) => sum + done, 0)),
  });
  assert.deepEqual(seen, [1, 2, 3, 4], 'clean, read, relate, and the storyline grouped once');
  const outcome = await awaitOutcome(ports, kept.id);
  assert.ok('article' in outcome);
  const article = await archive.pages.article(outcome.article);
  assert.ok(article.state === 'here');
  assert.equal(article.page.line.excerpt, excerptOf(article.page.cleaned));
  assert.ok(article.page.reading.statements.length > 0);
  const before = await archive.size();
  assert.equal((await takeIn(ports, page('/crane', REPORT))).outcome, 'known');
  assert.equal((await takeIn(ports, page('/crane?utm_source=mail', REPORT))).outcome, 'known');
  await runLine(ports, { until: 'empty' });
  assert.deepEqual(await archive.size(), before);
  assert.equal((await queue.counts()).find(({ step }) => step === 'clean')?.done, 1);
});

test('articles of one affair are grouped once for all of them, and again when one is removed', async (t) => {
  const { archive, ports } = await houseOf(t);
  for (const [path, words] of [
    ['/crane', REPORT],
    ['/denial', DENIAL],
  ] as const)
    await takeIn(ports, page(path, words));
  await runLine(ports, { until: 'empty' });
  const { rows } = await archive.pages.stories({ limit: 9 });
  assert.equal(new Set(rows.map(({ storyline }) => storyline?.id)).size, 1);
  assert.ok(rows.every(({ origins }) => origins > 0));
  const [denial] = (await archive.pages.latest({ limit: 9 })).rows.filter(({ title }) => title === DENIAL[0]);
  const removal = await removeArticle(ports, denial!.id, 'asked for');
  assert.equal(removal?.storyline, rows[0]!.storyline!.id);
  await runLine(ports, { until: 'empty' });
  const left = await archive.pages.stories({ limit: 9 });
  assert.equal(left.rows.flatMap(({ articles }) => articles).length, 1);
  assert.ok(left.rows.every(({ denied, origins }) => !denied && origins === 1));
});

test('a page whose publisher reserves it leaves nothing but its address', async (t) => {
  const { archive, ports } = await houseOf(t);
  const reservations = { linkOnly: true, evidence: ['tdm-reservation: 1'] };
  const kept = await takeIn(ports, page('/reserved', REPORT, { reservations }));
  await runLine(ports, { until: 'empty' });
  assert.equal(await archive.capture(kept.id), undefined, 'the bytes are not kept');
  const { rows } = await archive.pages.failures({ limit: 1 });
  assert.equal(rows[0]?.error, 'reserved');
  assert.equal(rows[0]?.name, 'https://courier.example/reserved');
});

test('a publisher’s nosnippet in the headers is honoured on the page of lists', async (t) => {
  const { archive, ports } = await houseOf(t);
  await takeIn(ports, page('/quiet', REPORT, { reservations: { linkOnly: false, noSnippet: true, evidence: ['x'] } }));
  await runLine(ports, { until: 'empty' });
  assert.equal((await archive.pages.latest({ limit: 1 })).rows[0]?.excerpt, '');
});

test('a fault of the program is tried three times, told in words, and tried again when the page comes again', async (t) => {
  const { archive, ports } = await houseOf(t);
  let tried = 0;
  const faulty: Stages = {
    ...stages,
    clean: async () => {
      tried += 1;
      throw new TypeError('the model has gone missing');
    },
  };
  // Retries are asked for later; the clock is turned so that "later" is at once.
  const hurried = { ...ports, stages: faulty, clock: { nowMs: () => 0 } };
  const kept = await takeIn(ports, page('/crane', REPORT));
  await runLine(hurried, { until: 'empty' });
  assert.equal(tried, 3);
  assert.deepEqual(await awaitOutcome(ports, kept.id), { failure: 'the model has gone missing' });
  assert.deepEqual(await archive.unfinished(), [{ step: 'clean', ref: kept.id }], 'the next start tries it again');
  assert.equal((await takeIn(ports, page('/crane', REPORT))).outcome, 'known');
  assert.deepEqual(await awaitOutcome(ports, kept.id, { patienceMs: 0 }), { waiting: true });
  await runLine(ports, { until: 'empty' });
  assert.ok('article' in (await awaitOutcome(ports, kept.id)));
  assert.deepEqual(await archive.unfinished(), []);
  assert.equal((await archive.pages.failures({ limit: 1 })).rows.length, 0);
});

test('what repeats in an outlet’s articles is furniture once there are enough of them, and goes with them', async (t) => {
  const { archive, ports } = await houseOf(t);
  const begging = 'Stand by the Courier in these times and give what you can spare for its reporters.';
  const words = (number: number) => [
    `Harbour log ${number}`,
    `On day ${number} the harbour of Oll counted ${number + 3} ships, and harbour master Ina Brandt said that the northern basin number ${number} stays closed.`,
    `The ferry number ${number} to the islands sailed at nine, and the fish market opened late because crane ${number} stood still until noon.`,
    begging,
    `A spokesman for berth ${number} of Varn Bau said inspection ${number} was on record, and that ${number} ships waited outside the breakwater.`,
  ];
  for (let number = 1; number <= 21; number++) {
    await takeIn(ports, page(`/log/${number}`, words(number)));
    await runLine(ports, { until: 'empty' });
  }
  const { rows } = await archive.pages.latest({ limit: 30 });
  const texts = new Map<string, string>();
  for (const { id, title } of rows) {
    const found = await archive.pages.article(id);
    texts.set(title, found.state === 'here' ? found.page.cleaned.text : '');
  }
  assert.match(texts.get('Harbour log 20') ?? '', /Stand by the Courier/);
  assert.doesNotMatch(texts.get('Harbour log 21') ?? 'Stand by the Courier', /Stand by the Courier/);
  assert.match(texts.get('Harbour log 21') ?? '', /inspection 21 was on record/);
  const domain = 'courier.example';
  assert.equal((await archive.outletLines(domain)).of, 21);
  for (const { id } of rows.slice(0, 2)) await archive.removeArticle(id, 'asked for');
  assert.equal((await archive.outletLines(domain)).of, 0, 'nineteen are too few to tell');
});

test('the line stops when it is told to', async (t) => {
  const { ports } = await houseOf(t);
  const stop = new AbortController();
  const running = runLine(ports, { until: stop.signal });
  setTimeout(() => stop.abort(), 50);
  await running;
});
