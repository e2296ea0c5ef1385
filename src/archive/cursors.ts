/** A place in a list that is sorted by numbers, newest first: opaque to the reader, stable while rows come in above it. */
export type Cursor = readonly number[];

export const writeCursor = (parts: Cursor): string => parts.map((part) => part.toString(36)).join('.');

/** Undefined for what is no cursor: the list then starts from its top. */
export function readCursor(text: string | undefined, parts: number): Cursor | undefined {
  if (!text) return undefined;
  const numbers = text.split('.').map((part) => (/^-?[0-9a-z]+$/.test(part) ? Number.parseInt(part, 36) : Number.NaN));
  return numbers.length === parts && numbers.every(Number.isSafeInteger) ? numbers : undefined;
}

/** Cuts the one row too many that tells whether there is more. */
export function page<T>(rows: readonly T[], limit: number, cursor: (last: T) => Cursor) {
  const shown = rows.slice(0, limit);
  return { rows: shown, next: rows.length > limit && shown.length > 0 ? writeCursor(cursor(shown.at(-1)!)) : null };
}
