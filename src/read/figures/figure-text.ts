import { plainEnds, scanWords } from '../scan.ts';

/** A word of the text; hyphens and signs are words of their own. */
export type Word = { readonly text: string; readonly lower: string; readonly start: number; readonly end: number };

export type Range = { readonly from: number; readonly to: number };

const WORD = /(?:US|A|C)?[$€£¥₹₽₺₪₴₩₦]|\p{L}+(?:['’]\p{L}+)*|\d+(?:,\d{3})+(?:\.\d+)?|\d+\/\d+|\d+(?:\.\d+)?|\n+|\S/uy;
const ENDS = plainEnds('.,;:!?)"-');

export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  scanWords(text, WORD, ENDS, (start, end, small) => {
    const word = text.slice(start, end);
    words.push({ text: word, lower: small ? word : word.toLowerCase().replaceAll('’', "'"), start, end });
  });
  return words;
}

/** Nothing further than this from a figure is of its sentence: tables without points stay linear. */
const LONGEST_HALF = 500;

/** The spans, sorted by start, that begin between two offsets. Logarithmic. */
export function spansBetween<T extends { readonly start: number }>(
  sorted: readonly T[],
  from: number,
  to: number,
): readonly T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.start < from) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sorted.length && sorted[end]!.start < to) end++;
  return sorted.slice(low, end);
}

const isPoint = (code: number): boolean => code === 46 || code === 33 || code === 63;

/** The sentence (within its line) around a figure; points inside numbers and after single letters do not end it. */
export function sentenceAround(text: string, start: number, end: number): Range {
  let from = start;
  const farthest = Math.max(0, start - LONGEST_HALF);
  while (
    from > farthest &&
    !(
      text[from - 1] === '\n' ||
      (isPoint(text.charCodeAt(from - 1)) &&
        /\s/.test(text[from] ?? ' ') &&
        /\p{L}{2}[”"’')]?$/u.test(text.slice(Math.max(0, from - 4), from - 1)))
    )
  )
    from--;
  let to = end;
  const last = Math.min(text.length, end + LONGEST_HALF);
  while (
    to < last &&
    !(text[to] === '\n' || (isPoint(text.charCodeAt(to)) && /^(?:[”"’')]?\s|$)/.test(text.slice(to + 1, to + 3))))
  )
    to++;
  return { from, to };
}
