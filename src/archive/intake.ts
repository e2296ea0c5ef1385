import { sql } from 'kysely';
import { articleAddress } from '../domain/address.ts';
import type { Article } from '../domain/article.ts';
import type { Capture, GivenFacts, Reservations } from '../domain/capture.ts';
import { sha256, shortHash } from '../domain/ids.ts';
import { utcMs } from '../domain/iso-time.ts';
import {
  type CaptureOutcome,
  type CleanedArticle,
  type Intake,
  type KeptArticle,
  type KeptCapture,
  PROGRAM_FAILED,
  type RevisionToRead,
} from '../domain/ports/archive.ts';
import { correctRef } from '../domain/ports/queue.ts';
import { demoStateIn } from './demo.ts';
import { nextKeys } from './keys.ts';
import { keepLines, outletLines } from './outlet-lines.ts';
import { pack, packJson, unpack, unpackJson } from './packing.ts';
import { keepReading } from './readings.ts';
import { commit, flag, parsed, type Store, type Tx } from './store.ts';
import type { ArticleRow, CaptureRow } from './tables.ts';
import { hashesOf, liesOn } from './tombstones.ts';

export function intakeOf(store: Store): Intake {
  return {
    keepCapture: async (capture, options) => {
      const body = await pack(capture.body);
      return commit(store, (tx) => keepCapture(tx, capture, body, options?.demo ?? false));
    },
    capture: (id) => readCapture(store.db, id),
    outcome: (id) => outcomeOf(store.db, id),
    keepArticle: (cleaned) => commit(store, (tx) => keepArticle(tx, cleaned, store.clock.nowMs())),
    keepFailure: (capture, error, message) =>
      commit(store, (tx) => keepFailure(tx, capture, { error, message, ended_ms: store.clock.nowMs() })),
    forgetFailure: async (capture) => {
      await store.db
        .updateTable('capture')
        .set({ error: null, message: null, ended_ms: null })
        .where('id', '=', capture)
        .where('article_key', 'is', null)
        .execute();
    },
    revision: (id) => revisionToRead(store.db, id),
    keepReading: (revision, reading, knowledge) =>
      commit(store, (tx) =>
        keepReading(tx, revision, reading, { knowledge: knowledge ?? null, nowMs: store.clock.nowMs() }),
      ),
    unfinished: () => unfinished(store.db),
    outletLines: (domain) => outletLines(store.db, domain),
  };
}

async function keepCapture(tx: Tx, capture: Capture, body: Uint8Array, demo: boolean): Promise<KeptCapture> {
  const address = normalised(capture.finalUrl) ?? normalised(capture.url) ?? null;
  const { fileName: _, ...given }: GivenFacts = capture.given ?? {};
  const identity = shortHash(capture.sha256, address ?? '', JSON.stringify(given), demo ? 'demo' : '');
  const known = await tx.selectFrom('capture').select('id').where('identity', '=', identity).executeTakeFirst();
  if (known) return { id: known.id, outcome: 'known' };
  const addresses = [normalised(capture.url), normalised(capture.finalUrl)];
  const buried = await liesOn(tx, hashesOf({ addresses, bytes: [capture.sha256] }));
  if (buried || (demo && (await demoStateIn(tx)) === 'removed')) return { id: identity, outcome: 'refused' };
  const taken = await tx.selectFrom('capture').select('id').where('id', '=', capture.id).executeTakeFirst();
  const id = taken || capture.id === '' ? identity : capture.id;
  const key = await nextKeys(tx, 'capture', capture.fetchedAtMs);
  await tx
    .insertInto('capture')
    .values({
      key,
      id,
      identity,
      origin: capture.origin,
      url: capture.url ?? null,
      final_url: capture.finalUrl ?? null,
      address,
      status: capture.status ?? null,
      redirects: capture.redirects ? JSON.stringify(capture.redirects) : null,
      request_headers: capture.requestHeaders ? JSON.stringify(capture.requestHeaders) : null,
      headers: JSON.stringify(capture.headers),
      fetched_ms: capture.fetchedAtMs,
      sha256: capture.sha256,
      bytes: capture.body.byteLength,
      given: capture.given ? JSON.stringify(capture.given) : null,
      reservations: capture.reservations ? JSON.stringify(capture.reservations) : null,
      demo: flag(demo),
    })
    .execute();
  await tx.insertInto('capture_body').values({ key, body }).execute();
  return { id, outcome: 'new' };
}

