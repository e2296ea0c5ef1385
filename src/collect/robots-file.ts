import { normaliseEscapes } from './robots-pattern.ts';

export type RobotsRule = {
  readonly allow: boolean;
  readonly pattern: string;
  /** As written in the file. */
  readonly line: string;
};

/** Rules for some crawlers; `agents` are product tokens in lower case, or `*`. */
export type RobotsGroup = {
  readonly agents: readonly string[];
  readonly rules: readonly RobotsRule[];
  readonly crawlDelaySeconds?: number;
};

/** RFC 9309 §2.5 asks for at least 500 KiB. */
const MAX_BYTES = 512_000;

/** Spellings of the field names as they are found in the wild; Google's parser takes the same. */
const FIELDS: Readonly<Record<string, 'agent' | 'allow' | 'disallow' | 'delay'>> = {
  'user-agent': 'agent',
  useragent: 'agent',
  'user agent': 'agent',
  allow: 'allow',
  disallow: 'disallow',
  dissallow: 'disallow',
  dissalow: 'disallow',
  disalow: 'disallow',
  diasllow: 'disallow',
  disallaw: 'disallow',
  'crawl-delay': 'delay',
};

/** Reads the groups of a robots.txt. Whatever cannot be read is passed over, as the standard asks. */
export function parseRobots(robots: Uint8Array | string): readonly RobotsGroup[] {
  const groups: { agents: string[]; rules: RobotsRule[]; crawlDelaySeconds?: number }[] = [];
  let agentsAreOpen = false;
  for (const line of linesOf(robots)) {
    const { field, value } = fieldOf(line);
    const kind = FIELDS[field];
    if (kind === 'agent') {
      if (!agentsAreOpen) groups.push({ agents: [], rules: [] });
      agentsAreOpen = true;
      groups.at(-1)!.agents.push(agentToken(value));
      continue;
    }
    const group = groups.at(-1);
    // Other fields (Sitemap, Host, Crawl-delay) do not end a list of crawlers.
    if (kind === 'allow' || kind === 'disallow') {
      agentsAreOpen = false;
      if (group && value !== '')
        group.rules.push({ allow: kind === 'allow', pattern: normaliseEscapes(value), line: line.trim() });
    } else if (kind === 'delay' && group && /^\d+(?:\.\d+)?$/.test(value)) {
      group.crawlDelaySeconds = Number(value);
    }
  }
  return groups;
}

/** Addresses of sitemaps that the file names, wherever they stand. */
export function sitemapsOf(robots: Uint8Array | string): readonly string[] {
  return linesOf(robots)
    .map(fieldOf)
    .filter((line) => line.field === 'sitemap' || line.field === 'site-map')
    .map((line) => line.value);
}

/** Licence documents that the file names (RSL 1.0: `License: https://…/license.xml`). */
export function licencesOf(robots: Uint8Array | string): readonly string[] {
  return linesOf(robots)
    .map(fieldOf)
    .filter((line) => line.field === 'license' && line.value !== '')
    .map((line) => line.value);
}

function linesOf(robots: Uint8Array | string): readonly string[] {
  const bytes = typeof robots === 'string' ? robots : withoutMark(robots.subarray(0, MAX_BYTES));
  const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes);
  return text
    .slice(0, MAX_BYTES)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/);
}

/** Some files carry a byte order mark that lost a byte on the way. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  const mark = [0xef, 0xbb, 0xbf];
  let length = 0;
  while (length < 3 && bytes[length] === mark[length]) length++;
  return bytes.subarray(length);
}

function fieldOf(line: string): { readonly field: string; readonly value: string } {
  const words = line.replace(/#.*$/, '').trim();
  const colon = words.indexOf(':');
  if (colon >= 0) return { field: words.slice(0, colon).trim().toLowerCase(), value: words.slice(colon + 1).trim() };
  // "disallow /" without a colon: taken where exactly one value follows the name.
  const [name, value, ...more] = words.split(/[ \t]+/);
  return more.length === 0 && value !== undefined ? { field: name!.toLowerCase(), value } : { field: '', value: '' };
}

function agentToken(value: string): string {
  if (/^\*(?:\s|$)/.test(value)) return '*';
  return /^[a-z_-]*/i.exec(value)![0].toLowerCase();
}
