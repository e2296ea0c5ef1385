import type { Article, NoArticle } from '../domain/article.ts';
import type { GivenFacts } from '../domain/capture.ts';
import { NO_OUTLET_LINES, type OutletLines } from '../domain/ports/outlet-lines.ts';
import { decode, notText } from './decode.ts';
import { type Draft, kept } from './draft.ts';
import { readHead } from './facts/head.ts';
import { articleNode, jsonLdNodes } from './facts/json-ld.ts';
import { SITE_RULES, type SiteRules } from './furniture/site-rules.ts';
import type { CleanWeights } from './main-text/weights.ts';
import { whyNoArticle } from './no-article.ts';
import { blocksOf } from './page/blocks.ts';
import { parsePage } from './page/parse.ts';
import { PIPELINE, runSteps, type StepReport } from './pipeline.ts';
import { paragraphsOf } from './text/lines.ts';

/** One of `bytes`, `html` and `text`; `as` says what bytes are where nothing else does; `asIs` leaves the text untouched. */
export type CleanInput = {
  readonly bytes?: Uint8Array;
  readonly html?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly url?: string;
  readonly given?: GivenFacts;
  readonly as?: 'html' | 'text';
  readonly asIs?: boolean;
};

export type CleanOptions = {
  /** Largest page, in bytes; above it the answer is `too-large`. */
  readonly maxHtmlBytes?: number;
  /** Largest plain text, in bytes. */
  readonly maxTextBytes?: number;
  readonly outletLines?: OutletLines;
  /** Rules of single sites instead of the (empty) table that ships. */
  readonly siteRules?: SiteRules;
  /** Names of steps to leave out, as in `STEPS`. */
  readonly without?: readonly string[];
  /** Other weights than those that ship: for measuring on pages that these have learnt from. */
  readonly weights?: CleanWeights;
  /** Adds `explained`: what each step removed and found out. */
  readonly explain?: boolean;
};

export type CleanedArticle = Article & { readonly explained?: readonly StepReport[] };
export type { StepReport } from './pipeline.ts';
export { compareRevisions } from './revisions.ts';

/** Kept with each revision; raised whenever the same capture may give another article. */
export const CLEANER_VERSION = 'clean-2';

/** The steps in their order, by the names that `without` takes, each with a sentence on what it does. */
export const STEPS: readonly { readonly name: string; readonly what: string }[] = PIPELINE.map(({ name, what }) => ({
  name,
  what,
}));

const DEFAULT_MAX_HTML_BYTES = 10_000_000;
const DEFAULT_MAX_TEXT_BYTES = 2_000_000;

/**
 * A page or text to its article, or to the reason why there is none. Pure, synchronous, never throws on what the world
 * sends: bytes in any charset, broken or hostile HTML. Time and memory grow linearly with the input.
 */
export function cleanCapture(input: CleanInput, options: CleanOptions = {}): CleanedArticle | NoArticle {
  if (input.bytes) {
    const reason = notText(input.bytes);
    if (reason) return reason;
  }
  const size = input.bytes?.length ?? (input.html ?? input.text ?? '').length;
  const widest = Math.max(
    options.maxHtmlBytes ?? DEFAULT_MAX_HTML_BYTES,
    options.maxTextBytes ?? DEFAULT_MAX_TEXT_BYTES,
  );
  if (size > widest) return tooLarge(size, widest);
  const source = input.html ?? input.text ?? (input.bytes ? decode(input.bytes, input.headers).text : '');
  if (source.trim() === '') return { error: 'empty', message: 'There is nothing in it: the page or file is empty.' };
  const kind = input.asIs ? 'text' : kindOf(input, source);
  const limit =
    kind === 'html'
      ? (options.maxHtmlBytes ?? DEFAULT_MAX_HTML_BYTES)
      : (options.maxTextBytes ?? DEFAULT_MAX_TEXT_BYTES);
  const bytes = input.bytes?.length ?? Buffer.byteLength(source);
  if (bytes > limit) return tooLarge(bytes, limit);

  const draft = startDraft(kind, source.replace(/^\uFEFF/, ''), input, options);
  const explained = runSteps(draft, options.without ?? [], options.explain === true);
  const article = toArticle(draft, input.asIs ? source : undefined);
  const reason = input.asIs ? undefined : whyNoArticle(draft, article.text);
  if (reason) return reason;
  return options.explain ? { ...article, explained } : article;
}

