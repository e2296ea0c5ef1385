import type { ActorToKeep } from '../../domain/ports/imported-knowledge.ts';
import { ALSO_A_WORD, NOT_A_NAME } from '../who/not-names.ts';

/** What a record gives: an actor, words that other records point at, or neither (a place, a film). */
export type Found = {
  readonly actor?: ActorToKeep;
  readonly words?: readonly { readonly ref: string; readonly words: string }[];
};

/** A record of a known format that lacks what the format promises; the message ends a sentence. */
export class BrokenRecordError extends Error {
  override readonly name = 'BrokenRecordError';
}

const MOST_FORM_CHARS = 100;

/**
 * Forms by which an actor may be known in a text: no single plain words, no initials of one letter, of persons no surname or
 * first name alone (reading finds those by itself).
 */
export function usableForms(forms: readonly string[], kind: ActorToKeep['kind'], name: string): readonly string[] {
  const usable = forms
    .map((form) => form.replace(/\s+/g, ' ').trim())
    .filter((form) => form.length >= 2 && form.length <= MOST_FORM_CHARS && form !== name && /\p{L}/u.test(form))
    .filter((form) => form.includes(' ') || form.includes('-') || (kind !== 'person' && isAName(form)));
  return [...new Set(usable)];
}

const isAName = (word: string): boolean =>
  /^\p{Lu}/u.test(word) && !NOT_A_NAME.has(word.toLowerCase()) && !ALSO_A_WORD.has(word.toLowerCase());
