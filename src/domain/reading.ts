import type { Actor, Mention } from './actor.ts';
import type { ChainStep } from './article.ts';
import type { Statement } from './statement.ts';

/** A time expression with its TIMEX3 value (`2016-08`, `198` for the 1980s, `P17Y`, `XXXX-02`). */
export type DateMention = {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly type: 'DATE' | 'TIME' | 'DURATION' | 'SET';
  readonly value: string | null;
  readonly mod?: string;
  /** Why there is no value. */
  readonly why?: string;
};

export type PlaceMention = {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  /** ISO 3166-1 alpha-3, null for what lies in many states. */
  readonly country: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  /** An adjective of the place ("Russian"): it names no place on a map. */
  readonly adjective?: true;
  /** A capital that stands for its government here ("Moscow said"). */
  readonly metonym?: true;
  /** Part of a body's name ("Brask International Film Festival"): where it is from, not where anything happens. */
  readonly inName?: true;
  /** The town whose point is given, where the place itself (a street, a hospital) is in no gazetteer. */
  readonly near?: string;
};

/** A number and what it counts. "thousands" is `{value: 1000, upTo: 9999, bound: 'about'}`. */
export type Figure = {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly upTo?: number;
  readonly bound?: 'exact' | 'about' | 'atLeast' | 'atMost' | 'over' | 'under';
  /** `people`, `USD`, `%`, `km`… or the empty string. */
  readonly unit: string;
  readonly counted: string;
  readonly place?: string;
  readonly when?: string;
  /** Id of the statement the figure stands in; absent where the article says it in its own voice. */
  readonly statement?: string;
};

export type NewsEvent = {
  readonly start: number;
  readonly end: number;
  /** PLOVER event type, upper case. */
  readonly type: string;
  readonly quad: 1 | 2 | 3 | 4;
  readonly source: string;
  readonly target: string;
  readonly place?: string;
  readonly when?: string;
  /** Id of the statement that tells of it; absent where the article tells it in its own voice. */
  readonly statement?: string;
};

/** What `read` makes of an Article. Deterministic for (article, reader version, knowledge snapshot). */
export type Reading = {
  readonly reader: string;
  /** Number of the knowledge it was read with. */
  readonly knowledge?: number;
  readonly statements: readonly Statement[];
  readonly mentions: readonly Mention[];
  readonly actors: readonly Actor[];
  readonly dates: readonly DateMention[];
  readonly places: readonly PlaceMention[];
  readonly figures: readonly Figure[];
  readonly events: readonly NewsEvent[];
  /** The article's own lineage first (`republishes`), then what its statements rest on. */
  readonly chain: readonly ChainStep[];
  /** For an undated article: `[from, to]` with the reasons, where the text allows. */
  readonly publishedBetween?: readonly [from: string, to: string];
  readonly publishedBetweenWhy?: readonly string[];
};
