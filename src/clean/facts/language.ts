import { detect, detectAll } from 'tinyld';
import { type Draft, kept, learn, type Step } from '../draft.ts';
import { FUNCTION_WORDS } from './function-words.ts';

/** Below this many characters a guess is worth less than the page's label. */
const ENOUGH = 80;

/** The likeliest language; the declared one where it is nearly as likely, so that Danish is not taken for Norwegian. */
function detected(text: string, declared: string | undefined): string | undefined {
  if (declared && isConfirmed(text, declared)) return declared;
  const ranked = detectAll(text);
  const first = ranked[0];
  const labelled = ranked.find(({ lang }) => lang === declared);
  return first && labelled && labelled.accuracy >= first.accuracy * NEARLY ? declared : first?.lang;
}

const NEARLY = 0.5;

/** Different function words of the declared language that confirm it; detection costs eight times as much. */
const CONFIRMING = 5;

function isConfirmed(text: string, language: string): boolean {
  const words = FUNCTION_WORDS[language];
  if (!words) return false;
  const found = new Set<string>();
  for (const word of text.toLowerCase().split(/[^\p{L}]+/u)) if (words.has(word)) found.add(word);
  return found.size >= CONFIRMING;
}

/** Characters that tell the language; more cost 7 ms a page and tell no more. */
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
    learn(draft, 'language', detect(text));
  },
};
