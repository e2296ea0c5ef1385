import type { Readable, Writable } from 'node:stream';
import type { ParseArgsOptionsConfig } from 'node:util';
import type { Fetcher } from '../collect/fetch.ts';
import type { Archive } from '../domain/ports/archive.ts';
import type { Clock } from '../domain/ports/clock.ts';
import type { ImportedKnowledge, ImportedNames } from '../domain/ports/imported-knowledge.ts';
import type { Pages } from '../domain/ports/pages.ts';
import type { Queue } from '../domain/ports/queue.ts';
import type { Sources } from '../domain/ports/sources.ts';
import type { Settings } from '../settings.ts';

/** What main.ts hands to a command: the world, the settings, and how to open the archive. */
export type House = {
  readonly version: string;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** True where standard output is a terminal that shows colour. */
  readonly colour: boolean;
  /** Relative paths resolve against the folder that the user stood in, also under npm. */
  readonly path: (given: string) => string;
  /** Opens the archive of the settings; closing it is the caller's. */
  readonly openArchive: () => Promise<OpenArchive>;
  /** Answers pages from reader threads, so that the main thread runs no long query. */
  readonly openPages: () => Promise<Pages & { readonly close: () => Promise<void> }>;
  /** The site over an open archive: answers a request. */
  readonly makeSite: (
    open: OpenArchive,
    pages: Pages,
    fetcher: Fetcher,
  ) => Promise<(request: Request) => Response | Promise<Response>>;
  /** Starts the line and the collector, each in a thread of its own; they run until stopped. */
  readonly startLine: () => WorkThread;
  readonly startCollector: () => WorkThread;
  /** Folder of the project, for what ships with it (the demo). */
  readonly root: string;
};

export type OpenArchive = {
  readonly archive: Archive;
  readonly queue: Queue;
  readonly sources: Sources;
  readonly knowledge: ImportedKnowledge;
  readonly names: ImportedNames;
};
export type WorkThread = { readonly stop: () => Promise<void> };

export type Arguments = {
  readonly flags: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly operands: readonly string[];
};

/** One file each. `usage` follows `stemma `; `options` is what node:util parseArgs takes, each with its help. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  readonly usage: string;
  readonly help: string;
  readonly options: ParseArgsOptionsConfig;
  readonly optionHelp: Readonly<Record<string, string>>;
  /** Answers the exit code: 0 all answered, 1 nothing usable, 2 wrong use. */
  readonly run: (args: Arguments, house: House) => Promise<number>;
};

/** Wrong use of a command: exit code 2, the sentence, and a hint at --help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something the user should know in one sentence: exit code 1. */
export class Complaint extends Error {
  override readonly name = 'Complaint';
}
