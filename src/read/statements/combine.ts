import type { Passage } from '../passage.ts';
import { pronounSort } from '../who/person-words.ts';
import { joinQuotations } from './contents.ts';
import { type Cue, cueNoun, cueVerb, phrasalCues } from './cue-lexicon.ts';
import { type Draft, type Learned, trimmed, type Words } from './draft.ts';

/** From this probability on a word is taken for the head of a cue: where PolNeAR's held-back articles gave the best FULL F1. */
export const LEAST_CUE = 0.4;

/** A cue that neither the models nor the rules give a speaker must be surer: of 142 such on held-back articles 25 were right. */
export const LEAST_NAMELESS = 0.95;

/**
 * Rules whose words are right at least as often as the models' on the same cues (740 articles to train on, 100 held back:
 * bare clauses 83 against 78 % of 155, quotations before the speaker 96 against 97 % of 242 but more of them exact).
 */
const TRUSTED_RULES: ReadonlySet<string> = new Set(['quote-before', 'that-clause', 'bare-clause']);

/**
 * The models' statements as drafts: of two that share words of their cue the surer stays; kind and stance come from the
 * rules or the lexicon; a quotation that a paragraph leaves open goes on in the next.
 */
export function draftsOf(passage: Passage, learned: readonly Learned[]): readonly Draft[] {
  const taken = new Set<number>();
  const kept: Learned[] = [];
  for (const statement of [...learned].sort((a, b) => b.cueP - a.cueP || a.head - b.head)) {
    if (statement.cueP < LEAST_CUE) break;
    if (statement.cueP < LEAST_NAMELESS && statement.source.length === 0 && !statement.draft?.source.length) continue;
    const words = wordsOf(statement.cue);
    if (words.some((word) => taken.has(word))) continue;
    for (const word of words) taken.add(word);
    kept.push(statement);
  }
  return kept
    .sort((a, b) => a.head - b.head)
    .map((statement) => draftOf(passage, statement))
    .filter((draft) => draft !== undefined);
}

const wordsOf = (spans: readonly Words[]): readonly number[] =>
  spans.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, k) => first + k));

function draftOf(passage: Passage, found: Learned): Draft | undefined {
  const { draft } = found;
  const trusted = draft && TRUSTED_RULES.has(draft.rule) && draft.content.length > 0;
  // A participle's speaker is the subject of its sentence, which the rules look up.
  const rulesKnow = trusted || draft?.rule === 'participle';
  const source =
    draft && draft.source.length > 0 && (rulesKnow || found.source.length === 0) ? draft.source : found.source;
  const statement = { ...found, source, content: trusted ? draft.content : found.content };
  const cue = lexiconCue(passage, statement);
  const content = statement.content.map((piece) => trimmed(passage, piece)).filter((piece) => piece !== undefined);
  if (content.length === 0) return undefined;
  const last = content.at(-1)!;
  const quotation = passage.quotation[last[1]]!;
  const open =
    quotation >= 0 && !passage.quotations[quotation]!.closed && passage.quotations[quotation]!.last <= last[1] + 1;
  return {
    source: statement.source,
    cue: statement.cue,
    content: open ? joinQuotations(passage, content, quotation) : content,
    lemma: cue.lemma,
    kind: cue.kind,
    stance: cue.stance,
    rule: statement.draft?.rule ?? 'learned',
    sure: found,
  };
}

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
