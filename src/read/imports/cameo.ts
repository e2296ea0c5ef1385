import type { ActorKind } from '../../domain/actor.ts';
import { slug } from '../../domain/ids.ts';
import { BrokenRecordError, type Found, usableForms } from './found.ts';

/** Sectors of CAMEO dictionaries by their names in PLOVER, which renamed the press and medicine. */
const SECTOR: Readonly<Record<string, string>> = {
  ...{ GOV: 'GOV', MIL: 'MIL', LEG: 'LEG', JUD: 'JUD', COP: 'COP', SPY: 'SPY', OPP: 'OPP', PTY: 'PTY', REB: 'REB' },
  ...{ INS: 'REB', SEP: 'REB', PRM: 'PRM', UAF: 'UAF', BUS: 'BUS', MNC: 'BUS', MED: 'JRN', HLH: 'MED', EDU: 'EDU' },
  ...{ LAB: 'LAB', AGR: 'AGR', REF: 'REF', CVL: 'CVL', CRM: 'CRM', ELI: 'ELI' },
};
const KIND: Readonly<Record<string, ActorKind>> = {
  ...{ REB: 'armed-group', INS: 'armed-group', SEP: 'armed-group', PTY: 'party', MED: 'media', BUS: 'company' },
  ...{ MNC: 'company', IGO: 'body', NGO: 'body', NGM: 'body' },
};
const NO_COUNTRY = new Set(['IGO', 'NGO', 'NGM', 'MNC', 'IMG', 'INT', 'UIS', 'ISM']);

/**
 * One entry of a CAMEO or PETRARCH actor dictionary: a pattern at the margin, synonyms behind `+`, codes in brackets with or
 * without dates. Entries with a bare country code are places and peoples, which are known already, and pass.
 */
export function actorOfEntry(entry: string): Found {
  const lines = entry.split('\n');
  const own = /^([^[\]{}~]*)(\[.*\])?\s*$/.exec(lines[0]!);
  const codes = lines.flatMap((line) => [...line.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]!.trim()));
  if (!own || codes.length === 0) throw new BrokenRecordError('it has no pattern with a code');
  const patterns = [
    own[1]!,
    ...lines.filter((line) => line.startsWith('+')).map((line) => line.slice(1).replace(/\[.*$/, '')),
  ];
  const [first, ...more] = patterns.flatMap(formsOf);
  const terms = codes.map(termOf).filter((term) => term !== undefined);
  const term = terms.at(-1);
  if (!first || !term || term.sector === undefined) return {};
  const isPerson = terms.some(({ from, to }) => from !== undefined || to !== undefined);
  const kind = isPerson ? 'person' : (KIND[term.code] ?? 'other');
  const roles = terms.flatMap(({ sector, from, to }) =>
    sector && OFFICE[sector] ? [{ role: OFFICE[sector], ...(from && { from }), ...(to && { to }) }] : [],
  );
  return {
    actor: {
      id: `cameo:${slug(first)}`,
      name: first,
      kind,
      aliases: usableForms(more, kind, first),
      ...(term.country && { country: term.country }),
      ...(!isPerson && SECTOR[term.code] && { sector: SECTOR[term.code]! }),
      ...(isPerson && roles.length > 0 && { roles }),
    },
  };
}

/** What a dated code says of an office; the dictionaries name none. */
const OFFICE: Readonly<Record<string, string>> = {
  ...{ GOV: 'government official', MIL: 'military officer', LEG: 'legislator', JUD: 'judge', COP: 'police officer' },
  ...{ SPY: 'intelligence officer', OPP: 'opposition politician', REB: 'rebel', PTY: 'politician' },
};

/** A pattern in the letters that news prints: "AL_QAEDA_" is "Al Qaeda"; a short single word may be initials and keeps its capitals too. */
function formsOf(pattern: string): readonly string[] {
  const words = pattern.replace(/_+/g, ' ').replace(/\s+/g, ' ').trim();
  if (!words) return [];
  const title = words
    .toLowerCase()
    .split(' ')
    .map((word, at) =>
      at > 0 && SMALL.has(word) ? word : word.replace(/(^|[-'])\p{L}/gu, (letter) => letter.toUpperCase()),
    )
    .join(' ');
  return /^[A-Z]{2,6}$/.test(words) ? [words, title] : [title];
}
const SMALL = new Set(['of', 'the', 'and', 'for', 'in', 'de', 'la', 'del', 'al', 'el', 'bin', 'ibn', 'van', 'von']);

type Term = {
  readonly code: string;
  readonly country?: string;
  readonly sector?: string;
  readonly from?: string;
  readonly to?: string;
};

/** "AFGGOV 20011222-20140929", "KENELI <20030101", "IGOUNO": country, sector, term. */
function termOf(code: string): Term | undefined {
  const match = /^([A-Z]{3})([A-Z]{3})?\w*(?:\s+([<>])?(\d{6,8})(?:\s*-\s*(\d{6,8}))?)?$/.exec(code);
  if (!match) return undefined;
  const [, head, tail, side, first, last] = match;
  const from = side === '<' ? undefined : dateOf(first);
  const to = side === '<' ? dateOf(first) : side === '>' ? undefined : dateOf(last);
  const worldwide = NO_COUNTRY.has(head!);
  const kind = worldwide ? head! : (tail ?? '');
  const sector = SECTOR[kind] ?? (worldwide ? kind : undefined);
  return {
    code: kind,
    ...(!worldwide && { country: head! }),
    ...(sector && { sector }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** YYMMDD of the last century's dictionaries and YYYYMMDD of later ones. */
function dateOf(digits: string | undefined): string | undefined {
  if (digits === undefined) return undefined;
  const whole = digits.length === 6 ? `${Number(digits.slice(0, 2)) < 30 ? '20' : '19'}${digits}` : digits;
  return whole.length === 8 ? `${whole.slice(0, 4)}-${whole.slice(4, 6)}-${whole.slice(6)}` : undefined;
}
