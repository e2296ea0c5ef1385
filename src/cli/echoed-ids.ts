import { neededId, type Row, type RowId } from './rows.ts';

/** Fields of a row out that name articles of the input. */
const NAMES_ARTICLES: ReadonlySet<string> = new Set(['article', 'articles', 'a', 'b']);

/** Ids as the input gave them: comparing needs text, but a number that came in as a number goes out as one. */
export class EchoedIds {
  private readonly given = new Map<string, RowId>();

  /** The id as text, for comparing. Throws `RowError` where a row has none. */
  take(id: RowId): string {
    const key = neededId(id);
    this.given.set(key, id);
    return key;
  }

  /** A row out, with the ids of articles as they were given, at whatever depth they stand. */
  echoed(row: object): Row {
    return Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, this.within(value, NAMES_ARTICLES.has(name))]),
    );
  }

  private within(value: unknown, isId: boolean): unknown {
    if (typeof value === 'string') return isId ? (this.given.get(value) ?? value) : value;
    if (Array.isArray(value)) return value.map((item) => this.within(item, isId));
    return value !== null && typeof value === 'object' ? this.echoed(value) : value;
  }
}
