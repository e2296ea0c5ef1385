import { readFileSync } from 'node:fs';
import type { Knowledge } from '../../domain/ports/knowledge.ts';
import type { DateMention } from '../../domain/reading.ts';
import { dayNumber, dayOfIso, isoDay } from './calendar.ts';
import { findDates } from './dates.ts';

export type BetweenContext = {
  readonly knowledge: Knowledge;
  /** The article's dates, where they are known already. */
  readonly dates?: readonly DateMention[];
  /** ISO day by which the article was there at the latest: when it was fetched, or its feed item dated. */
  readonly notAfter?: string;
  /** Lines that are not the article (copyright lines), which bound it all the same. */
  readonly furniture?: readonly string[];
};

/** `[from, to]` as ISO days, both counted in, with a reason for each bound in words. */
export type Between = { readonly between: readonly [from: string, to: string]; readonly why: readonly string[] };

type Bound = { readonly day: string; readonly why: string; readonly sure: boolean };
type KnownEvent = { readonly event: string; readonly date: string; readonly all: readonly RegExp[] };

/**
 * When an undated article was published, as far as its text tells: not before the years and events it looks back on, within
 * the terms of those it names by their office, some years after an event it counts from ("some 12 years on"), not after its
 * copyright line or `notAfter`. Undefined where one end stays open. Linear in the text.
 */
export function publishedBetween(text: string, context: BetweenContext): Between | undefined {
  const dates = context.dates ?? findDates(text, { published: null });
  const sentences = text.split(/(?<=[.!?]["”’)]*)\s+(?=[\p{Lu}"“])|\n+/u);
  const events = eventsIn(sentences);
  const counted = countedFromEvents(sentences, events);
  const offices = officesIn(sentences, context.knowledge);
  const from = [
    ...yearsLookedBackOn(text, dates),
    ...events.map(({ event, date }) => ({ day: date, why: `after ${event} (${date})`, sure: true })),
    ...counted.from,
    ...offices.from,
  ];
  const to = [...copyrightYears(text, context.furniture), ...counted.to, ...offices.to];
  if (context.notAfter)
    to.push({ day: context.notAfter.slice(0, 10), why: `there by ${context.notAfter.slice(0, 10)}`, sure: true });
  return (
    joined(from, to) ??
    joined(
      from.filter(({ sure }) => sure),
      to.filter(({ sure }) => sure),
    )
  );
}

function joined(from: readonly Bound[], to: readonly Bound[]): Between | undefined {
  const first = from.reduce<Bound | undefined>(
    (best, bound) => (!best || bound.day > best.day ? bound : best),
    undefined,
  );
  const last = to.reduce<Bound | undefined>((best, bound) => (!best || bound.day < best.day ? bound : best), undefined);
  return first && last && first.day <= last.day
    ? { between: [first.day, last.day], why: [first.why, last.why] }
    : undefined;
}

const AHEAD = /\b(?:by|until|till|through|before|in time for|ahead of|from)\s*(?:the\s+)?(?:[\p{L}]+\s+){0,2}$/u;
const WILL =
  /\b(?:will|would|shall|plans?|planned|expected|scheduled|due|hopes?|aims?|target|election|elections|World Cup|Olympics|Games)\b/;

/** A day with its year is often one that lies just ahead: readings, trials, votes are announced. */
const ANNOUNCED_DAYS = 60;

/** Years named in the text that lie behind it. A year in a sentence about the future bounds nothing. */
function yearsLookedBackOn(text: string, dates: readonly DateMention[]): Bound[] {
  const bounds: Bound[] = [];
  for (const date of dates) {
    const year = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date.value ?? '');
    if (!year || !date.text.includes(year[1]!)) continue;
    const before = text.slice(Math.max(0, date.start - 40), date.start);
    const around = text.slice(Math.max(0, date.start - 90), date.end + 40);
    if (AHEAD.test(before) || WILL.test(around)) continue;
    // A bare year is named before it comes ("fiscal 2016", "the 2016 race"), unless something happened in it.
    const bare = !year[2] && !/\b(?:in|since|during)\s*$/.test(before);
    bounds.push({
      day: year[3]
        ? isoDay(dayOfIso(date.value!)! - ANNOUNCED_DAYS)
        : `${Number(year[1]) - (bare ? 1 : 0)}-${year[2] ?? '01'}-01`,
      why: `looks back on ${date.text.replace(/\s+/g, ' ')}`,
      sure: true,
    });
  }
  return bounds;
}

function copyrightYears(text: string, furniture: readonly string[] = []): Bound[] {
  return [text, ...furniture].flatMap((part) =>
    [...part.matchAll(/(?:©|\(c\)|copyright)[^\n]{0,40}?\b((?:19|20)\d\d)(?:\s*[-–]\s*((?:19|20)\d\d))?/gi)].map(
      (match) => {
        const year = match[2] ?? match[1]!;
        return { day: `${year}-12-31`, why: `its copyright line says ${year}`, sure: true };
      },
    ),
  );
}

let known: readonly KnownEvent[] | undefined;

