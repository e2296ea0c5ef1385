import { html } from 'hono/html';
import type { FoundActor } from '../../domain/ports/corrections.ts';
import { actorPath } from '../addresses.ts';
import type { Page } from '../frame.ts';
import { countryName } from '../parts/country.ts';
import { dotted } from '../parts/dotted.ts';
import { pageHead } from '../parts/lists.ts';
import { ACTOR_KIND_WORDS, counted } from '../wording.ts';

export type WhichActorView = {
  readonly name: string;
  readonly which: readonly FoundActor[];
  /** They bear the very name; else a similar one. */
  readonly isExact: boolean;
  /** What was sent, to be sent again with the choice. */
  readonly fields: Readonly<Record<string, string>>;
  readonly path: string;
  readonly back: string;
  /** "None of these" is an answer. */
  readonly mayBeNew: boolean;
};

/** Several bear the name that was typed: which of them is meant? */
export function whichActorPage({ name, which, isExact, fields, path, back, mayBeNew }: WhichActorView): Page {
  const kept = Object.entries({ ...fields, name }).filter(([field, value]) => field !== 'to' && value);
  return {
    title: `Which ${name}?`,
    main: html`${pageHead('Correction', html`Which ${name}?`)}
<form method="post" action="${path}" class="narrow">
${kept.map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}
<fieldset><legend>${isExact ? 'Several bear this name' : 'Nobody is called just this; these are known under similar names'}</legend>
${which.map(
  (actor, at) =>
    html`<p class="choice"><input type="radio" id="to-${at}" name="to" value="${actor.id}" required> <label for="to-${at}">${actor.name} <span class="soft">${dotted([ACTOR_KIND_WORDS[actor.kind], actor.country === null ? '' : countryName(actor.country), counted(actor.statements, 'statement')])}</span></label> <a class="onward" href="${actorPath(actor.id)}" aria-label="Look at ${actor.name}, ${ACTOR_KIND_WORDS[actor.kind]}">look</a></p>`,
)}
${mayBeNew ? html`<p class="choice"><input type="radio" id="to-new" name="to" value="new" required> <label for="to-new">none of these: ${isExact ? 'another one of the same name' : 'somebody new'}</label></p>` : ''}</fieldset>
<p class="buttons"><button type="submit">Correct it</button> <a href="${back}">Leave it as it is</a></p>
</form>`,
  };
}
