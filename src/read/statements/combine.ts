import type { Passage } from '../passage.ts';
import { pronounSort } from '../who/person-words.ts';
import { joinQuotations, restOfClause, saysBesides } from './contents.ts';
import { type Cue, cueNoun, cueVerb, phrasalCues } from './cue-lexicon.ts';
import { type Draft, type Learned, trimmed, type Words } from './draft.ts';

// The three bounds were chosen on the 80 articles of PolNeAR's training part that the nets did not learn from.
/** From this probability on a word is looked at as the head of a cue. */
export const LEAST_CUE = 0.3;
/** A cue that neither the models nor the rules give a speaker must be surer: most such are nobody's words. */
const LEAST_NAMELESS = 0.7;
/** What is likelier wrong than right is left out, with a margin for other news: this costs recall and brings more of precision. */
const LEAST_RIGHT = 0.45;

/**
 * The models' statements as drafts: of two that share words of their cue the surer stays; kind and stance come from the
 * rules or the lexicon; a quotation goes on in the paragraphs behind it that are nothing but quotations. Where a participle reports
 * anew what the models had taken for the same words, the statement that the rules see there (`ruled`) is kept too.
 */
export function draftsOf(
  passage: Passage,
  learned: readonly Learned[],
  ruled: readonly Draft[] = [],
): readonly Draft[] {
  const taken = new Set<number>();
  const kept: Learned[] = [];
  for (const statement of [...learned].sort((a, b) => b.cueP - a.cueP || a.head - b.head)) {
    if (statement.cueP < LEAST_CUE) break;
    if (statement.right < LEAST_RIGHT) continue;
    if (statement.cueP < LEAST_NAMELESS && statement.source.length === 0 && !statement.draft?.source.length) continue;
    const words = wordsOf(statement.cue);
    if (words.some((word) => taken.has(word))) continue;
    for (const word of words) taken.add(word);
    kept.push(statement);
  }
  kept.sort((a, b) => a.head - b.head);
  const drafts: Draft[] = [];
  for (const statement of kept) {
    const { cut, next } = untilNextReport(passage, statement);
    const draft = draftOf(passage, cut);
    if (draft) drafts.push(draft);
    const reported =
      next < 0 || taken.has(next)
        ? undefined
        : ruled.find(({ rule, cue: [words] }) => rule === 'participle' && words![0] <= next && words![1] >= next);
    if (reported) drafts.push(reported);
  }
  return drafts;
}

/** "rejected the charges stating that …": what the participle reports is a statement of its own. `next` is the participle, or -1. */
function untilNextReport(passage: Passage, statement: Learned): { readonly cut: Learned; readonly next: number } {
  if (statement.draft?.rule !== 'participle')
    for (const [piece, [first, last]] of statement.content.entries())
      for (let at = first + 1; at <= last; at++) {
        if (at <= statement.head || passage.quotation[at]! >= 0 || !saysBesides(passage, at)) continue;
        const cut = trimmed(passage, [first, at - 1]);
        const content = [...statement.content.slice(0, piece), ...(cut ? [cut] : [])];
        if (content.length > 0) return { cut: { ...statement, content }, next: at };
      }
  return { cut: statement, next: -1 };
}

const wordsOf = (spans: readonly Words[]): readonly number[] =>
  spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, k) => first + k));

function draftOf(passage: Passage, found: Learned): Draft | undefined {
  const { draft } = found;
  // A participle's speaker is the subject of its sentence, which the rules look up.
  const rulesKnow = draft?.rule === 'participle';
  const source =
    draft && draft.source.length > 0 && (rulesKnow || found.source.length === 0) ? draft.source : found.source;
  // "said the truce between both is worrying": a clause without a verb was cut in its middle.
  const [piece] = found.content;
  const isCut =
    draft?.rule === 'bare-clause' && !found.hasVerb && piece![1] - piece![0] > 3 && piece![0] === draft.content[0]?.[0];
  const statement = {
    ...found,
    source,
    content: isCut ? draft.content : wholePair(passage, upToVerdict(passage, behindColon(passage, found.content))),
  };
  const cue = lexiconCue(passage, statement);
  const pieces = statement.content.map((piece) => trimmed(passage, piece)).filter((piece) => piece !== undefined);
  // "talks which the US says are over": the pronoun stands for what is talked about, the words begin behind the cue.
  const content = pieces.length > 1 && isRelative(passage, pieces[0]!) ? pieces.slice(1) : pieces;
  if (content.length === 0) return undefined;
  const last = content.at(-1)!;
  const quotation = passage.quotation[last[1]]!;
  const whole = quotation >= 0 && passage.quotations[quotation]!.last <= last[1] + 1;
  return {
    source: statement.source,
    cue: statement.cue,
    content: whole ? joinQuotations(passage, content, quotation) : content,
    lemma: cue.lemma,
    kind: cue.kind,
    stance: cue.stance,
    rule: statement.draft?.rule ?? 'learned',
    sure: found,
  };
}

