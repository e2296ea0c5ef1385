/**
 * Words that stand in nearly every paragraph of a language and in few of its neighbours. Source: general knowledge.
 * They confirm a page's own label; what they do not confirm is detected.
 */
const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en: 'the and that with was were this from which have been their would',
  de: 'und der die das nicht mit ist auch sich eine einen wurde werden',
  fr: 'les des une est pour dans qui que sur avec sont cette aux été',
  es: 'los las una por con para como pero está este del más fue sobre',
  it: 'che della per una sono con gli nel alla dei anche questo più',
  nl: 'het een van voor niet zijn met ook naar werd deze wordt',
  pt: 'não uma para com dos mais foi pelo são pela também como',
  pl: 'się nie jest oraz przez jak był które tego także został',
  cs: 'se že jsou není byl jako které jeho také podle který bude',
  sv: 'och att det som för inte med har till den från också',
};

/** The languages that have a word among theirs, by the word in lower case. */
export const LANGUAGES_OF: ReadonlyMap<string, readonly string[]> = languagesOf();

function languagesOf(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [language, words] of Object.entries(FUNCTION_WORDS))
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), language]);
  return found;
}
