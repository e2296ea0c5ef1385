import type { Draft } from '../draft.ts';
import { timesIn } from '../time/read-time.ts';
import { isFullName } from './person-names.ts';

/** How far behind the headline a byline may stand, in blocks. */
const BYLINE_REACH = 8;

/** Short lines around the headline, or at the end of the page, that begin like a byline. */
export function bylineLines(draft: Draft): readonly string[] {
  const { page } = draft.evidence!;
  const headline = draft.blocks.findIndex((block) => page.tag[block.node] === 'h1');
  const near = headline < 0 ? [] : draft.blocks.slice(Math.max(0, headline - 2), headline + BYLINE_REACH);
  const line =
    near.find(({ text }) => isByline(text, BYLINE)) ?? draft.blocks.find(({ text }) => isByline(text, SIGNED));
  return line ? [line.text] : [];
}

const BYLINE =
  /^(?:by|von|par|por|di|przez|door|av|af|text|autor(?:in|en)?|author|written by|words by|posted by)[:\s]\s*\p{Lu}/iu;
/** Says so wherever it stands on the page. */
const SIGNED =
  /^(?:(?:this (?:post|article|story) was )?written by|words by|article by|story by|geschrieben von|ein beitrag von|autor(?:in)?:|autoren:|text:|écrit par|escrito por|scritto da) ?(?=\p{Lu}\p{Ll}+ \p{Lu})/u;

const isByline = (text: string, opening: RegExp) => text.length <= 100 && opening.test(text) && !/[.!?]$/.test(text);

/** Blocks behind the headline in which a line with a name and one with the date stand together. */
const DATE_REACH = 8;

/** A name alone on its line right before or after the line with the date, below the headline. */
export function nameBesideDate(draft: Draft): readonly string[] {
  const { page } = draft.evidence!;
  const headline = draft.blocks.findIndex((block) => page.tag[block.node] === 'h1');
  if (headline < 0) return [];
  const near = draft.blocks.slice(headline + 1, headline + DATE_REACH).map((block) => block.text);
  const isDated = (text: string | undefined) =>
    text !== undefined && text.length <= 60 && (timesIn(text).length > 0 || /\d+ min(?:ute)?s?\b/i.test(text));
  const at = near.findIndex((text, i) => isFullName(text) && (isDated(near[i - 1]) || isDated(near[i + 1])));
  return at < 0 ? [] : [near[at]!];
}
