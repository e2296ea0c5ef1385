import type { Article } from '../article.ts';
import type { Reading } from '../reading.ts';
import type { ReadingChanges } from '../reading-changes.ts';

/** Reading an archive again, article by article, so that it can be broken off at any moment and taken up again. */
export type Rereading = {
  /** Begins a re-reading, or goes on with the one of the same scope, reader and knowledge that was broken off. */
  readonly beginRereading: (wanted: WantedRereading) => Promise<RereadingRun>;
  /** The next article of the run; undefined at its end. */
  readonly nextToReread: (run: string) => Promise<RevisionToRead | undefined>;
  /**
   * Keeps a reading, counts it in the run's report, and has the article's place looked at again where something changed: one commit.
   * Without a reading (it was stopped) the earlier one stays.
   */
  readonly keepRereading: (
    run: string,
    revision: string,
    reading: Reading | undefined,
  ) => Promise<KeptReading | undefined>;
  /** Ends the run; the same wanted again is then a new one. */
  readonly endRereading: (run: string) => Promise<RereadingRun>;
};

/** `outdated`: what was read by another reader or with other knowledge. */
export type RereadingScope = 'all' | 'outdated' | { readonly articles: readonly string[] };

export type WantedRereading = {
  readonly scope: RereadingScope;
  readonly reader: string;
  readonly knowledge: number;
};

export type RereadingRun = {
  readonly id: string;
  readonly startedAtMs: number;
  readonly reader: string;
  readonly knowledge: number;
  /** It was begun before and broken off. */
  readonly isResumed: boolean;
  /** Articles that it has to read in all. */
  readonly total: number;
  readonly report: RereadingReport;
};

/** What a re-reading changed, in counts over all its articles. */
export type RereadingReport = {
  readonly articles: number;
  /** Articles whose reading was stopped, so that the earlier one stays. */
  readonly stopped: number;
  /** Articles in which anything changed. */
  readonly changed: number;
  /** Those of them whose statements stayed as they were: names, dates, places, figures or events changed. */
  readonly besides: number;
  readonly statements: {
    readonly kept: number;
    readonly reworded: number;
    readonly added: number;
    readonly withdrawn: number;
  };
  readonly speakers: number;
  readonly stances: number;
  readonly corrections: { readonly placed: number; readonly needLook: number };
};

/** What keeping a reading did. */
export type KeptReading = {
  /** Against the reading that the revision had before; null for its first. */
  readonly changes: ReadingChanges | null;
  /** Anything differs from the reading before: statements, or names, dates, places, figures or events. */
  readonly differs: boolean;
  /** Corrections bound to the article: how many found their place, and how many did not. */
  readonly corrections: { readonly placed: number; readonly needLook: number };
};

export type RevisionToRead = {
  readonly id: string;
  readonly articleId: string;
  readonly cleaned: Article;
  readonly fetchedAtMs: number;
  readonly demo: boolean;
};
