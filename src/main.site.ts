import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { OpenArchive } from './cli/command.ts';
import { findFeeds } from './collect/discover.ts';
import { makeFeedReader } from './collect/feeds/feed-reader.ts';
import { type Fetcher, isFailure } from './collect/fetch.ts';
import { answerHub } from './collect/websub-desk.ts';
import type { Clock } from './domain/ports/clock.ts';
import type { Pages } from './domain/ports/pages.ts';
import { decideNotice } from './rights/decision.ts';
import { removeArticle } from './rights/removal.ts';
import type { Settings } from './settings.ts';
import { makeSite } from './web/site.ts';
import { correct, undoCorrection } from './work/correcting.ts';
import { addDemo } from './work/demo.ts';
import { takeIn } from './work/intake.ts';
import { awaitOutcome } from './work/outcome.ts';
import { knowledgeOfWorld } from './work/stages.ts';

export type SiteParts = {
  readonly version: string;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly open: OpenArchive;
  readonly pages: Pages;
  readonly fetcher: Fetcher;
  /** Folder that relative paths resolve against. */
  readonly base: string;
};

/** Wires the site to the rest of the house: the part of main.ts that only `serve` needs. */
export function siteOver({
  version,
  settings,
  clock,
  open,
  pages,
  fetcher,
  base,
}: SiteParts): (request: Request) => Response | Promise<Response> {
  const { archive, queue, sources, names } = open;
  const knowledge = knowledgeOfWorld(names);
  const reader = makeFeedReader();
  const ports = { archive, queue, clock };
  const site = makeSite({
    pages,
    archive,
    sources,
    settings,
    clock,
    version,
    takeIn: (capture) => takeIn(open, capture),
    awaitOutcome: (capture) => awaitOutcome(open, capture),
    fetchPage: async (url) => {
      const got = await fetcher.fetch(url, { kind: 'typed' });
      return isFailure(got) ? { error: got.error, message: got.message } : got;
    },
    findFeeds: (address) => findFeeds(address, { fetcher, reader }),
    answerHub: (request) => answerHub(request, { sources, fetcher, clock }),
    progress: () => queue.counts(),
    removeArticle: async (article, reason) => (await removeArticle(ports, article, reason)) !== undefined,
    grantNotice: async (notice, reason) => (await decideNotice(ports, notice, 'granted', reason)) !== undefined,
    refuseNotice: async (notice, reason) => (await decideNotice(ports, notice, 'refused', reason)) !== undefined,
    correct: (wish, reason) => correct({ ...ports, knowledge }, wish, reason),
    undoCorrection: (id) => undoCorrection(ports, id),
    knownActor: (id, isDemo) => knowledge(isDemo, (known) => known.actor(id)),
    demo: {
      state: archive.demoState,
      add: async () => {
        await addDemo(open, clock.nowMs(), { again: true });
      },
      remove: archive.removeDemo,
    },
    imprint: async () => {
      const file = settings.imprintFile;
      return file ? await readFile(resolve(base, file), 'utf8').catch(() => undefined) : undefined;
    },
    trouble: (error, path) => process.stderr.write(`stemma: ${path}: ${error.stack ?? error.message}\n`),
  });
  return (request) => site.fetch(request);
}
