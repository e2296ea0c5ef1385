import type { FoundFeed } from '../collect/discover.ts';
import type { DeskAnswer, HubRequest } from '../collect/websub-desk.ts';
import type { Capture } from '../domain/capture.ts';
import type { Archive, KeptCapture } from '../domain/ports/archive.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { KnownActor } from '../domain/ports/knowledge.ts';
import type { Pages } from '../domain/ports/pages.ts';
import type { QueueCount } from '../domain/ports/queue.ts';
import type { Sources } from '../domain/ports/sources.ts';
import type { Settings } from '../settings.ts';
import type { Corrected } from '../work/correcting.ts';
import type { Wish } from '../work/correction-wish.ts';

/** What the rest of the house does for the site. Wired in `main.ts`; the site itself opens nothing. */
export type SiteHouse = {
  readonly pages: Pages;
  readonly archive: Archive;
  readonly sources: Sources;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly version: string;
  /** Keeps a capture and puts it on the line. */
  readonly takeIn: (capture: Capture) => Promise<KeptCapture>;
  /** Waits for what becomes of a capture, as long as a reader waits for a page; `waiting` says that it is still on the line. */
  readonly awaitOutcome: (captureId: string) => Promise<Outcome>;
  /** Fetches one page for the reader, through the guard. `message` is one sentence for people. */
  readonly fetchPage: (url: string) => Promise<Capture | FetchRefusal>;
  /** Feeds of a site, each read once so that its items can be shown. */
  readonly findFeeds: (address: string) => Promise<readonly FoundFeed[] | FetchRefusal>;
  readonly answerHub: (request: HubRequest) => Promise<DeskAnswer>;
  /** Waiting, working, done and failed of each step of the line. */
  readonly progress: () => Promise<readonly QueueCount[]>;
  /** Removes an article with all that rests on it and groups again what is left; false where there is none. */
  readonly removeArticle: (article: string, reason: string) => Promise<boolean>;
  /** Decides an open notice; granting a takedown removes what it is about. False where there is no such open notice. */
  readonly grantNotice: (notice: string, reason: string) => Promise<boolean>;
  readonly refuseNotice: (notice: string, reason: string) => Promise<boolean>;
  /** Keeps what the reader put right and applies it. */
  readonly correct: (wish: Wish, reason: string) => Promise<Corrected>;
  /** Takes a correction back; false where there is none that holds. */
  readonly undoCorrection: (id: string) => Promise<boolean>;
  /** What is known of an actor beside the archive; of an invented one, from the demo. */
  readonly knownActor: (id: string, isDemo: boolean) => KnownActor | undefined;
  readonly demo: Demo;
  /** The operator's own words for the imprint page; undefined where none are set. */
  readonly imprint: () => Promise<string | undefined>;
  /** Told of what broke while answering; the reader sees one sentence. */
  readonly trouble: (error: Error, path: string) => void;
};

export type Outcome = { readonly article: string } | { readonly failure: string } | { readonly waiting: true };

export type FetchRefusal = { readonly error: string; readonly message: string };

export type Demo = {
  readonly state: () => Promise<'never' | 'present' | 'removed'>;
  readonly add: () => Promise<void>;
  readonly remove: () => Promise<number>;
};
