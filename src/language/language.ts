export { findNames, type Language, loadLanguage, sharedLanguage } from './analyse.ts';
export type { Analysis, Name } from './analysis.ts';
export { type ConlluSentence, type ConlluWord, fromConllu, NotConllu } from './conllu.ts';
export { givenSegments, toConllu } from './conllu-out.ts';
export { BrokenModel } from './model-file.ts';
export { type Segments, segment } from './segment.ts';
export { RELATIONS, relationOf, TAGS, tagOf, UPOS, uposOf } from './tags.ts';
