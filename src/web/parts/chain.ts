import { html } from 'hono/html';
import type { ArticleLine, LineageStep, StatementLine } from '../../domain/ports/pages.ts';
import { actorPath } from '../addresses.ts';
import type { Markup } from '../markup.ts';
import { outletName } from './credit.ts';

/** A step of a chain: the name, what it is, and where it leads. */
export type ChainLink = {
  readonly name: string;
  readonly kind: 'outlet' | 'agency' | 'person' | 'document' | 'speaker';
  readonly href?: string;
};

/**
 * What an article was copied from. Where the text itself is held, it says more than the page, which may name nobody
 * ("an original article that is not named").
 */
export function copiedFrom<Step extends LineageStep>(lineage: readonly Step[]): readonly Step[] {
  const copies = lineage.filter((row) => row.kind === 'republishes');
  const held = copies.filter((row) => row.fromArticle !== null);
  return held.length > 0 ? held : copies;
}

/**
 * Whom the words came through, beyond the text that was copied. Where that text is held, the description under which the
 * page speaks of it ("an original article that is not named") has no row of its own in the lineage, and goes.
 */
export function cameThrough<Via extends { readonly name: string }>(
  via: readonly Via[],
  lineage: readonly LineageStep[],
): readonly Via[] {
  const isHeld = isCopyOfHeld(lineage);
  return via.filter(({ name }) => {
    const row = lineage.find(({ from }) => isSame(from, name));
    return row ? row.kind !== 'republishes' : !isHeld;
  });
}

/** Whether an article was copied from one that is held; a text comes before its copies, whatever hour they name. */
export const isCopyOfHeld = (lineage: readonly LineageStep[]): boolean =>
  lineage.some((row) => row.kind === 'republishes' && row.fromArticle !== null);

/** From the article back to the person who spoke: outlet, what it republishes, the agency, what the words came through, the speaker. */
export function chainOf(line: StatementLine): readonly ChainLink[] {
  const { statement, article, lineage } = line;
  const links: ChainLink[] = [
    { name: outletName(article), kind: 'outlet' },
    ...copiedFrom(lineage).map((row): ChainLink => ({ name: row.from, kind: 'outlet' })),
    ...agencyOf(article),
    ...cameThrough(statement.via, lineage),
    {
      name: statement.speaker?.name ?? (line.sourceWords || 'nobody named'),
      kind: 'speaker',
      ...(statement.speaker ? { href: actorPath(statement.speaker.actor) } : {}),
    },
  ];
  return links.filter((link, at) => links.findIndex((other) => isSame(other.name, link.name)) === at);
}

/** `Orrin Press Agency (OPA)` and `OPA` are `Orrin Press Agency`. */
const isSame = (a: string, b: string): boolean =>
  a === b || a.startsWith(`${b} (`) || b.startsWith(`${a} (`) || a === initialsOf(b) || b === initialsOf(a);

/** `AFP` of `Agence France-Presse`; nothing for a name of one word. */
function initialsOf(name: string): string | undefined {
  const words = name.match(/\p{Lu}[\p{L}\p{M}]+/gu) ?? [];
  return words.length > 1 ? words.map((word) => word[0]).join('') : undefined;
}

const agencyOf = (article: ArticleLine): readonly ChainLink[] =>
  article.agency ? [{ name: article.agency, kind: 'agency' }] : [];

/** `Outlet ← Agency ← Speaker` in one line. */
export const chainLine = (links: readonly ChainLink[]): Markup => html`<p>${chainSteps(links)}</p>`;

/** The same without a paragraph around it. The arrow is read out as "from". */
export const chainSteps = (links: readonly ChainLink[]): Markup =>
  html`<span class="chain">${links.map(
    (link, at) =>
      html`${at > 0 ? FROM : ''}${link.href ? html`<a href="${link.href}">${link.name}</a>` : html`<span>${link.name}</span>`}`,
  )}</span>`;

const FROM = html` <span class="from" role="img" aria-label="from">←</span> `;
