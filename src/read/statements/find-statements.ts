import type { Passage } from '../passage.ts';
import type { Draft } from './draft.ts';
import { accordingToStatement, colonStatement, nounStatement } from './fixed-cues.ts';
import { verbStatement } from './verb-cues.ts';

/** All statements of a passage that the rules find, in the order of their cues. */
export function findStatements(passage: Passage): readonly Draft[] {
  const drafts: Draft[] = [];
  for (let i = 0; i < passage.count; i++) {
    const draft =
      accordingToStatement(passage, i, drafts) ??
      colonStatement(passage, i) ??
      verbStatement(passage, i, drafts) ??
      nounStatement(passage, i);
    if (draft && draft.content.length > 0) drafts.push(draft);
  }
  return drafts;
}
