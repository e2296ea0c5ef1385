/**
 * The reader's free words as an FTS5 query: every word must stand there, a phrase in quotes as it is,
 * `word*` for a beginning, `-word` for what must not. Undefined where nothing is asked for.
 * All words are quoted, so that no sign of theirs is an operator.
 */
export function matchOf(words: string, column?: string): string | undefined {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (const [, minus, phrase, word] of words.matchAll(/(-?)(?:["“”„]([^"“”„]*)["“”„]|([^\s"“”„]+))/gu)) {
    const text = (phrase ?? word ?? '').replaceAll('"', ' ').trim();
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const isPrefix = phrase === undefined && text.endsWith('*') && text.length > 2;
    const term = `"${text.replace(/\*+$/, '')}"${isPrefix ? '*' : ''}`;
    (minus === '-' ? unwanted : wanted).push(term);
  }
  if (wanted.length === 0) return undefined;
  const all = wanted.join(' AND ');
  const query = unwanted.length === 0 ? all : `(${all}) NOT (${unwanted.join(' OR ')})`;
  return column === undefined ? query : `{${column}} : (${query})`;
}