function tooLarge(bytes: number, limit: number): NoArticle {
  const mb = (n: number) => (n / 1_000_000).toFixed(n < 10_000_000 ? 1 : 0);
  return { error: 'too-large', message: `It is too large to be read: ${mb(bytes)} MB, the limit is ${mb(limit)} MB.` };
}

function kindOf(input: CleanInput, source: string): 'html' | 'text' {
  if (input.html !== undefined) return 'html';
  if (input.text !== undefined) return 'text';
  if (input.as) return input.as;
  const type = Object.entries(input.headers ?? {}).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  if (/html|xml/i.test(type)) return 'html';
  if (/^text\/plain/i.test(type)) return 'text';
  return /<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<(?:div|p|article)[\s>]/i.test(source.slice(0, 5000))
    ? 'html'
    : 'text';
}

function startDraft(kind: 'html' | 'text', source: string, input: CleanInput, options: CleanOptions): Draft {
  const shared = {
    kind,
    source,
    url: input.url,
    given: input.given ?? {},
    outletLines: options.outletLines ?? NO_OUTLET_LINES,
    siteRules: options.siteRules ?? SITE_RULES,
    weights: options.weights,
    facts: {},
    chain: [],
    corrections: [],
  };
  if (kind === 'text') return { ...shared, blocks: paragraphsOf(source) };
  const page = parsePage(source);
  const nodes = jsonLdNodes(page);
  const textBlocks = blocksOf(page);
  const blocks = textBlocks.map((block) => ({
    text: block.text,
    node: block.node,
    heading: /^h[1-6]$/.test(page.tag[block.node]!),
  }));
  return {
    ...shared,
    blocks,
    evidence: { page, blocks: textBlocks, head: readHead(page), nodes, article: articleNode(nodes) },
  };
}

/** The draft as it goes out. Where a step has found nothing, what was given beside the page fills the gap. */
function toArticle(draft: Draft, asIs: string | undefined): Article {
  const { facts, given } = draft;
  const outletName = facts.outletName ?? given.outlet ?? facts.outletDomain;
  const optional = {
    paywalled: facts.paywalled,
    image: facts.image,
    section: facts.section,
    tags: facts.tags,
    rightsLine: facts.rightsLine,
    cut: facts.cut,
    reservations: facts.reservations,
    corrections: draft.corrections.length ? draft.corrections : undefined,
  };
  return {
    url: draft.url ?? null,
    canonicalUrl: facts.canonicalUrl ?? null,
    outlet: outletName ? { name: outletName, domain: facts.outletDomain ?? null } : null,
    // A text left untouched still holds its headline.
    title: (asIs === undefined ? facts.title : undefined) ?? given.title ?? null,
    authors: facts.authors ?? given.authors ?? [],
    agency: facts.agency ?? null,
    dateline: facts.dateline ?? null,
    published: facts.published ?? given.published ?? null,
    publishedFrom: facts.publishedFrom ?? (given.published ? 'given' : null),
    modified: facts.modified ?? null,
    language: facts.language ?? null,
    text:
      asIs ??
      kept(draft)
        .map((block) => block.text)
        .join('\n\n'),
    furniture:
      asIs === undefined
        ? draft.blocks.flatMap((block) => (block.removed ? [{ text: block.text, reason: block.removed.reason }] : []))
        : [],
    chain: draft.chain,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}
