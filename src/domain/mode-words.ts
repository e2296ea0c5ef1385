import type { Mode, StatementKind } from './statement.ts';

/** How words are given, as a newsroom calls it: on screens and at the terminal. */
export const MODE_WORDS: Readonly<Record<Mode, string>> = {
  direct: 'direct quote',
  indirect: 'paraphrase',
  mixed: 'part quote',
};

/** What is no speech is only said to be in somebody's mind. */
export const KIND_WORDS: Readonly<Record<StatementKind, string>> = {
  speech: '',
  belief: 'said to be thought, not spoken',
  intention: 'said to be intended, not spoken',
};
