import type { Knowledge, KnownActor } from '../../domain/ports/knowledge.ts';
import type { Bound } from './bound.ts';
import { dayNumber, isoDay } from './calendar.ts';

const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:al-|bin |van |de )?\p{Lu}[\p{L}’'-]+){1,4}/gu;
const NOT_NOW =
  /\b(?:former|ex-|then|late|ousted|deposed|once|future|elect|outgoing|incoming|predecessor|candidate|under|era|if|would|a|any|next|first)\b/i;

const COUNTERPART = /\bcounter ?-?part,? $/i;

type Term = {
  readonly name: string;
  readonly role: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
};
type Counted = Term & { times: number };

/**
 * Those named by their office: the article falls in their term. A sentence that names a year tells of the past. Of two whose
 * terms exclude each other the one named more often holds office, of equals the later one; candidates are often called by the office they seek.
 */
export function officesIn(
  sentences: readonly string[],
  knowledge: Knowledge,
  isCandidate: (name: string) => boolean,
): { readonly from: readonly Bound[]; readonly to: readonly Bound[] } {
  const terms = new Map<string, Counted>();
  let lastOffice: string | undefined;
  for (const words of sentences) {
    if (/\b(?:1[89]|20)\d\d\b/.test(words)) continue;
    let office: string | undefined;
    for (const match of words.matchAll(NAME)) {
      const before = words.slice(Math.max(0, match.index - 45), match.index);
      const after = words.slice(match.index + match[0].length, match.index + match[0].length + 60);
      if (NOT_NOW.test(`${before.slice(-30)}|${after.slice(0, 30).replace(/^, (?:the|a) /, '')}`)) continue;
      // "Foreign Minister …, along with his Kestrian counterpart …": both hold the same office.
      const title = COUNTERPART.test(before) ? `${office ?? lastOffice ?? ''}` : before.toLowerCase();
      const term = termOf(match[0], title, after.toLowerCase(), knowledge);
      office = term?.role ?? office;
      lastOffice = office ?? lastOffice;
      if (!term || isCandidate(term.name)) continue;
      const key = `${term.name} ${term.role}`;
      const seen = terms.get(key);
      if (seen) seen.times++;
      else terms.set(key, { ...term, times: 1 });
    }
  }
  const kept = consistent([...terms.values()]);
  return {
    from: kept.flatMap(({ name, role, from }) =>
      from ? [{ day: startOf(from), why: `${name} as ${role} (since ${from})`, sure: false }] : [],
    ),
    to: kept.flatMap(({ name, role, to }) =>
      to ? [{ day: endOf(to), why: `${name} as ${role} (until ${to})`, sure: false }] : [],
    ),
  };
}

/** Without those whose term excludes that of somebody named more often, or as often and later. */
function consistent(terms: readonly Counted[]): readonly Counted[] {
  const sorted = [...terms].sort((a, b) => b.times - a.times || (b.from ?? '').localeCompare(a.from ?? ''));
  const kept: Counted[] = [];
  for (const term of sorted) if (kept.every((other) => overlap(term, other))) kept.push(term);
  return kept;
}

const overlap = (a: Term, b: Term): boolean => (a.from ?? '') < (b.to ?? '9999') && (b.from ?? '') < (a.to ?? '9999');

/** The term of a person whose office stands right before the name, or right after it in apposition. */
function termOf(form: string, before: string, after: string, knowledge: Knowledge): Term | undefined {
  const words = form.split(' ');
  for (let at = 0; at < words.length; at++) {
    const title = `${before}${words.slice(0, at).join(' ').toLowerCase()}`.trimEnd().toLowerCase();
    for (const person of knowledge.named(words.slice(at).join(' '))) {
      if (person.kind !== 'person') continue;
      const term = termUnder(person, title, after);
      if (term) return term;
    }
  }
  return undefined;
}

function termUnder(person: KnownActor, title: string, after: string): Term | undefined {
  const roles =
    person.roles?.filter(
      ({ role }) =>
        title.endsWith(role.toLowerCase()) ||
        new RegExp(`^, (?:the |[\\p{L}’']+ ){0,3}${role.toLowerCase()}\\b`, 'u').test(after),
    ) ?? [];
  if (roles.length === 0) return undefined;
  const starts = roles.map((role) => role.from ?? '').sort();
  const last = roles
    .map((role) => role.to ?? '9999')
    .sort()
    .at(-1)!;
  return {
    name: person.name,
    role: roles[0]!.role,
    from: starts[0] || undefined,
    to: last === '9999' ? undefined : last,
  };
}

const startOf = (date: string): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
function endOf(date: string): string {
  const [year, month] = date.split('-').map(Number);
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? isoDay(dayNumber(year!, month! + 1, 1) - 1) : date;
}
