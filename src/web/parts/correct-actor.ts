import { html } from 'hono/html';
import type { ActorPage } from '../../domain/ports/pages.ts';
import { actorPath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { reasonField } from './reason-field.ts';

/** The form for an actor that is another one. */
export const correctActor = (actor: ActorPage): Markup =>
  html`<div class="correct"><details><summary>This is the same as another</summary>
<form method="post" action="${actorPath(actor.id)}/merge">
<p>All that ${actor.name} said becomes the other’s, and this address leads there. It can be undone.</p>
<p class="field"><label for="merge-name">Name of the other, as it stands on its page</label><input id="merge-name" name="name" required maxlength="200" autocomplete="off"></p>
${reasonField('merge')}
<p><button type="submit">Make them one</button></p></form></details></div>`;
