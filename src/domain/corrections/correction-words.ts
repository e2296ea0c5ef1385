import type { Change } from './correction.ts';

/** Longest quote in a line about a correction, in code units. */
const MAX_QUOTE = 80;

/** A correction in one line for people, on screens and at the terminal. */
export function correctionInWords(change: Change): string {
  switch (change.kind) {
    case 'speaker':
      return `“${shortened(change.anchor.quote)}” was said by ${change.to?.name ?? 'nobody who is named'}`;
    case 'stance':
      return `“${shortened(change.anchor.quote)}”: the speaker ${change.to}, not ${change.was}`;
    case 'hide':
      return `“${shortened(change.anchor.quote)}” is no statement`;
    case 'merge':
      return `${change.actor.name} is ${change.into.name}`;
    case 'split':
      return `“${change.form}” is ${change.to.name}, not ${change.actor.name}${change.anchor ? ', at one place' : change.article ? ', in one article' : ''}`;
  }
}

const shortened = (words: string): string => {
  // The line has quotation marks of its own.
  const folded = words.replace(/\s+/g, ' ').replace(/^[\s"“]+|[\s"”]+$/gu, '');
  return folded.length > MAX_QUOTE ? `${folded.slice(0, MAX_QUOTE - 1).trimEnd()}…` : folded;
};
