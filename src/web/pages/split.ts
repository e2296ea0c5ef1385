import { html } from 'hono/html';
import type { ActorPage } from '../../domain/ports/pages.ts';
import { actorPath } from '../addresses.ts';
import type { Page } from '../frame.ts';
import { pageHead } from '../parts/lists.ts';
import { reasonField } from '../parts/reason-field.ts';
import { counted } from '../wording.ts';

/** A form of a name that is somebody else's: whose, and where. */
export function splitPage(actor: ActorPage, asked: string): Page {
  const alias = actor.aliases.find(({ form }) => form === asked);
  const back = actorPath(actor.id);
  const head = pageHead(
    html`Correction to <a href="${back}">${actor.name}</a>`,
    alias ? html`“${alias.form}” is somebody else` : 'No such name',
  );
  if (!alias)
    return {
      title: 'No such name',
      main: html`${head}<p class="lead">${actor.name} is not known under this form.</p><p><a href="${back}#names">Go back to the names</a></p>`,
    };
  const { source } = alias;
  const isOnly = actor.aliases.length === 1;
  return {
    title: `“${alias.form}” is somebody else`,
    demo: actor.demo,
    main: html`${head}
<form method="post" action="${back}/split" class="narrow">
<input type="hidden" name="form" value="${alias.form}">
<p class="field"><label for="name">Who is it?</label><input id="name" name="name" required maxlength="200" value="${alias.form}" autocomplete="off" aria-describedby="name-help"></p>
<p class="soft" id="name-help">The name of somebody known here, or a new one. What was said under this form goes along.</p>
<fieldset><legend>Where?</legend>
${isOnly ? '' : html`<p class="choice"><input type="radio" id="everywhere" name="scope" value="" checked> <label for="everywhere">everywhere (${counted(alias.articles, 'article')})</label></p>`}
${'article' in source ? html`<p class="choice"><input type="radio" id="here" name="scope" value="${source.article}"${isOnly ? ' checked' : ''}> <label for="here">only in the newest article that uses it</label> <a class="onward" href="/article/${source.article}">look</a></p>` : ''}
</fieldset>
${reasonField('split')}
<p class="buttons"><button type="submit">Split it off</button> <a href="${back}">Leave it as it is</a></p>
</form>`,
  };
}
