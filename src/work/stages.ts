import { CLEANER_VERSION, cleanCapture } from '../clean/clean.ts';
import type { Article, NoArticle } from '../domain/article.ts';
import type { Capture } from '../domain/capture.ts';
import type { ImportedNames } from '../domain/ports/imported-knowledge.ts';
import type { AskKnowledge } from '../domain/ports/knowledge.ts';
import type { Neighbours } from '../domain/ports/neighbours.ts';
import { type OutletLineCounts, outletLinesFrom } from '../domain/ports/outlet-lines.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Reading } from '../domain/reading.ts';
import type { Lineage, Origins } from '../domain/story.ts';
import { loadKnowledge } from '../read/knowledge.ts';
import { type ArticleToRead, READER_VERSION, readArticle } from '../read/read.ts';
import { withImported } from '../read/with-imported.ts';
import { type GroupFindings, originsOf, type Placement, relateArticle, relateGroup } from '../relate/relate.ts';
import { demoKnowledge } from './demo.ts';

/** What the line does with an article, stage by stage. `clean` and `read` meet hostile input and may run elsewhere. */
export type Stages = {
  /** Version of the cleaner, kept with each revision. */
  readonly cleaner: string;
  /** Version of the reader, kept with each reading. */
  readonly reader: string;
  /** Number of the knowledge that articles are read with, kept with each reading. */
  readonly knowledge: number;
  /** `lines`: what repeats in the outlet's other articles. */
  readonly clean: (capture: Capture, lines?: OutletLineCounts) => Promise<Article | NoArticle>;
  /** Invented articles are read with what is known of the invented world beside the real one. */
  readonly read: (article: ArticleToRead, isDemo: boolean) => Promise<Reading>;
  readonly place: (article: ReadArticle, neighbours: Neighbours) => Promise<Placement>;
  readonly group: (articles: readonly ReadArticle[]) => GroupFindings;
  readonly origins: (articles: readonly ReadArticle[], lineage: readonly Lineage[], story: string) => Origins;
};

/** Largest page and plain text, in bytes, and whose imported knowledge counts. */
export type Limits = {
  readonly maxHtmlBytes: number;
  readonly maxTextBytes: number;
  /** The archive whose imported knowledge articles are read with; none where it is left out. */
  readonly dataDir?: string;
};

/** What is known of the real world (what ships and, where given, what readers imported), or of the demo's before it. */
export const knowledgeOfWorld =
  (imported?: ImportedNames): AskKnowledge =>
  (isDemo, ask) => {
    if (isDemo) return ask(demoKnowledge());
    if (!imported) return ask(loadKnowledge());
    return imported.during((snapshot) =>
      ask(snapshot === 0 ? loadKnowledge() : withImported(loadKnowledge(), imported, snapshot)),
    );
  };

/** The stages as they ship, in this thread; `imported` is what readers brought along of actors. */
export const stagesHere = (limits: Limits, imported?: ImportedNames): Stages => ({
  cleaner: CLEANER_VERSION,
  reader: READER_VERSION,
  knowledge: loadKnowledge().snapshot,
  clean: async (capture, lines) => cleanOne(capture, limits, lines),
  read: async (article, isDemo) => knowledgeOfWorld(imported)(isDemo, (known) => readArticle(article, known)),
  place: relateArticle,
  group: relateGroup,
  origins: originsOf,
});

/** A capture to its article, with the reservations of its headers beside those of its page. */
export function cleanOne(capture: Capture, limits: Limits, lines?: OutletLineCounts): Article | NoArticle {
  const url = capture.finalUrl ?? capture.url;
  return cleanCapture(
    {
      bytes: capture.body,
      headers: capture.headers,
      ...(url !== undefined && { url }),
      ...(capture.given && { given: capture.given }),
    },
    { ...limits, ...(lines && { outletLines: outletLinesFrom(lines) }) },
  );
}
