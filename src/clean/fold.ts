/** White space folded to single blanks, soft hyphens and zero-width signs taken out, ends trimmed, NFC. */
export function fold(text: string): string {
  // Most text is folded already; testing is cheaper than replacing.
  const plain = INVISIBLE.test(text) ? text.replace(ALL_INVISIBLE, '') : text;
  const folded = UNFOLDED.test(plain) ? plain.replace(/\s+/g, ' ') : plain;
  return (BEYOND_LATIN_1.test(folded) ? folded.normalize('NFC') : folded).trim();
}

const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/;
const ALL_INVISIBLE = /[\u00ad\u200b\u2060\ufeff]+/g;
const UNFOLDED = /[^\S ]| {2}/;
const BEYOND_LATIN_1 = /[^\u0000-\u02ff]/;
