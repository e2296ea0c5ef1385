/** Lines of a wrapped paragraph are never longer than this. */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;

/**
 * Tells the line breaks that a program made from those an author made. A paragraph (lines between blank lines) was wrapped
 * when every line but its last is so full that the first word of the next line would not have fitted.
 * Returns a test: is the break at this offset only a wrap? Linear; texts without a candidate cost one scan.
 */
export function hardWrapped(text: string): (at: number) => boolean {
  const soft = new Set<number>();
  for (const block of text.matchAll(/[^\n]+(?:\r?\n(?![ \t\r]*\n)[^\n]+){2,}/g)) collectSoft(block[0], block.index, soft);
  return soft.size === 0 ? never : (at) => soft.has(at);
}

const never = (): boolean => false;

function collectSoft(block: string, offset: number, soft: Set<number>): void {
  const lines = block.split('\n');
  const widths = lines.map((line) => line.trimEnd().length);
  const widest = Math.max(...widths);
  if (widest > WIDEST_WRAP || widest < NARROWEST_WRAP) return;
  for (let line = 0; line + 1 < lines.length; line++) {
    const firstWord = /^\s*\S+/.exec(lines[line + 1]!)?.[0].length ?? 0;
    if (widths[line]! + 1 + firstWord <= widest) return;
  }
  let at = offset;
  for (const line of lines.slice(0, -1)) {
    at += line.length;
    soft.add(at);
    if (line.endsWith('\r')) soft.add(at - 1);
    at++;
  }
}
