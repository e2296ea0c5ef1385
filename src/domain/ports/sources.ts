import type { Capture, Reservations } from '../capture.ts';
import type { FeedItem } from '../feed.ts';

/**
 * Where the news comes in: the feeds that are followed, what was seen in them, and how each of them is doing.
 * Every method is idempotent: called again with the same input it changes nothing.
 */
export type Sources = {
  /** Takes a source in; one whose normalised feed address is known already is left as it is. */
  readonly addSource: (source: NewSource, nowMs: number) => Promise<{ readonly id: string; readonly isNew: boolean }>;
  readonly source: (id: string) => Promise<Source | undefined>;
  /** All sources, by folder and name. */
  readonly sources: () => Promise<readonly Source[]>;
  readonly changeSource: (id: string, changes: SourceChanges) => Promise<void>;
  /** Forgets the source, its seen items and its subscription; articles stay. */
  readonly removeSource: (id: string) => Promise<void>;
  /** Sources to poll now, longest overdue first: `dueAtMs <= nowMs`, neither paused nor retired. */
  readonly dueSources: (nowMs: number, limit: number) => Promise<readonly Source[]>;
  /** When the next source is due; undefined where none is waiting. */
  readonly nextDueMs: () => Promise<number | undefined>;
  /**
   * Writes down one poll in a single commit: schedule, validators, health, and every item not seen before (by
   * `SeenItem.key` within the source) as waiting. Answers with the keys that were new.
   */
  readonly keepPoll: (id: string, poll: Poll) => Promise<readonly string[]>;
  /** Items whose words are not in the archive yet and whose `retryAtMs` is past, oldest first. */
  readonly waitingItems: (nowMs: number, limit: number) => Promise<readonly WaitingItem[]>;
  /** Ends an item, or puts it off until `retryAtMs`. */
  readonly settleItem: (source: string, key: string, outcome: ItemOutcome) => Promise<void>;
  readonly robots: (origin: string) => Promise<KeptRobots | undefined>;
  readonly keepRobots: (origin: string, robots: KeptRobots) => Promise<void>;
  /** Published → kept, over the newest items of a source that carry a time; undefined where there are none. */
  readonly freshness: (id: string) => Promise<Freshness | undefined>;
  /** What the articles of a source cost on disk. */
  readonly cost: (id: string) => Promise<SourceCost>;
  /** Captures of a source fetched before a moment, oldest first, for the retention policy to decide on. */
  readonly agedCaptures: (id: string, beforeMs: number, limit: number) => Promise<readonly AgedCapture[]>;
  /** `drop-bytes` keeps the cleaned text and lets the captured bytes go. `delete` removes the article without a tombstone. */
  readonly applyRetention: (decisions: readonly RetentionDecision[]) => Promise<void>;
  /** Captures with bytes, oldest first, for writing a WARC; `after` is the id of the last one given. */
  readonly captures: (query: {
    readonly source?: string;
    readonly after?: string;
    readonly limit: number;
  }) => Promise<readonly Capture[]>;
};

/** `always`: fetch each item's page; `when-short`: where the feed holds only a summary; `never`: the feed's words are all there is. */
export type FullText = 'always' | 'when-short' | 'never';

export type SourceKind = 'feed' | 'sitemap' | 'page';
export type OwnerType = 'public' | 'state' | 'private' | 'party' | 'nonprofit' | 'issuer';

export type Retention =
  | { readonly keep: 'all' }
  | { readonly keep: 'text-after'; readonly days: number }
  | { readonly keep: 'delete-after'; readonly days: number };

export type NewSource = {
  /** Address of the feed or sitemap, as given. */
  readonly url: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly homepage: string | null;
  readonly folder: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-3. */
  readonly country: string | null;
  readonly owner: OwnerType | null;
  readonly fullText?: FullText;
  readonly retention?: Retention;
  /** The feed address was never opened: probed at first use, with the homepage to fall back on. */
  readonly unchecked?: boolean;
};

