import { sentences } from './sentences.ts';
import { tokenise } from './tokenise.ts';

/**
 * A text cut into tokens and sentences. Token `i` is `text.slice(tokenStart[i], tokenEnd[i])` (UTF-16);
 * sentence `s` holds the tokens from `sentenceFirstToken[s]` up to `sentenceFirstToken[s + 1]`.
 */
export type Segments = {
  readonly text: string;
  readonly tokenCount: number;
  readonly tokenStart: Int32Array;
  readonly tokenEnd: Int32Array;
  readonly sentenceCount: number;
  /** One longer than the number of sentences: the last entry is `tokenCount`. */
  readonly sentenceFirstToken: Int32Array;
};

/** Cuts text into tokens and sentences by rules alone. Empty text gives none. Linear in the length of the text. */
export function segment(text: string): Segments {
  const tokens = tokenise(text);
  const sentenceFirstToken = tokens.count === 0 ? new Int32Array(1) : sentences(text, tokens);
  return {
    text,
    tokenCount: tokens.count,
    tokenStart: tokens.start,
    tokenEnd: tokens.end,
    sentenceCount: sentenceFirstToken.length - 1,
    sentenceFirstToken,
  };
}
