import { sql } from 'kysely';
import type { ArticlePlacement, Relating } from '../domain/ports/archive.ts';
import type { Span } from '../domain/span.ts';
import type { Lineage } from '../domain/story.ts';
import { keepGroup } from './groups.ts';
import { nextKeys } from './keys.ts';
import { neighboursIn } from './neighbours.ts';
import { readArticles } from './read-articles.ts';
import { commit, parsed, type Store, type Tx } from './store.ts';
import { refreshStory, refreshStoryline } from './stories.ts';
import type { ArticleRow } from './tables.ts';

/** An invented article was about to stand beside a real one. */
export class DemoMixedError extends Error {
  override readonly name = 'DemoMixedError';
  readonly article: string;
  constructor(article: string, place: string) {
    super(`The article ${article} and the ${place} it was put in are not both real or both invented.`);
    this.article = article;
  }
}

export function relatingOf(store: Store): Relating {
  return {
    readArticle: async (id) => {
      const row = await store.db.selectFrom('article').select('key').where('id', '=', id).executeTakeFirst();
      return row && (await readArticles(store.db, [row.key]))[0];
    },
    neighbours: () => neighboursIn(store.db),
    keepPlacement: (placement) => commit(store, (tx) => keepPlacement(tx, placement, store.clock.nowMs())),
    storylineArticles: async (storyline) => {
      const rows = await store.db
        .selectFrom('storyline')
        .innerJoin('story', 'story.storyline_key', 'storyline.key')
        .innerJoin('article', 'article.story_key', 'story.key')
        .select('article.key')
        .where('storyline.id', '=', storyline)
        .orderBy('article.time_ms', 'desc')
        .orderBy('article.key', 'desc')
        .execute();
      return readArticles(
        store.db,
        rows.map(({ key }) => key),
      );
    },
    storylineLineage: (storyline) => storylineLineage(store.db, storyline),
    keepGroup: (storyline, group) => commit(store, (tx) => keepGroup(tx, storyline, group)),
  };
}

async function storylineLineage(db: Tx, storyline: string): Promise<readonly Lineage[]> {
  const rows = await db
    .selectFrom('storyline')
    .innerJoin('story', 'story.storyline_key', 'storyline.key')
    .innerJoin('article', 'article.story_key', 'story.key')
    .innerJoin('lineage', 'lineage.article_key', 'article.key')
    .leftJoin('article as origin', 'origin.key', 'lineage.from_key')
    .select(['article.id', 'lineage.source', 'lineage.kind', 'lineage.evidence', 'lineage.evidence_text'])
    .select('origin.id as from_id')
    .where('storyline.id', '=', storyline)
    .orderBy('article.key')
    .orderBy('lineage.ordinal')
    .execute();
  return rows.map((row) => ({
    article: row.id,
    from: row.source,
    kind: row.kind as Lineage['kind'],
    evidence: row.evidence === null ? null : parsed<Span>(row.evidence),
    evidenceText: row.evidence_text,
    ...(row.from_id !== null && { fromArticle: row.from_id }),
  }));
}

async function keepPlacement(tx: Tx, placement: ArticlePlacement, nowMs: number): Promise<void> {
  const article = await tx.selectFrom('article').selectAll().where('id', '=', placement.article).executeTakeFirst();
  if (!article) return;
  const before = await placeOf(tx, article.story_key);
  const storyline = await storylineFor(tx, placement.storyline, article);
  const story = await storyFor(tx, placement.story, storyline, article, nowMs);
  await tx.updateTable('article').set({ story_key: story, placed_ms: nowMs }).where('key', '=', article.key).execute();
  await keepNeighbourhood(tx, article, placement);
  await refreshStory(tx, story);
  for (const id of placement.joins ?? []) await absorb(tx, id, storyline, placement.storyline);
  if (before && before.story !== story) await leave(tx, before, placement);
  await sql`INSERT INTO meta (name, value) VALUES ('snapshot', '1')
    ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + 1`.execute(tx);
}

type Place = { readonly story: number; readonly id: string; readonly storyline: number; readonly storylineId: string };

async function placeOf(tx: Tx, story: number | null): Promise<Place | undefined> {
  if (story === null) return undefined;
  return tx
    .selectFrom('story')
    .innerJoin('storyline', 'storyline.key', 'story.storyline_key')
    .select(['story.key as story', 'story.id', 'storyline.key as storyline', 'storyline.id as storylineId'])
    .where('story.key', '=', story)
    .executeTakeFirst();
}

async function storylineFor(tx: Tx, id: string, article: ArticleRow): Promise<number> {
  const known = await tx.selectFrom('storyline').select(['key', 'demo']).where('id', '=', id).executeTakeFirst();
  if (known && known.demo !== article.demo) throw new DemoMixedError(article.id, 'storyline');
  if (known) return known.key;
  const key = await nextKeys(tx, 'storyline', article.time_ms);
  await tx
    .insertInto('storyline')
    .values({ key, id, demo: article.demo, title: article.title ?? '', time_ms: article.time_ms, stories: 0 })
    .execute();
  return key;
}