const normalised = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : articleAddress(url);

async function readCapture(db: Tx, id: string): Promise<(Capture & { readonly demo: boolean }) | undefined> {
  const row = await db
    .selectFrom('capture')
    .innerJoin('capture_body', 'capture_body.key', 'capture.key')
    .selectAll('capture')
    .select('capture_body.body')
    .where('capture.id', '=', id)
    .executeTakeFirst();
  return row && { ...captureOf(row, unpack(row.body)), demo: row.demo === 1 };
}

export function captureOf(row: CaptureRow, body: Uint8Array): Capture {
  return {
    id: row.id,
    origin: row.origin as Capture['origin'],
    ...(row.url !== null && { url: row.url }),
    ...(row.final_url !== null && { finalUrl: row.final_url }),
    ...(row.status !== null && { status: row.status }),
    ...(row.redirects !== null && { redirects: parsed<NonNullable<Capture['redirects']>>(row.redirects) }),
    ...(row.request_headers !== null && { requestHeaders: parsed<Record<string, string>>(row.request_headers) }),
    headers: parsed<Record<string, string>>(row.headers),
    fetchedAtMs: row.fetched_ms,
    sha256: row.sha256,
    body,
    ...(row.given !== null && { given: parsed<GivenFacts>(row.given) }),
    ...(row.reservations !== null && { reservations: parsed<Reservations>(row.reservations) }),
  };
}

