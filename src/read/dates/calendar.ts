/** Days are counted from 1970-01-01 (UTC); weekdays are ISO, Monday is 1. */

const DAY_MS = 86_400_000;

export const dayNumber = (year: number, month: number, day: number): number =>
  Math.floor(Date.UTC(year, month - 1, day) / DAY_MS);

/** `2016-08-21` of a day number. */
export const isoDay = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const yearOf = (day: number): number => new Date(day * DAY_MS).getUTCFullYear();

export const monthOf = (day: number): number => new Date(day * DAY_MS).getUTCMonth() + 1;

export const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

export const isoMonth = (year: number, month: number): string => {
  const shifted = year * 12 + month - 1;
  return `${pad(Math.floor(shifted / 12), 4)}-${pad((((shifted % 12) + 12) % 12) + 1)}`;
};

/** `2016-W33` (ISO 8601) of a day number. */
export function isoWeek(day: number): string {
  const thursday = day - weekdayOf(day) + 4;
  const year = yearOf(thursday);
  return `${year}-W${pad(Math.floor((thursday - dayNumber(year, 1, 1)) / 7) + 1)}`;
}

/** The first day of an ISO week such as `2016-W33`. */
export function dayOfWeekValue(week: string): number | undefined {
  const parts = /^(\d{4})-W(\d\d)/.exec(week);
  if (!parts) return undefined;
  const fourth = dayNumber(Number(parts[1]), 1, 4);
  return fourth - weekdayOf(fourth) + 1 + (Number(parts[2]) - 1) * 7;
}

/** The day number that an ISO date of day precision starts with; undefined for coarser values. */
export function dayOfIso(value: string): number | undefined {
  const parts = /^(\d{4})-(\d\d)-(\d\d)/.exec(value);
  return parts ? dayNumber(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

export const isRealDay = (year: number, month: number, day: number): boolean =>
  day >= 1 && isoDay(dayNumber(year, month, day)).endsWith(`-${pad(month)}-${pad(day)}`);

/** The day of a month on which its nth (or, with -1, last) weekday falls. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  if (nth < 0) {
    const last = dayNumber(year, month + 1, 1) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = dayNumber(year, month, 1);
  return first + ((weekday - weekdayOf(first) + 7) % 7) + (nth - 1) * 7;
}

/** Western Easter Sunday. Source: the anonymous Gregorian algorithm (Nature, 1876). */
export function easter(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const l = (32 + 2 * e + 2 * i - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return dayNumber(year, Math.floor(sum / 31), (sum % 31) + 1);
}
