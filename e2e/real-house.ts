import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../src/archive/archive.ts';
import { findFeeds } from '../src/collect/discover.ts';
import { makeFeedReader } from '../src/collect/feeds/feed-reader.ts';
import { answerHub } from '../src/collect/websub-desk.ts';
import type { Archive } from '../src/domain/ports/archive.ts';
import { decideNotice } from '../src/rights/decision.ts';
import { removeArticle } from '../src/rights/removal.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import type { SiteHouse } from '../src/web/house.ts';
import { correct, undoCorrection } from '../src/work/correcting.ts';
import { addDemo } from '../src/work/demo.ts';
import { fetcherOf } from '../src/work/fetching.ts';
import { takeIn } from '../src/work/intake.ts';
import { runLine } from '../src/work/line.ts';
import { awaitOutcome } from '../src/work/outcome.ts';
import { knowledgeOfWorld, stagesHere } from '../src/work/stages.ts';

/** A house for tests: the real archive and the real line, in a folder of its own and in this thread. */
export type RealHouse = {
  readonly house: SiteHouse;
  readonly archive: Archive;
  /** What broke while pages were made. */
  readonly troubles: readonly Error[];
  /** Takes the demo in and waits until it is read and grouped. */
  readonly addDemo: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens a house with an empty archive. Only the network is missing. */
export async function realHouse(changes: Partial<Settings> = {}): Promise<RealHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-house-'));
  const clock = { nowMs: Date.now };
  const { archive, queue, sources, names } = await openArchive({ dataDir, clock });
  const settings: Settings = { ...readSettings({}), dataDir, ...changes };
  const ports = { archive, queue, clock };
  const knowledge = knowledgeOfWorld(names);
  const troubles: Error[] = [];
  const work = () =>
    runLine(
      { ...ports, stages: stagesHere(settings, names) },
      { until: 'empty', onFailure: ({ step }, reason) => troubles.push(new Error(`${step}: ${reason}`)) },
    );
  const addAndWait = async () => {
    await addDemo(ports, clock.nowMs(), { again: true });
    await work();
    if (troubles[0]) throw troubles[0];
  };
  const fetcher = fetcherOf(settings, clock, '0.0.0-test', sources);
  const reader = makeFeedReader();
  const house: SiteHouse = {
    pages: archive.pages,
    archive,
    sources,
    settings,
    clock,
    version: '0.0.0-test',
    takeIn: async (capture) => {
      const kept = await takeIn(ports, capture);
      await work();
      return kept;
    },
    awaitOutcome: (id) => awaitOutcome(ports, id),
    fetchPage: async () => ({ error: 'offline', message: 'There is no network in this test.' }),
    findFeeds: (address) => findFeeds(address, { fetcher, reader }),
    answerHub: (request) => answerHub(request, { sources, fetcher, clock }),
    progress: () => queue.counts(),
    removeArticle: async (id, reason) => {
      const removal = await removeArticle(ports, id, reason);
      await work();
      return removal !== undefined;
    },
    grantNotice: async (id, reason) => (await decideNotice(ports, id, 'granted', reason)) !== undefined,
    refuseNotice: async (id, reason) => (await decideNotice(ports, id, 'refused', reason)) !== undefined,
    correct: async (wish, reason) => {
      const made = await correct({ ...ports, knowledge }, wish, reason);
      await work();
      return made;
    },
    undoCorrection: async (id) => {
      const undone = await undoCorrection(ports, id);
      await work();
      return undone;
    },
    knownActor: (id, isDemo) => knowledge(isDemo, (known) => known.actor(id)),
    demo: { state: archive.demoState, add: addAndWait, remove: archive.removeDemo },
    imprint: async () => undefined,
    trouble: (error) => troubles.push(error),
  };
  const close = async () => {
    await Promise.all([fetcher.close(), reader.close()]);
    await archive.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { house, archive, troubles, addDemo: addAndWait, close };
}
