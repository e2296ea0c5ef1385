/** Signs behind a run of plain letters at which a room's own pattern need not be asked. */
export type PlainEnds = Uint8Array;

/** The table of those signs, blanks always among them. */
export function plainEnds(signs: string): PlainEnds {
  const table = new Uint8Array(128);
  for (const sign of ` \n\t\r${signs}`) table[sign.charCodeAt(0)] = 1;
  return table;
}

/**
 * Walks through a text as `pattern` (sticky) would match it, blanks skipped, and tells each match by its ends. Runs of plain
 * letters before a blank or one of `ends`, nine words in ten, are found without the pattern; `small` says that all of a match
 * are small letters from a to z. A line break is given to the pattern, which may take it or leave it. Linear.
 */
export function scanWords(
  text: string,
  pattern: RegExp,
  ends: PlainEnds,
  onWord: (start: number, end: number, small: boolean) => void,
): void {
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === 32) {
      at++;
      continue;
    }
    if (isLetter(code)) {
      let end = at + 1;
      let small = code >= 97;
      let next = 32;
      for (; end < text.length; end++) {
        next = text.charCodeAt(end);
        if (!isLetter(next)) break;
        if (next < 97) small = false;
      }
      if (end === text.length) next = 32;
      if (next < 128 && ends[next] === 1) {
        onWord(at, end, small);
        at = end;
        continue;
      }
    }
    pattern.lastIndex = at;
    if (pattern.test(text) && pattern.lastIndex > at) {
      onWord(at, pattern.lastIndex, false);
      at = pattern.lastIndex;
    } else at++;
  }
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/**
 * Whether a word is one of a list, for asking it of every word of a text: first and last letter and length rule out most
 * before the word is hashed.
 */
export function oneOf(words: Iterable<string>): (word: string) => boolean {
  const set = new Set(words);
  const shapes = new Uint8Array(1 << 15);
  for (const word of set) shapes[shapeOf(word)] = 1;
  return (word) => shapes[shapeOf(word)] === 1 && set.has(word);
}

const shapeOf = (word: string): number =>
  ((word.charCodeAt(0) & 31) << 10) | ((word.charCodeAt(word.length - 1) & 31) << 5) | (word.length & 31);
