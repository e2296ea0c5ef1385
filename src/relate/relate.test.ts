import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ReadArticle } from '../domain/read-article.ts';
import { wordsAt } from '../domain/span.ts';
import type { Relations } from '../domain/story.ts';
import {
  CLARIFICATION,
  CREDITED_COPY,
  DENIAL,
  OWN_REPORT,
  TRIAL,
  UNCREDITED_COPY,
  VINEYARD,
  WIRE_REPORT,
} from './cases/ferry.ts';
import { holdArticles, relateAll, relateArticle, relateGroup } from './relate.ts';

const ARRIVAL = [WIRE_REPORT, CREDITED_COPY, UNCREDITED_COPY, VINEYARD, OWN_REPORT, DENIAL, TRIAL];

const groupsOf = (found: Relations) => ({
  stories: found.stories.map((story) => story.articles.toSorted().join()).toSorted(),
  storylines: found.storylines
    .map((line) =>
      line.stories
        .flatMap((id) => found.stories.find((story) => story.id === id)!.articles)
        .toSorted()
        .join(),
    )
    .toSorted(),
});

test('reports of one sinking are one story; the trial a year later is another story of the same affair; frost is neither', async () => {
  const { stories, storylines } = groupsOf(await relateAll(ARRIVAL));
  assert.deepEqual(stories, ['copy,credited,own,wire', 'denial', 'trial', 'vineyard']);
  assert.deepEqual(storylines, ['copy,credited,denial,own,trial,wire', 'vineyard']);
});

test('the stories are the same in whatever order the articles arrive', async () => {
  const expected = groupsOf(await relateAll(ARRIVAL));
  for (let turn = 1; turn < ARRIVAL.length; turn++) {
    const order = [...ARRIVAL.slice(turn), ...ARRIVAL.slice(0, turn)].toReversed();
    assert.deepEqual(groupsOf(await relateAll(order)), expected, order.map((article) => article.id).join());
  }
});

test('a new article says which articles hold it in its story, and why', async () => {
  const { neighbours, hold } = holdArticles();
  const first = await relateArticle(WIRE_REPORT, neighbours);
  assert.equal(first.story.isNew, true);
  assert.equal(first.storyline.isNew, true);
  hold({ ...WIRE_REPORT, story: first.story.id, storyline: first.storyline.id });
  const second = await relateArticle(OWN_REPORT, neighbours);
  assert.equal(second.story.id, first.story.id);
  assert.equal(second.story.isNew, false);
  assert.deepEqual(
    second.story.why.map((link) => [link.article, link.with]),
    [['own', 'wire']],
  );
  assert.match(second.story.why[0]!.why, /Marten Hale/);
});

test('placing an article again leaves it where it stands', async () => {
  const { neighbours, hold } = holdArticles();
  const first = await relateArticle(WIRE_REPORT, neighbours);
  const placed = { ...WIRE_REPORT, story: first.story.id, storyline: first.storyline.id };
  hold(placed);
  const again = await relateArticle(placed, neighbours);
  assert.equal(again.story.id, first.story.id);
  assert.equal(again.storyline.id, first.storyline.id);
});

test('a text that another outlet copied without credit is traced to the earlier one', async () => {
  const { lineage } = await relateAll([UNCREDITED_COPY, WIRE_REPORT]);
  const row = lineage.find((one) => one.article === 'copy');
  assert.equal(row?.from, 'Norrland Wire');
  assert.equal(row?.kind, 'republishes');
  assert.equal(row?.fromArticle, 'wire');
  assert.equal(wordsAt(row!.evidence!, UNCREDITED_COPY.text), row?.evidenceText);
  assert.equal(WIRE_REPORT.text.includes(row!.evidenceText.slice(0, 60)), true);
});

test('an agency that reports its own interview does not copy those who credit it', async () => {
  const { lineage } = await relateAll([CREDITED_COPY, WIRE_REPORT]);
  assert.deepEqual(
    lineage.map((row) => [row.article, row.kind, row.from, row.fromArticle]),
    [['credited', 'republishes', 'Norrland Wire', 'wire']],
  );
});

