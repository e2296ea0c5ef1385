import table from './word-classes.json' with { type: 'json' };

const of = (words: readonly string[]): ReadonlySet<string> => new Set(words);

export const AUXILIARY = of(table.auxiliary);
export const NEGATION = of(table.negation);
export const ADVERB = of(table.adverb);
export const DETERMINER = of(table.determiner);
export const PRONOUN = of(table.pronoun);
export const PREPOSITION = of(table.preposition);
export const NOUN_PREPOSITION = of(table.nounPreposition);
export const CLAUSE_OPENER = of(table.clauseOpener);
export const TIME = of(table.time);
