import type { Draft, Step } from './draft.ts';
import { authors } from './facts/authors.ts';
import { corrections } from './facts/corrections.ts';
import { dateline } from './facts/dateline.ts';
import { language } from './facts/language.ts';
import { outlet } from './facts/outlet.ts';
import { rights } from './facts/rights.ts';
import { times } from './facts/times.ts';
import { title } from './facts/title.ts';
import { outletLinesStep } from './furniture/outlet-lines-step.ts';
import { siteRules } from './furniture/site-rules-step.ts';
import { wording } from './furniture/wording-step.ts';
import { doubled } from './main-text/doubled.ts';
import { fromJson } from './main-text/from-json.ts';
import { linkLists } from './main-text/link-lists.ts';
import { mainText } from './main-text/main-text.ts';
import { otherArticle } from './main-text/other-article.ts';
import { repeatedTitle } from './main-text/repeated-title.ts';
import { bylineLine } from './text/byline-line.ts';
import { creditLines } from './text/credit-lines.ts';
import { cut } from './text/cut.ts';
import { lineModel } from './text/line-model.ts';
import { titleLine } from './text/title-line.ts';

/** The steps in their order: facts of the page first, then what is article and what is furniture, then what the text itself says. */
export const PIPELINE: readonly Step[] = [
  outlet,
  rights,
  times,
  title,
  authors,
  mainText,
  linkLists,
  otherArticle,
  siteRules,
  doubled,
  fromJson,
  repeatedTitle,
  bylineLine,
  creditLines,
  wording,
  lineModel,
  titleLine,
  outletLinesStep,
  dateline,
  corrections,
  cut,
  language,
];

/** What one step did: for `--explain`. */
export type StepReport = {
  readonly step: string;
  readonly what: string;
  readonly removed: readonly { readonly text: string; readonly reason: string }[];
  /** Facts that this step found first. */
  readonly learned: Readonly<Record<string, unknown>>;
};

/** Runs the steps over a draft; `without` names those to leave out. Reports what each did only where that is asked for. */
export function runSteps(draft: Draft, without: readonly string[], explain: boolean): readonly StepReport[] {
  const reports: StepReport[] = [];
  for (const step of PIPELINE) {
    if (without.includes(step.name) || (step.for !== 'both' && step.for !== draft.kind)) continue;
    if (!explain) {
      step.run(draft);
      continue;
    }
    const known = { ...draft.facts };
    step.run(draft);
    const learned = Object.entries(draft.facts).filter(([fact]) => known[fact as keyof typeof known] === undefined);
    const removed = draft.blocks
      .filter((block) => block.removed?.step === step.name)
      .map((block) => ({ text: block.text, reason: block.removed!.reason }));
    reports.push({ step: step.name, what: step.what, removed, learned: Object.fromEntries(learned) });
  }
  return reports;
}
