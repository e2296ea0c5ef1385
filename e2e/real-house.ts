import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../src/archive/archive.ts';
import { CLEANER_VERSION, cleanCapture } from '../src/clean/clean.ts';
import { articleAddress } from '../src/domain/address.ts';
import { isArticle } from '../src/domain/article.ts';
import type { Capture } from '../src/domain/capture.ts';
import { sha256, shortHash } from '../src/domain/ids.ts';
import type { Archive } from '../src/domain/ports/archive.ts';
import { loadKnowledge } from '../src/read/knowledge.ts';
import { readArticle } from '../src/read/read.ts';
import { originsOf, relateArticle, relateGroup } from '../src/relate/relate.ts';
import { readSettings, type Settings } from '../src/settings.ts';
import type { Outcome, SiteHouse } from '../src/web/house.ts';

const demoFolder = new URL('../examples/demo/', import.meta.url);

/** A house for tests: a real archive in a folder of its own, and every stage run at once, in this thread. */
export type RealHouse = {
  readonly house: SiteHouse;
  readonly archive: Archive;
  /** What broke while pages were made. */
  readonly troubles: readonly Error[];
  readonly addDemo: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const knowledge = loadKnowledge();

export async function realHouse(changes: Partial<Settings> = {}): Promise<RealHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'stemma-house-'));
  let now = Date.UTC(2026, 2, 1);
  const clock = { nowMs: () => now++ };
  const { archive, queue } = await openArchive({ dataDir, clock });
  const settings: Settings = { ...readSettings({}), dataDir, ...changes };
  const troubles: Error[] = [];

  const group = async (storyline: string): Promise<void> => {
    const articles = await archive.storylineArticles(storyline);
    const stories = [...new Set(articles.map((article) => article.story).filter((id) => id !== undefined))];
    await archive.keepGroup(storyline, {
      ...relateGroup(articles),
      origins: stories.map((story) =>
        originsOf(
          articles.filter((article) => article.story === story),
          [],
          story,
        ),
      ),
    });
  };

  const finish = async (id: string): Promise<Outcome> => {
    const capture = (await archive.capture(id))!;
    const cleaned = cleanCapture({
      bytes: capture.body,
      headers: capture.headers,
      ...(capture.url ? { url: capture.url } : {}),
      ...(capture.given ? { given: capture.given } : {}),
    });
    if (!isArticle(cleaned)) {
      await archive.keepFailure(id, cleaned.error, cleaned.message);
      return { failure: cleaned.message };
    }
    const kept = await archive.keepArticle({
      capture: id,
      address: articleAddress(capture.url ?? '') ?? null,
      article: cleaned,
      cleaner: CLEANER_VERSION,
      excerpt: cleaned.text.slice(0, 200),
      demo: capture.demo,
    });
    if (kept.outcome === 'refused') return { failure: 'It was removed from here on request and stays out.' };
    if (kept.outcome === 'same') return { article: kept.article };
    await archive.keepReading(kept.revision, readArticle({ ...cleaned, id: kept.article }, knowledge));
    const article = (await archive.readArticle(kept.article))!;
    const place = await relateArticle(article, await archive.neighbours());
    await archive.keepPlacement({
      article: article.id,
      story: place.story.id,
      storyline: place.storyline.id,
      why: [...place.story.why, ...place.storyline.why],
      copies: place.copies,
      lineage: place.lineage,
    });
    await group(place.storyline.id);
    return { article: article.id };
  };

  const outcomes = new Map<string, Outcome>();
  const take = async (capture: Capture, demo: boolean) => {
    const kept = await archive.keepCapture(capture, { demo });
    if (kept.outcome === 'new') outcomes.set(kept.id, await finish(kept.id));
    return kept;
  };
  const addDemo = async () => {
    await archive.allowDemo();
    for (const capture of demoCaptures()) await take(capture, true);
  };
  const decide = async (id: string, state: 'granted' | 'refused', decision: string): Promise<boolean> => {
    const notice = await archive.notice(id);
    if (notice?.state !== 'open') return false;
    if (state === 'granted' && notice.kind === 'takedown')
      for (const about of notice.about) await archive.removeArticle(about.replace('/article/', ''), decision, id);
    await archive.keepNotice({ ...notice, state, decision, decidedAtMs: clock.nowMs() });
    return true;
  };

  const house: SiteHouse = {
    pages: archive.pages,
    archive,
    settings,
    clock,
    version: '0.0.0-test',
    takeIn: (capture) => take(capture, false),
    awaitOutcome: async (id) => outcomes.get(id) ?? { waiting: true },
    fetchPage: async () => ({ error: 'offline', message: 'There is no network in this test.' }),
    progress: () => queue.counts(),
    removeArticle: async (id, reason) => {
      const removal = await archive.removeArticle(id, reason);
      if (removal?.storyline) await group(removal.storyline);
      return removal !== undefined;
    },
    grantNotice: (id, reason) => decide(id, 'granted', reason),
    refuseNotice: (id, reason) => decide(id, 'refused', reason),
    demo: { state: archive.demoState, add: addDemo, remove: archive.removeDemo },
    imprint: async () => undefined,
    trouble: (error) => troubles.push(error),
  };
  const close = async () => {
    await archive.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { house, archive, troubles, addDemo, close };
}

type DemoFile = { readonly file: string; readonly url: string; readonly outlet: string };

/** The pages of `examples/demo` as if they had been fetched. */
function demoCaptures(): readonly Capture[] {
  const { files } = JSON.parse(readFileSync(new URL('demo.json', demoFolder), 'utf8')) as {
    files: readonly DemoFile[];
  };
  return files.map(({ file, url }, at) => {
    const body = readFileSync(new URL(file, demoFolder));
    return {
      id: shortHash('demo', url),
      origin: 'fetch',
      url,
      headers: { 'content-type': 'text/html; charset=utf-8' },
      fetchedAtMs: Date.UTC(2026, 1, 1, 8, at),
      sha256: sha256(body),
      body,
    };
  });
}
