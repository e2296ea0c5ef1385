import { html } from 'hono/html';
import type { Markup } from '../markup.ts';

export type Piece = Markup | string | undefined;

/** Short facts in one line, `a · b · c`; what is empty is left out. The dots are text, so that they are there for everybody. */
export const dotted = (pieces: readonly Piece[]): Markup =>
  html`${pieces.filter(Boolean).map((piece, at) => html`${at > 0 ? SEPARATOR : ''}${piece}`)}`;

const SEPARATOR = html`<span class="dot"> · </span>`;
