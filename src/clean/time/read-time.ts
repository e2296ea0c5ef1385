import { MONTH_NAMES, ZONE_OFFSETS } from './month-names.ts';

/** A time as written somewhere in a line: ISO 8601 to the written precision, in the written zone, and where it stood. */
export type WrittenTime = { readonly iso: string; readonly start: number; readonly end: number };

/** How to read `03/04/2020`: the outlet's habit. Without one, such a date is only read where one order is impossible. */
export type DateOrder = 'day-first' | 'month-first' | undefined;

const MONTHS = new Map(
  MONTH_NAMES.flatMap((names, index) => names.map((name) => [name.normalize('NFC'), index + 1] as const)),
);
const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join('|');
const DAY = '(0?[1-9]|[12]\\d|3[01])';
const YEAR = '((?:19|20)\\d\\d)(?!\\d)';
const ORDINAL = '(?:st|nd|rd|th|er|º|ª|\\.)?';
const CLOCK =
  '(?<!\\d)([01]?\\d|2[0-3])(?:[:h]|[.](?=\\d\\d(?:\\s*(?:uhr|am|pm|a\\.m|p\\.m)|\\b)))([0-5]\\d)(?::([0-5]\\d)(?:\\.\\d+)?)?(?!\\d)(?:\\s*(a\\.?m\\b\\.?|p\\.?m\\b\\.?))?';
const HOUR_ONLY = '(?<![\\d:.])(1[0-2]|[1-9])\\s*(a\\.?m\\b\\.?|p\\.?m\\b\\.?)';
const ZONE = '\\s*\\(?(Z(?![\\p{L}])|(?:GMT|UTC)?[+-]\\d\\d:?\\d\\d(?!\\d)|[A-Z]{2,5}(?![\\p{L}]))?';

type Reader = {
  readonly pattern: RegExp;
  readonly order: (m: RegExpExecArray, order: DateOrder) => readonly [number, number, number] | undefined;
};
const number = (text: string | undefined) => Number.parseInt(text ?? '', 10);
const month = (text: string | undefined) => MONTHS.get((text ?? '').toLowerCase()) ?? Number.NaN;

const READERS: readonly Reader[] = [
  {
    pattern: new RegExp(`(?<![\\d/])${YEAR}[-/.](0?[1-9]|1[0-2])[-/.]${DAY}(?!\\d)`, 'giu'),
    order: (m) => [number(m[1]), number(m[2]), number(m[3])],
  },
  {
    pattern: new RegExp(`(?<!\\p{L})(${MONTH})\\.?\\s+${DAY}${ORDINAL},?\\s+${YEAR}`, 'giu'),
    order: (m) => [number(m[3]), month(m[1]), number(m[2])],
  },
  {
    pattern: new RegExp(
      `(?<!\\d)${DAY}${ORDINAL}[\\s-]*(?:de\\s+|of\\s+|d[’'])?(${MONTH})\\.?(?:\\s+de|\\s+del)?[,\\s-]*${YEAR}`,
      'giu',
    ),
    order: (m) => [number(m[3]), month(m[2]), number(m[1])],
  },
  {
    pattern: /((?:19|20)\d\d)\s*[年년]\s*(1[0-2]|0?[1-9])\s*[月월]\s*(0?[1-9]|[12]\d|3[01])\s*[日일]/gu,
    order: (m) => [number(m[1]), number(m[2]), number(m[3])],
  },
  {
    pattern: new RegExp(`(?<![\\d./])${DAY}\\.\\s?(0?[1-9]|1[0-2])\\.\\s?${YEAR}`, 'giu'),
    order: (m) => [number(m[3]), number(m[2]), number(m[1])],
  },
  {
    // 25.04.24 with a two-figure year, as German and Nordic bylines have it.
    pattern: /(?<![\d.])(0[1-9]|[12]\d|3[01])\.(0[1-9]|1[0-2])\.(\d\d)(?![\d.])/gu,
    order: (m) => [number(m[3]) + (number(m[3]) < 70 ? 2000 : 1900), number(m[2]), number(m[1])],
  },
  {
    pattern: new RegExp(`(?<![\\d/-])(\\d{1,2})([/-])(\\d{1,2})\\2${YEAR}`, 'giu'),
    order: (m, order) => {
      const [a, b, year] = [number(m[1]), number(m[3]), number(m[4])];
      if (a > 12 || order === 'day-first') return [year, b, a];
      if (b > 12 || order === 'month-first') return [year, a, b];
      return a === b ? [year, a, b] : undefined;
    },
  },
];

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (n: number) => String(n).padStart(2, '0');

/**
 * Every full date (day, month and year) in a line, with the clock and zone that stand right after or before it.
 * A lone year is no date, so a copyright line gives nothing. Linear in the length of the line for real lines.
 */
