import { html } from 'hono/html';
import type { Notice, NoticeKind } from '../../domain/notice.ts';
import { outwardAddress } from '../addresses.ts';
import { momentInWords } from '../dates.ts';
import type { Page } from '../frame.ts';
import type { Markup } from '../markup.ts';
import { dotted } from '../parts/dotted.ts';
import { empty, pageHead } from '../parts/lists.ts';
import { NOTICE_KIND_WORDS } from '../wording.ts';

const KINDS: readonly (readonly [NoticeKind, string])[] = [
  ['takedown', 'Remove something'],
  ['reply', 'Reply to something said about me'],
  ['correction', 'Correct something'],
  ['other', 'Another matter'],
];

/** Hours within which a notice is decided. */
export const NOTICE_HOURS = 24;

/** What was typed into the form, kept when it has to be shown again. */
export type NoticeDraft = Readonly<Record<'kind' | 'from' | 'contact' | 'about' | 'words', string>>;

/** The public form. Anybody may send it. */
export function noticePage(draft: Partial<NoticeDraft>, problem?: string): Page {
  return {
    title: 'Send a notice',
    section: '/notice',
    main: html`${pageHead('', 'Send a notice')}
<p class="lead">You hold the rights to something shown here, or you are spoken of and want to reply or correct it. You get a decision with its reason within ${NOTICE_HOURS} hours.</p>
<form class="narrow" method="post" action="/notice">
${problem ? html`<p class="problem" role="alert">${problem}</p>` : ''}
<fieldset><legend>What do you ask for?</legend>${KINDS.map(
      ([kind, label]) =>
        html`<p class="choice"><input type="radio" id="kind-${kind}" name="kind" value="${kind}" required${(draft.kind ?? 'takedown') === kind ? html` checked` : ''}> <label for="kind-${kind}">${label}</label></p>`,
    )}</fieldset>
<p class="field"><label for="about">Which pages? <span class="soft">Addresses here or of the original, one on each line</span></label><textarea id="about" name="about" rows="3" required maxlength="4000">${draft.about ?? ''}</textarea></p>
<p class="field"><label for="words">What is wrong, and why</label><textarea id="words" name="words" rows="6" required maxlength="10000">${draft.words ?? ''}</textarea></p>
<p class="field"><label for="from">Your name</label><input id="from" name="from" required maxlength="300" autocomplete="name" value="${draft.from ?? ''}"></p>
<p class="field"><label for="contact">Where the answer goes <span class="soft">(e-mail or postal address; never published)</span></label><input id="contact" name="contact" required maxlength="300" autocomplete="email" value="${draft.contact ?? ''}"></p>
<p><button type="submit">Send the notice</button></p>
</form>`,
  };
}

/** After sending: the receipt. */
export const noticeReceipt = (notice: Notice): Page => ({
  title: 'Notice received',
  section: '/notice',
  main: html`${pageHead('', 'Notice received')}
<p class="lead">Your notice came in on ${momentInWords(notice.receivedAtMs)}, and is decided before ${momentInWords(notice.receivedAtMs + NOTICE_HOURS * 3_600_000)}. Its number is <strong>${notice.id}</strong>.</p>
<p><a href="/notices#n-${notice.id}">See it in the public log</a></p>`,
});

/** The public log; the operator sees the words and decides. */
export function noticesPage(
  notices: readonly Notice[],
  { nowMs, operator }: { readonly nowMs: number; readonly operator: boolean },
): Page {
  const open = notices.filter((notice) => notice.state === 'open');
  const decided = notices.filter((notice) => notice.state !== 'open');
  return {
    title: 'Notices',
    section: '/notices',
    main: html`${pageHead('', 'Notices')}
<p class="lead">Every request about rights, and what was decided. Names and words of those who ask are not published.</p>
${notices.length === 0 ? empty('No notice has come in.', '/notice', 'Send one') : ''}
${open.length > 0 ? html`<section aria-labelledby="open-name"><h2 id="open-name">Open</h2><ol class="notice-list">${open.map((notice) => openNotice(notice, nowMs, operator))}</ol></section>` : ''}
${decided.length > 0 ? html`<section aria-labelledby="decided-name"><h2 id="decided-name">Decided</h2><ol class="notice-list">${decided.map(decidedNotice)}</ol></section>` : ''}`,
  };
}

const number = (notice: Notice): Markup =>
  html`<h3 id="n-${notice.id}">${NOTICE_KIND_WORDS[notice.kind]} <span class="step-kind">${notice.id}</span></h3>`;

function openNotice(notice: Notice, nowMs: number, operator: boolean): Markup {
  return html`<li>${number(notice)}
<p class="credit">${dotted([`received ${momentInWords(notice.receivedAtMs)}`, clock(notice, nowMs)])}</p>
${
  operator
    ? html`<dl class="facts"><div><dt>From</dt><dd>${notice.from}</dd></div><div><dt>Contact</dt><dd>${notice.contact}</dd></div><div><dt>About</dt><dd>${notice.about.map(aboutLink)}</dd></div></dl>
<blockquote class="words"><p dir="auto" class="as-typed">${notice.words}</p></blockquote>
<form method="post" action="/notices/${encodeURIComponent(notice.id)}"><p class="field"><label for="reason-${notice.id}">Reason for the decision, published in the log</label><input id="reason-${notice.id}" name="reason" required maxlength="1000" autocomplete="off"></p>
<p class="buttons"><button type="submit" name="decision" value="grant">Grant${notice.kind === 'takedown' ? ' and remove' : ''}</button> <button type="submit" name="decision" value="refuse" class="quiet">Refuse</button></p></form>`
    : ''
}</li>`;
}

function aboutLink(about: string): Markup {
  const address = /^\/[^/\\]/.test(about) ? about : outwardAddress(about);
  return address
    ? html`<a class="address" href="${address}">${about}</a> `
    : html`<span class="address">${about}</span> `;
}

function clock(notice: Notice, nowMs: number): string {
  const hours = (notice.receivedAtMs + NOTICE_HOURS * 3_600_000 - nowMs) / 3_600_000;
  if (hours < 0) return `overdue by ${Math.ceil(-hours)} h`;
  return hours < 1 ? 'due within the hour' : `${Math.floor(hours)} h left`;
}

const decidedNotice = (notice: Notice): Markup => html`<li>${number(notice)}
<p class="credit">${dotted([html`<strong>${notice.state}</strong>`, `received ${momentInWords(notice.receivedAtMs)}`, notice.decidedAtMs === undefined ? '' : `decided ${momentInWords(notice.decidedAtMs)}`])}</p>
${notice.decision ? html`<p dir="auto">${notice.decision}</p>` : ''}</li>`;
