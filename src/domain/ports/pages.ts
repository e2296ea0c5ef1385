import type { ActorKind } from '../actor.ts';
import type { Article, Outlet } from '../article.ts';
import type { Correction } from '../corrections/correction.ts';
import type { Reading } from '../reading.ts';
import type { ActorRef, Stance, Statement } from '../statement.ts';
import type { DisputeKind, LineageKind, StoryLink } from '../story.ts';

/** What the pages, feeds and the API ask of the archive. Lists are newest first and continue after a cursor (keyset, no offsets). */
export type Pages = {
  readonly stories: (
    query: ListQuery & { readonly reader?: string; readonly storyline?: string },
  ) => Promise<List<StoryLine>>;
  readonly story: (id: string) => Promise<Found<StoryPage>>;
  readonly storyline: (id: string) => Promise<Found<StorylinePage>>;
  readonly article: (id: string, revision?: string) => Promise<Found<ArticlePage>>;
  readonly statement: (id: string) => Promise<Found<StatementPage>>;
  readonly actor: (id: string) => Promise<Found<ActorPage>>;
  readonly latest: (query: ListQuery) => Promise<List<ArticleLine>>;
  readonly search: (query: SearchQuery) => Promise<SearchAnswer>;
  /** What readers put right, newest first; with `needsLook` only what finds no place any more. */
  readonly corrections: (query: ListQuery & { readonly needsLook?: boolean }) => Promise<List<CorrectionLine>>;
  /** Captures that brought no article, newest first, with the reason in words. */
  readonly failures: (query: ListQuery) => Promise<List<FailureLine>>;
};

/** A page is there, was removed (410, and nothing is said of it but the day), moved (redirect), or never was. */
export type Found<T> =
  | { readonly state: 'here'; readonly page: T }
  | { readonly state: 'removed'; readonly onMs: number }
  | { readonly state: 'moved'; readonly to: string }
  | { readonly state: 'unknown' };

export type ListQuery = {
  readonly limit: number;
  readonly after?: string;
  /** Leave the invented demo out: for statistics, exports and feeds of real news. */
  readonly withoutDemo?: boolean;
};

export type List<T> = { readonly rows: readonly T[]; readonly next: string | null };

/** Credit stands on every item: outlet, author, agency, and the link to the original. */
export type ArticleLine = {
  readonly id: string;
  readonly title: string;
  readonly outlet: Outlet | null;
  readonly authors: readonly string[];
  readonly agency: string | null;
  readonly url: string | null;
  /** As the publisher wrote it. */
  readonly published: string | null;
  /** UTC ms to sort by. */
  readonly timeMs: number;
  readonly fetchedAtMs: number;
  readonly excerpt: string;
  readonly statements: number;
  readonly story: string | null;
  readonly demo: boolean;
  readonly paywalled: boolean;
};

export type StoryLine = {
  readonly id: string;
  readonly title: string;
  readonly timeMs: number;
  readonly outlets: number;
  readonly origins: number;
  readonly statements: number;
  readonly articles: readonly ArticleLine[];
  readonly denied: boolean;
  readonly numbersDiffer: boolean;
  /** Something came in since this reader looked. */
  readonly isNew: boolean;
  readonly storyline: { readonly id: string; readonly title: string; readonly stories: number } | null;
  readonly demo: boolean;
};

/** A statement with all that a line on screen shows: verbatim words, who, where it stands. */
export type StatementLine = {
  readonly id: string;
  readonly article: ArticleLine;
  readonly statement: Statement;
  readonly sourceWords: string;
  readonly cueWords: string;
  /** The content's pieces, verbatim. */
  readonly contentWords: readonly string[];
  /** The sentence (or sentences) it stands in, for context. */
  readonly context: string;
  /** What its article was copied from and cites: the way the words came. */
  readonly lineage: readonly LineageStep[];
  readonly disputed: boolean;
  /** A later reading of the article did not find it again; its address stays. */
  readonly withdrawn?: true;
  /** A reader's correction calls it no statement; its address stays. */
  readonly hidden?: true;
};

/** A correction with where it stands. */
export type CorrectionLine = {
  readonly correction: Correction;
  /** `due`: on its way into the articles; `needs-look`: its place was not found again. */
  readonly state: 'holds' | 'due' | 'needs-look' | 'undone';
  /** Number of articles in which it holds. */
  readonly articles: number;
  /** The statement that it holds at now, and its article (or the one that it was made in). */
  readonly statement: string | null;
  readonly article: ArticleLine | null;
};

export type DisputeLine = {
  readonly id: string;
  readonly kind: DisputeKind;
  readonly claimWords: string | null;
  readonly confidence: number;
  readonly why: string;
  readonly sides: readonly {
    readonly article: ArticleLine;
    readonly statement: string | null;
    readonly quote: string;
    readonly speaker: string | null;
    readonly stance: Stance;
  }[];
};

export type LineageLine = LineageStep & { readonly article: ArticleLine };

/** What an article rests on. */
export type LineageStep = {
  readonly from: string;
  readonly kind: LineageKind;
  readonly evidenceText: string;
  readonly fromArticle: string | null;
};

