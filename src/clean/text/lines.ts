import type { Block } from '../draft.ts';
import { fold } from '../fold.ts';

/**
 * Plain text to paragraphs. A blank line parts paragraphs; where a text has none, each line is one. Lines that an editor
 * or mail program broke at a fixed width are put together again.
 */
export function paragraphsOf(source: string): Block[] {
  const text = source.replace(/\r\n?|\u2028|\u0085/g, '\n').replace(/\u2029|\f/g, '\n\n');
  const groups = text.split(/\n[^\S\n]*\n\s*/).map((group) => group.split('\n').map(fold).filter(Boolean));
  const wrapped = isHardWrapped(groups);
  const paragraphs = groups.flatMap((group) => (wrapped && isProse(group) ? [join(group)] : group));
  return paragraphs.filter(Boolean).map((paragraph) => ({ text: paragraph, node: -1, heading: false }));
}

/** Widths at which mail programs and editors break lines. */
const NARROWEST = 50;
const WIDEST = 100;

function isHardWrapped(groups: readonly (readonly string[])[]): boolean {
  const inner = groups.flatMap((group) => group.slice(0, -1));
  if (inner.length < 4) return false;
  const broken = inner.filter((line) => line.length >= NARROWEST && line.length <= WIDEST && !/[.!?:”"]$/.test(line));
  return inner.every((line) => line.length <= WIDEST) && broken.length * 2 > inner.length;
}

const isProse = (group: readonly string[]) =>
  group.length > 1 && group.slice(0, -1).every((line) => line.length >= NARROWEST - 15);

const join = (lines: readonly string[]) => lines.join(' ').replace(/(\p{Ll})- (?=\p{Ll})/gu, '$1');
