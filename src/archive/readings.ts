import type { Article } from '../domain/article.ts';
import { utcMs } from '../domain/iso-time.ts';
import type { Reading } from '../domain/reading.ts';
import { contains } from '../domain/span.ts';
import type { Statement } from '../domain/statement.ts';
import { keepActors, releaseActors } from './actors-in.ts';
import { inBatches } from './batches.ts';
import { fold } from './folding.ts';
import { type EarlierStatement, keepIds } from './kept-ids.ts';
import { keyAt, nextKeys } from './keys.ts';
import { packJson, unpackJson } from './packing.ts';
import { PIECE, statementWords } from './statement-words.ts';
import { parsed, type Tx } from './store.ts';
import { refreshStory } from './stories.ts';
import type { ArticleRow, StatementRow } from './tables.ts';

/** Keeps what was read in a revision; where the revision is the newest, its statements, actors and places become the article's. */
export async function keepReading(
  tx: Tx,
  revisionId: string,
  reading: Reading,
  { knowledge, nowMs }: { readonly knowledge: number | null; readonly nowMs: number },
): Promise<void> {
  const revision = await tx.selectFrom('revision').selectAll().where('id', '=', revisionId).executeTakeFirst();
  if (!revision) return;
  const row = await tx
    .selectFrom('article')
    .selectAll()
    .where('key', '=', revision.article_key)
    .executeTakeFirstOrThrow();
  const cleaned = unpackJson<Article>(revision.cleaned);
  const earlier = await earlierStatements(tx, row.key, revision.key);
  const kept = keepIds(earlier, reading, (statement) => contentWords(statement, cleaned));
  await tx
    .updateTable('revision')
    .set({ reading: packJson(kept.reading), reader: reading.reader, knowledge, read_ms: nowMs })
    .where('key', '=', revision.key)
    .execute();
  if (row.revision_key !== revision.key) return;
  const timeMs = timeOf(cleaned, kept.reading, row);
  const article = await placeInTime(tx, row, timeMs);
  await withdraw(tx, article.key, kept.lost);
  await keepStatements(tx, article, revision.key, kept.reading, cleaned);
  await releaseActors(tx, article);
  await keepActors(tx, article, revision.key, kept.reading);
  await keepPlaces(tx, article.key, revision.key, kept.reading);
  await tx
    .updateTable('article')
    .set({ statements: kept.reading.statements.length, time_ms: timeMs })
    .where('key', '=', article.key)
    .execute();
  if (row.story_key !== null) await refreshStory(tx, row.story_key);
}

const contentWords = (statement: Statement, article: Article): string =>
  statementWords(statement, article.text, article.title ?? '').contentWords.join(PIECE);

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
    .select(['id', 'data', 'words', 'revision_key'])
    .where('article_key', '=', article)
    .where('withdrawn', '=', 0)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    statement: parsed<Statement>(row.data),
    contentWords: row.words,
    sameText: row.revision_key === revision,
  }));
}

async function withdraw(tx: Tx, article: number, lost: readonly string[]): Promise<void> {
  if (lost.length > 0)
    await tx.updateTable('statement').set({ withdrawn: 1, disputed: 0 }).where('id', 'in', lost).execute();
  await tx.deleteFrom('statement').where('article_key', '=', article).where('withdrawn', '=', 0).execute();
}

async function keepStatements(
  tx: Tx,
  article: ArticleRow,
  revision: number,
  reading: Reading,
  cleaned: Article,
): Promise<void> {
  const { statements } = reading;
  if (statements.length === 0) return;
  // A statement that was withdrawn and is read again takes its place again.
  await tx
    .deleteFrom('statement')
    .where(
      'id',
      'in',
      statements.map(({ id }) => id),
    )
    .execute();
  const first = await nextKeys(tx, 'statement', article.time_ms, statements.length);
  // The later in the article, the smaller the key: newest first reads an article's statements from its top.
  const rows = statements.map((statement, index) =>
    statementRow(statement, first + statements.length - 1 - index, article, revision, cleaned),
  );
  // In the order of the keys: pages of the file are then filled one after another.
  await inBatches(rows.toReversed(), (batch) => tx.insertInto('statement').values(batch).execute());
  const terms = rows.flatMap((row, index) => termsOf(statements[index]!, row.key, reading));
  await inBatches(terms, (batch) =>
    tx
      .insertInto('statement_term')
      .values(batch)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

function statementRow(
  statement: Statement,
  key: number,
  article: ArticleRow,
  revision: number,
  cleaned: Article,
): StatementRow {
  const words = statementWords(statement, cleaned.text, cleaned.title ?? '');
  const speakers = [statement.speaker, ...statement.jointly].flatMap((ref) => (ref ? [ref.name, ref.role ?? ''] : []));
  return {
    key,
    id: statement.id,
    article_key: article.key,
    revision_key: revision,
    demo: article.demo,
    parent: statement.parent,
    speaker_id: statement.speaker?.actor ?? null,
    speaker: [...speakers, words.sourceWords].filter((part) => part !== '').join(PIECE),
    mode: statement.mode,
    stance: statement.stance,
    confidence: statement.confidence,
    start: statement.content[0]?.[0] ?? statement.cue[0]?.[0] ?? 0,
    source_words: words.sourceWords,
    cue_words: words.cueWords,
    words: words.contentWords.join(PIECE),
    context: words.context,
    data: JSON.stringify(statement),
    disputed: 0,
    withdrawn: 0,
  };
}

function termsOf(statement: Statement, key: number, reading: Reading) {
  const about = reading.mentions.filter(
    (mention) =>
      mention.actor !== null && statement.content.some((span) => contains(span, [mention.start, mention.end])),
  );
  return [
    ...[...new Set(about.map(({ actor }) => actor!))].map((term) => ({
      kind: 'about' as const,
      term,
      statement_key: key,
    })),
    ...[...new Set(statement.via.map(({ name }) => fold(name)))].map((term) => ({
      kind: 'via' as const,
      term,
      statement_key: key,
    })),
  ];
}

async function keepPlaces(tx: Tx, article: number, revision: number, reading: Reading): Promise<void> {
  await tx.deleteFrom('article_place').where('article_key', '=', article).execute();
  const rows = reading.places.flatMap((place) =>
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
