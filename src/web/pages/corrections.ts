import { html } from 'hono/html';
import type { CorrectionLine, List } from '../../domain/ports/pages.ts';
import type { Page } from '../frame.ts';
import { correctionList } from '../parts/correction-list.ts';
import { empty, pageHead, pager } from '../parts/lists.ts';

export type CorrectionsView = {
  readonly needsLook: readonly CorrectionLine[];
  readonly all: List<CorrectionLine>;
  readonly after?: string;
};

/** All that readers put right: what needs a look first, then what holds, then what was undone. */
export function correctionsPage({ needsLook, all, after }: CorrectionsView): Page {
  const seen = new Set(needsLook.map(({ correction }) => correction.id));
  const rest = all.rows.filter(({ correction, state }) => !seen.has(correction.id) && state !== 'undone');
  const undone = all.rows.filter(({ state }) => state === 'undone');
  const lines = [...needsLook, ...all.rows];
  return {
    title: 'Corrections',
    section: '/corrections',
    demo: lines.some(({ correction }) => correction.demo),
    main: html`${pageHead('', 'Corrections')}
<p class="lead">What was put right by hand. Each holds on when articles are read again, and can be undone.</p>
${lines.length === 0 ? empty('Nothing was put right yet; every statement and every actor has a form for it.', '/', 'Go to the stories') : ''}
${needsLook.length > 0 ? section('needs-look', 'Needs a look', needsLook, 'The words they were made at, or the names, are not found any more; they change nothing until they are.') : ''}
${rest.length > 0 ? section('holding', 'In force', rest) : ''}
${undone.length > 0 ? section('undone', 'Undone', undone) : ''}
${pager('/corrections', { after }, all.next)}`,
  };
}

const section = (id: string, name: string, lines: readonly CorrectionLine[], note = '') =>
  html`<section id="${id}" aria-labelledby="${id}-name"><h2 id="${id}-name">${name}</h2>${note ? html`<p class="notice-line">${note}</p>` : ''}${correctionList(lines)}</section>`;
