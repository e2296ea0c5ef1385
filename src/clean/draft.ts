import type { ChainStep, Dateline } from '../domain/article.ts';
import type { GivenFacts, Reservations } from '../domain/capture.ts';
import type { OutletLines } from '../domain/ports/outlet-lines.ts';
import type { Head } from './facts/head.ts';
import type { JsonLdNode } from './facts/json-ld.ts';
import type { SiteRules } from './furniture/site-rules.ts';
import type { CleanWeights } from './main-text/weights.ts';
import type { TextBlock } from './page/blocks.ts';
import type { Page } from './page/page.ts';

/** One paragraph, list item, subhead or line. Set aside when `removed` says by which step and why. */
export type Block = {
  readonly text: string;
  /** Index of the element it stands in, -1 in plain text. */
  readonly node: number;
  readonly heading: boolean;
  removed?: { readonly step: string; readonly reason: string };
};

/** What the steps have found out so far. Earlier steps know better: `learn` never overwrites. */
export type Facts = {
  title?: string;
  authors?: readonly string[];
  agency?: string;
  outletName?: string;
  outletDomain?: string;
  canonicalUrl?: string;
  published?: string;
  publishedFrom?: string;
  modified?: string;
  language?: string;
  dateline?: Dateline;
  paywalled?: boolean;
  image?: string;
  section?: string;
  tags?: readonly string[];
  rightsLine?: string;
  reservations?: Reservations;
  cut?: boolean;
};

/** A parsed page with what it says of itself in a form for machines. */
export type Evidence = {
  readonly page: Page;
  /** The page's text blocks, one for each of the draft's at the start. */
  readonly blocks: readonly TextBlock[];
  readonly head: Head;
  readonly nodes: readonly JsonLdNode[];
  /** The JSON-LD node that describes the article. */
  readonly article: JsonLdNode | undefined;
};

/**
 * An article in the making: the one thing in this room that changes while it is worked on.
 * Made by `clean.ts`, handed through the steps in order, turned into an Article at the end.
 */
export type Draft = {
  readonly kind: 'html' | 'text';
  readonly source: string;
  readonly url: string | undefined;
  readonly given: GivenFacts;
  readonly outletLines: OutletLines;
  readonly siteRules: SiteRules;
  /** Other weights than those that ship. */
  readonly weights: CleanWeights | undefined;
  /** Absent in plain text. */
  readonly evidence?: Evidence;
  blocks: Block[];
  readonly facts: Facts;
  readonly chain: ChainStep[];
  readonly corrections: string[];
};

/** One step of the cleaning. Can be left out by name; changes nothing but the draft. */
export type Step = {
  readonly name: string;
  /** One sentence for `--explain` and the documentation. */
  readonly what: string;
  readonly for: 'html' | 'text' | 'both';
  readonly run: (draft: Draft) => void;
};

/** Sets a fact unless an earlier step has set it, or there is nothing to say. */
export function learn<K extends keyof Facts>(draft: Draft, fact: K, value: Facts[K] | null | undefined | ''): void {
  if (draft.facts[fact] !== undefined || value === undefined || value === null || value === '') return;
  draft.facts[fact] = value as Facts[K];
}

/** Sets a block aside with its reason, unless an earlier step did. */
export function setAside(block: Block, step: string, reason: string): void {
  block.removed ??= { step, reason };
}

/** Blocks still taken for the article. */
export const kept = (draft: Draft): readonly Block[] => draft.blocks.filter((block) => !block.removed);
