import type { html } from 'hono/html';

/** What a template function gives: markup in which every value was escaped. */
export type Markup = ReturnType<typeof html>;
