import type { KnownActor } from './knowledge.ts';

/** What an import puts down of one actor. `countryRef` and `roleRef` point at words that other rows of the source give. */
export type ActorToKeep = Omit<KnownActor, 'source' | 'roles'> & {
  readonly countryRef?: string;
  readonly roles?: readonly {
    readonly role?: string;
    readonly roleRef?: string;
    readonly from?: string;
    readonly to?: string;
  }[];
};

/** Part of a file, in its order, with the number of records of the file that are done when it is kept. */
export type KnowledgeBatch = {
  readonly actors: readonly ActorToKeep[];
  readonly words: readonly { readonly ref: string; readonly words: string }[];
  /** Records that are of no use here (places, films), and those that could not be read. */
  readonly passed: number;
  readonly broken: number;
  readonly position: number;
};

export type KnowledgeSource = {
  readonly name: string;
  readonly format: string;
  readonly file: string;
  /** Tells one edition of a file from another: its size and a hash of its beginning. */
  readonly print: string;
  readonly position: number;
  readonly actors: number;
  readonly passed: number;
  readonly broken: number;
  readonly startedMs: number;
  /** Null while an import is under way or was stopped. */
  readonly endedMs: number | null;
};

/**
 * Knowledge that readers import. Each batch is one commit with its place in the file, so that a stopped import goes on where
 * it stood and nothing is kept twice.
 */
export type ImportedKnowledge = {
  readonly sources: () => Promise<readonly KnowledgeSource[]>;
  /** Starts a source, or answers the one that is there under its name. */
  readonly start: (source: Pick<KnowledgeSource, 'name' | 'format' | 'file' | 'print'>) => Promise<KnowledgeSource>;
  readonly keep: (name: string, batch: KnowledgeBatch) => Promise<void>;
  readonly end: (name: string) => Promise<KnowledgeSource>;
  /** Takes a source out again with all it brought; false where there is none of that name. */
  readonly forget: (name: string) => Promise<boolean>;
};

/** What is imported, as reading looks it up: at once, for one article from one snapshot. */
export type ImportedNames = {
  /** Runs `work` on one snapshot; 0 where nothing is imported. No import shows in the midst of it. */
  readonly during: <T>(work: (snapshot: number) => T) => T;
  /** Actors under the very key of a form (`formKey`), in the order of their ids. */
  readonly named: (key: string) => readonly KnownActor[];
  readonly actor: (id: string) => KnownActor | undefined;
  readonly close: () => void;
};
