import type { StorylineGroup } from '../domain/ports/archive.ts';
import type { Figure, Reading } from '../domain/reading.ts';
import { wordsAt } from '../domain/span.ts';
import type { FigureSeries } from '../domain/story.ts';
import { inBatches } from './batches.ts';
import { unpackJson } from './packing.ts';
import type { Tx } from './store.ts';
import { refreshStoryline } from './stories.ts';

type Member = {
  readonly key: number;
  readonly id: string;
  readonly revision_key: number | null;
  readonly story_key: number | null;
};

/** Replaces what holds across the articles of a storyline; rows of articles that are not (or no longer) in it are left out. */
export async function keepGroup(tx: Tx, storylineId: string, group: StorylineGroup): Promise<void> {
  const storyline = await tx.selectFrom('storyline').select('key').where('id', '=', storylineId).executeTakeFirst();
  if (!storyline) return;
  const rows = await tx
    .selectFrom('story')
    .innerJoin('article', 'article.story_key', 'story.key')
    .select(['article.key', 'article.id', 'article.revision_key', 'article.story_key'])
    .where('story.storyline_key', '=', storyline.key)
    .execute();
  const members = new Map(rows.map((row) => [row.id, row]));
  await clearGroup(tx, storyline.key);
  await keepClaims(tx, storyline.key, group, members);
  await keepDisputes(tx, storyline.key, group, members);
  for (const [ordinal, series] of group.figures.entries())
    await keepFigures(tx, storyline.key, ordinal, series, members);
  for (const { story, origins } of group.origins)
    await tx
      .updateTable('story')
      .set({ origin_names: JSON.stringify(origins) })
      .where('id', '=', story)
      .where('storyline_key', '=', storyline.key)
      .execute();
  await markStories(tx, storyline.key, group, members);
  await refreshStoryline(tx, storyline.key, true);
}

/** Takes away claims, disputes and figures of a storyline: their words may be those of an article that is gone. */
export async function clearGroup(tx: Tx, storyline: number): Promise<void> {
  for (const table of ['claim', 'dispute', 'figure_series'] as const)
    await tx.deleteFrom(table).where('storyline_key', '=', storyline).execute();
  await tx
    .updateTable('statement')
    .set({ disputed: 0 })
    .where('disputed', '=', 1)
    .where('article_key', 'in', (eb) =>
      eb
        .selectFrom('article')
        .innerJoin('story', 'story.key', 'article.story_key')
        .select('article.key')
        .where('story.storyline_key', '=', storyline),
    )
    .execute();
  await tx
    .updateTable('story')
    .set({ denied: 0, numbers_differ: 0, origin_names: '[]' })
    .where('storyline_key', '=', storyline)
    .execute();
}

