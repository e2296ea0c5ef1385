import { isoYear, yearOfValue } from './anchor.ts';
import {
  dayNumber,
  dayOfIso,
  easter,
  isoDay,
  isRealDay,
  monthOf,
  nthWeekday,
  pad,
  weekdayOf,
  yearOf,
} from './calendar.ts';
import { date, type Matched, NO_DAY, type TimeValue } from './matched.ts';

/** The modifier of "early in May", with "mid-" and "the end of" the same. */
export const positionOf = (matched: Matched): string | undefined => matched.pick('m')?.is;

const partOfDay = (matched: Matched): string => (matched.has('P') ? `T${matched.pick('P')!.is}` : '');

/** A month that lies further back than this in the running year is told of as the next year's. */
const MONTHS_BACK = 5;

/** The year that a month (and day) without one belongs to, by tense in news and by the running date in histories. */
export function yearFor(matched: Matched, month: number, day?: number): number | undefined {
  const { anchor } = matched;
  const ahead = yearAhead(matched);
  if (ahead !== undefined) return ahead;
  const deictic = matched.pick('lxch');
  if (anchor.narrative && anchor.running !== undefined) {
    const year = yearOfValue(anchor.running)!;
    const runningMonth = Number(/^\d{4}-(\d\d)/.exec(anchor.running)?.[1] ?? 0);
    if (deictic?.symbol === 'l') return month < runningMonth ? year : year - 1;
    // Histories go forward: June after a December is the next one.
    return runningMonth - month >= MONTHS_BACK ? year + 1 : year;
  }
  if (anchor.day === undefined) return undefined;
  const year = yearOf(anchor.day);
  if (deictic?.symbol === 'c') return year;
  const at = (y: number): number => (day === undefined ? dayNumber(y, month, 1) : dayNumber(y, month, day));
  const now = day === undefined ? dayNumber(year, monthOf(anchor.day), 1) : anchor.day;
  if (deictic?.symbol === 'l') return at(year) < now ? year : year - 1;
  if (deictic?.symbol === 'x') return at(year) > now ? year : year + 1;
  const days = at(year) - now;
  const tense = matched.tense;
  if (tense === 'future') return days > -60 ? year : year + 1;
  if (days <= 0) return tense === 'unknown' && days < -300 ? year + 1 : year;
  return days <= (tense === 'unknown' ? 150 : day === undefined ? 31 : 75) ? year : year - 1;
}

/** The year that closes a run of dates: "between June 10 and July 4, 2019", "in April and June 1955". */
function yearAhead(matched: Matched): number | undefined {
  let months = 0;
  for (let at = matched.to; at < matched.all.length && at < matched.to + 8; at++) {
    const { symbol, is } = matched.all[at]!;
    if (symbol === 'Y') return months > 0 || matched.all[matched.to]?.symbol === '-' ? Number(is) : undefined;
    if (symbol === 'M') months++;
    else if (
      !/[NO,b-]/.test(symbol) &&
      is !== 'and' &&
      is !== 'to' &&
      is !== 'until' &&
      is !== 'through' &&
      is !== 'of'
    )
      return undefined;
  }
  return undefined;
}

/** Month, with day and year where they are said. */
export function monthDate(matched: Matched): TimeValue | undefined {
  const month = Number(matched.pick('M')!.is);
  const numbers = matched.tokens.filter((token) => token.symbol === 'N' || token.symbol === 'O');
  const day = numbers[0]?.value;
  if (day !== undefined && (!Number.isInteger(day) || day < 1 || day > 31)) return undefined;
  const said = matched.pick('Y');
  const before = matched.pick('B') ? -1 : 1;
  const year = said ? before * Number(said.is) : yearFor(matched, month, day);
  if (year === undefined)
    return date(`XXXX-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`, positionOf(matched));
  if (day === undefined) return date(`${isoYear(year)}-${pad(month)}`, positionOf(matched));
  if (year > 0 && !isRealDay(year, month, day)) return undefined;
  return date(`${isoYear(year)}-${pad(month)}-${pad(day)}${partOfDay(matched)}`, positionOf(matched));
}

/** A weekday: the last one up to the published day, the next where the clause speaks of the future. */
export function weekdayDate(matched: Matched): TimeValue | undefined {
  const weekday = Number(matched.pick('D')!.is);
  const deictic = matched.pick('lxch');
  const base = (matched.anchor.narrative ? dayOfIso(matched.anchor.running ?? '') : undefined) ?? matched.anchor.day;
  if (base === undefined) return { type: 'DATE', value: null, why: NO_DAY };
  const today = weekdayOf(base);
  const back = (today - weekday + 7) % 7;
  const ahead = (weekday - today + 7) % 7;
  let day: number;
  if (deictic?.symbol === 'x') day = base + (ahead || 7);
  else if (deictic?.symbol === 'l') day = base - (back || 7);
  else if (matched.pick('D')!.value === 0 && matched.tense === 'future' && !(back === 0 && !deictic))
    day = base + ahead;
  else day = base - back;
  return date(`${isoDay(day)}${partOfDay(matched)}`, positionOf(matched));
}

