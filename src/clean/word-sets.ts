/** The words of a text in lower case, in order. */
export const words = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .normalize('NFKC')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

/** The words of a text in lower case, each once. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(words(text));

/** Dice coefficient of two word sets. */
export function dice(x: ReadonlySet<string>, y: ReadonlySet<string>): number {
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const word of x) if (y.has(word)) shared++;
  return (2 * shared) / (x.size + y.size);
}
