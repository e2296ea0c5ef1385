import type { Knowledge } from '../../domain/ports/knowledge.ts';
import type { DateMention } from '../../domain/reading.ts';
import type { Bound } from './bound.ts';
import { dayOfIso, isoDay } from './calendar.ts';
import { findDates } from './dates.ts';
import { countedFromEvents, eventsIn } from './known-events.ts';
import { officesIn } from './offices.ts';

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

/**
 * When an undated article was published, as far as its text tells: not before the years, events and inventions it speaks of,
 * within the terms of those it names by their office and the candidacies it tells of, some years after an event it counts
 * from ("some 12 years on"), not after its copyright line or `notAfter`. Undefined where one end stays open. Linear.
 */
export function publishedBetween(text: string, context: BetweenContext): Between | undefined {
  const dates = context.dates ?? findDates(text, { published: null });
  const sentences = text.split(/(?<=[.!?]["”’)]*)\s+(?=[\p{Lu}"“])|\n+/u);
  const events = eventsIn(text, sentences);
  const counted = countedFromEvents(sentences, events);
  const running = events.map(({ event }) => event).filter((event) => CANDIDACY.test(event));
  const offices = officesIn(sentences, context.knowledge, (name) => running.some((event) => event.includes(name)));
  const from = [
    ...yearsLookedBackOn(text, dates),
    ...events.map(({ event, date }) => ({ day: date, why: `after ${event} (${date})`, sure: true })),
    ...counted.from,
    ...offices.from,
  ];
  const to = [
    ...copyrightYears(text, context.furniture),
    ...counted.to,
    ...offices.to,
    ...events.flatMap(({ event, until }) =>
      until === undefined ? [] : [{ day: until, why: `before ${event} ended (${until})`, sure: false }],
    ),
  ];
  if (context.notAfter)
    to.push({ day: context.notAfter.slice(0, 10), why: `there by ${context.notAfter.slice(0, 10)}`, sure: true });
  return joined(from, to);
}

/** Who runs for an office may be called by it in jest or hope ("a President Trump"). */
const CANDIDACY = /^the candidacy of|running for/;

const latest = (bounds: readonly Bound[]): Bound | undefined =>
  bounds.reduce<Bound | undefined>((best, bound) => (!best || bound.day > best.day ? bound : best), undefined);
const earliest = (bounds: readonly Bound[]): Bound | undefined =>
  bounds.reduce<Bound | undefined>((best, bound) => (!best || bound.day < best.day ? bound : best), undefined);

/**
 * The narrowest time that no sure bound contradicts: ends that lie before a sure beginning speak of former times, beginnings
 * behind a sure end of times to come; of what is unsure the ends are believed first.
 */
function joined(from: readonly Bound[], to: readonly Bound[]): Between | undefined {
  const sureTo = earliest(to.filter(({ sure }) => sure));
  const begun = from.filter(({ day }) => !sureTo || day <= sureTo.day);
  const sureFrom = latest(begun.filter(({ sure }) => sure));
  const last = earliest(to.filter(({ day, sure }) => sure || !sureFrom || day > sureFrom.day));
  const first = latest(begun.filter(({ day }) => !last || day < last.day)) ?? sureFrom;
  return first && last && first.day <= last.day
    ? { between: [first.day, last.day], why: [first.why, last.why] }
    : undefined;
}

const AHEAD =
  /\b(?:by|until|till|through|before|in time for|ahead of|from|to|toward|beyond|around)\s*(?:the\s+)?(?:[\p{L}]+\s+){0,2}$/u;
const WILL =
  /\b(?:will|would|shall|could|may|might|can|should|wants?|next|plans?|planned|expected|projected|scheduled|due|hopes?|aims?|targets?|goals?|elections?|re-?elect\w*|midterms?|cycle|term|run for|races?|fiscal|budget|convention|deadline|forecasts?|World Cup|Olympics|Games)\b|['’]ll\b/i;
const PAST =
  /\b(?:was|were|had|did|been|won|lost|took|began|became|made|came|went|rose|fell|ran|left|held|gave|met|wrote|told|got|led|fought|sent|died|built|brought|since|ago|\p{L}{2,}ed)\b/iu;

/** A day with its year is often one that lies just ahead: readings, trials, votes are announced. */
const ANNOUNCED_DAYS = 60;

/** Plans and terms reach so many years ahead: a year without anything that happened in it may be yet to come. */
const PLANNED_YEARS = 5;
const LOOKING_BACK = /\b(?:in|since|during)\s*$/;

/** Years named in the text that lie behind it. A year in a sentence about the future bounds nothing. */
function yearsLookedBackOn(text: string, dates: readonly DateMention[]): Bound[] {
  const bounds: Bound[] = [];
  for (const date of dates) {
    const year = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?/.exec(date.value ?? '');
    if (!year || !date.text.includes(year[1]!)) continue;
    const before = text.slice(Math.max(0, date.start - 40), date.start);
    const around = text.slice(Math.max(0, date.start - 90), date.end + 60);
    const ahead = AHEAD.test(before) || WILL.test(around);
    const happened = PAST.test(
      around.replace(/\b(?:said|called|planned|expected|proposed|scheduled|projected)\b/g, ''),
    );
    if (ahead) continue;
    const planned = !year[2] && !happened;
    const back = year[2] ? 0 : planned ? PLANNED_YEARS : LOOKING_BACK.test(before) ? 0 : 1;
    bounds.push({
      day: year[3]
        ? isoDay(dayOfIso(date.value!)! - ANNOUNCED_DAYS)
        : `${Number(year[1]) - back}-${year[2] ?? '01'}-01`,
      why: planned ? `speaks of ${date.text}` : `looks back on ${date.text.replace(/\s+/g, ' ')}`,
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
