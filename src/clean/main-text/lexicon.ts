/** Words that a page builder or an editor used, to how much they speak for the article: log odds, in 1/16. */
export type Lexicon = ReadonlyMap<number, number>;

const SCALE = 16;

/** FNV-1a over UTF-16 code units, 32 bits: the key of a word in a lexicon. */
export function wordKey(word: string): number {
  let key = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    key ^= word.charCodeAt(i);
    key = Math.imul(key, 0x01000193);
  }
  return key | 0;
}

/** Reads keys and log odds that `train/clean` has written side by side. */
export function lexiconOf(keys: Int32Array, odds: Int8Array): Lexicon {
  const lexicon = new Map<number, number>();
  for (let i = 0; i < keys.length; i++) lexicon.set(keys[i]!, odds[i]! / SCALE);
  return lexicon;
}

/** Log odds as they are stored. */
export const storedOdds = (logOdds: number): number => Math.max(-127, Math.min(127, Math.round(logOdds * SCALE)));

const MARK_WORD = /[A-Za-z][a-z]+|[A-Z]+(?![a-z])/g;
const LONGEST_MARKS = 400;

/** Words of class and id (`articleBody` and `article-body` both give article, body, articlebody), at most 24. */
export function markWords(marks: string): readonly string[] {
  const found = new Set<string>();
  for (const name of marks.slice(0, LONGEST_MARKS).split(/[\s.:/]+/)) {
    if (name.length < 2) continue;
    const parts = name.match(MARK_WORD) ?? [];
    for (const part of parts) if (part.length > 1) found.add(part.toLowerCase());
    if (parts.length > 1 && parts.length <= 4) found.add(parts.join('').toLowerCase());
    if (found.size >= 24) break;
  }
  return [...found];
}

/** First words of a line in lower case, digits as one sign, at most 12: enough to know "Read more" by. */
export function lineWords(text: string): readonly string[] {
  return (
    text
      .slice(0, 160)
      .toLowerCase()
      .replace(/\d+/g, '0')
      .match(/[\p{L}\p{M}]+|0|[©|»›→•@]/gu)
      ?.slice(0, 12) ?? []
  );
}