function knownEvents(): readonly KnownEvent[] {
  known ??= (
    JSON.parse(readFileSync(new URL('./known-events.json', import.meta.url), 'utf8')) as {
      rows: { event: string; date: string; all: string[] }[];
    }
  ).rows.map(({ event, date, all }) => ({ event, date, all: all.map((pattern) => new RegExp(pattern, 'u')) }));
  return known;
}

type FoundEvent = { readonly event: string; readonly date: string; readonly sentence: number };

function eventsIn(sentences: readonly string[]): FoundEvent[] {
  return knownEvents().flatMap(({ event, date, all }) => {
    const sentence = sentences.findIndex((words) => all.every((pattern) => pattern.test(words)));
    return sentence < 0 ? [] : [{ event, date, sentence }];
  });
}

const YEARS_ON = /\b(?:on|later|into|after|since|ago)\b/;

/** "Some 12 years on", in the sentence of an event or the next: the event's year and so many more, give or take one. */
function countedFromEvents(
  sentences: readonly string[],
  events: readonly FoundEvent[],
): { readonly from: Bound[]; readonly to: Bound[] } {
  const from: Bound[] = [];
  const to: Bound[] = [];
  for (const { event, date, sentence } of events)
    for (const words of sentences.slice(sentence, sentence + 2)) {
      const years = findDates(words, { published: null }).find(
        ({ type, value, end }) =>
          type === 'DURATION' && /^P\d+Y$/.test(value ?? '') && YEARS_ON.test(words.slice(end - 3, end + 8)),
      );
      if (!years || !/\b(?:on|later)\b/.test(words.slice(years.end - 3, years.end + 8))) continue;
      const count = Number(/\d+/.exec(years.value!)![0]);
      const year = Number(date.slice(0, 4));
      const why = `“${years.text}” after ${event} (${date})`;
      from.push({ day: `${year + count - 1}${date.slice(4)}`, why, sure: true });
      to.push({ day: `${year + count + 1}${date.slice(4)}`, why, sure: true });
    }
  return { from, to };
}

const NAME = /\p{Lu}[\p{L}’'-]+(?: (?:al-|bin |van |de )?\p{Lu}[\p{L}’'-]+){1,4}/gu;
const NOT_NOW =
  /\b(?:former|ex-|then|late|ousted|deposed|once|future|elect|outgoing|incoming|predecessor|candidate|under|era)\b/i;

/** Those named by their office: the article falls in their term. A sentence that names a year tells of the past. */
function officesIn(
  sentences: readonly string[],
  knowledge: Knowledge,
): { readonly from: Bound[]; readonly to: Bound[] } {
  const from: Bound[] = [];
  const to: Bound[] = [];
  for (const words of sentences) {
    if (/\b(?:1[89]|20)\d\d\b/.test(words)) continue;
    for (const match of words.matchAll(NAME)) {
      const before = words.slice(Math.max(0, match.index - 45), match.index);
      const after = words.slice(match.index + match[0].length, match.index + match[0].length + 60);
      if (NOT_NOW.test(`${before}|${after.slice(0, 30)}`)) continue;
      const term = termOf(match[0], before.toLowerCase(), after.toLowerCase(), knowledge);
      if (!term) continue;
      if (term.from)
        from.push({ day: startOf(term.from), why: `${term.name} as ${term.role} (since ${term.from})`, sure: false });
      if (term.to)
        to.push({ day: endOf(term.to), why: `${term.name} as ${term.role} (until ${term.to})`, sure: false });
    }
  }
  return { from, to };
}

type Term = {
  readonly name: string;
  readonly role: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
};

/** The term of a person whose office stands right before the name, or right after it in apposition. */
function termOf(form: string, before: string, after: string, knowledge: Knowledge): Term | undefined {
  const words = form.split(' ');
  for (let at = 0; at < words.length - 1; at++) {
    const person = knowledge.named(words.slice(at).join(' ')).find(({ kind }) => kind === 'person');
    const title = `${before}${words.slice(0, at).join(' ').toLowerCase()}`.trimEnd();
    const roles =
      person?.roles?.filter(
        ({ role }) =>
          title.endsWith(role.toLowerCase()) ||
          new RegExp(`^, (?:the |[\\p{L}’']+ ){0,3}${role.toLowerCase()}\\b`, 'u').test(after),
      ) ?? [];
    if (!person || roles.length === 0) continue;
    const starts = roles.map((role) => role.from ?? '').sort();
    const ends = roles.map((role) => role.to ?? '9999').sort();
    const last = ends.at(-1)!;
    return {
      name: person.name,
      role: roles[0]!.role,
      from: starts[0] || undefined,
      to: last === '9999' ? undefined : last,
    };
  }
  return undefined;
}

const startOf = (date: string): string =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
function endOf(date: string): string {
  const [year, month] = date.split('-').map(Number);
  if (date.length === 4) return `${date}-12-31`;
  return date.length === 7 ? isoDay(dayNumber(year!, month! + 1, 1) - 1) : date;
}