export type FigureLine = {
  readonly counted: string;
  readonly unit: string;
  readonly value: number;
  readonly upTo: number | null;
  readonly bound: string | null;
  /** The words in the text. */
  readonly words: string;
  readonly speaker: string | null;
  readonly via: readonly string[];
  /** What the article was copied from and cites. */
  readonly lineage: readonly LineageStep[];
  readonly article: ArticleLine;
  readonly statement: string | null;
  readonly start: number;
  readonly conflict: boolean;
};

export type StoryPage = {
  readonly line: StoryLine;
  readonly speakers: readonly { readonly speaker: ActorRef | null; readonly statements: readonly StatementLine[] }[];
  readonly disputes: readonly DisputeLine[];
  readonly figures: readonly {
    readonly counted: string;
    readonly values: readonly FigureLine[];
    readonly conflict: boolean;
  }[];
  readonly lineage: readonly LineageLine[];
  readonly origins: readonly string[];
  readonly outlets: readonly string[];
  readonly copies: readonly { readonly a: ArticleLine; readonly b: ArticleLine; readonly cover: number }[];
  readonly why: readonly StoryLink[];
};

export type StorylinePage = {
  readonly id: string;
  readonly title: string;
  readonly stories: readonly StoryLine[];
  readonly actors: readonly { readonly id: string; readonly name: string; readonly statements: number }[];
  readonly disputes: readonly DisputeLine[];
  readonly figures: readonly {
    readonly counted: string;
    readonly values: readonly FigureLine[];
    readonly conflict: boolean;
  }[];
  readonly demo: boolean;
};

export type ArticlePage = {
  readonly line: ArticleLine;
  readonly cleaned: Article;
  readonly reading: Reading;
  readonly revision: string;
  readonly revisions: readonly { readonly id: string; readonly seenAtMs: number }[];
  readonly capture: {
    readonly fetchedAtMs: number;
    readonly sha256: string;
    readonly bytes: number;
    readonly url: string | null;
  };
  readonly lineage: readonly LineageLine[];
  readonly storyline: { readonly id: string; readonly title: string } | null;
};

export type StatementPage = {
  readonly line: StatementLine;
  readonly article: ArticlePage;
  readonly parent: StatementLine | null;
  readonly inside: readonly StatementLine[];
  /** Corrections that hold at it, or were made of it and find it no more. */
  readonly corrections: readonly CorrectionLine[];
  /** Statements about the same claim. */
  readonly otherWordings: readonly StatementLine[];
  readonly disputes: readonly DisputeLine[];
};

export type ActorPage = {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly country: string | null;
  /** Forms with the newest article that uses them, or the correction that brought them. */
  readonly aliases: readonly {
    readonly form: string;
    readonly source: { readonly article: string } | { readonly correction: string };
    /** Number of articles that use it. */
    readonly articles: number;
  }[];
  /** What articles call them, each with the first and the last time. */
  readonly roles: readonly RoleLine[];
  /** Corrections that made of this actor what it is: merges, splits, and statements given to it. */
  readonly corrections: readonly CorrectionLine[];
  /** The newest statements by them, of `statements` in all. */
  readonly said: readonly StatementLine[];
  readonly statements: number;
  /** The newest statements about them; whether there are more. */
  readonly about: readonly StatementLine[];
  readonly aboutGoesOn: boolean;
  /** Others named in the same articles, with the number of statements that join them. */
  readonly network: readonly { readonly id: string; readonly name: string; readonly statements: number }[];
  readonly demo: boolean;
};

/** A role as articles word it, with the first and the last article that does. */
export type RoleLine = {
  readonly role: string;
  readonly statements: number;
  readonly first: ArticleLine;
  readonly last: ArticleLine;
};

export type SearchTab = 'articles' | 'statements' | 'actors';

/** A search as parsed from the reader's line; `words` is free text, phrases in quotes. */
export type SearchQuery = ListQuery & {
  readonly tab: SearchTab;
  readonly words: string;
  readonly speaker?: string;
  readonly about?: string;
  readonly via?: string;
  readonly mode?: string;
  readonly stance?: string;
  readonly outlet?: string;
  readonly lang?: string;
  readonly place?: string;
  /** ISO dates of any precision; both ends count in. */
  readonly before?: string;
  readonly from?: string;
};

export type SearchAnswer = {
  readonly articles: List<ArticleLine>;
  readonly statements: List<StatementLine>;
  readonly actors: List<{
    readonly id: string;
    readonly name: string;
    readonly kind: ActorKind;
    readonly statements: number;
    /** Known from the invented demo only. */
    readonly demo?: boolean;
  }>;
  /** Hits per tab, counted up to a bound that `more` tells of. */
  readonly counts: Readonly<Record<SearchTab, number>>;
  readonly countsAreBounded: boolean;
  readonly facets: readonly {
    readonly field: 'outlet' | 'speaker' | 'stance' | 'mode';
    readonly values: readonly { readonly value: string; readonly label: string; readonly count: number }[];
  }[];
};

export type FailureLine = {
  readonly capture: string;
  readonly name: string;
  readonly error: string;
  readonly message: string;
  readonly atMs: number;
};
