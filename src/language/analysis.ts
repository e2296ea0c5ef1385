import type { MentionType } from '../domain/actor.ts';
import type { Segments } from './segment.ts';

/** A name in the text, offsets in UTF-16 code units. */
export type Name = { readonly start: number; readonly end: number; readonly type: MentionType };

/**
 * Everything the language core knows of a text. Arrays run over its tokens.
 * Sentences that are not in English have names only: their words carry the tag X, no head and the relation `dep`.
 */
export type Analysis = Segments & {
  /** Places in UPOS. */
  readonly upos: Uint8Array;
  /** Places in TAGS. */
  readonly tag: Uint8Array;
  /** The dictionary form of a token, made when asked for. */
  lemma(token: number): string;
  /** The token this one depends on, as a place in the text's tokens; -1 for the head of a sentence. */
  readonly head: Int32Array;
  /** Places in RELATIONS. */
  readonly relation: Uint8Array;
  /** In the order of the text, none inside another. */
  readonly names: readonly Name[];
  /**
   * Where they were asked for: what the net knows of each word in its sentence, `width` whole numbers of 1/16384 a token, 0 in
   * sentences that are not in English. They mean nothing by themselves and change with every training.
   */
  readonly states?: { readonly width: number; readonly of: Int16Array };
};
