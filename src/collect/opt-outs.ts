import type { Reservations } from '../domain/capture.ts';
import type { Clock } from '../domain/ports/clock.ts';
import { decodeFeed } from './feeds/decode.ts';
import { wordsOf } from './feeds/fields.ts';
import { type Element, elementsOf, readTree, TooComplex } from './feeds/xml-tree.ts';
import { type Fetcher, isFailure } from './fetch.ts';
import { licencesOf } from './robots-file.ts';
import { matchLength } from './robots-pattern.ts';

/** What a whole site reserves, by path. */
export type SiteRule = {
  /** A pattern as in robots.txt. */
  readonly path: string;
  readonly reserved: boolean;
  readonly licenceUrl?: string;
  readonly evidence: string;
};

export type OptOuts = {
  /** What the site of an address reserves for it, beyond what the page itself will say. */
  readonly of: (url: string) => Promise<Reservations | undefined>;
};

const DAY_MS = 86_400_000;
const MAX_SITES = 5_000;
const MAX_RULES = 1_000;

/**
 * Reads the opt-outs that stand beside the pages: `/.well-known/tdmrep.json` (TDMRep §6.1) and the RSL documents that
 * robots.txt names. Each site is asked once a day.
 */
export function makeOptOuts(ports: { readonly fetcher: Fetcher; readonly clock: Clock }): OptOuts {
  const sites = new Map<string, { readonly askedAtMs: number; readonly rules: Promise<readonly SiteRule[]> }>();
  return {
    of: async (address) => {
      const url = new URL(address);
      const known = sites.get(url.origin);
      const nowMs = ports.clock.nowMs();
      if (known && nowMs - known.askedAtMs < DAY_MS && known.askedAtMs <= nowMs)
        return reservationsFor(await known.rules, url);
      if (sites.size >= MAX_SITES) sites.clear();
      const rules = ask(url.origin, ports.fetcher);
      sites.set(url.origin, { askedAtMs: nowMs, rules });
      return reservationsFor(await rules, url);
    },
  };
}

async function ask(origin: string, fetcher: Fetcher): Promise<readonly SiteRule[]> {
  const tdm = await fetcher.fetch(new URL('/.well-known/tdmrep.json', origin).href, { kind: 'found' });
  const rules = isFailure(tdm) ? [] : [...readTdmRep(decodeFeed(tdm.body, ''))];
  const robots = await fetcher.robots.body(new URL(origin), AbortSignal.timeout(20_000));
  for (const licence of licencesOf(robots.body).slice(0, 3)) {
    const answer = await fetcher.fetch(licence, { kind: 'found' });
    if (!isFailure(answer)) rules.push(...readRsl(answer.body, licence));
  }
  return rules;
}

/** The rules of a tdmrep.json; what cannot be read says nothing. */
export function readTdmRep(text: string): readonly SiteRule[] {
  let rows: unknown;
  try {
    rows = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(rows)) return [];
  return rows.slice(0, MAX_RULES).flatMap((row: unknown): readonly SiteRule[] => {
    if (typeof row !== 'object' || row === null) return [];
    const { location, 'tdm-reservation': reservation, 'tdm-policy': policy } = row as Record<string, unknown>;
    if (typeof location !== 'string' || (reservation !== 1 && reservation !== 0)) return [];
    const licence = typeof policy === 'string' ? { licenceUrl: policy } : {};
    return [
      { path: location, reserved: reservation === 1, ...licence, evidence: `tdmrep.json: ${location} ${reservation}` },
    ];
  });
}

/**
 * The rules of an RSL document (RSL 1.0). Stemma builds a search index and trains nothing, so a path is reserved where
 * `search` or `all` is prohibited, or where what is permitted names neither.
 */
export function readRsl(bytes: Uint8Array, licenceUrl: string): readonly SiteRule[] {
  try {
    const root = readTree(decodeFeed(bytes, ''), undefined);
    if (root?.name !== 'rsl') return [];
    return elementsOf(root)
      .filter((child) => child.name === 'content')
      .slice(0, MAX_RULES)
      .map((content) => {
        const licences = elementsOf(content).filter((child) => child.name === 'license');
        const reserved = licences.length > 0 && licences.every(forbidsSearch);
        const path = content.attributes.url ?? '/';
        const local = /^https?:/i.test(path) && URL.canParse(path) ? new URL(path).pathname : path;
        return { path: local, reserved, licenceUrl, evidence: `RSL ${licenceUrl}: ${path}` };
      });
  } catch (error) {
    if (error instanceof TooComplex) return [];
    throw error;
  }
}

function forbidsSearch(licence: Element): boolean {
  const usages = (name: string) =>
    elementsOf(licence)
      .filter((child) => child.name === name && (child.attributes.type ?? 'usage') === 'usage')
      .flatMap((child) => (wordsOf(child) ?? '').toLowerCase().split(/[\s,]+/));
  const [permitted, prohibited] = [usages('permits'), usages('prohibits')];
  if (prohibited.some((usage) => usage === 'all' || usage === 'search')) return true;
  return permitted.length > 0 && !permitted.some((usage) => usage === 'all' || usage === 'search');
}

/** The most specific rule of each kind that covers an address. */
function reservationsFor(rules: readonly SiteRule[], url: URL): Reservations | undefined {
  const path = url.pathname + url.search;
  const matching = rules
    .flatMap((rule) => {
      const { length } = matchLength(rule.path, path);
      return length === undefined ? [] : [{ rule, length }];
    })
    .sort((a, b) => b.length - a.length);
  const best = matching[0]?.rule;
  if (!best) return undefined;
  return {
    linkOnly: best.reserved,
    ...(best.licenceUrl && { licenceUrl: best.licenceUrl }),
    evidence: [best.evidence],
  };
}

/** What two places reserve together: the stricter of each. */
export function bothReservations(a: Reservations | undefined, b: Reservations | undefined): Reservations | undefined {
  if (!a || !b) return a ?? b;
  const snippets = [a.maxSnippetChars, b.maxSnippetChars].filter((chars) => chars !== undefined);
  return {
    ...a,
    ...b,
    linkOnly: a.linkOnly || b.linkOnly,
    ...((a.noArchive || b.noArchive) && { noArchive: true }),
    ...((a.noSnippet || b.noSnippet) && { noSnippet: true }),
    ...(snippets.length > 0 && { maxSnippetChars: Math.min(...snippets) }),
    evidence: [...a.evidence, ...b.evidence],
  };
}
