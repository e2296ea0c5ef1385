import type { Article } from '../article.ts';
import type { Capture } from '../capture.ts';
import type { Notice, Tombstone } from '../notice.ts';
import type { ReadArticle } from '../read-article.ts';
import type { Reading } from '../reading.ts';
import type { Claim, Copy, Dispute, FigureSeries, Lineage, StoryLink } from '../story.ts';
import type { Corrections } from './corrections.ts';
import type { Neighbours } from './neighbours.ts';
import type { OutletLineCounts } from './outlet-lines.ts';
import type { Pages } from './pages.ts';
import type { Step } from './queue.ts';
import type { KeptReading, Rereading, RevisionToRead } from './rereading.ts';

export type { KeptReading, RevisionToRead } from './rereading.ts';

/**
 * Keeps everything. One implementation for each store; every one passes the same specification.
 * All methods may be called again with the same input and then change nothing.
 */
export type Archive = Intake &
  Corrections &
  Rereading &
  Relating &
  Rights &
  Readers & {
    readonly pages: Pages;
    /** Number of rows and bytes, for people. */
    readonly size: () => Promise<ArchiveSize>;
    readonly close: () => Promise<void>;
  };

/** The way of one article into the archive. */
export type Intake = {
  /** Keeps bytes, compressed. `refused` where a tombstone lies on the address or the bytes. */
  readonly keepCapture: (capture: Capture, options?: { readonly demo?: boolean }) => Promise<KeptCapture>;
  readonly capture: (id: string) => Promise<(Capture & { readonly demo: boolean }) | undefined>;
  /** What became of a capture; undefined where there is none (or no longer). */
  readonly outcome: (capture: string) => Promise<CaptureOutcome | undefined>;
  /**
   * Keeps a cleaned article. Identity is `address` (normalised) or, where there is none, the hash of the text.
   * A revision comes about only when the cleaned article differs. Refused where a tombstone lies on address or text.
   */
  readonly keepArticle: (cleaned: CleanedArticle) => Promise<KeptArticle>;
  /** A capture that holds no article: kept with the reason in words, so that it can be shown. */
  readonly keepFailure: (capture: string, error: string, message: string) => Promise<void>;
  /** Takes a failure back, so that the capture waits again: for a failure of the program, not of the page. */
  readonly forgetFailure: (capture: string) => Promise<void>;
  /** The newest revision of an article, as the reader wants it. */
  readonly revision: (id: string) => Promise<RevisionToRead | undefined>;
  /** `knowledge`: number of the snapshot that it was read with. Undefined where there is no such revision (or no longer). */
  readonly keepReading: (revision: string, reading: Reading, knowledge?: number) => Promise<KeptReading | undefined>;
  /** What repeats in the outlet's newest articles; says nothing (`of: 0`) while there are too few to tell. */
  readonly outletLines: (domain: string) => Promise<OutletLineCounts>;
  /** Steps that were begun and not ended, whether or not a task for them is left: what a start after a crash pushes again. */
  readonly unfinished: () => Promise<readonly { readonly step: Step; readonly ref: string }[]>;
};

/** Code of a failure that was the program's and not the page's: tried again at the next start, or when the page comes again. */
export const PROGRAM_FAILED = 'program-failed';

export type CaptureOutcome =
  | { readonly state: 'waiting' }
  /** `placed` once the article stands in a story. */
  | { readonly state: 'article'; readonly article: string; readonly placed: boolean }
  | { readonly state: 'failed'; readonly error: string; readonly message: string };

export type KeptCapture = { readonly id: string; readonly outcome: 'new' | 'known' | 'refused' };

export type CleanedArticle = {
  readonly capture: string;
  /** Normalised address, null where the article has none. */
  readonly address: string | null;
  readonly article: Article;
  /** Version of the cleaner. */
  readonly cleaner: string;
  /** What lists and feeds show of the text: the excerpt policy has been applied to it. */
  readonly excerpt: string;
  /** Number of the outlet-lines snapshot that it was cleaned with, 0 for none. */
  readonly outletLines?: number;
  readonly demo: boolean;
};

export type KeptArticle = {
  readonly article: string;
  readonly revision: string;
  readonly outcome: 'new' | 'revised' | 'same' | 'refused';
};

/** What holds across articles. */
export type Relating = {
  readonly readArticle: (article: string) => Promise<ReadArticle | undefined>;
  /** Articles that may belong with another, with the story and storyline they stand in. Demo and real articles never meet. */
  readonly neighbours: () => Promise<Neighbours>;
  /** Places an article: its copies, lineage, story and storyline. Replaces what an earlier placement of it said. */
  readonly keepPlacement: (placement: ArticlePlacement) => Promise<void>;
  readonly storylineArticles: (storyline: string) => Promise<readonly ReadArticle[]>;
  /** What the articles of a storyline rest on, as their placements said. */
  readonly storylineLineage: (storyline: string) => Promise<readonly Lineage[]>;
  /** Replaces the claims, disputes and figures of a storyline, and the outlets and origins counted for its stories. */
  readonly keepGroup: (storyline: string, group: StorylineGroup) => Promise<void>;
};

export type ArticlePlacement = {
  readonly article: string;
  readonly story: string;
  readonly storyline: string;
  /** Other storylines that turn out to be this same affair: their stories move here, and their addresses redirect. */
  readonly joins?: readonly string[];
  readonly why: readonly StoryLink[];
  readonly copies: readonly Copy[];
  readonly lineage: readonly Lineage[];
};

export type StorylineGroup = {
  readonly claims: readonly Claim[];
  readonly disputes: readonly Dispute[];
  readonly figures: readonly FigureSeries[];
  readonly origins: readonly {
    readonly story: string;
    readonly outlets: readonly string[];
    readonly origins: readonly string[];
  }[];
};

/** Deletion and requests. What is removed is gone from every table, index, log and file, and a tombstone of hashes keeps it out. */
export type Rights = {
  readonly removeArticle: (article: string, reason: string, notice?: string) => Promise<Removal | undefined>;
  readonly isBuried: (what: { readonly address?: string; readonly text?: string }) => Promise<boolean>;
  readonly tombstone: (article: string) => Promise<Tombstone | undefined>;
  /** Ids of the articles that ids, addresses of pages here (`…/article/ID`) or original addresses name, as people write them. */
  readonly articlesNamed: (names: readonly string[]) => Promise<readonly string[]>;
  readonly keepNotice: (notice: Notice) => Promise<void>;
  readonly notices: () => Promise<readonly Notice[]>;
  readonly notice: (id: string) => Promise<Notice | undefined>;
  readonly demoState: () => Promise<'never' | 'present' | 'removed'>;
  readonly removeDemo: () => Promise<number>;
  /** Called before the demo is added again on request. */
  readonly allowDemo: () => Promise<void>;
};

export type Removal = {
  readonly article: string;
  readonly statements: number;
  /** The storyline that must be grouped again, null where none is left. */
  readonly storyline: string | null;
};

/** What a reader follows and has seen; the reader on this machine is `local`. */
export type Readers = {
  readonly follow: (reader: string, kind: FollowKind, ref: string, on: boolean) => Promise<void>;
  readonly follows: (reader: string) => Promise<readonly { readonly kind: FollowKind; readonly ref: string }[]>;
  readonly markSeen: (reader: string, stories: readonly string[], atMs: number) => Promise<void>;
};

export type FollowKind = 'story' | 'storyline' | 'actor' | 'search';

export type ArchiveSize = {
  readonly articles: number;
  readonly statements: number;
  readonly actors: number;
  readonly stories: number;
  readonly bytes: number;
};