test('four outlets that all rest on one commander are four outlets and one origin', async () => {
  const found = await relateAll(ARRIVAL);
  const sinking = found.stories.find((story) => story.articles.includes('wire'))!;
  const counted = found.origins.find((origins) => origins.story === sinking.id)!;
  assert.equal(counted.outlets.length, 4);
  assert.deepEqual(counted.origins, ['Marten Hale']);
});

test('a denial stands against the statements of the same matter, in other articles too', () => {
  const { disputes } = relateGroup([WIRE_REPORT, OWN_REPORT, DENIAL]);
  const lund = disputes.find((one) =>
    one.sides.some((side) => side.speaker === 'Edda Lund' && side.stance === 'denies'),
  )!;
  const against = lund.sides.filter((side) => side.stance === 'asserts');
  assert.deepEqual([...new Set(against.map((side) => side.article))].toSorted(), ['own', 'wire']);
  assert.ok(against.every((side) => side.speaker === 'Marten Hale'));
  assert.match(lund.why, /Edda Lund denies what Marten Hale asserts/);
  for (const side of lund.sides) {
    const article = [WIRE_REPORT, OWN_REPORT, DENIAL].find((one) => one.id === side.article)!;
    assert.equal(wordsAt(side.span, article.text), side.quote);
  }
});

test('"all such accusations" answers the accusation before it', () => {
  const { disputes } = relateGroup([DENIAL]);
  const answer = disputes.find((one) => one.sides.some((side) => side.quote === 'all such accusations'))!;
  assert.deepEqual(
    answer.sides.map((side) => [side.speaker, side.stance]),
    [
      ['Coastal Guard of Sorrel', 'asserts'],
      ['Torvik Line', 'denies'],
    ],
  );
  assert.ok(answer.confidence < 0.8);
});

test('a spokesperson answers others, not the house that they speak for', () => {
  const { disputes } = relateGroup([CLARIFICATION]);
  assert.deepEqual(
    disputes.map(({ sides }) => sides.map(({ speaker }) => speaker)),
    [['Marten Hale', 'Torvik Line spokesperson']],
  );
});

test('a claim is told in the words of whoever asserts it, and a denial is a stance to it', () => {
  const { claims } = relateGroup([WIRE_REPORT, OWN_REPORT, DENIAL]);
  const door = claims.find((claim) =>
    claim.statements.some((one) => one.speaker === 'Edda Lund' && one.stance === 'denies'),
  )!;
  assert.match(door.words, /bow door/);
  assert.ok([WIRE_REPORT, OWN_REPORT].some((article) => article.text.includes(door.words)));
  assert.ok(door.statements.some((one) => one.stance === 'asserts'));
});

test('two numbers of one day are in conflict, a later count is not', () => {
  const { figures, disputes } = relateGroup([WIRE_REPORT, OWN_REPORT, DENIAL]);
  const dead = figures.find((series) => series.values.length > 1)!;
  assert.deepEqual(
    dead.values.map((value) => value.value),
    [14, 19, 22],
  );
  // "At least 14" leaves room for 19; 22 came seventeen days later.
  assert.equal(dead.conflict, false);
  assert.deepEqual(
    disputes.filter((one) => one.kind === 'figure'),
    [],
  );
  const exact = (article: ReadArticle): ReadArticle => ({
    ...article,
    reading: { ...article.reading, figures: article.reading.figures.map((figure) => ({ ...figure, bound: 'exact' })) },
  });
  const differing = relateGroup([exact(WIRE_REPORT), OWN_REPORT, DENIAL]);
  assert.equal(differing.figures.find((series) => series.values.length > 1)?.conflict, true);
  const dispute = differing.disputes.find((one) => one.kind === 'figure')!;
  assert.deepEqual(
    dispute.sides.map((side) => side.article),
    ['wire', 'own'],
  );
});

test('the same articles give the same ids in any order', () => {
  const one = relateGroup([WIRE_REPORT, OWN_REPORT, DENIAL]);
  const other = relateGroup([DENIAL, OWN_REPORT, WIRE_REPORT]);
  assert.deepEqual(one, other);
});
