import { sharedLanguage } from '../../language/language.ts';
import type { Passage } from '../passage.ts';
import { draftsOf, LEAST_CUE, worthNesting } from './combine.ts';
import type { Draft, Words } from './draft.ts';
import { findStatements } from './find-statements.ts';
import { loadStatementModel, type StatementModel } from './learned/model.ts';
import { viewOf } from './learned/view.ts';

let loaded: StatementModel | undefined;

/**
 * The statements of a passage: the rules look first, the models see what the rules found and decide. Statements inside others
 * are kept where somebody else is quoted.
 */
export function statementsOf(passage: Passage, part: 'text' | 'title' = 'text'): readonly Draft[] {
  const ruled = findStatements(passage);
  loaded ??= loadStatementModel();
  const analysis = sharedLanguage().analyseTokens(passage.segments, { states: true, names: false });
  const view = viewOf(passage, analysis, ruled);
  const found = draftsOf(passage, loaded.find(view, LEAST_CUE), ruled);
  const drafts = part === 'title' ? [...found, ...headlineOnly(ruled, found)] : found;
  const outer = outermost(drafts);
  return drafts.filter((draft, at) => outer[at] || worthNesting(passage, draft));
}

/** "Kremlin: no talks": the models, trained on running text, miss what only headlines print. */
const headlineOnly = (ruled: readonly Draft[], found: readonly Draft[]): readonly Draft[] =>
  found.length > 0 ? [] : ruled.filter(({ rule }) => rule === 'colon');

/** Which drafts stand in no other's content. */
function outermost(drafts: readonly Draft[]): readonly boolean[] {
  const spans = drafts
    .flatMap(({ content }, at) => content.map(([first, last]) => ({ at, first, last })))
    .sort((a, b) => a.first - b.first);
  const byCue = drafts.map((_, at) => at).sort((a, b) => drafts[a]!.cue[0]![0] - drafts[b]!.cue[0]![0]);
  const result = drafts.map(() => true);
  let open: typeof spans = [];
  let next = 0;
  for (const at of byCue) {
    const cue: Words = drafts[at]!.cue[0]!;
    while (next < spans.length && spans[next]!.first <= cue[0]) open.push(spans[next++]!);
    open = open.filter(({ last }) => last >= cue[0]);
    if (open.some((span) => span.at !== at && span.last >= cue[1])) result[at] = false;
  }
  return result;
}
