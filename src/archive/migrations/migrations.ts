import { FIRST } from './0001-first.ts';
import { SOURCES } from './0001-sources.ts';
import { CORRECTIONS } from './0002-corrections.ts';
import { IMPORTED_KNOWLEDGE } from './0003-imported-knowledge.ts';

export type Migration = { readonly version: number; readonly name: string; readonly sql: string };

/** Forward only: a migration that was released is never changed, the next one is added below it. */
export const MIGRATIONS: readonly Migration[] = [
  { version: 1, name: 'first', sql: `${FIRST}${SOURCES}` },
  { version: 2, name: 'corrections', sql: CORRECTIONS },
  { version: 3, name: 'imported-knowledge', sql: IMPORTED_KNOWLEDGE },
];
