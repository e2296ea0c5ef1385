import type { Analysis } from './analysis.ts';
import { lemmaOf } from './lemma.ts';
import { loadClasses, loadParser, loadTagger, MODELS } from './load.ts';
import { type Segments, segment } from './segment.ts';
import { TAGS } from './tags.ts';
import { wordsOf } from './words.ts';

export type Language = {
  /** Reads a text: tokens, sentences, tags, dependencies and names. Linear in its length. */
  analyse(text: string): Analysis;
  /** Reads a text whose tokens and sentences are given. */
  analyseTokens(segments: Segments): Analysis;
};

/**
 * Loads the models (some 10 MB, well under half a second) and returns the reader. Throws BrokenModel, naming path, expected and
 * found hash, when a file is missing, cut short or of another version.
 */
export function loadLanguage(folder = MODELS): Language {
  const classes = loadClasses(folder);
  const { tagger, uposOfClass, tagOfClass } = loadTagger(folder);
  const parser = loadParser(folder);

  const analyseTokens = (segments: Segments): Analysis => {
    const { text, tokenCount, tokenStart, tokenEnd, sentenceCount, sentenceFirstToken } = segments;
    const words = wordsOf(text, tokenStart, tokenEnd, tokenCount, classes);
    const pair = new Uint8Array(tokenCount);
    const upos = new Uint8Array(tokenCount);
    const tag = new Uint8Array(tokenCount);
    const head = new Int32Array(tokenCount);
    const relation = new Uint8Array(tokenCount);
    for (let s = 0; s < sentenceCount; s++) {
      const first = sentenceFirstToken[s]!;
      const end = sentenceFirstToken[s + 1]!;
      tagger.tag(words, first, end, pair);
      for (let i = first; i < end; i++) {
        upos[i] = uposOfClass[pair[i]!]!;
        tag[i] = tagOfClass[pair[i]!]!;
      }
      parser.parse(words, pair, upos, first, end, head, relation);
    }
    return {
      ...segments,
      upos,
      tag,
      head,
      relation,
      names: [],
      lemma: (token) => lemmaOf(text.slice(tokenStart[token], tokenEnd[token]), TAGS[tag[token]!]!, classes),
    };
  };
  return { analyseTokens, analyse: (text) => analyseTokens(segment(text)) };
}
