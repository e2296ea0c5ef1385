/** A word of the text; hyphens and signs are words of their own. */
export type Word = { readonly text: string; readonly lower: string; readonly start: number; readonly end: number };

export type Range = { readonly from: number; readonly to: number };

const WORD = /(?:US|A|C)?[$€£¥₹₽₺₪₴₩₦]|\p{L}+(?:['’]\p{L}+)*|\d+(?:,\d{3})+(?:\.\d+)?|\d+\/\d+|\d+(?:\.\d+)?|\n+|\S/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    text: match[0],
    lower: match[0].toLowerCase().replaceAll('’', "'"),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** The sentence (within its line) around a figure; points inside numbers and after single letters do not end it. */
export function sentenceAround(text: string, start: number, end: number): Range {
  let from = start;
  while (
    from > 0 &&
    !(
      text[from - 1] === '\n' ||
      (/[.!?]/.test(text[from - 1]!) &&
        /\s/.test(text[from] ?? ' ') &&
        /\p{L}{2}[”"’')]?$/u.test(text.slice(Math.max(0, from - 4), from - 1)))
    )
  )
    from--;
  let to = end;
  while (
    to < text.length &&
    !(text[to] === '\n' || (/[.!?]/.test(text[to]!) && /^(?:[”"’')]?\s|$)/.test(text.slice(to + 1, to + 3))))
  )
    to++;
  return { from, to };
}
