import type { Article } from '../domain/article.ts';
import { type CorrectedReading, correctedReading } from '../domain/corrections/corrected-reading.ts';
import type { Change, Correction } from '../domain/corrections/correction.ts';
import type { Reading } from '../domain/reading.ts';
import { inBatches } from './batches.ts';
import { packJson } from './packing.ts';
import { parsed, type Tx } from './store.ts';
import type { ArticleRow, CorrectionRow } from './tables.ts';

export const correctionOf = (row: CorrectionRow): Correction => ({
  id: row.id,
  madeAtMs: row.made_ms,
  reason: row.reason,
  demo: row.demo === 1,
  change: parsed<Change>(row.change),
  ...(row.undone_ms !== null && { undoneAtMs: row.undone_ms }),
});

export type Noted = CorrectedReading & { readonly placed: number; readonly needLook: number };

/** Corrects a reading, keeps the corrected one beside it, and notes which corrections found a place in the article. */
export async function correctAndNote(
  tx: Tx,
  article: Pick<ArticleRow, 'key' | 'id' | 'demo'>,
  { key, cleaned, reading }: { readonly key: number; readonly cleaned: Article; readonly reading: Reading },
): Promise<Noted> {
  const rows = await correctionsFor(tx, article, reading);
  const corrected = correctedReading(reading, rows.map(correctionOf), cleaned);
  const packed = corrected.uses.length > 0 ? packJson(corrected.reading) : null;
  let update = tx.updateTable('revision').set({ corrected: packed }).where('key', '=', key);
  // Most articles have no correction and never had one: nothing is written for them.
  if (packed === null) update = update.where('corrected', 'is not', null);
  await update.execute();
  await tx.deleteFrom('correction_use').where('article_key', '=', article.key).execute();
  await tx.deleteFrom('correction_due').where('article_key', '=', article.key).execute();
  const uses = corrected.uses.map(({ correction, statement }) => ({
    ...{ correction_id: correction, article_key: article.key, statement_id: statement },
  }));
  await inBatches(uses, (batch) => tx.insertInto('correction_use').values(batch).execute());
  const bound = rows.filter(({ article_id }) => article_id !== null);
  const placed = bound.filter(({ id }) => corrected.uses.some(({ correction }) => correction === id)).length;
  return { ...corrected, placed, needLook: bound.length - placed };
}

/** Corrections that may hold in an article: those bound to it, and those of any actor who is in it or comes into it by another correction. */
async function correctionsFor(
  tx: Tx,
  article: Pick<ArticleRow, 'id' | 'demo'>,
  reading: Reading,
): Promise<readonly CorrectionRow[]> {
  const holding = tx
    .selectFrom('correction')
    .selectAll()
    .where('undone_ms', 'is', null)
    .where('demo', '=', article.demo);
  const found = new Map<string, CorrectionRow>();
  const bound = await holding.where('article_id', '=', article.id).execute();
  for (const row of bound) found.set(row.id, row);
  const known = new Set<string>();
  let next = [...reading.actors.map(({ id }) => id), ...bound.flatMap(({ into_id }) => into_id ?? [])];
  while (next.length > 0) {
    for (const id of next) known.add(id);
    const rows: CorrectionRow[] = [];
    await inBatches(next, async (batch) => {
      rows.push(...(await holding.where('actor_id', 'in', batch).where('article_id', 'is', null).execute()));
    });
    for (const row of rows) found.set(row.id, row);
    next = [...new Set(rows.flatMap(({ into_id }) => into_id ?? []))].filter((id) => !known.has(id));
  }
  return [...found.values()];
}