async function keepClaims(tx: Tx, storyline: number, group: StorylineGroup, members: ReadonlyMap<string, Member>) {
  for (const claim of group.claims) {
    const statements = claim.statements.filter(({ article }) => members.has(article));
    if (statements.length === 0) continue;
    await tx
      .insertInto('claim')
      .values({ storyline_key: storyline, id: claim.id, words: claim.words })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = statements.map((one, ordinal) => ({
      storyline_key: storyline,
      claim_id: claim.id,
      ordinal,
      article_key: members.get(one.article)!.key,
      revision_key: members.get(one.article)!.revision_key,
      statement_id: one.statement,
      content: JSON.stringify(one.content),
      speaker: one.speaker,
      stance: one.stance,
    }));
    await inBatches(rows, (batch) =>
      tx
        .insertInto('claim_statement')
        .values(batch)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  }
}

async function keepDisputes(tx: Tx, storyline: number, group: StorylineGroup, members: ReadonlyMap<string, Member>) {
  for (const dispute of group.disputes) {
    // A dispute with a side missing is none.
    if (dispute.sides.length === 0 || dispute.sides.some(({ article }) => !members.has(article))) continue;
    await tx
      .insertInto('dispute')
      .values({
        ...{ storyline_key: storyline, id: dispute.id, claim_id: dispute.claim },
        ...{ kind: dispute.kind, confidence: dispute.confidence, why: dispute.why },
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = dispute.sides.map((side, ordinal) => ({
      storyline_key: storyline,
      dispute_id: dispute.id,
      ordinal,
      article_key: members.get(side.article)!.key,
      revision_key: members.get(side.article)!.revision_key,
      statement_id: side.statement ?? null,
      span: JSON.stringify(side.span),
      quote: side.quote,
      speaker: side.speaker,
      stance: side.stance,
    }));
    await inBatches(rows, (batch) =>
      tx
        .insertInto('dispute_side')
        .values(batch)
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    );
  }
}

async function keepFigures(
  tx: Tx,
  storyline: number,
  series: number,
  { counted, values, conflict }: FigureSeries,
  members: ReadonlyMap<string, Member>,
): Promise<void> {
  await tx
    .insertInto('figure_series')
    .values({ storyline_key: storyline, ordinal: series, counted, conflict: conflict ? 1 : 0 })
    .execute();
  const rows = [];
  for (const [ordinal, one] of values.entries()) {
    const member = members.get(one.article);
    if (!member) continue;
    const [start, end, field] = one.span;
    const read = await figureAt(tx, member, start, end);
    rows.push({
      ...{ storyline_key: storyline, series, ordinal, article_key: member.key, revision_key: member.revision_key },
      ...{ start, end, field: field ?? null, value: one.value, up_to: one.upTo ?? null },
      ...{ bound: read.figure?.bound ?? null, unit: read.figure?.unit ?? '' },
      words: wordsAt(one.span, read.text, read.title),
      speaker: one.speaker,
      statement_id: read.figure?.statement ?? null,
    });
  }
  await inBatches(rows, (batch) => tx.insertInto('figure_value').values(batch).execute());
}

async function figureAt(
  tx: Tx,
  member: Member,
  start: number,
  end: number,
): Promise<{ readonly figure: Figure | undefined; readonly text: string; readonly title: string }> {
  const row = await tx
    .selectFrom('article_words')
    .leftJoin('revision', (join) => join.on('revision.key', '=', member.revision_key))
    .select(['article_words.text', 'article_words.title'])
    .select((eb) => eb.fn.coalesce('revision.corrected', 'revision.reading').as('reading'))
    .where('article_words.key', '=', member.key)
    .executeTakeFirst();
  const reading = row?.reading ? unpackJson<Reading>(row.reading) : undefined;
  const figure = reading?.figures.find((one) => one.start < end && start < one.end);
  return { figure, text: row?.text ?? '', title: row?.title ?? '' };
}

/** Sets the marks that lists show: a statement is disputed, a story is denied, its numbers differ. */
async function markStories(
  tx: Tx,
  storyline: number,
  group: StorylineGroup,
  members: ReadonlyMap<string, Member>,
): Promise<void> {
  const disputed = [...new Set(group.disputes.flatMap(({ sides }) => sides.flatMap((side) => side.statement ?? [])))];
  await inBatches(disputed, (batch) =>
    tx.updateTable('statement').set({ disputed: 1 }).where('id', 'in', batch).where('withdrawn', '=', 0).execute(),
  );
  const storiesOf = (articles: readonly string[]) =>
    [...new Set(articles.map((id) => members.get(id)?.story_key ?? null))].filter((key) => key !== null);
  const denied = storiesOf(
    group.disputes.filter(({ kind }) => kind === 'denial').flatMap(({ sides }) => sides.map((side) => side.article)),
  );
  const differing = storiesOf([
    ...group.disputes.filter(({ kind }) => kind === 'figure').flatMap(({ sides }) => sides.map((side) => side.article)),
    ...group.figures.filter(({ conflict }) => conflict).flatMap(({ values }) => values.map(({ article }) => article)),
  ]);
  const mark = (keys: readonly number[], column: 'denied' | 'numbers_differ') =>
    tx
      .updateTable('story')
      .set({ [column]: 1 })
      .where('key', 'in', keys)
      .where('storyline_key', '=', storyline)
      .execute();
  if (denied.length > 0) await mark(denied, 'denied');
  if (differing.length > 0) await mark(differing, 'numbers_differ');
}
