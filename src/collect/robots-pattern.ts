/**
 * One spelling for the octets of a path or pattern (RFC 9309 §2.2.2): octets outside ASCII are escaped, escapes
 * are in capitals, and escapes of unreserved characters are undone, so that `%7Euser` and `~user` are one path.
 */
export function normaliseEscapes(path: string): string {
  return escapesInOneCase(path).replace(/[^\x00-\x7f]+/g, (letters) => encodeURIComponent(letters.toWellFormed()));
}

/**
 * The same without escaping: an address with bare letters outside ASCII is no URI yet, so no Allow line is
 * stretched to cover it, while every Disallow line is.
 */
export function escapesInOneCase(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (escaped, hex: string) => {
    const letter = String.fromCharCode(Number.parseInt(hex, 16));
    return /[A-Za-z0-9._~-]/.test(letter) ? letter : escaped.toUpperCase();
  });
}

export type PatternMatch = {
  /** Length of the pattern where it matches: the measure of how specific it is. */
  readonly length: number | undefined;
  readonly steps: number;
};

/**
 * Matches a robots.txt pattern against the beginning of a path: `*` stands for anything, a final `$` for the end.
 * Each literal piece is sought once, leftmost, behind the one before it, by Knuth–Morris–Pratt: linear in path and
 * pattern, whatever the pattern (`*a*a*a…$` included).
 */
export function matchLength(pattern: string, path: string): PatternMatch {
  const atEnd = pattern.endsWith('$');
  const pieces = (atEnd ? pattern.slice(0, -1) : pattern).split('*');
  const last = pieces.length - 1;
  let at = 0;
  let steps = 0;
  for (const [index, piece] of pieces.entries()) {
    steps += piece.length + 1;
    if (index === 0) {
      if (!path.startsWith(piece)) return { length: undefined, steps };
      at = piece.length;
      if (last === 0 && atEnd && at !== path.length) return { length: undefined, steps };
    } else if (index === last && atEnd) {
      const start = path.length - piece.length;
      if (start < at || !path.endsWith(piece)) return { length: undefined, steps };
    } else if (piece !== '') {
      const found = seek(piece, path, at);
      steps += found.steps;
      if (found.end === undefined) return { length: undefined, steps };
      at = found.end;
    }
  }
  return { length: pattern.length, steps };
}

function seek(piece: string, path: string, from: number): { readonly end: number | undefined; readonly steps: number } {
  const fallback = fallbacks(piece);
  let matched = 0;
  let steps = piece.length;
  for (let at = from; at < path.length; at++) {
    steps++;
    while (matched > 0 && piece[matched] !== path[at]) {
      matched = fallback[matched - 1]!;
      steps++;
    }
    if (piece[matched] === path[at]) matched++;
    if (matched === piece.length) return { end: at + 1, steps };
  }
  return { end: undefined, steps };
}

/** For each beginning of the piece, the length of the longest proper beginning that is also its end. */
function fallbacks(piece: string): Int32Array {
  const table = new Int32Array(piece.length);
  let matched = 0;
  for (let at = 1; at < piece.length; at++) {
    while (matched > 0 && piece[matched] !== piece[at]) matched = table[matched - 1]!;
    if (piece[matched] === piece[at]) matched++;
    table[at] = matched;
  }
  return table;
}
