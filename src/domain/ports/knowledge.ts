import type { ActorKind, ActorRole } from '../actor.ts';

/** A known actor: facts only, each row with its source. */
export type KnownActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  readonly country?: string;
  /** Capitals and seats that stand for its government: "Moscow", "the Kremlin". They name it only where it acts or speaks. */
  readonly metonyms?: readonly string[];
  /** Adjectives and peoples: "Russian", "Britons". */
  readonly demonyms?: readonly string[];
  /** Of media: `agency`, `broadcaster`, `newspaper`, `magazine` or `site`. */
  readonly medium?: string;
  /** Of media: `state`, `state-linked`, `semi-official`, `public`, `private`, `cooperative` or `trust`. */
  readonly owner?: string;
  /** Offices with their terms, `from`/`to` as ISO dates of any precision. */
  readonly roles?: readonly ActorRole[];
  /** PLOVER sector (`MIL`, `LEG`, `SPY`…) where the kind alone does not tell it. */
  readonly sector?: string;
  /** Of bodies of many states: `IGO`, `NGO` or `EUR`, where events name a country. */
  readonly bloc?: 'IGO' | 'NGO' | 'EUR';
  readonly source: string;
};

/** What is known of actors across articles. Answers from a numbered snapshot. */
export type Knowledge = {
  readonly snapshot: number;
  /** Known actors under a form of words, likeliest first. */
  readonly named: (form: string) => readonly KnownActor[];
  /** Known actors whose name of several words sounds like the form: "Sergey Lavrov" for "Sergei Lavrov". Asked only where `named` knows none. */
  readonly sounding: (form: string) => readonly KnownActor[];
  readonly actor: (id: string) => KnownActor | undefined;
  /** Tokens of the longest known form that begins with a word in small letters, so that text is looked up no further; absent: any length. */
  readonly longest?: (lower: string) => number;
};

/** Asks the knowledge of the real or of the invented world, at once: all that is asked is answered from one snapshot. */
export type AskKnowledge = <T>(isDemo: boolean, ask: (knowledge: Knowledge) => T) => T;
