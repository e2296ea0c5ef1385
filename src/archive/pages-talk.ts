import type { Pages } from '../domain/ports/pages.ts';

/** What is said between the site's thread and those that answer its questions. */
export type PagesQuestion = { readonly id: number; readonly ask: keyof Pages; readonly with: readonly unknown[] };
export type PagesAnswer =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } };
