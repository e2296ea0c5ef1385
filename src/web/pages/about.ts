import { html } from 'hono/html';
import type { Page } from '../frame.ts';
import { pageHead } from '../parts/lists.ts';

/** How the site is made, for readers. */
export const aboutPage = (): Page => ({
  title: 'How it is made',
  section: '/about',
  main: html`${pageHead('', 'How it is made')}
<div class="prose">
<p class="lead">Stemma follows a story to its source. It reads articles, groups them into stories, and shows who said what, on whose authority, and who disputes it.</p>
<h2>From a page to a statement</h2>
<ol>
<li><strong>Capture.</strong> A page or text is kept as it was received, with the time, and a SHA-256 of its bytes.</li>
<li><strong>Clean.</strong> The article is told apart from the page around it. What is set aside is kept with the reason, and shown on request.</li>
<li><strong>Read.</strong> Statements are found: who speaks, with which words, in which stance, through whom. Each is a place in the captured text and nothing else.</li>
<li><strong>Group.</strong> Articles about one happening become a story, stories of one affair a storyline. Copies are traced to what they were copied from, and origins are counted once however many outlets carry them.</li>
</ol>
<h2>What it never does</h2>
<ul>
<li>It writes no prose about the news. Every line of news on screen is verbatim, or a count of such lines.</li>
<li>It gives no marks for bias or truth. It lays wordings, numbers and denials side by side.</li>
<li>It hides no doubt. What it is less than 80 % sure of is marked as doubtful, with the reason.</li>
</ul>
<h2>Where it errs</h2>
<p>Reading is done by rules and small models on this machine, the same words always giving the same result. It misses statements, and it takes the wrong person for the speaker at times. How often is measured on articles that people have marked by hand; the figures, with the commands that make them, stand in the project’s README. What is wrong can be put right by hand where it is shown; whatever was, says so, and it can be undone.</p>
<h2>Rights</h2>
<p>Every item carries its outlet, author or agency, and the link to the original. Whoever holds rights, or is spoken of, can <a href="/notice">send a notice</a>; the <a href="/notices">log of notices</a> is public.</p>
</div>`,
});

/** Imprint, contact and disclaimer, in the operator's own words. */
export const imprintPage = (words: string | undefined, contact: string): Page => ({
  title: 'Imprint',
  section: '/imprint',
  main: html`${pageHead('', 'Imprint and contact')}
<div class="prose">
${
  words
    ? words.split(/\n{2,}/).map((paragraph) => html`<p class="as-typed" dir="auto">${paragraph.trim()}</p>`)
    : html`<p>This Stemma runs on its reader’s own machine, and its operator has not written an imprint yet: set <code>STEMMA_IMPRINT</code> to a text file with its words.</p>`
}
${contact ? html`<h2>Contact</h2><p>${contact}</p>` : ''}
<h2>About the contents</h2>
<p>Articles belong to their outlets, authors and agencies, who are named with each of them and linked to. Words are quoted to show who said what. Their truth is not vouched for, and links lead to pages of others.</p>
<p><a href="/notice">Send a notice</a> to have something removed, replied to or corrected.</p>
</div>`,
});
