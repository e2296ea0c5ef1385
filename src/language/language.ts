export { type Language, loadLanguage } from './analyse.ts';
export type { Analysis, Name } from './analysis.ts';
export { BrokenModel } from './model-file.ts';
export { type Segments, segment } from './segment.ts';
export { RELATIONS, relationOf, TAGS, tagOf, UPOS, uposOf } from './tags.ts';
