import type { Analysis, Name } from './analysis.ts';
import { lemmaOf } from './lemma.ts';
import { loadClasses, loadNames, loadParser, loadTagger, MODELS } from './load.ts';
import { namesByRule } from './names-by-rule.ts';
import { type Segments, segment } from './segment.ts';
import { isForeign } from './sentence-language.ts';
import { RELATIONS, TAGS, tagOf, UPOS } from './tags.ts';
import { type Words, wordsOf } from './words.ts';

export type Language = {
  /** Reads a text: tokens, sentences, tags, dependencies and names. Linear in its length. */
  analyse(text: string): Analysis;
  /** Reads a text whose tokens and sentences are given. */
  analyseTokens(segments: Segments): Analysis;
  /** The names alone, without parsing. */
  names(text: string): readonly Name[];
};

/**
 * Loads the models (some 10 MB, well under half a second) and returns the reader, which keeps no memory of what it has read.
 * Throws BrokenModel, naming path, expected and found hash, when a file is missing, cut short or of another version.
 */
export function loadLanguage(folder = MODELS): Language {
  const classes = loadClasses(folder);
  const { tagger, uposOfClass, tagOfClass } = loadTagger(folder);
  const parser = loadParser(folder);
  const { finder, gazetteer } = loadNames(folder);

  const read = (segments: Segments, withParse: boolean): Draft => {
    const { text, tokenCount, tokenStart, tokenEnd, sentenceCount, sentenceFirstToken } = segments;
    const words = wordsOf(text, tokenStart, tokenEnd, tokenCount, classes);
    const draft: Draft = {
      words,
      pair: new Uint8Array(tokenCount),
      upos: new Uint8Array(tokenCount),
      tag: new Uint8Array(tokenCount),
      head: new Int32Array(tokenCount),
      relation: new Uint8Array(tokenCount),
      foreign: new Uint8Array(sentenceCount),
    };
    for (let s = 0; s < sentenceCount; s++) {
      const first = sentenceFirstToken[s]!;
      const end = sentenceFirstToken[s + 1]!;
      if (isForeign(text, tokenStart[first]!, tokenEnd[end - 1]!, words, first, end)) {
        draft.foreign[s] = 1;
        leaveUnread(draft, first, end);
        continue;
      }
      tagger.tag(words, first, end, draft.pair);
      for (let i = first; i < end; i++) {
        draft.upos[i] = uposOfClass[draft.pair[i]!]!;
        draft.tag[i] = tagOfClass[draft.pair[i]!]!;
      }
      if (withParse) parser.parse(words, draft.pair, draft.upos, first, end, draft.head, draft.relation);
    }
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

  const analyseTokens = (segments: Segments): Analysis => {
    const { text, tokenStart, tokenEnd } = segments;
    const draft = read(segments, true);
    const { upos, tag, head, relation } = draft;
    const names = namesOf(segments, draft);
    const lemma = (token: number) =>
      lemmaOf(text.slice(tokenStart[token], tokenEnd[token]), TAGS[tag[token]!]!, UPOS[upos[token]!]!, classes);
    return { ...segments, upos, tag, head, relation, names, lemma };
  };

  return {
    analyseTokens,
    analyse: (text) => analyseTokens(segment(text)),
    names: (text) => {
      const segments = segment(text);
      return namesOf(segments, read(segments, false));
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
};

const OTHER = UPOS.indexOf('X');
const FOREIGN_TAG = tagOf('FW');
const ROOT = RELATIONS.indexOf('root');
const DEP = RELATIONS.indexOf('dep');

/** A sentence in another language: every word hangs on the first. */
function leaveUnread(draft: Draft, first: number, end: number): void {
  draft.upos.fill(OTHER, first, end);
  draft.tag.fill(FOREIGN_TAG, first, end);
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
