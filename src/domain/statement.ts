import type { Span } from './span.ts';

export type Mode = 'direct' | 'indirect' | 'mixed';
export type Stance = 'asserts' | 'denies' | 'confirms' | 'questions' | 'demands' | 'declines';
export type StatementKind = 'speech' | 'belief' | 'intention';

/** Which of a statement's facts a reader put right. */
export type CorrectedPart = 'speaker' | 'stance';

/** Who is meant: an actor of this reading. `name` is the fullest name known; `candidates` are given where two fit. */
export type ActorRef = {
  readonly actor: string;
  readonly name: string;
  readonly role?: string;
  readonly candidates?: readonly { readonly actor: string; readonly name: string; readonly p: number }[];
};

/** One step between the speaker and the article, nearest to the article first. */
export type Via = { readonly name: string; readonly kind: 'outlet' | 'agency' | 'person' | 'document' };

/** Somebody's words as an article reports them. Spans point into the revision; `confidence` is the probability that speaker and words are right. */
export type Statement = {
  readonly id: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly kind: StatementKind;
  readonly mode: Mode;
  readonly stance: Stance;
  readonly hedges: readonly string[];
  readonly speaker: ActorRef | null;
  readonly jointly: readonly ActorRef[];
  /** Addressees as named. */
  readonly to: readonly string[];
  readonly venue?: string;
  readonly via: readonly Via[];
  /** ISO 8601 / TIMEX3 value, to the known precision. */
  readonly saidOn: string | null;
  /** Id of the statement that this one stands inside. */
  readonly parent: string | null;
  readonly confidence: number;
  /** Why confidence is below certainty, one short phrase each, for readers. */
  readonly doubts?: readonly string[];
  /** What a reader has put right of it. */
  readonly corrected?: readonly CorrectedPart[];
};
