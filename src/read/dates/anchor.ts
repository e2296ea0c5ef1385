import { dayNumber, dayOfIso, dayOfWeekValue, isoDay, isoMonth, isoWeek, monthOf, pad, yearOf } from './calendar.ts';

/** What relative expressions are counted from. `day` is the published day; `running` the value the text spoke of last. */
export type Anchor = {
  readonly day: number | undefined;
  running: string | undefined;
  /** Where in the text `running` was said, as a word number. */
  runningAt: number;
  /** The running day, where it was said just before the word number given. */
  readonly runningDay: (at: number) => string | undefined;
  /** The quarter that a results report is about. */
  quarter: string | undefined;
  /** Long texts about other times (histories, background) count from their own dates. */
  readonly narrative: boolean;
};

/** Words within which a clock time belongs to the day named before it. */
const CLOCK_REACH = 60;

export function anchorOf(published: string | null, narrative: boolean): Anchor {
  const day = published === null ? undefined : (dayOfIso(published) ?? dayOfCoarse(published));
  const anchor: Anchor = {
    day,
    running: undefined,
    runningAt: -1,
    runningDay: (at) =>
      at - anchor.runningAt < CLOCK_REACH && dayOfIso(anchor.running ?? '') !== undefined ? anchor.running : undefined,
    quarter: undefined,
    narrative,
  };
  return anchor;
}

function dayOfCoarse(value: string): number | undefined {
  const parts = /^(\d{4})(?:-(\d\d))?$/.exec(value);
  return parts ? dayNumber(Number(parts[1]), parts[2] ? Number(parts[2]) : 7, 15) : undefined;
}

/** The year of an absolute value, below zero before Christ. */
export function yearOfValue(value: string | undefined): number | undefined {
  const parts = /^(BC)?(\d{4})/.exec(value ?? '');
  return parts ? (parts[1] ? -Number(parts[2]) : Number(parts[2])) : undefined;
}

export const isoYear = (year: number): string => (year < 0 ? `BC${pad(-year, 4)}` : pad(year, 4));

/** `anchor.day`, as the value it starts from. */
export const publishedValue = (anchor: Anchor): string | undefined =>
  anchor.day === undefined ? undefined : isoDay(anchor.day);

const SEASON_MIDDLE: Readonly<Record<string, number>> = { SP: 4, SU: 7, FA: 10, WI: 1 };

/** A day that stands for the value: itself, or the middle of a month, quarter, season or year. */
export function middleDay(value: string): number | undefined {
  const day = dayOfIso(value) ?? dayOfWeekValue(value);
  if (day !== undefined) return day;
  const parts = /^(\d{4})(?:-(\d\d|Q[1-4]|H[12]|SP|SU|FA|WI))?/.exec(value);
  if (!parts) return undefined;
  const year = Number(parts[1]);
  const part = parts[2];
  if (!part) return dayNumber(year, 7, 1);
  if (part.startsWith('Q')) return dayNumber(year, Number(part[1]) * 3 - 1, 15);
  if (part.startsWith('H')) return dayNumber(year, part === 'H1' ? 4 : 10, 1);
  return dayNumber(year, SEASON_MIDDLE[part] ?? Number(part), 15);
}

const coarse = (value: string): string => value.replace(/T.*$/, '');

/**
 * A value moved by `count` units, at the unit's own precision: two years before 2016-08-21 is 2014, two weeks is a week,
 * ten days a day. Quarters stay quarters ("a year earlier" in a results report). Undefined where the value is too coarse.
 */
export function shift(
  from: string,
  count: number,
  unit: string,
  options: { readonly weekAsDay?: boolean } = {},
): string | undefined {
  const value = coarse(from);
  const year = yearOfValue(value);
  if (year === undefined) return undefined;
  const quarter = /-(Q[1-4])$/.exec(value)?.[1];
  if (unit === 'Y' || unit === 'E' || unit === 'C') {
    const years = Math.round(count * { Y: 1, E: 10, C: 100 }[unit]);
    const moved = year + years;
    if (moved === 0) return undefined;
    return quarter && unit === 'Y' ? `${pad(moved, 4)}-${quarter}` : isoYear(moved);
  }
  const day = middleDay(value);
  if (day === undefined || year < 0) return undefined;
  const fine = /^\d{4}-(?:\d\d|W\d\d)/.test(value);
  if (unit === 'Q') {
    const index = year * 4 + Math.floor((monthOf(day) - 1) / 3) + count;
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  }
  if (unit === 'M')
    return fine && Number.isInteger(count)
      ? isoMonth(yearOf(day), monthOf(day) + count)
      : fine
        ? isoMonth(yearOf(day), monthOf(day) + Math.round(count))
        : undefined;
  if (unit === 'W' || unit === 'FN') {
    const days = Math.round(count * (unit === 'W' ? 7 : 14));
    if (!fine) return undefined;
    return options.weekAsDay && dayOfIso(value) !== undefined ? isoDay(day + days) : isoWeek(day + days);
  }
  if (unit === 'WE') return `${isoWeek(day + count * 7)}-WE`;
  if (unit === 'D') return dayOfIso(value) === undefined ? undefined : isoDay(day + count);
  return undefined;
}

/** A value cut to a unit: the month of a day, the week of a day… */
export function cutTo(from: string, unit: string): string | undefined {
  const value = coarse(from);
  const year = yearOfValue(value);
  if (year === undefined) return undefined;
  if (unit === 'Y') return isoYear(year);
  if (unit === 'E') return year > 0 ? pad(Math.floor(year / 10), 3) : undefined;
  if (unit === 'C') return year > 0 ? pad(Math.floor(year / 100)) : undefined;
  if (unit === 'M') return /^(?:BC)?\d{4}-\d\d/.exec(value)?.[0];
  if (unit === 'D') return dayOfIso(value) === undefined ? undefined : value;
  return shift(value, 0, unit);
}