async function storyFor(tx: Tx, id: string, storyline: number, article: ArticleRow, nowMs: number): Promise<number> {
  const known = await tx.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst();
  if (known && known.demo !== article.demo) throw new DemoMixedError(article.id, 'story');
  if (known) {
    const arrived_ms = article.story_key === known.key ? known.arrived_ms : nowMs;
    await tx.updateTable('story').set({ storyline_key: storyline, arrived_ms }).where('key', '=', known.key).execute();
    if (known.storyline_key !== storyline) await refreshStoryline(tx, known.storyline_key, true);
    return known.key;
  }
  await tx.deleteFrom('moved').where('id', '=', id).execute();
  const key = await nextKeys(tx, 'story', article.time_ms);
  await tx
    .insertInto('story')
    .values({
      ...{ key, id, demo: article.demo, title: article.title ?? '', time_ms: article.time_ms, arrived_ms: nowMs },
      ...{ storyline_key: storyline, articles: 0, statements: 0, outlet_names: '[]', origin_names: '[]' },
      ...{ denied: 0, numbers_differ: 0 },
    })
    .execute();
  return key;
}

/** A story or storyline that its last article left redirects to where that article went. */
async function leave(tx: Tx, before: Place, placement: ArticlePlacement): Promise<void> {
  await refreshStory(tx, before.story, true);
  const isLeft = async (table: 'story' | 'storyline', key: number) =>
    !(await tx.selectFrom(table).select('key').where('key', '=', key).executeTakeFirst());
  const moves = [
    ...((await isLeft('story', before.story)) ? [{ id: before.id, to_id: placement.story }] : []),
    ...((await isLeft('storyline', before.storyline)) ? [{ id: before.storylineId, to_id: placement.storyline }] : []),
  ].filter(({ id, to_id }) => id !== to_id);
  for (const { id, to_id } of moves) await redirect(tx, id, to_id);
}

/** One affair that was taken for two: the stories of the other move here. One that is gone, or invented where this is not, is left. */
async function absorb(tx: Tx, id: string, into: number, intoId: string): Promise<void> {
  const target = await tx.selectFrom('storyline').select('demo').where('key', '=', into).executeTakeFirst();
  const other = await tx.selectFrom('storyline').select(['key', 'demo']).where('id', '=', id).executeTakeFirst();
  if (!target || !other || other.key === into || other.demo !== target.demo) return;
  await tx.updateTable('story').set({ storyline_key: into }).where('storyline_key', '=', other.key).execute();
  await refreshStoryline(tx, other.key);
  await refreshStoryline(tx, into);
  await redirect(tx, id, intoId);
}

/** What stood under one id stands under another now; earlier redirects to it follow. */
async function redirect(tx: Tx, id: string, to_id: string): Promise<void> {
  await tx.updateTable('moved').set({ to_id }).where('to_id', '=', id).execute();
  await tx
    .insertInto('moved')
    .values({ id, to_id })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ to_id }))
    .execute();
}

async function keepNeighbourhood(tx: Tx, article: ArticleRow, placement: ArticlePlacement): Promise<void> {
  const named = [
    ...placement.why.map((link) => link.with),
    ...placement.copies.flatMap(({ a, b }) => [a, b]),
    ...placement.lineage.flatMap(({ fromArticle }) => fromArticle ?? []),
    article.id,
  ];
  const rows = await tx.selectFrom('article').select(['id', 'key', 'demo']).where('id', 'in', named).execute();
  const keys = new Map(rows.filter(({ demo }) => demo === article.demo).map(({ id, key }) => [id, key]));
  await tx.deleteFrom('story_link').where('article_key', '=', article.key).execute();
  await tx
    .deleteFrom('copy')
    .where((eb) => eb.or([eb('a_key', '=', article.key), eb('b_key', '=', article.key)]))
    .execute();
  await tx.deleteFrom('lineage').where('article_key', '=', article.key).execute();
  for (const link of placement.why) {
    const withKey = keys.get(link.with);
    if (withKey === undefined || link.article !== article.id) continue;
    await tx
      .insertInto('story_link')
      .values({ article_key: article.key, with_key: withKey, score: link.score, why: link.why })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  for (const { a, b, cover } of placement.copies) {
    const [aKey, bKey] = [keys.get(a), keys.get(b)];
    if (aKey === undefined || bKey === undefined) continue;
    await tx
      .insertInto('copy')
      .values({ a_key: aKey, b_key: bKey, cover })
      .onConflict((conflict) => conflict.columns(['a_key', 'b_key']).doUpdateSet({ cover }))
      .execute();
  }
  const own = placement.lineage.filter((step) => step.article === article.id);
  for (const [ordinal, step] of own.entries())
    await tx
      .insertInto('lineage')
      .values({
        article_key: article.key,
        ordinal,
        revision_key: article.revision_key,
        source: step.from,
        kind: step.kind,
        evidence: step.evidence ? JSON.stringify(step.evidence) : null,
        evidence_text: step.evidenceText,
        from_key: (step.fromArticle !== undefined ? keys.get(step.fromArticle) : undefined) ?? null,
      })
      .execute();
}
