import { detect, detectAll } from 'tinyld';
import { type Draft, kept, learn, type Step } from '../draft.ts';
import { LANGUAGES_OF } from './function-words.ts';

/** Below this many characters a guess is worth less than the page's label. */
const ENOUGH = 80;

/** The likeliest language; the declared one where it is nearly as likely, so that Danish is not taken for Norwegian. */
function detected(text: string, declared: string | undefined): string | undefined {
  const settled = byFunctionWords(text, declared);
  if (settled) return settled;
  const ranked = detectAll(text);
  const first = ranked[0];
  const labelled = ranked.find(({ lang }) => lang === declared);
  return first && labelled && labelled.accuracy >= first.accuracy * NEARLY ? declared : first?.lang;
}

const NEARLY = 0.5;

/**
 * Different function words that settle a language, and those that confirm the page's own label, if no other language has
 * more than half as many; tinyld costs 1.5 ms a page.
 */
const SETTLING = 5;
const CONFIRMING = 3;

/** The language whose function words stand in a text, where there is no doubt. */
function byFunctionWords(text: string, declared: string | undefined): string | undefined {
  const counts = new Map<string, number>();
  for (const word of new Set(text.toLowerCase().match(/\p{L}+/gu)))
    for (const language of LANGUAGES_OF.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first) return undefined;
  const [language, count] = first;
  const isClear = count >= 2 * (second?.[1] ?? 0);
  return isClear && count >= (language === declared ? CONFIRMING : SETTLING) ? language : undefined;
}

/** Characters that tell the language; from 300 on tinyld's answers on 258 development pages hardly change. */
const WORDS_ENOUGH = 600;

/** The language of the words themselves; the page's own label decides only where the text is too short to tell. */
export const language: Step = {
  name: 'language',
  what: 'Detects the language of the article’s words (tinyld), the page’s label where there are too few.',
  for: 'both',
  run(draft: Draft): void {
    const text = kept(draft)
      .map((block) => block.text)
      .join('\n')
      .slice(0, WORDS_ENOUGH);
    const declared = /^[a-z]{2,3}(?=$|[-_])/i.exec(draft.evidence?.head.language?.trim() ?? '')?.[0]?.toLowerCase();
    learn(draft, 'language', text.length >= ENOUGH ? detected(text, declared) : declared);
    if (draft.facts.language === undefined) learn(draft, 'language', detect(text));
  },
};
