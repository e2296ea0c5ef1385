/** Words as keys (FNV-1a, as `wordKey`), read off the text without cutting strings out of it: a page has thousands. */

const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Longest class and id names that are looked at, in characters, and most words of them. */
const LONGEST_MARKS = 400;
const MOST_MARKS = 24;

const isUpper = (c: number) => c >= 65 && c <= 90;
const isLower = (c: number) => c >= 97 && c <= 122;

/**
 * Keys of the words of class and id names, each once, at most 24 or a few more: `articleBody` and `article-body` both give
 * article, body and articlebody (the name without its other signs).
 */
export function markKeys(marks: string): readonly number[] {
  const keys: number[] = [];
  const end = Math.min(marks.length, LONGEST_MARKS);
  let whole = OFFSET;
  let parts = 0;
  const add = (key: number) => {
    if (!keys.includes(key)) keys.push(key);
  };
  let at = 0;
  while (at <= end && keys.length < MOST_MARKS) {
    const c = at < end ? marks.charCodeAt(at) : 32;
    if (!isUpper(c) && !isLower(c)) {
      // White space, dot, colon and slash end a name; other signs only part its words.
      if (c === 32 || c === 46 || c === 58 || c === 47 || (c >= 9 && c <= 13)) {
        if (parts > 1 && parts <= 4) add(whole | 0);
        whole = OFFSET;
        parts = 0;
      }
      at++;
      continue;
    }
    let key = OFFSET;
    const from = at;
    do {
      const letter = marks.charCodeAt(at) | 32;
      key = Math.imul(key ^ letter, PRIME);
      whole = Math.imul(whole ^ letter, PRIME);
      at++;
    } while (at < end && continues(marks, at, end));
    if (at - from < 2) continue;
    parts++;
    add(key | 0);
  }
  return keys;
}

/** True where the letter at `at` belongs to the word before it: "Body" in "articleBody" does not, nor "News" in "BBCNews". */
function continues(marks: string, at: number, end: number): boolean {
  const c = marks.charCodeAt(at);
  if (isLower(c)) return true;
  if (!isUpper(c) || isLower(marks.charCodeAt(at - 1))) return false;
  return !(at + 1 < end && isLower(marks.charCodeAt(at + 1)));
}

/** Of a line its first words count, in its first characters: enough to know "Read more" by. */
const MOST_WORDS = 12;
const LONGEST_START = 160;

const DIGITS = Math.imul(OFFSET ^ 48, PRIME) | 0;

/** Keys of the first words of a line in lower case, numbers as one word, bullets and the like as words; at most 12. */
export function lineKeys(line: string): readonly number[] {
  const start = line.length > LONGEST_START ? line.slice(0, LONGEST_START) : line;
  const text = /[^\u0000-\u007f]/.test(start) ? start.toLowerCase() : start;
  const keys: number[] = [];
  let key = 0;
  let inNumber = false;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    const isDigit = c >= 48 && c <= 57;
    const letter = isLower(c) ? c : isUpper(c) ? c | 32 : c > 127 && isLetterBeyondAscii(c) ? c : 0;
    if (letter && !isIdeograph(c)) {
      key = Math.imul((key || OFFSET) ^ letter, PRIME);
      inNumber = false;
      continue;
    }
    if (key) keys.push(key | 0);
    key = 0;
    if (isDigit && !inNumber) keys.push(DIGITS);
    else if (letter || SIGNS.has(c)) keys.push(Math.imul(OFFSET ^ c, PRIME) | 0);
    inNumber = isDigit;
    if (keys.length >= MOST_WORDS) return keys.length > MOST_WORDS ? keys.slice(0, MOST_WORDS) : keys;
  }
  if (key && keys.length < MOST_WORDS) keys.push(key | 0);
  return keys;
}

const SIGNS = new Set(Array.from('©|»›→•@', (sign) => sign.charCodeAt(0)));

/** All signs from Latin-1 letters up but arrows, bullets and the general, CJK and full-width punctuation. */
const isLetterBeyondAscii = (c: number) =>
  c >= 0xc0 && !(c >= 0x2000 && c <= 0x2bff) && !(c >= 0x3000 && c <= 0x303f) && !(c >= 0xff00 && c <= 0xff0f);

/** Han and Kana are written without blanks; each sign counts as a word. */
const isIdeograph = (c: number) => c >= 0x3040 && c <= 0x9fff;

const START = 0x51ed270b;
const END = 0x2545f491;

/** Keys of neighbouring words, and of the first and last with the edge of the line: "share this" is more than both words. */
export function pairKeys(words: readonly number[]): readonly number[] {
  const keys: number[] = [];
  let before = START;
  for (const word of words) {
    keys.push(Math.imul(before, 0x9e3779b1) ^ word);
    before = word;
  }
  if (words.length > 0 && words.length < MOST_WORDS) keys.push(Math.imul(before, 0x9e3779b1) ^ END);
  return keys;
}
