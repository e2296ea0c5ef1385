import { html } from 'hono/html';
import { MODE_MEANINGS } from '../wording.ts';

/** What the marks on a statement mean, folded away. */
export const legend = html`<details class="legend"><summary>What the words beside a statement mean</summary>
<dl>${MODE_MEANINGS.map(([mode, meaning]) => html`<div><dt>${mode}</dt><dd>${meaning}</dd></div>`)}
<div><dt>denies</dt><dd>the speaker rejects what is claimed; the claim itself is shown as it was made</dd></div>
<div><dt>doubtful</dt><dd>who spoke, or which words are theirs, is not certain; the reason stands beside it</dd></div>
<div><dt>A ← B ← C</dt><dd>A has it from B, and B from C, who said it</dd></div></dl></details>`;
