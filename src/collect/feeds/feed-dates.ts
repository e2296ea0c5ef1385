/** Zones by name as RFC 822 feeds write them, in their offsets. A name that is not here leaves the zone open. */
const ZONES: Readonly<Record<string, string>> = {
  z: 'Z',
  gmt: 'Z',
  ut: 'Z',
  utc: 'Z',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
  cet: '+01:00',
  cest: '+02:00',
  eet: '+02:00',
  eest: '+03:00',
  msk: '+03:00',
  jst: '+09:00',
  kst: '+09:00',
  aest: '+10:00',
  aedt: '+11:00',
};

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * A date of a feed as ISO 8601 in its own zone and to its own precision: RFC 822 with its usual slips, W3C-DTF,
 * asctime. Null for what cannot be read: an unreadable date is absent, never now.
 */
export function feedDate(text: string): string | null {
  const words = text.replace(/\s+/g, ' ').trim();
  return isoDate(words) ?? rfcDate(words) ?? asctimeDate(words);
}

type Parts = {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly time?: string;
  readonly zone?: string;
};

function isoDate(words: string): string | null {
  const match =
    /^(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?:(?:T| )?(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2}|[+-]\d{2}|[A-Za-z]{2,4})?)?)?)?$/i.exec(
      words,
    );
  if (!match) return null;
  const [, year, month, day, hour, minute, second, zone] = match;
  return written({
    year: Number(year),
    ...(month && { month: Number(month) }),
    ...(day && { day: Number(day) }),
    ...(hour && { time: timeOf(hour, minute!, second) }),
    ...(zone && { zone }),
  });
}

/** `Sun, 21 Aug 2016 12:06:00 +0430`; the day's name may be wrong or missing, seconds and zone too. */
function rfcDate(words: string): string | null {
  const match =
    /^(?:[\p{L}.]{2,12},? ?)?(\d{1,2})[ -]([A-Za-z]{3})[a-z]*[. ,-]{1,3}(\d{4}|\d{2})(?:,? (\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d+)?)?\s?([+-]\d{1,2}:?\d{2}|[+-]\d{1,2}|[A-Za-z]{1,5}(?:[+-]\d{1,2}:?\d{2})?)?(?: \(.*\))?)?$/u.exec(
      words,
    ) ??
    // "Aug 21, 2016 12:06 PM" is nobody's standard and everybody's habit; the 12-hour clock is left unread.
    reordered(words);
  if (!match) return null;
  const [, day, monthName, year, hour, minute, second, zone] = match;
  const month = MONTHS.indexOf(monthName!.toLowerCase()) + 1;
  if (month === 0) return null;
  return written({
    year: fullYear(year!),
    month,
    day: Number(day),
    ...(hour && { time: timeOf(hour, minute!, second) }),
    ...(zone && { zone }),
  });
}

function reordered(words: string): RegExpExecArray | null {
  const match = /^(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})(.*)$/.exec(words);
  return match && DAY_FIRST.exec(`${match[2]} ${match[1]} ${match[3]}${match[4]}`);
}

const DAY_FIRST =
  /^(\d{1,2}) ([A-Za-z]{3})[a-z]* (\d{4})(?: (\d{1,2}):(\d{2})(?::(\d{2}))?(?: ([+-]\d{4}|(?![AP]M)[A-Z]{1,5}))?)?$/;

/** `Sun Aug 21 12:06:00 2016`, with or without a zone before the year. */
function asctimeDate(words: string): string | null {
  const match =
    /^[A-Za-z]{3},? ([A-Za-z]{3})[a-z]* (\d{1,2}) (\d{1,2}):(\d{2})(?::(\d{2}))? (?:([A-Z]{1,5}|[+-]\d{4}) )?(\d{4})$/.exec(
      words,
    );
  if (!match) return null;
  const [, monthName, day, hour, minute, second, zone, year] = match;
  const month = MONTHS.indexOf(monthName!.toLowerCase()) + 1;
  if (month === 0) return null;
  return written({
    year: Number(year),
    month,
    day: Number(day),
    time: timeOf(hour!, minute!, second),
    ...(zone && { zone }),
  });
}

function timeOf(hour: string, minute: string, second: string | undefined): string {
  return [hour, minute, ...(second === undefined ? [] : [second])].map((part) => part.padStart(2, '0')).join(':');
}

/** RFC 2822 §4.3: two digits below 50 are of this century. */
const fullYear = (year: string) =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);

/** Null for a day that no calendar has and an hour that no clock shows. */
function written({ year, month, day, time, zone }: Parts): string | null {
  const two = (value: number) => String(value).padStart(2, '0');
  if (month !== undefined && (month < 1 || month > 12)) return null;
  if (day !== undefined && (day < 1 || day > new Date(Date.UTC(year, month!, 0)).getUTCDate())) return null;
  const date = [String(year).padStart(4, '0'), ...(month ? [two(month)] : []), ...(day ? [two(day)] : [])].join('-');
  if (time === undefined) return date;
  if (!/^(?:[01]\d|2[0-3]):[0-5]\d(?::(?:[0-5]\d|60))?$/.test(time)) return null;
  return `${date}T${time}${zone === undefined ? '' : offsetOf(zone)}`;
}

function offsetOf(zone: string): string {
  const sum = /^(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(zone);
  if (sum) {
    const offset = `${sum[1]}${sum[2]!.padStart(2, '0')}:${sum[3] ?? '00'}`;
    return /[+-]00:00/.test(offset) ? 'Z' : offset;
  }
  return ZONES[zone.toLowerCase()] ?? '';
}
