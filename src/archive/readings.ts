import type { Article } from '../domain/article.ts';
import { utcMs } from '../domain/iso-time.ts';
import { type EarlierStatement, keepIds } from '../domain/kept-ids.ts';
import type { KeptReading } from '../domain/ports/archive.ts';
import type { Reading } from '../domain/reading.ts';
import { readingChanges } from '../domain/reading-changes.ts';
import type { Statement } from '../domain/statement.ts';
import { keepActors, releaseActors } from './actors-in.ts';
import { inBatches } from './batches.ts';
import { correctAndNote } from './correction-uses.ts';
import { fold } from './folding.ts';
import { keyAt, nextKeys } from './keys.ts';
import { packJson, unpackJson } from './packing.ts';
import { keepStatements } from './statement-rows.ts';
import { parsed, type Tx } from './store.ts';
import { refreshStory } from './stories.ts';
import type { ArticleRow } from './tables.ts';
import { NOT_FOUND } from './withdrawn.ts';

/** Keeps what was read in a revision; where the revision is the newest, its statements, actors and places become the article's. */
export async function keepReading(
  tx: Tx,
  revisionId: string,
  reading: Reading,
  { knowledge, nowMs }: { readonly knowledge: number | null; readonly nowMs: number },
): Promise<KeptReading | undefined> {
  const revision = await tx.selectFrom('revision').selectAll().where('id', '=', revisionId).executeTakeFirst();
  if (!revision) return undefined;
  const row = await tx
    .selectFrom('article')
    .selectAll()
    .where('key', '=', revision.article_key)
    .executeTakeFirstOrThrow();
  const cleaned = unpackJson<Article>(revision.cleaned);
  const earlier = await earlierStatements(tx, row.key, revision.key);
  const kept = keepIds(earlier, reading, cleaned);
  await tx
    .updateTable('revision')
    .set({ reading: packJson(kept.reading), reader: reading.reader, knowledge, read_ms: nowMs })
    .where('key', '=', revision.key)
    .execute();
  const before = revision.reading === null ? null : unpackJson<Reading>(revision.reading);
  const changes = before && readingChanges(before, kept.reading, { before: cleaned, after: cleaned });
  const differs = !before || !isSameReading(before, kept.reading);
  if (row.revision_key !== revision.key) return { changes, differs, corrections: { placed: 0, needLook: 0 } };
  const timeMs = timeOf(cleaned, kept.reading, row);
  const article = await placeInTime(tx, row, timeMs);
  await tx.updateTable('article').set({ time_ms: timeMs }).where('key', '=', article.key).execute();
  await withdraw(tx, kept.lost);
  return {
    changes,
    differs,
    corrections: await showReading(tx, article, { ...revision, cleaned, reading: kept.reading }),
  };
}

/** The version of the reader is no difference. */
const isSameReading = ({ reader: _, ...a }: Reading, { reader: __, ...b }: Reading): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Corrects a reading and makes it the article's: its statements, actors, places and counts. */
export async function showReading(
  tx: Tx,
  article: ArticleRow,
  revision: { readonly key: number; readonly cleaned: Article; readonly reading: Reading },
): Promise<KeptReading['corrections']> {
  const corrected = await correctAndNote(tx, article, revision);
  const { reading } = corrected;
  await keepStatements(tx, article, revision.key, corrected, revision.cleaned);
  await releaseActors(tx, article);
  await keepActors(tx, article, revision.key, reading);
  await keepPlaces(tx, article.key, revision.key, reading);
  await tx
    .updateTable('article')
    .set({ statements: reading.statements.length })
    .where('key', '=', article.key)
    .execute();
  if (article.story_key !== null) await refreshStory(tx, article.story_key);
  return { placed: corrected.placed, needLook: corrected.needLook };
}

/** Published, else the middle of the time that the text allows, else when it was taken in. */
function timeOf(cleaned: Article, reading: Reading, row: ArticleRow): number {
  if (cleaned.published !== null) return utcMs(cleaned.published) ?? row.fetched_ms;
  if (!reading.publishedBetween) return row.fetched_ms;
  const from = utcMs(reading.publishedBetween[0]);
  const to = utcMs(reading.publishedBetween[1], 'end');
  return from === undefined || to === undefined ? row.fetched_ms : Math.floor((from + to) / 2);
}

/** Moves an article's key to its time, where that turned out to be another day: newest first is a walk down the keys. */
async function placeInTime(tx: Tx, row: ArticleRow, timeMs: number): Promise<ArticleRow> {
  if (Math.abs(keyAt(timeMs) - row.key) < keyAt(86_400_000)) return row;
  const key = await nextKeys(tx, 'article', timeMs);
  await tx.updateTable('article').set({ key, time_ms: timeMs }).where('key', '=', row.key).execute();
  return { ...row, key, time_ms: timeMs };
}

async function earlierStatements(tx: Tx, article: number, revision: number): Promise<readonly EarlierStatement[]> {
  const rows = await tx
    .selectFrom('statement')
    .select(['id', 'data', 'revision_key'])
    .where('article_key', '=', article)
    .where('withdrawn', '<>', NOT_FOUND)
    .execute();
  const texts = await textsOf(
    tx,
    new Set(rows.map(({ revision_key }) => revision_key).filter((key) => key !== revision)),
  );
  return rows.map(({ id, data, revision_key }) => {
    const from = texts.get(revision_key);
    return { id, statement: parsed<Statement>(data), ...(from && { from }) };
  });
}

/** The texts of other revisions, by their keys. */
async function textsOf(tx: Tx, keys: ReadonlySet<number>): Promise<ReadonlyMap<number, Article>> {
  if (keys.size === 0) return new Map();
  const rows = await tx
    .selectFrom('revision')
    .select(['key', 'cleaned'])
    .where('key', 'in', [...keys])
    .execute();
  return new Map(rows.map(({ key, cleaned }) => [key, unpackJson<Article>(cleaned)]));
}

const withdraw = (tx: Tx, lost: readonly string[]): Promise<void> =>
  inBatches(lost, (batch) =>
    tx.updateTable('statement').set({ withdrawn: NOT_FOUND, disputed: 0 }).where('id', 'in', batch).execute(),
  );

/** Where things happen; a town inside a body's name is not among them. */
async function keepPlaces(tx: Tx, article: number, revision: number, reading: Reading): Promise<void> {
  await tx.deleteFrom('article_place').where('article_key', '=', article).execute();
  const places = reading.places.filter(({ inName }) => !inName);
  const rows = places.flatMap((place) =>
    [fold(place.name), ...(place.country ? [fold(place.country)] : [])].map((term) => ({
      term,
      article_key: article,
      revision_key: revision,
      start: place.start,
    })),
  );
  await inBatches(rows, (batch) =>
    tx
      .insertInto('article_place')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}
