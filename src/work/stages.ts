import { CLEANER_VERSION, cleanCapture } from '../clean/clean.ts';
import type { Article, NoArticle } from '../domain/article.ts';
import type { Capture } from '../domain/capture.ts';
import type { Neighbours } from '../domain/ports/neighbours.ts';
import { type OutletLineCounts, outletLinesFrom } from '../domain/ports/outlet-lines.ts';
import type { ReadArticle } from '../domain/read-article.ts';
import type { Reading } from '../domain/reading.ts';
import type { Lineage, Origins } from '../domain/story.ts';
import { loadKnowledge } from '../read/knowledge.ts';
import { type ArticleToRead, readArticle } from '../read/read.ts';
import { type GroupFindings, originsOf, type Placement, relateArticle, relateGroup } from '../relate/relate.ts';
import { demoKnowledge } from './demo.ts';

/** What the line does with an article, stage by stage. `clean` and `read` meet hostile input and may run elsewhere. */
export type Stages = {
  /** Version of the cleaner, kept with each revision. */
  readonly cleaner: string;
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

/** Largest page and plain text, in bytes. */
export type Limits = { readonly maxHtmlBytes: number; readonly maxTextBytes: number };

/** The stages as they ship, in this thread. */
export const stagesHere = (limits: Limits): Stages => ({
  cleaner: CLEANER_VERSION,
  knowledge: loadKnowledge().snapshot,
  clean: async (capture, lines) => cleanOne(capture, limits, lines),
  read: async (article, isDemo) => readArticle(article, isDemo ? demoKnowledge() : loadKnowledge()),
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
