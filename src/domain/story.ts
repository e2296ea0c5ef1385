import type { Span } from './span.ts';
import type { Stance } from './statement.ts';

/** Articles about one happening. `why` says in words what holds them together ("8 shared names, 41 % shared words"). */
export type Story = {
  readonly id: string;
  readonly title: string;
  readonly articles: readonly string[];
  readonly why: readonly StoryLink[];
};

export type StoryLink = {
  readonly article: string;
  readonly with: string;
  readonly score: number;
  readonly why: string;
};

/** Stories of one affair over time. */
export type Storyline = { readonly id: string; readonly title: string; readonly stories: readonly string[] };

export type LineageKind = 'republishes' | 'cites' | 'quotes';

/** One thing that an article rests on: a person, agency, document or outlet. */
export type Lineage = {
  readonly article: string;
  readonly from: string;
  readonly kind: LineageKind;
  readonly evidence: Span | null;
  readonly evidenceText: string;
  /** The article copied from, where it is one that we hold. */
  readonly fromArticle?: string;
};

/** Two articles that share text. `cover`: share (0..1) of the shorter text's words that stand, in runs of eight or more, in the other. */
export type Copy = { readonly a: string; readonly b: string; readonly cover: number };

/** What several statements are about, described positively; a denial is a stance toward it. */
export type Claim = {
  readonly id: string;
  /** Verbatim words of the clearest statement of it. */
  readonly words: string;
  readonly statements: readonly ClaimStatement[];
};

export type ClaimStatement = {
  readonly article: string;
  readonly statement: string;
  readonly content: readonly Span[];
  readonly speaker: string | null;
  readonly stance: Stance;
};

export type DisputeKind = 'denial' | 'figure' | 'place' | 'time';

/** Evidence that two sides cannot both hold, or may not (`confidence` and `why` say how sure). */
export type Dispute = {
  readonly id: string;
  readonly claim: string | null;
  readonly kind: DisputeKind;
  readonly sides: readonly DisputeSide[];
  readonly confidence: number;
  readonly why: string;
};

export type DisputeSide = {
  readonly article: string;
  readonly statement?: string;
  readonly span: Span;
  readonly quote: string;
  readonly speaker: string | null;
  readonly stance: Stance;
};

/** Figures of several articles about one thing, side by side. */
export type FigureSeries = {
  readonly counted: string;
  readonly values: readonly {
    readonly article: string;
    readonly span: Span;
    readonly value: number;
    readonly upTo?: number;
    readonly speaker: string | null;
  }[];
  readonly conflict: boolean;
};

/** "14 outlets · 3 origins": an origin is the first step of a chain, counted once however many outlets carry it. */
export type Origins = {
  readonly story: string;
  readonly outlets: readonly string[];
  readonly origins: readonly string[];
};

/** All that holds across a set of articles. */
export type Relations = {
  readonly stories: readonly Story[];
  readonly storylines: readonly Storyline[];
  readonly lineage: readonly Lineage[];
  readonly copies: readonly Copy[];
  readonly claims: readonly Claim[];
  readonly disputes: readonly Dispute[];
  readonly figures: readonly FigureSeries[];
  readonly origins: readonly Origins[];
};
