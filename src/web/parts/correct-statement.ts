import { html, raw } from 'hono/html';
import type { Actor } from '../../domain/actor.ts';
import type { StatementPage } from '../../domain/ports/pages.ts';
import type { Stance } from '../../domain/statement.ts';
import { statementPath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { STANCE_MEANINGS } from '../wording.ts';
import { reasonField } from './reason-field.ts';

/** Actors of the article that are offered; whoever is not among them is typed. */
const MOST_OFFERED = 40;

/** The forms for a statement that was read wrong: who said it, toward what, or that it is none. */
export function correctStatement(page: StatementPage): Markup {
  const { line } = page;
  const path = `${statementPath(line.id)}/correct`;
  return html`<div class="correct">
<details><summary>Somebody else said it</summary>
<form method="post" action="${path}"><input type="hidden" name="kind" value="speaker">
<fieldset><legend>Who said it? <span class="soft">It is then given as said by that one alone.</span></legend>
${offered(page).map(
  ({ id, name }, at) =>
    html`<p class="choice"><input type="radio" id="to-${at}" name="to" value="${id}"> <label for="to-${at}">${name}${id === line.statement.speaker?.actor ? html` <span class="soft">(as it stands)</span>` : ''}</label></p>`,
)}
<p class="choice"><input type="radio" id="to-nobody" name="to" value="nobody"> <label for="to-nobody">nobody whom the text names</label></p>
<p class="choice"><input type="radio" id="to-name" name="to" value="name" checked> <label for="to-name">another:</label></p>
</fieldset>
<p class="field"><label for="name">Name of the other</label><input id="name" name="name" maxlength="200" autocomplete="off"></p>
${reasonField('speaker')}
<p><button type="submit">Correct the speaker</button></p></form></details>
<details><summary>The stance is another</summary>
<form method="post" action="${path}"><input type="hidden" name="kind" value="stance">
<fieldset><legend>How does the speaker stand to it?</legend>
${Object.entries(STANCE_MEANINGS).map(
  ([stance, meaning]) =>
    html`<p class="choice"><input type="radio" id="stance-${stance}" name="stance" value="${stance}"${(stance as Stance) === line.statement.stance ? raw(' checked') : ''}> <label for="stance-${stance}">${stance} <span class="soft">${meaning}</span></label></p>`,
)}</fieldset>
${reasonField('stance')}
<p><button type="submit">Correct the stance</button></p></form></details>
<details><summary>It is no statement</summary>
<form method="post" action="${path}"><input type="hidden" name="kind" value="hide">
<p>It goes from pages, feeds, search and disputes; this address stays, with a way to undo it.</p>
${reasonField('hide')}
<p><button type="submit" class="grave">Hide it</button></p></form></details>
</div>`;
}

/** The actors of the article, the candidates first. */
function offered({ line, article }: StatementPage): readonly Actor[] {
  const likely = new Set(
    [line.statement.speaker, ...(line.statement.speaker?.candidates ?? [])].map((one) => one?.actor),
  );
  const actors = article.reading.actors.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return [...actors.filter(({ id }) => likely.has(id)), ...actors.filter(({ id }) => !likely.has(id))].slice(
    0,
    MOST_OFFERED,
  );
}