/** The season with its year: winter is named for the year it ends in only where the text says so. */
export function seasonDate(matched: Matched): TimeValue | undefined {
  const season = matched.pick('F')!.is;
  const said = matched.pick('Y');
  if (said) return date(`${isoYear(Number(said.is) * (matched.has('B') ? -1 : 1))}-${season}`, positionOf(matched));
  const speaking = matched.speaking;
  const year = yearOfValue(speaking);
  if (speaking === undefined || year === undefined) return date(`XXXX-${season}`);
  if (matched.anchor.narrative)
    return date(`${isoYear(year + (matched.has('x') ? 1 : 0))}-${season}`, positionOf(matched));
  const start = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 1;
  const month = matched.anchor.day === undefined ? 12 : monthOf(matched.anchor.day);
  if (matched.has('c')) return date(`${year}-${season}`, positionOf(matched));
  if (matched.has('l')) return date(`${month >= (start % 12) + 3 && season !== 'WI' ? year : year - 1}-${season}`);
  if (matched.has('x')) return date(`${month < start && !(season === 'SP' && month < 3) ? year : year + 1}-${season}`);
  if (matched.tense === 'future') return date(`${month <= start + 2 ? year : year + 1}-${season}`, positionOf(matched));
  return date(`${month >= start ? year : year - 1}-${season}`, positionOf(matched));
}

/** Quarters of results reports: `1998-Q3`. Without a year the last one begun by the published day. */
export function quarterDate(matched: Matched): TimeValue | undefined {
  const half = matched.has('w');
  const ordinal = matched.pick('O')?.value ?? 0;
  if (ordinal < 1 || ordinal > (half ? 2 : 4)) return undefined;
  const letter = half ? 'H' : 'Q';
  const said = matched.pick('Y');
  if (said) return date(`${said.is}-${letter}${ordinal}`);
  const year = yearOfValue(matched.speaking);
  if (year === undefined) return date(`XXXX-${letter}${ordinal}`);
  const deictic = matched.pick('lxch')?.symbol;
  if (deictic === 'l') return date(`${year - 1}-${letter}${ordinal}`);
  if (deictic === 'x') return date(`${year + 1}-${letter}${ordinal}`);
  const month = matched.anchor.day === undefined ? 12 : monthOf(matched.anchor.day);
  const begins = (ordinal - 1) * (half ? 6 : 3) + 1;
  if (deictic === 'c' || matched.anchor.narrative) return date(`${year}-${letter}${ordinal}`);
  if (begins <= month)
    return date(`${matched.tense === 'future' && month - begins > 6 ? year + 1 : year}-${letter}${ordinal}`);
  return date(`${matched.tense === 'future' && begins - month <= 6 ? year : year - 1}-${letter}${ordinal}`);
}

/** Feasts, fixed or reckoned (`11:4:4` is the fourth Thursday of November, `easter-2` Good Friday). */
export function holidayDate(matched: Matched): TimeValue | undefined {
  const feast = matched.pick('H')!.is;
  const said = matched.pick('Y');
  const inYear = (year: number): number => {
    const floating = /^(\d+):(\d):(-?\d)$/.exec(feast);
    if (floating) return nthWeekday(year, Number(floating[1]), Number(floating[2]), Number(floating[3]));
    if (feast.startsWith('easter')) return easter(year) + Number(feast.slice(6));
    const [month, day] = feast.split('-').map(Number);
    return dayNumber(year, month!, day!);
  };
  if (said) return date(isoDay(inYear(Number(said.is))) + partOfDay(matched));
  if (matched.anchor.day === undefined || matched.anchor.narrative) {
    const year = yearOfValue(matched.running);
    return year === undefined || year < 1 ? undefined : date(isoDay(inYear(year)) + partOfDay(matched));
  }
  const year = yearOf(matched.anchor.day);
  const here = inYear(year);
  const passed = here <= matched.anchor.day;
  let chosen = year;
  if (matched.has('l') || (!matched.has('xc') && matched.tense === 'past')) chosen = passed ? year : year - 1;
  else if (matched.has('x') || matched.tense === 'future') chosen = here >= matched.anchor.day ? year : year + 1;
  else if (here - matched.anchor.day > 183) chosen = year - 1;
  return date(isoDay(inYear(chosen)) + partOfDay(matched));
}