async function outcomeOf(db: Tx, id: string): Promise<CaptureOutcome | undefined> {
  const row = await db
    .selectFrom('capture')
    .leftJoin('article', 'article.key', 'capture.article_key')
    .select(['capture.ended_ms', 'capture.error', 'capture.message', 'article.id', 'article.placed_ms'])
    .where('capture.id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  if (row.id !== null) return { state: 'article', article: row.id, placed: row.placed_ms !== null };
  if (row.error !== null) return { state: 'failed', error: row.error, message: row.message ?? row.error };
  return { state: 'waiting' };
}

async function keepFailure(
  tx: Tx,
  id: string,
  failure: { readonly error: string; readonly message: string; readonly ended_ms: number },
): Promise<void> {
  const row = await tx.selectFrom('capture').select(['key', 'article_key']).where('id', '=', id).executeTakeFirst();
  if (!row || row.article_key !== null) return;
  await tx.updateTable('capture').set(failure).where('key', '=', row.key).execute();
  // Nothing but the link may be kept of it.
  if (failure.error === 'reserved') await tx.deleteFrom('capture_body').where('key', '=', row.key).execute();
}

async function keepArticle(tx: Tx, cleaned: CleanedArticle, nowMs: number): Promise<KeptArticle> {
  const { article, address } = cleaned;
  const capture = await tx.selectFrom('capture').selectAll().where('id', '=', cleaned.capture).executeTakeFirst();
  const id = shortHash(
    ...(address === null ? ['bytes', capture?.sha256 ?? ''] : ['address', address]),
    cleaned.demo ? 'demo' : '',
  );
  const refused: KeptArticle = { article: id, revision: '', outcome: 'refused' };
  if (!capture) return refused;
  if (await liesOn(tx, hashesOf({ addresses: [address], texts: [article.text] }))) {
    // What must not come back is not kept as a page either.
    await tx.deleteFrom('capture').where('key', '=', capture.key).execute();
    return refused;
  }
  const timeMs = (article.published === null ? undefined : utcMs(article.published)) ?? capture.fetched_ms;
  let row = await tx.selectFrom('article').selectAll().where('id', '=', id).executeTakeFirst();
  row ??= await newArticle(tx, { id, address, timeMs, demo: cleaned.demo, fetchedMs: capture.fetched_ms });
  await tx
    .updateTable('capture')
    .set({ article_key: row.key, ended_ms: nowMs, error: null, message: null })
    .where('key', '=', capture.key)
    .execute();
  const kept = await keepRevision(tx, row, capture, cleaned);
  if (kept.shown) await showRevision(tx, row, kept.key, cleaned, timeMs);
  return { article: id, revision: kept.id, outcome: kept.outcome };
}

async function newArticle(
  tx: Tx,
  facts: { id: string; address: string | null; timeMs: number; demo: boolean; fetchedMs: number },
): Promise<ArticleRow> {
  const key = await nextKeys(tx, 'article', facts.timeMs);
  await tx
    .insertInto('article')
    .values({
      key,
      id: facts.id,
      demo: flag(facts.demo),
      address: facts.address,
      authors: '[]',
      time_ms: facts.timeMs,
      fetched_ms: facts.fetchedMs,
      excerpt: '',
      paywalled: 0,
      statements: 0,
    })
    .execute();
  return tx.selectFrom('article').selectAll().where('key', '=', key).executeTakeFirstOrThrow();
}

type KeptRevision = {
  readonly key: number;
  readonly id: string;
  readonly outcome: KeptArticle['outcome'];
  /** It is the newest, so that the article's line and words are its. */
  readonly shown: boolean;
};

/** What makes a revision differ: all that a reader is shown of the article. Furniture and pictures change with every visit. */
function shownHash(article: Article): string {
  const { url, outlet, title, authors, agency, dateline, published, modified, language, text, chain } = article;
  const { paywalled, rightsLine, corrections, cut, reservations } = article;
  return sha256(
    JSON.stringify([
      [url, outlet, title, authors, agency, dateline, published, modified, language, text, chain],
      [paywalled, rightsLine, corrections, cut, reservations],
    ]),
  );
}

async function keepRevision(
  tx: Tx,
  row: ArticleRow,
  capture: CaptureRow,
  cleaned: CleanedArticle,
): Promise<KeptRevision> {
  const shown = shownHash(cleaned.article);
  const newest = await tx
    .selectFrom('revision')
    .select(['key', 'id', 'capture_key', 'shown_sha256', 'cleaner', 'seen_ms'])
    .where('article_key', '=', row.key)
    .orderBy('seen_ms', 'desc')
    .orderBy('key', 'desc')
    .executeTakeFirst();
  const content = {
    cleaner: cleaned.cleaner,
    cleaned: packJson(cleaned.article),
    shown_sha256: shown,
    text_sha256: sha256(cleaned.article.text),
    outlet_lines: cleaned.outletLines ?? 0,
  };
  if (newest?.shown_sha256 === shown) {
    if (newest.cleaner !== cleaned.cleaner)
      await tx.updateTable('revision').set(content).where('key', '=', newest.key).execute();
    return { key: newest.key, id: newest.id, outcome: 'same', shown: row.revision_key !== newest.key };
  }
  const again = await tx
    .selectFrom('revision')
    .select(['key', 'id', 'shown_sha256'])
    .where('capture_key', '=', capture.key)
    .executeTakeFirst();
  const isNewest = !newest || newest.capture_key === capture.key || newest.seen_ms <= capture.fetched_ms;
  if (again) {
    // The same page cleaned by a newer version: its revision is corrected, no new one comes about.
    if (again.shown_sha256 === shown) return { key: again.key, id: again.id, outcome: 'same', shown: false };
    await tx
      .updateTable('revision')
      .set({ ...content, reading: null, corrected: null, reader: null, knowledge: null, read_ms: null })
      .where('key', '=', again.key)
      .execute();
    return { key: again.key, id: again.id, outcome: 'revised', shown: isNewest };
  }
  const key = await nextKeys(tx, 'revision', capture.fetched_ms);
  const id = shortHash(row.id, shown, capture.id);
  await tx
    .insertInto('revision')
    .values({ key, id, article_key: row.key, capture_key: capture.key, seen_ms: capture.fetched_ms, ...content })
    .execute();
  return { key, id, outcome: newest ? 'revised' : 'new', shown: isNewest };
}

async function showRevision(
  tx: Tx,
  row: ArticleRow,
  revision: number,
  cleaned: CleanedArticle,
  timeMs: number,
): Promise<void> {
  const { article } = cleaned;
  await tx
    .updateTable('article')
    .set({
      revision_key: revision,
      outlet_name: article.outlet?.name ?? null,
      outlet_domain: article.outlet?.domain ?? null,
      title: article.title,
      authors: JSON.stringify(article.authors),
      agency: article.agency,
      url: article.url ?? cleaned.address ?? article.canonicalUrl,
      published: article.published,
      time_ms: timeMs,
      language: article.language,
      excerpt: cleaned.excerpt,
      paywalled: flag(article.paywalled),
      placed_ms: null,
    })
    .where('key', '=', row.key)
    .execute();
  const words = { title: article.title ?? '', text: article.text };
  await tx
    .insertInto('article_words')
    .values({ key: row.key, ...words })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(words))
    .execute();
  await keepLines(tx, row.key, article);
}