export function timesIn(line: string, order?: DateOrder): readonly WrittenTime[] {
  const text = line.normalize('NFC');
  const dates: { start: number; end: number; day: string }[] = [];
  if (!/\d{4}|\d\.\d\d\.\d\d/.test(text)) return [];
  for (const reader of READERS) {
    reader.pattern.lastIndex = 0;
    for (let m = reader.pattern.exec(text); m; m = reader.pattern.exec(text)) {
      const read = reader.order(m, order);
      if (!read || !(read[1] >= 1 && read[1] <= 12) || read[2] > DAYS[read[1] - 1]!) continue;
      if (dates.some((d) => d.start < m!.index + m![0].length && m!.index < d.end)) continue;
      dates.push({ start: m.index, end: m.index + m[0].length, day: `${read[0]}-${two(read[1])}-${two(read[2])}` });
    }
  }
  dates.sort((a, b) => a.start - b.start);
  return dates.map((date, index) =>
    withClock(text, date, dates[index + 1]?.start ?? text.length, dates[index - 1]?.end ?? 0),
  );
}

function withClock(
  text: string,
  date: { start: number; end: number; day: string },
  next: number,
  before: number,
): WrittenTime {
  const after = text.slice(date.end, Math.min(next, date.end + 40));
  const lead = /^(?:[\s,;|·•–—@()-]|(?<!\p{L})(?:at|um|à|a|las|alle|às|kl\.?|o|om|ore|tid|T|@)(?!\p{L}))*/iu.exec(
    after,
  )![0].length;
  const behind = clockAt(after, lead);
  if (behind) return { iso: `${date.day}T${behind.iso}`, start: date.start, end: date.end + behind.end };
  const front = text.slice(Math.max(before, date.start - 30), date.start);
  const clock = new RegExp(`${CLOCK}${ZONE}(?:[\\s,;|·•–—-]|on|am|le|el|\\p{Lu}\\p{L}{2,})*$`, 'iu').exec(front);
  if (clock) {
    const read = clockAt(clock[0], 0);
    if (read) return { iso: `${date.day}T${read.iso}`, start: date.start - clock[0].length, end: date.end };
  }
  return { iso: date.day, start: date.start, end: date.end };
}

const CLOCK_HERE = new RegExp(`${CLOCK}(?:\\s*Uhr)?${ZONE}`, 'iuy');
const HOUR_HERE = new RegExp(`${HOUR_ONLY}${ZONE}`, 'iuy');

function clockAt(text: string, at: number): { iso: string; end: number } | undefined {
  CLOCK_HERE.lastIndex = at;
  HOUR_HERE.lastIndex = at;
  const m = CLOCK_HERE.exec(text);
  if (m) {
    const hour = halfDay(number(m[1]), m[4]);
    return { iso: `${two(hour)}:${m[2]}${m[3] ? `:${m[3]}` : ''}${zone(m[5])}`, end: at + usedLength(m[0], m[5]) };
  }
  const h = HOUR_HERE.exec(text);
  if (h) return { iso: `${two(halfDay(number(h[1]), h[2]))}:00${zone(h[3])}`, end: at + usedLength(h[0], h[3]) };
  return undefined;
}

const halfDay = (hour: number, half: string | undefined) => (!half ? hour : (hour % 12) + (/^p/i.test(half) ? 12 : 0));

/** A word in capitals behind the clock that is no zone belongs to the line, not to the time. */
const usedLength = (matched: string, zoneWord: string | undefined) =>
  zoneWord && zone(zoneWord) === '' ? matched.length - zoneWord.length : matched.length;

function zone(written: string | undefined): string {
  if (!written) return '';
  const offset = /([+-])(\d\d):?(\d\d)$/.exec(written);
  return offset ? `${offset[1]}${offset[2]}:${offset[3]}` : (ZONE_OFFSETS[written.toLowerCase()] ?? '');
}

/**
 * A time as machines write it into a page (`2021-05-03T10:00:00+02:00`, `2021-05-03 10:00`, `20210503`, epoch seconds or ms),
 * or as people do. ISO 8601 to the given precision, zone kept; undefined where it says no full date.
 */
export function readMachineTime(value: string, order?: DateOrder): string | undefined {
  const text = value.trim();
  const iso =
    /^((?:19|20)\d\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\d|3[01])(?:[T\s]+(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?/i.exec(
      text,
    );
  if (iso) {
    const [, year, mon, day, hour, minute, second, zoneText] = iso;
    const offset = !zoneText
      ? ''
      : /^[+-]/.test(zoneText)
        ? `${zoneText.slice(0, 3)}:${zoneText.slice(3).replace(':', '') || '00'}`
        : 'Z';
    return `${year}-${mon}-${day}${hour ? `T${hour}:${minute}${second ? `:${second}` : ''}${offset}` : ''}`;
  }
  if (/^\d{10}(?:\d{3})?$/.test(text))
    return new Date(Number(text.padEnd(13, '0'))).toISOString().replace(/\.\d+Z$/, 'Z');
  return timesIn(text, order)[0]?.iso;
}
