const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const ISO = /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/;

/**
 * An ISO 8601 time as people write it, to the precision it has and in the zone it was given in, never converted:
 * `2016-08-21T12:06` → `21 Aug 2016, 12:06`; `2016-08` → `Aug 2016`. What is no such time comes back as it is.
 */
export function inWords(iso: string): string {
  const match = ISO.exec(iso);
  if (!match) return iso;
  const [, year, month, day, time, zone] = match;
  const name = month ? MONTHS[Number(month) - 1] : undefined;
  const date = [day && String(Number(day)), name, year].filter(Boolean).join(' ');
  if (!time) return date;
  return `${date}, ${time}${zone === 'Z' ? ' UTC' : zone ? ` ${zone.replace('-', '−')}` : ''}`;
}

/** True for a value that `<time datetime>` may carry. */
export const isMachineTime = (iso: string): boolean => ISO.test(iso);

/** UTC ms as `21 Aug 2016, 12:06 UTC`. */
export const momentInWords = (ms: number): string => inWords(`${new Date(ms).toISOString().slice(0, 16)}Z`);

/** The UTC day of a time, as ISO date. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** An ISO date as a heading: `Sunday 21 August 2016`. */
export function dayInWords(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${LONG_MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}