async function revisionToRead(db: Tx, id: string): Promise<RevisionToRead | undefined> {
  const row = await db.selectFrom('article').select('revision_key').where('id', '=', id).executeTakeFirst();
  return row?.revision_key == null ? undefined : toRead(db, row.revision_key);
}

/** A revision as the reader wants it. */
export async function toRead(db: Tx, key: number): Promise<RevisionToRead | undefined> {
  const row = await db
    .selectFrom('revision')
    .innerJoin('article', 'article.key', 'revision.article_key')
    .innerJoin('capture', 'capture.key', 'revision.capture_key')
    .select(['article.id as article', 'article.demo', 'revision.id', 'revision.cleaned', 'capture.fetched_ms'])
    .where('revision.key', '=', key)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      articleId: row.article,
      cleaned: unpackJson<Article>(row.cleaned),
      fetchedAtMs: row.fetched_ms,
      demo: row.demo === 1,
    }
  );
}

/** Work that lost its task, by a crash between two commits or by a fault of the program: what is to be pushed again. */
async function unfinished(db: Tx): ReturnType<Intake['unfinished']> {
  // Two walks down two small indexes; asked with OR, SQLite would look at every capture.
  const begun = await db.selectFrom('capture').select('id').where('ended_ms', 'is', null).execute();
  const faulted = await db.selectFrom('capture').select('id').where('error', '=', sql.lit(PROGRAM_FAILED)).execute();
  const unread = await db
    .selectFrom('article')
    .innerJoin('revision', 'revision.key', 'article.revision_key')
    .select('article.id')
    .where('article.placed_ms', 'is', null)
    .where('revision.read_ms', 'is', null)
    .execute();
  const unplaced = await db
    .selectFrom('article')
    .innerJoin('revision', 'revision.key', 'article.revision_key')
    .select('article.id')
    .where('article.placed_ms', 'is', null)
    .where('revision.read_ms', 'is not', null)
    .execute();
  const uncorrected = await db
    .selectFrom('correction_due')
    .innerJoin('article', 'article.key', 'correction_due.article_key')
    .select('article.id')
    .execute();
  return [
    ...[...begun, ...faulted].map(({ id }) => ({ step: 'clean' as const, ref: id })),
    ...unread.map(({ id }) => ({ step: 'read' as const, ref: id })),
    ...unplaced.map(({ id }) => ({ step: 'relate' as const, ref: id })),
    ...uncorrected.map(({ id }) => ({ step: 'relate' as const, ref: correctRef(id) })),
  ];
}
