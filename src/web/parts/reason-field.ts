import { html } from 'hono/html';
import type { Markup } from '../markup.ts';

/** Why something is put right, in the reader's words; may be left empty. */
export const reasonField = (of: string): Markup =>
  html`<p class="field"><label for="reason-${of}">Why <span class="soft">(kept with the correction; may be empty)</span></label><input id="reason-${of}" name="reason" maxlength="2000" autocomplete="off"></p>`;
