import { parseRobots, type RobotsGroup } from './robots-file.ts';
import { escapesInOneCase, matchLength, normaliseEscapes } from './robots-pattern.ts';

export type RobotsAnswer = {
  readonly allowed: boolean;
  /** The line that decided, as written; absent where none matched. */
  readonly rule?: string;
  /** Seconds between requests, where the group asks for them. Not part of the standard, honoured all the same. */
  readonly crawlDelaySeconds?: number;
  /** Characters looked at: grows linearly with the file and the address. */
  readonly steps: number;
};

/** Longer paths are compared by their beginning only. */
const MAX_PATH = 8192;

/**
 * Whether robots.txt lets a crawler named `userAgent` fetch `url` (RFC 9309): groups of the crawler's product
 * token together, else those of `*`; the longest matching pattern decides, and Allow wins a tie.
 * An address without a path counts as `/`. The standard lets everybody fetch `/robots.txt`; that is never asked here.
 */
export function robotsAllows(robots: Uint8Array | string, userAgent: string, url: string): RobotsAnswer {
  return judge(parseRobots(robots), userAgent, url);
}

/** The same for a file that is parsed already. */
export function judge(groups: readonly RobotsGroup[], userAgent: string, url: string): RobotsAnswer {
  const mine = groupsFor(groups, userAgent);
  const path = pathOf(url);
  const paths = { allow: escapesInOneCase(path), disallow: normaliseEscapes(path) };
  const delays = mine.flatMap((group) => group.crawlDelaySeconds ?? []);
  const delay = delays.length > 0 ? { crawlDelaySeconds: Math.max(...delays) } : {};
  let steps = 0;
  let best: { readonly length: number; readonly allow: boolean; readonly line: string } | undefined;
  for (const rule of mine.flatMap((group) => group.rules)) {
    // A shorter pattern cannot win any more.
    if (best && (rule.pattern.length < best.length || (rule.pattern.length === best.length && !rule.allow))) continue;
    const match = matchLength(rule.pattern, rule.allow ? paths.allow : paths.disallow);
    steps += match.steps;
    if (match.length !== undefined) best = { length: match.length, allow: rule.allow, line: rule.line };
  }
  return { allowed: best?.allow ?? true, ...(best && { rule: best.line }), ...delay, steps };
}

function groupsFor(groups: readonly RobotsGroup[], userAgent: string): readonly RobotsGroup[] {
  const token = productToken(userAgent);
  const named = token === '' ? [] : groups.filter((group) => group.agents.includes(token));
  return named.length > 0 ? named : groups.filter((group) => group.agents.includes('*'));
}

/** `Stemma/0.1 (+https://…)` → `stemma`. */
export function productToken(userAgent: string): string {
  return /^[a-z_-]*/i.exec(userAgent.trim())![0].toLowerCase();
}

/** Path and query without the fragment. */
function pathOf(url: string): string {
  const rest = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#;]*(.*)$/is.exec(url)?.[1] ?? url;
  const path = rest.replace(/#.*$/s, '').slice(0, MAX_PATH);
  return path.startsWith('/') ? path : `/${path}`;
}
