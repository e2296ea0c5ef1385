/** Tables of learned vectors, lying one behind the other: their rows in all, and for each the row of a value. */
export type Tables<Name extends string> = {
  readonly count: number;
  readonly rows: number;
  readonly row: Readonly<Record<Name, (value: number) => number>>;
};

/**
 * Lays tables out by their numbers of rows. A value below the number of rows is its own row; a larger one, or a hash, falls into
 * one by its remainder, so that every word has a row (hash embeddings: Svenstrup et al., 2017).
 */
export function tableRows<Name extends string>(sizes: Readonly<Record<Name, number>>): Tables<Name> {
  const row = {} as Record<Name, (value: number) => number>;
  let rows = 0;
  for (const [name, size] of Object.entries(sizes) as [Name, number][]) {
    const first = rows;
    row[name] = (value) => first + (value >= 0 && value < size ? value : mixed(value) % size);
    rows += size;
  }
  return { count: Object.keys(sizes).length, rows, row };
}

const mixed = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 3;
