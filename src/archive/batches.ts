/** Rows of one INSERT: SQLite allows 32,766 parameters, and a statement prepared for 50 rows is prepared once. */
const ROWS = 50;

export async function inBatches<T>(rows: readonly T[], insert: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) await insert(rows.slice(from, from + ROWS));
}
