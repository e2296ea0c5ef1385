/** The words of a text in lower case, in order. */
export function words(text: string): readonly string[] {
  const lower = text.toLowerCase();
  // Most titles are ASCII, for which the short way gives the same.
  return (BEYOND_ASCII.test(lower) ? lower.normalize('NFKC').match(WORD) : lower.match(ASCII_WORD)) ?? [];
}

const BEYOND_ASCII = /[^\u0000-\u007f]/;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ASCII_WORD = /[a-z0-9]+/g;

/** The words of a text in lower case, each once. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(words(text));

/** Dice coefficient of two word sets. */
export function dice(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return (2 * shared) / (x.size + y.size);
}
