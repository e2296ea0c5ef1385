import type { Analysis, Name } from './analysis.ts';
import { lemmaOf } from './lemma.ts';
import { loadClasses, loadNames, loadNet, MODELS } from './load.ts';
import { namesByRule } from './names-by-rule.ts';
import { type Segments, segment } from './segment.ts';
import { isForeign } from './sentence-language.ts';
import { RELATIONS, TAGS, tagOf, UPOS } from './tags.ts';
import { type Words, wordsOf } from './words.ts';

export type Language = {
  /**
   * Reads a text: tokens, sentences, tags, dependencies and names. Linear in its length. `names: false` leaves the names out;
   * with `states` the analysis also holds what the net's last layer knows of each word, for models that learn from it.
   */
  analyse(text: string, wanted?: Wanted): Analysis;
  /** Reads a text whose tokens and sentences are given. */
  analyseTokens(segments: Segments, wanted?: Wanted): Analysis;
  /** The names alone, without parsing. */
  names(text: string): readonly Name[];
};

/** What an analysis holds beside tags and trees. */
export type Wanted = { readonly states?: boolean; readonly names?: boolean };

/**
 * Loads the models (some 7 MB, well under half a second) and returns the reader, which keeps no memory of what it has read.
 * Throws BrokenModel, naming path, expected and found hash, when a file is missing, cut short or of another version.
 */
export function loadLanguage(folder = MODELS): Language {
  const classes = loadClasses(folder);
  const { net, uposOfPair, tagOfPair } = loadNet(folder);
  const { finder, gazetteer } = loadNames(folder);

  const read = (segments: Segments, withTrees: boolean, withStates: boolean): Draft => {
    const { text, tokenCount, tokenStart, tokenEnd, sentenceCount, sentenceFirstToken } = segments;
    const words = wordsOf(text, tokenStart, tokenEnd, tokenCount, classes);
    const draft: Draft = {
      words,
      pair: new Uint8Array(tokenCount),
      upos: new Uint8Array(tokenCount),
      tag: new Uint8Array(tokenCount),
      head: new Int32Array(withTrees ? tokenCount : 0),
      relation: new Uint8Array(withTrees ? tokenCount : 0),
      foreign: new Uint8Array(sentenceCount),
      ...(withStates ? { state: new Int16Array(tokenCount * net.width) } : {}),
    };
    const { pair, head, relation, state, foreign } = draft;
    for (let s = 0; s < sentenceCount; s++) {
      const first = sentenceFirstToken[s]!;
      const end = sentenceFirstToken[s + 1]!;
      if (isForeign(text, tokenStart[first]!, tokenEnd[end - 1]!, words, first, end)) foreign[s] = 1;
    }
    net.read(words, classes, sentenceFirstToken, sentenceCount, foreign, {
      pair,
      ...(withTrees ? { trees: { head, relation } } : {}),
      ...(state ? { state } : {}),
    });
    for (let i = 0; i < tokenCount; i++) {
      draft.upos[i] = uposOfPair[pair[i]!]!;
      draft.tag[i] = tagOfPair[pair[i]!]!;
    }
    for (let s = 0; s < sentenceCount; s++)
      if (foreign[s]) leaveUnread(draft, sentenceFirstToken[s]!, sentenceFirstToken[s + 1]!);
    return draft;
  };

  const namesOf = (segments: Segments, { words, pair, foreign }: Draft): Name[] => {
    const names = finder.find(segments, words, pair, foreign);
    for (let s = 0; s < segments.sentenceCount; s++)
      if (foreign[s])
        names.push(
          ...namesByRule(
            segments,
            words,
            gazetteer,
            segments.sentenceFirstToken[s]!,
            segments.sentenceFirstToken[s + 1]!,
          ),
        );
    return foreign.includes(1) ? names.sort((a, b) => a.start - b.start) : names;
  };

  const analyseTokens = (segments: Segments, { states = false, names: wantsNames = true }: Wanted = {}): Analysis => {
    const { text, tokenStart, tokenEnd } = segments;
    const draft = read(segments, true, states);
    const { upos, tag, head, relation, state } = draft;
    const names = wantsNames ? namesOf(segments, draft) : [];
    const lemma = (token: number) =>
      lemmaOf(text.slice(tokenStart[token], tokenEnd[token]), TAGS[tag[token]!]!, UPOS[upos[token]!]!, classes);
    return {
      ...segments,
      upos,
      tag,
      head,
      relation,
      names,
      lemma,
      ...(state ? { states: { width: net.width, of: state } } : {}),
    };
  };

  return {
    analyseTokens,
    analyse: (text, wanted) => analyseTokens(segment(text), wanted),
    names: (text) => {
      const segments = segment(text);
      return namesOf(segments, read(segments, false, false));
    },
  };
}

/** What is known before the names: arrays over the tokens, and which sentences are not English. */
type Draft = {
  readonly words: Words;
  readonly pair: Uint8Array;
  readonly upos: Uint8Array;
  readonly tag: Uint8Array;
  readonly head: Int32Array;
  readonly relation: Uint8Array;
  readonly foreign: Uint8Array;
  readonly state?: Int16Array;
};

const OTHER = UPOS.indexOf('X');
const FOREIGN_TAG = tagOf('FW');
const ROOT = RELATIONS.indexOf('root');
const DEP = RELATIONS.indexOf('dep');

/** A sentence in another language: every word hangs on the first. */
function leaveUnread(draft: Draft, first: number, end: number): void {
  draft.upos.fill(OTHER, first, end);
  draft.tag.fill(FOREIGN_TAG, first, end);
  if (draft.head.length === 0) return;
  draft.head.fill(first, first, end);
  draft.relation.fill(DEP, first, end);
  draft.head[first] = -1;
  draft.relation[first] = ROOT;
}

let shared: Language | undefined;

/** The language core with the models beside the sources, loaded when first asked for. */
export function sharedLanguage(): Language {
  shared ??= loadLanguage();
  return shared;
}

/** Persons, organisations, places, nationalities and other names of a text, in order. */
export const findNames = (text: string): readonly Name[] => sharedLanguage().names(text);
