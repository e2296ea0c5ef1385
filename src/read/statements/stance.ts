import type { Mode, Stance } from '../../domain/statement.ts';
import type { Passage } from '../passage.ts';
import type { Draft, Words } from './draft.ts';
import table from './stance-words.json' with { type: 'json' };
import { AUXILIARY, CLAUSE_OPENER, NEGATION } from './word-classes.ts';

const DECLINES = new Set(table.declines);
const WEAK_SOURCES = new Set(table.weakSources);
const NOT = new Set(['not', "n't", 'never', 'cannot']);

/**
 * How the speaker stands to what was said. The reporting word decides; a negated report of an assertion is silence
 * ("did not say") or denial ("has not confirmed"); an assertion whose own main verb is negated is a denial of what it negates.
 */
export function stanceOf(passage: Passage, draft: Draft): Stance {
  const [first, last] = draft.cue[0]!;
  const cueNegated = passage.lower.slice(first, last + 1).some((word) => NEGATION.has(word) && word !== 'no');
  if (cueNegated && draft.kind === 'speech') {
    if (draft.stance === 'denies') return 'confirms';
    return DECLINES.has(draft.lemma) || draft.stance === 'asserts' ? 'declines' : 'denies';
  }
  if (draft.lemma === 'decline' || draft.lemma === 'refuse') {
    const opens = draft.content[0];
    const verb = opens ? passage.lower[opens[0] + 1] : undefined;
    const spoken = verb !== undefined && passage.lower[opens![0]] === 'to' && DECLINES.has(verb);
    return draft.lemma === 'decline' || spoken ? 'declines' : 'denies';
  }
  if (draft.lemma === 'ask' && passage.lower[draft.content[0]?.[0] ?? -1] === 'to') return 'demands';
  if (draft.lemma === 'ask' && /^(?:for)$/.test(passage.lower[draft.content[0]?.[0] ?? -1] ?? '')) return 'demands';
  if (
    draft.stance === 'asserts' &&
    draft.kind === 'speech' &&
    draft.content[0] &&
    deniesInItself(passage, draft.content[0])
  )
    return 'denies';
  return draft.stance;
}

/** Whether the first clause of the words says that something is not so: its auxiliary is negated, or it opens with "no". */
function deniesInItself(passage: Passage, [first, last]: Words): boolean {
  let i = first;
  while (i <= last && /^(?:["“”'‘]|''|``|that)$/.test(passage.lower[i]!)) i++;
  if (passage.lower[i] === 'no' && !/^(?:one|matter|doubt|longer|less|fewer|more)$/.test(passage.lower[i + 1] ?? ''))
    return true;
  const relativeAt = i;
  for (; i <= last && i < relativeAt + 30; i++) {
    const lower = passage.lower[i]!;
    if (
      /^[,;:.!?—–]$/.test(lower) ||
      (i > relativeAt && (CLAUSE_OPENER.has(lower) || lower === 'and') && lower !== 'as')
    )
      return false;
    if (!NOT.has(lower)) continue;
    if (/^(?:only|just|merely|simply|even|necessarily)$/.test(passage.lower[i + 1] ?? '')) return false;
    return AUXILIARY.has(passage.lower[i - 1] ?? '') || lower === 'never' || lower === 'cannot';
  }
  return false;
}

/** Words that weaken the statement: in its content, in its cue, or a source that is nobody. */
export function hedgesOf(passage: Passage, draft: Draft): readonly string[] {
  const found = new Set<string>();
  const source = draft.source[0];
  if (source && source[0] === source[1] && WEAK_SOURCES.has(passage.lower[source[0]]!))
    found.add(textOf(passage, [source[0], draft.cue[0]![1]]));
  for (const [first, last] of [...draft.cue, ...draft.content.slice(0, 1)])
    for (let i = first; i <= last; i++) {
      if (passage.quotation[i] !== -1 && passage.quotation[first] === -1) continue;
      for (const hedge of HEDGES.get(passage.lower[i]!) ?? [])
        if (hedge.every((word, k) => passage.lower[i + k] === word) && i + hedge.length - 1 <= last)
          found.add(hedge.join(' '));
    }
  return [...found];
}

const HEDGES = new Map<string, (readonly string[])[]>();
for (const hedge of table.hedges) {
  const words = hedge.split(' ');
  HEDGES.set(words[0]!, [...(HEDGES.get(words[0]!) ?? []), words]);
}

const textOf = (passage: Passage, [first, last]: Words) =>
  passage.text.slice(passage.start[first]!, passage.end[last]!).replace(/\s+/g, ' ');

/** direct: every word stands in quotation marks; indirect: none; mixed: some. */
export function modeOf(passage: Passage, content: readonly Words[]): Mode {
  let inside = 0;
  let all = 0;
  for (const [first, last] of content)
    for (let i = first; i <= last; i++) {
      if (!/[\p{L}\p{N}]/u.test(passage.word[i]!)) continue;
      all++;
      if (passage.quotation[i]! >= 0) inside++;
    }
  return inside === 0 ? 'indirect' : inside === all ? 'direct' : 'mixed';
}