/** "“They know.” He added: “No more.”": behind a colon the words begin anew; what was quoted whole before is none of it. */
function behindColon(passage: Passage, content: readonly Words[]): readonly Words[] {
  const opens = content.findIndex(([first]) => passage.word[first - 1] === ':' && passage.quotation[first]! >= 0);
  if (opens <= 0) return content;
  return content.filter(
    ([, last], at) => at >= opens || passage.quotation[last]! < 0 || !/^[.!?]$/.test(passage.word[last - 1] ?? ''),
  );
}

/** "…, a charge rejected by the ministry": what the article says of the words, in apposition behind them, is none of them. */
function upToVerdict(passage: Passage, content: readonly Words[]): readonly Words[] {
  const [first, last] = content.at(-1)!;
  for (let i = first + 2; i + 3 <= last; i++) {
    if (passage.word[i] !== ',' || passage.quotation[i]! >= 0 || !/^an?$/.test(passage.lower[i + 1]!)) continue;
    const noun = [i + 2, i + 3].find((at) => cueNoun(passage.lower[at]!) !== undefined);
    if (noun === undefined) continue;
    for (let at = noun + 1; at <= Math.min(last, noun + 4) && passage.word[at] !== ','; at++)
      if (cueVerb(passage.lower[at]!)) return [...content.slice(0, -1), [first, i - 1]];
  }
  return content;
}

/** "not only …, but also …": the second half belongs to the first. */
function wholePair(passage: Passage, content: readonly Words[]): readonly Words[] {
  const [first, last] = content.at(-1)!;
  const next = passage.word[last + 1] === ',' ? last + 2 : last + 1;
  if (passage.lower[next] !== 'but') return content;
  let opens = first;
  while (opens < last && !(passage.lower[opens] === 'not' && passage.lower[opens + 1] === 'only')) opens++;
  const rest = opens < last ? restOfClause(passage, next) : [];
  return rest.length === 1 ? [...content.slice(0, -1), [first, rest[0]![1]]] : content;
}

const isRelative = (passage: Passage, [first, last]: Words) =>
  first === last && /^(?:which|who|whom|that)$/.test(passage.lower[first]!);

/** Kind and stance of a cue: from the rule that found it too, else from the lexicon, else plain speech. */
function lexiconCue(passage: Passage, { draft, head }: Learned): Pick<Cue, 'lemma' | 'kind' | 'stance'> {
  if (draft) return draft;
  const lower = passage.lower[head]!;
  const phrase = phrasalCues(lower).find(
    ({ rest }) => rest.length > 0 && rest.every((word, k) => passage.lower[head + 1 + k] === word),
  );
  const known = phrase ?? cueVerb(lower);
  if (known) return known;
  const noun = cueNoun(lower);
  if (noun === 'belief') return { lemma: lower, kind: 'belief', stance: 'asserts' };
  return {
    lemma: lower,
    kind: 'speech',
    stance: noun === 'denies' || noun === 'confirms' || noun === 'demands' || noun === 'questions' ? noun : 'asserts',
  };
}

/** A statement inside another is worth its own line only when somebody else is quoted: no "I think" within a quotation. */
export function worthNesting(passage: Passage, draft: Draft): boolean {
  if (draft.kind !== 'speech') return false;
  const source = draft.source[0];
  if (!source) return false;
  const sort = source[0] === source[1] ? pronounSort(passage.lower[source[0]]!) : undefined;
  return sort !== 's' && passage.lower[source[0]] !== 'you';
}
