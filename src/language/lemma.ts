import { IRREGULAR_ADJECTIVES, IRREGULAR_NOUNS, IRREGULAR_VERBS, LEMMA_OF_FUNCTION_WORD } from './english/irregular.ts';
import { hashWord } from './hash.ts';
import type { WordClasses } from './word-classes.ts';

/**
 * The dictionary form of an English word, from its fine tag: irregular forms from a list, the rest by taking endings off and
 * choosing, of the possible forms ("hoped": hop, hope), the one that is the commoner word.
 */
export function lemmaOf(word: string, tag: string, upos: string, classes: WordClasses): string {
  const lower = word.toLowerCase().replace(/[’`]/g, "'");
  if (tag === 'NNP' || tag === 'ADD' || tag === 'FW') return word;
  if (tag === 'NNPS') return word.length > 3 && /[^s]s$/.test(word) ? word.slice(0, -1) : word;
  if (upos === 'AUX' || upos === 'PRON' || upos === 'DET' || upos === 'PART')
    return (
      LEMMA_OF_FUNCTION_WORD.get(`${upos} ${lower}`) ??
      LEMMA_OF_FUNCTION_WORD.get(lower) ??
      regular(lower, tag, classes)
    );
  return regular(lower, tag, classes);
}

function regular(lower: string, tag: string, classes: WordClasses): string {
  if (tag === 'NNS') return IRREGULAR_NOUNS.get(lower) ?? commonest(singulars(lower), classes);
  if (tag === 'VBZ') return IRREGULAR_VERBS.get(lower) ?? commonest(singulars(lower), classes);
  if (tag === 'VBD' || tag === 'VBN')
    return IRREGULAR_VERBS.get(lower) ?? commonest(withoutEnding(lower, 'ed'), classes);
  if (tag === 'VBG') return IRREGULAR_VERBS.get(lower) ?? commonest(withoutEnding(lower, 'ing'), classes);
  if (tag === 'JJR' || tag === 'RBR')
    return IRREGULAR_ADJECTIVES.get(lower) ?? commonest(withoutEnding(lower, 'er'), classes);
  if (tag === 'JJS' || tag === 'RBS')
    return IRREGULAR_ADJECTIVES.get(lower) ?? commonest(withoutEnding(lower, 'est'), classes);
  return lower;
}

function singulars(word: string): readonly string[] {
  if (word.endsWith('ies') && word.length > 4) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (/(?:ss|sh|ch|x|z|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  if (word.endsWith('s') && !word.endsWith('ss') && word.length > 2) return [word.slice(0, -1)];
  return [word];
}

function withoutEnding(word: string, ending: string): readonly string[] {
  if (!word.endsWith(ending) || word.length <= ending.length + 1) return [word];
  const stem = word.slice(0, -ending.length);
  const forms = [stem, `${stem}e`];
  if (stem.endsWith('i') && ending !== 'ing') forms.push(`${stem.slice(0, -1)}y`);
  if (/([bdfgklmnprtvz])\1$/.test(stem)) forms.push(stem.slice(0, -1));
  if (stem.endsWith('ck')) forms.push(stem.slice(0, -1));
  return forms;
}

function commonest(forms: readonly string[], classes: WordClasses): string {
  let best = forms[0]!;
  let bestRank = Number.POSITIVE_INFINITY;
  for (const form of forms) {
    const rank = classes.rank(hashWord(form));
    if (rank >= 0 && rank < bestRank) {
      best = form;
      bestRank = rank;
    }
  }
  return best;
}
