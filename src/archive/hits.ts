import type { RawBuilder } from 'kysely';

/** A search as the store runs it: candidates, newest first, and what must hold of them. */
export type Hits = {
  /** Table of candidates: `key` and nothing else, newest first, below a cursor. */
  readonly candidates: (below: number, limit: number) => RawBuilder<{ key: number }>;
  /** What must hold of a candidate besides. */
  readonly conditions: RawBuilder<unknown>;
  readonly table: 'article' | 'statement';
};
