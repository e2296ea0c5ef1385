import type { Analysis } from '../../../language/analysis.ts';
import { hashWord } from '../../../language/hash.ts';
import type { Passage } from '../../passage.ts';
import { type Cue, cueNoun, cueVerb } from '../cue-lexicon.ts';
import { type Draft, RULES } from '../draft.ts';
import { ADVERB, AUXILIARY, CLAUSE_OPENER, DETERMINER, NEGATION, PREPOSITION, PRONOUN, TIME } from '../word-classes.ts';

/** What the learned models see of a passage: numbers per word, made once. Words outside the passage are `NO_WORD`. */
export type View = {
  readonly passage: Passage;
  readonly word: Int32Array;
  readonly lemma: Int32Array;
  readonly suffix: Int32Array;
  readonly shape: Uint8Array;
  /** Closed word class, or guess by ending. */
  readonly sort: Uint8Array;
  readonly upos: Uint8Array;
  readonly tag: Uint8Array;
  readonly head: Int32Array;
  readonly relation: Uint8Array;
  /** Lexicon entry of a word: kind and frames in one number, 0 for none. */
  readonly lexicon: Int32Array;
  /** Place + 1 in `drafts` of the rule statement whose cue holds the word. */
  readonly ruleCue: Int32Array;
  readonly drafts: readonly Draft[];
  /** For each draft the number of its rule. */
  readonly rules: Int32Array;
  /** What the language core's net knows of each word. */
  readonly states: NonNullable<Analysis['states']>;
};

export const NO_WORD = 7;

/** Sees a passage through its parse and through what the rules found in it. */
export function viewOf(passage: Passage, analysis: Analysis, drafts: readonly Draft[]): View {
  const { count } = passage;
  const word = new Int32Array(count);
  const lemma = new Int32Array(count);
  const suffix = new Int32Array(count);
  const shape = new Uint8Array(count);
  const sort = new Uint8Array(count);
  const lexicon = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const lower = passage.lower[i]!;
    word[i] = hashWord(lower);
    const cue = cueVerb(lower);
    lemma[i] = cue ? hashWord(cue.lemma) : word[i]!;
    suffix[i] = hashWord(lower.slice(-3));
    shape[i] = shapeOf(passage.word[i]!);
    sort[i] = sortOf(lower);
    const noun = cueNoun(lower);
    lexicon[i] = cue ? lexiconHash(cue) : noun ? hashWord(noun) : 0;
  }
  const ruleCue = new Int32Array(count);
  const rules = new Int32Array(drafts.length);
  drafts.forEach((draft, at) => {
    rules[at] = 1 + RULES.indexOf(draft.rule);
    for (const [first, last] of draft.cue) for (let i = first; i <= last; i++) ruleCue[i] = at + 1;
  });
  return {
    passage,
    word,
    lemma,
    suffix,
    shape,
    sort,
    upos: analysis.upos,
    tag: analysis.tag,
    head: analysis.head,
    relation: analysis.relation,
    lexicon,
    ruleCue,
    drafts,
    rules,
    states: analysis.states ?? { width: 0, of: new Int16Array(0) },
  };
}

const lexiconHashes = new Map<Cue, number>();

/** A number for the kind, stance and frames of a cue, made once. */
function lexiconHash(cue: Cue): number {
  let known = lexiconHashes.get(cue);
  if (known === undefined) {
    known = hashWord(`${cue.kind} ${cue.stance} ${[...cue.frames].join()}`);
    lexiconHashes.set(cue, known);
  }
  return known;
}

function shapeOf(word: string): number {
  const first = word.charCodeAt(0);
  if (/^\p{Lu}{2,}$/u.test(word)) return 1;
  if (/^\p{Lu}/u.test(word)) return 2;
  if (first >= 48 && first <= 57) return 3;
  if (/^[\p{L}]/u.test(word)) return 4;
  if (/^["“”„«»]|^''$|^``$/.test(word)) return 5;
  if (word === ',') return 6;
  if (/^[.!?]$/.test(word)) return 7;
  if (word === ':') return 8;
  if (/^[—–-]+$/.test(word)) return 9;
  if (/^[()[\]]$/.test(word)) return 10;
  return 11;
}

function sortOf(lower: string): number {
  if (AUXILIARY.has(lower)) return 1;
  if (NEGATION.has(lower)) return 2;
  if (DETERMINER.has(lower)) return 3;
  if (PRONOUN.has(lower)) return 4;
  if (PREPOSITION.has(lower)) return 5;
  if (CLAUSE_OPENER.has(lower)) return 6;
  if (TIME.has(lower)) return 7;
  if (ADVERB.has(lower)) return 8;
  if (lower.endsWith('ing')) return 9;
  if (lower.endsWith('ed')) return 10;
  if (lower.endsWith('ly')) return 11;
  if (lower.endsWith('s')) return 12;
  return 13;
}

/** May a word be the head of a cue at all? Leaves out marks (but a colon) and closed classes that never are. */
export function mayBeCue(view: View, i: number): boolean {
  const shape = view.shape[i]!;
  if (shape === 8) return true;
  if (shape === 3 || shape >= 5) return false;
  const sort = view.sort[i]!;
  return sort !== 1 && sort !== 2 && sort !== 3 && sort !== 4;
}
