const CLOSERS = new Set(Array.from('"”’»)]', (sign) => sign.charCodeAt(0)));
const STOPS = new Set(Array.from('.!?。！？…', (sign) => sign.charCodeAt(0)));

/** The last sign of a text before closing quotation marks and brackets; NaN where there is none. Looks from the end, not from the start. */
function lastSign(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && CLOSERS.has(text.charCodeAt(at))) at--;
  return text.charCodeAt(at);
}

/** How a text ends: 2 like a sentence, 1 with a colon, -1 with a comma or semicolon, 0 otherwise. */
export function endingOf(text: string): number {
  if (STOPS.has(lastSign(text))) return 2;
  const last = text.charCodeAt(text.length - 1);
  return last === 58 || last === 0xff1a ? 1 : last === 44 || last === 59 ? -1 : 0;
}

/** True where a text ends like a paragraph: with a sentence or, before a list or quotation, with a colon. */
export function endsParagraph(text: string): boolean {
  const sign = lastSign(text);
  return STOPS.has(sign) || sign === 58;
}