export type SourceChanges = Partial<
  Pick<Source, 'name' | 'homepage' | 'folder' | 'language' | 'country' | 'owner' | 'fullText' | 'retention' | 'paused'>
> & {
  /** Poll as soon as may be: the reader asked, or a hub pushed. */
  readonly dueAtMs?: number;
  readonly webSub?: WebSubLease | null;
};

/** A followed feed with its state. Times are UTC ms. */
export type Source = {
  readonly id: string;
  readonly url: string;
  readonly kind: SourceKind;
  readonly name: string;
  readonly homepage: string | null;
  readonly folder: string | null;
  readonly language: string | null;
  readonly country: string | null;
  readonly owner: OwnerType | null;
  readonly fullText: FullText;
  readonly retention: Retention;
  readonly paused: boolean;
  /** 410 Gone, or an opt-out: not polled again until the reader asks. */
  readonly retired: boolean;
  /** Probed and found to be a feed; null where it was never opened. */
  readonly checkedAtMs: number | null;
  readonly addedAtMs: number;
  readonly schedule: Schedule;
  readonly validators: Validators;
  readonly health: Health;
  readonly webSub: WebSubLease | null;
};

export type Schedule = {
  readonly dueAtMs: number;
  /** Time between polls that the feed's own rhythm asks for. */
  readonly intervalMs: number;
  /** Times at which the newest items were published or first seen, newest first, at most 32. */
  readonly rhythmMs: readonly number[];
};

export type Validators = { readonly etag: string | null; readonly lastModified: string | null };

export type Health = {
  readonly lastPollMs: number | null;
  readonly lastGoodMs: number | null;
  readonly failuresInARow: number;
  /** Code of the last failure, null while all is well. */
  readonly error: string | null;
  /** The same in words, for people. */
  readonly message: string | null;
  /** What the publisher reserves, as the last answer said. */
  readonly reservations: Reservations | null;
};

export type WebSubLease = {
  readonly hub: string;
  readonly topic: string;
  /** Unguessable part of the callback address. */
  readonly token: string;
  readonly secret: string;
  readonly state: 'asked' | 'confirmed' | 'refused';
  /** Null until the hub has confirmed. */
  readonly expiresAtMs: number | null;
};

export type Poll = {
  readonly atMs: number;
  readonly schedule: Schedule;
  readonly validators: Validators;
  readonly health: Health;
  readonly items: readonly SeenItem[];
  /** A permanent redirect moved the feed here. */
  readonly movedTo?: string;
  readonly retired?: boolean;
  readonly checked?: boolean;
  /** What the feed says of itself, where the source did not say it. */
  readonly facts?: { readonly name?: string; readonly homepage?: string; readonly language?: string };
};

/** An item as first seen. `key` tells items of one feed apart: a GUID reused for another address or text is another key. */
export type SeenItem = { readonly key: string; readonly item: FeedItem; readonly seenAtMs: number };

export type WaitingItem = SeenItem & { readonly source: string; readonly attempts: number };

export type ItemOutcome =
  | { readonly state: 'kept'; readonly capture: string; readonly atMs: number }
  | { readonly state: 'refused' | 'failed'; readonly error: string; readonly message: string; readonly atMs: number }
  | { readonly state: 'waiting'; readonly retryAtMs: number; readonly error: string; readonly message: string };

/** robots.txt of one origin as last fetched. `unreachable` (5xx, timeouts) forbids everything; `absent` (4xx) allows everything. */
export type KeptRobots = {
  readonly state: 'read' | 'absent' | 'unreachable';
  readonly body: Uint8Array;
  readonly fetchedAtMs: number;
  readonly expiresAtMs: number;
};

export type Freshness = { readonly medianMs: number; readonly p95Ms: number; readonly items: number };
export type SourceCost = { readonly articles: number; readonly captureBytes: number; readonly textBytes: number };
export type AgedCapture = { readonly capture: string; readonly fetchedAtMs: number; readonly hasBytes: boolean };
export type RetentionDecision = { readonly capture: string; readonly action: 'drop-bytes' | 'delete' };
