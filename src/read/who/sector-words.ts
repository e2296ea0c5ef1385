import table from './sector-words.json' with { type: 'json' };

const irregular = new Map(Object.entries(table.irregular));

/** The singular by which plural nouns are compared: policemen → policeman, parties → party. One rule for the table and the text. */
export function singular(lower: string): string {
  const known = irregular.get(lower);
  if (known) return known;
  if (lower.length < 4) return lower;
  if (lower.endsWith('men')) return `${lower.slice(0, -3)}man`;
  if (lower.endsWith('children')) return lower.slice(0, -3);
  if (lower.endsWith('ies')) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x)es$/.test(lower)) return lower.slice(0, -2);
  return /[^su]s$/.test(lower) ? lower.slice(0, -1) : lower;
}

const keyOf = (term: string): string => term.split(' ').map(singular).join(' ');
const setOf = (terms: readonly string[]): ReadonlySet<string> => new Set(terms.map(keyOf));

const sectorOf = new Map<string, string>();
for (const [sector, terms] of Object.entries(table.sectors))
  for (const term of terms) sectorOf.set(keyOf(term), sector);
const genericSector = new Map(Object.entries(table.genericSector).map(([term, sector]) => [keyOf(term), sector]));
const generic = setOf(table.generic);
const soft = setOf(table.soft);

/** Words of the longest term. */
export const LONGEST_TERM = Math.max(...[...sectorOf.keys(), ...generic].map((term) => term.split(' ').length));

export type SectorTerm = {
  readonly sector: string | undefined;
  /** Takes the sector of what it belongs to: "official", "leader". */
  readonly generic: boolean;
  /** Has a sector, but a known group it belongs to says more: "fighters". */
  readonly soft: boolean;
};

/** What some words, already singular and in small letters, say of the sector; undefined where they are no term. */
export function sectorTerm(words: readonly string[]): SectorTerm | undefined {
  const key = words.join(' ');
  if (generic.has(key)) return { sector: genericSector.get(key), generic: true, soft: true };
  const sector = sectorOf.get(key);
  return sector === undefined ? undefined : { sector, generic: false, soft: soft.has(key) };
}

export const FORMER: ReadonlySet<string> = new Set(table.former);
/** Sectors that somebody leaves by leaving office. */
export const LEFT_BY_LEAVING: ReadonlySet<string> = new Set(table.formerFrom);
export const NOBODY_NAMED: ReadonlySet<string> = new Set(table.pronouns);
export const KIND_SECTOR: Readonly<Record<string, string>> = table.kinds;
/** Behind a hyphen: words that tie what follows to the place before ("Somalia-based"), and words that do not ("U.S.-backed"). */
export const ATTACHED: ReadonlySet<string> = new Set(table.attached);
export const FROM_AFAR: ReadonlySet<string> = new Set(table.fromAfar);
/** Words that end the noun and begin what says more of it. */
export const OPENS_MORE: ReadonlySet<string> = new Set(table.prepositions);
/** What stands before the names of warships, and whose they are. */
export const SHIP_PREFIX: ReadonlyMap<string, string> = new Map(Object.entries(table.shipPrefixes));
/** Words before a paper or an agency by which it speaks for the government. */
export const STATE_RUN: ReadonlySet<string> = new Set(table.stateRun);
