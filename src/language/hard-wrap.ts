/** Lines of a wrapped paragraph are never longer than this. */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;

/** A paragraph of fewer lines shows no width. */
const FEWEST_LINES = 3;

/**
 * Tells the line breaks that a program made from those an author made. A paragraph (lines between blank lines) was wrapped
 * when every line but its last is so full that the first word of the next line would not have fitted.
 * Returns a test: is the break at this offset only a wrap? Linear.
 */
export function hardWrapped(text: string): (at: number) => boolean {
  const soft = new Set<number>();
  let lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const line = lineAt(text, start, end);
    if (line.width > 0) lines.push(line);
    if (line.width === 0 || found < 0) {
      if (lines.length >= FEWEST_LINES && isWrapped(lines))
        for (const { end: at } of lines.slice(0, -1)) soft.add(at).add(at - 1);
      lines = [];
    }
    start = end + 1;
  }
  return soft.size === 0 ? never : (at) => soft.has(at);
}

const never = (): boolean => false;

type Line = { readonly end: number; readonly width: number; readonly firstWord: number };

/** Width without space at the ends; of a line far too long for a wrap no more is looked at. */
function lineAt(text: string, start: number, end: number): Line {
  if (end - start > WIDEST_WRAP * 2) return { end, width: end - start, firstWord: 0 };
  const line = text.slice(start, end).trim();
  const space = line.search(/\s/);
  return { end, width: line.length, firstWord: space < 0 ? line.length : space };
}

function isWrapped(lines: readonly Line[]): boolean {
  let widest = 0;
  for (const { width } of lines) widest = Math.max(widest, width);
  if (widest > WIDEST_WRAP || widest < NARROWEST_WRAP) return false;
  return lines.every((line, at) => at === lines.length - 1 || line.width + 1 + lines[at + 1]!.firstWord > widest);
}
