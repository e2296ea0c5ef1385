import type { ActorKind } from '../actor.ts';
import type { Correction } from '../corrections/correction.ts';

/** What readers put right: kept on the disk before it is answered, never dropped, undone on request. */
export type Corrections = {
  /** Keeps a correction (once, however often it is given) and marks the articles that it may hold in as due. */
  readonly keepCorrection: (correction: Correction) => Promise<void>;
  /** Takes a correction back and marks the articles that it held in as due; false where there is none that holds. */
  readonly undoCorrection: (id: string) => Promise<boolean>;
  readonly correction: (id: string) => Promise<Correction | undefined>;
  /** Articles whose corrections have changed since they were applied, the newest articles first. */
  readonly dueCorrections: (limit: number) => Promise<readonly string[]>;
  /** Makes an article's statements and actors anew from what the reader read and the corrections that hold. Answers with its storyline, to be grouped again. */
  readonly applyCorrections: (article: string) => Promise<string | null>;
  /** Actors of the archive under exactly this form, whoever is named in most articles first. */
  readonly actorsCalled: (form: string, demo: boolean) => Promise<readonly FoundActor[]>;
  /** An actor by its id, or whom it went into; undefined where nobody bears the id. */
  readonly actorNow: (id: string, demo: boolean) => Promise<FoundActor | undefined>;
};

/** An actor to choose from. */
export type FoundActor = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  readonly statements: number;
};
