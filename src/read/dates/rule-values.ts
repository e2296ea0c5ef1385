import { cutTo, isoYear, shift, yearOfValue } from './anchor.ts';
import { dayOfIso, isoDay, isoMonth, isRealDay, pad, yearOf } from './calendar.ts';
import { positionOf } from './calendar-words.ts';
import { date, duration, durationOf, type Matched, type TimeValue } from './matched.ts';
import type { Classed } from './symbols.ts';

/** What the rules of `rules.ts` make of the words they matched. */

export const unitOf = (matched: Matched): string => matched.pick('Uu')!.is;

/** How many: a number, one for "a", `X` for "several". */
export function countOf(matched: Matched): number | 'X' {
  const number = matched.pick('N');
  if (number)
    return matched.tokens.some((token, i) => token.symbol === 'w' && i > 0) ? number.value + 0.5 : number.value;
  if (matched.pick('v')) return matched.pick('v')!.is === '2' ? 2 : 'X';
  return matched.has('A') || matched.pick('Uu')?.symbol === 'U' ? 1 : 'X';
}

/** "nearly 20 years" last less than twenty; "nearly a month ago" was about a month ago. */
export const durationMod = (matched: Matched): string | undefined => {
  const mod = matched.pick('q')?.is;
  return mod === 'NEARLY' ? 'LESS_THAN' : mod;
};

const AGO_MOD: Readonly<Record<string, string>> = {
  MORE_THAN: 'BEFORE',
  EQUAL_OR_MORE: 'ON_OR_BEFORE',
  LESS_THAN: 'AFTER',
  EQUAL_OR_LESS: 'ON_OR_AFTER',
  APPROX: 'APPROX',
  NEARLY: 'APPROX',
};

export function ago(matched: Matched): TimeValue | undefined {
  const unit = unitOf(matched);
  const count = countOf(matched);
  const mod = AGO_MOD[matched.pick('q')?.is ?? ''];
  if (count === 'X') return date('PAST_REF');
  const quarter = unit === 'Y' && !matched.has('q') && count === 1 ? matched.anchor.quarter : undefined;
  const from = quarter ?? matched.speaking;
  if (from === undefined) return date(null);
  const value = unit.startsWith('T') ? cutTo(from, 'D') : shift(from, -count, unit, { weekAsDay: false });
  return value === undefined ? date('PAST_REF') : date(value, mod);
}

export function apart(matched: Matched): TimeValue | undefined {
  const unit = unitOf(matched);
  const count = countOf(matched);
  const later = matched.has('fx') && !matched.has('e');
  const fromNow = matched.pick('f')?.is === 'now';
  const quarter = unit === 'Y' && count === 1 && !later ? matched.anchor.quarter : undefined;
  const from = quarter ?? (fromNow ? matched.speaking : matched.running);
  if (count === 'X') return date(later ? 'FUTURE_REF' : 'PAST_REF');
  if (from === undefined) return date(null);
  const value = unit.startsWith('T')
    ? cutTo(from, 'D')
    : shift(from, later ? count : -count, unit, { weekAsDay: !fromNow });
  return value === undefined
    ? date(later ? 'FUTURE_REF' : 'PAST_REF')
    : date(value, AGO_MOD[matched.pick('q')?.is ?? ''] && 'APPROX');
}

/** "last year", "this week", "the following day", "that month", "earlier this month". */
export function deictic(matched: Matched): TimeValue | undefined {
  const unit = unitOf(matched);
  const word = matched.pick('lxchC')!;
  const far = word.is === 'before' || word.is === 'after' || word.symbol === 'h';
  if (unit.startsWith('T') || ((unit === 'E' || unit === 'C') && word.symbol !== 'c')) {
    return word.symbol === 'l' || word.symbol === 'x' ? duration(durationOf(1, unit)) : undefined;
  }
  if (word.is === 'past') return duration(durationOf(1, unit));
  const from = far ? matched.running : matched.speaking;
  if (from === undefined) return date(null);
  const by = word.symbol === 'l' ? -1 : word.symbol === 'x' ? 1 : 0;
  const value = by === 0 ? cutTo(from, unit) : shift(from, by, unit, { weekAsDay: false });
  return value === undefined ? undefined : date(value, positionOf(matched));
}

export function lasting(matched: Matched): TimeValue | undefined {
  if (isShare(matched)) return undefined;
  if (matched.next?.is === 'old' || (matched.next?.symbol === '-' && matched.all[matched.to + 1]?.is === 'old'))
    return undefined;
  if (matched.next?.symbol === 'o' && matched.all[matched.to + 1]?.is === 'age') return undefined;
  return duration(durationOf(countOf(matched), unitOf(matched)), durationMod(matched));
}

/** "90 crowns a year", "two ferries a week": a number just before makes it a rate, no length of time. */
export const isRate = ({ all, from }: Matched): boolean =>
  all.slice(Math.max(0, from - RATE_REACH), from).some(({ symbol }) => symbol === 'N');

/** Words between the number and its rate. */
const RATE_REACH = 3;

/** "three-quarters of its salt": a share, no time. */
const isShare = (matched: Matched): boolean =>
  unitOf(matched) === 'Q' && matched.next?.symbol === 'o' && /^[tA_]$/.test(matched.all[matched.to + 1]?.symbol ?? '');

const REFERENCES: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  lastNight: -1,
  yesterday: -1,
  tomorrow: 1,
  dayBeforeYesterday: -2,
  dayAfterTomorrow: 2,
};

export function reference(matched: Matched): TimeValue | undefined {
  const word = matched.pick('r')!;
  const days = REFERENCES[word.is];
  if (days === undefined) return word.is === 'FUTURE_REF' && matched.next?.symbol === 'o' ? undefined : date(word.is);
  if (matched.anchor.narrative && word.is === 'today') return date('PRESENT_REF');
  const from = matched.speaking;
  const day = from === undefined ? undefined : dayOfIso(from);
  if (day === undefined) return date(null);
  const night =
    word.is === 'tonight' || word.is === 'lastNight' ? 'TNI' : matched.has('P') ? `T${matched.pick('P')!.is}` : '';
  return date(isoDay(day + days) + night, positionOf(matched));
}

export function clock(matched: Matched): TimeValue | undefined {
  const from = matched.anchor.runningDay(matched.from) ?? matched.speaking;
  const day = from === undefined ? undefined : cutTo(from, 'D');
  return { type: 'TIME', value: `${day ?? 'XXXX-XX-XX'}T${matched.pick('T')!.is}`, mod: durationMod(matched) };
}

export function dayPart(matched: Matched): TimeValue | undefined {
  const part = matched.pick('P')!.is;
  const word = matched.pick('lxch');
  const from = word?.symbol === 'h' || word?.is === 'after' ? matched.running : matched.speaking;
  const day = from === undefined ? undefined : dayOfIso(from);
  if (day === undefined) return undefined;
  const by = word?.symbol === 'l' ? -1 : word?.symbol === 'x' ? 1 : 0;
  return date(`${isoDay(day + by)}T${part}`, positionOf(matched));
}

export function year(matched: Matched): TimeValue | undefined {
  const said = Number(matched.pick('Y')!.is);
  return date(isoYear(matched.has('B') ? -said : said), positionOf(matched));
}

export function beforeChrist(matched: Matched): TimeValue | undefined {
  const said = matched.pick('N')!.value;
  return Number.isInteger(said) && said > 0 && said < 9999 ? date(isoYear(-said), positionOf(matched)) : undefined;
}

/** "the quarter ended Sept. 30": the quarter of that day. */
function quarterEnded({ all, to, speaking }: Matched): string | undefined {
  const month = all[to + 1];
  const year = yearOfValue(speaking);
  if (!/^end(?:ed|ing)$/.test(all[to]?.is ?? '') || month?.symbol !== 'M' || year === undefined) return undefined;
  const said = [all[to + 2], all[to + 3], all[to + 4]].find((token) => token?.symbol === 'Y');
  return `${said ? said.is : year}-Q${Math.ceil(Number(month.is) / 3)}`;
}

/** "the quarter", "the latest quarter", "the year-earlier period": of results reports, counted from the quarter spoken of. */
export function quarterSpokenOf(matched: Matched): TimeValue | undefined {
  const { anchor } = matched;
  const spoken = quarterEnded(matched) ?? anchor.quarter;
  const yearBack = matched.has('eg') ? -1 : 0;
  if (spoken) return date(shift(spoken, yearBack, 'Y'));
  if (anchor.day === undefined) return undefined;
  if (!matched.tokens.some((token) => token.is === 'Q'))
    return yearBack ? date(String(yearOf(anchor.day) - 1)) : undefined;
  const value = shift(isoDay(anchor.day), -1, 'Q');
  return value === undefined ? undefined : date(shift(value, yearBack, 'Y'));
}

export function endOf(matched: Matched): TimeValue | undefined {
  const unit = unitOf(matched);
  if (unit !== 'Y' && unit !== 'M' && unit !== 'W') return undefined;
  const from =
    matched.anchor.narrative || matched.anchor.day === undefined ? matched.running : isoDay(matched.anchor.day);
  const value = from === undefined ? undefined : cutTo(from, unit);
  if (value === undefined) return undefined;
  return date(value, positionOf(matched));
}

export function century(matched: Matched): TimeValue | undefined {
  const ordinal = matched.pick('O')!.value;
  return matched.pick('U')?.is === 'C' ? date(pad(ordinal - 1), positionOf(matched)) : undefined;
}

export function monthOfDeictic(matched: Matched): TimeValue | undefined {
  const word = matched.pick('lxch')!;
  const base = yearOfValue(
    word.symbol === 'h' || word.is === 'before' || word.is === 'after' ? matched.running : matched.speaking,
  );
  if (base === undefined || unitOf(matched) !== 'Y') return undefined;
  const chosen = base + (word.symbol === 'l' ? -1 : word.symbol === 'x' ? 1 : 0);
  const day = matched.pick('NO')?.value;
  const month = isoMonth(chosen, Number(matched.pick('M')!.is));
  return date(day === undefined ? month : `${month}-${pad(day)}`, positionOf(matched));
}

export function seasonOfDeictic(matched: Matched): TimeValue | undefined {
  const word = matched.pick('lxch')!;
  const base = yearOfValue(word.symbol === 'h' ? matched.running : matched.speaking);
  if (base === undefined || unitOf(matched) !== 'Y') return undefined;
  return date(`${base + (word.symbol === 'l' ? -1 : word.symbol === 'x' ? 1 : 0)}-${matched.pick('F')!.is}`);
}

export function weekend(matched: Matched): TimeValue | undefined {
  if (matched.pick('U')?.is !== 'WE' || matched.anchor.day === undefined) return undefined;
  const by = matched.has('l') ? -1 : matched.has('x') ? 1 : matched.tense === 'past' && !matched.has('c') ? -1 : 0;
  const today = isoDay(matched.anchor.day);
  return date(shift(today, by, 'WE'));
}

export function spokenDay(matched: Matched): TimeValue | undefined {
  const day = matched.pick('NO')!.value;
  const running = matched.running;
  const parts = /^(\d{4})-(\d\d)/.exec(running ?? '');
  if (!matched.anchor.narrative || !parts || !Number.isInteger(day) || day > 31) return undefined;
  return date(`${parts[1]}-${parts[2]}-${pad(day)}`);
}

export const fixed = (type: TimeValue['type'], value: string) => (): TimeValue => ({ type, value });

/** The 5 and the 9 of "March 5-9, 1918" and "5-9 March 1918". */
export function spanDay(
  matched: Matched,
  month: Classed,
  ...near: readonly (Classed | undefined)[]
): TimeValue | undefined {
  const day = matched.pick('N')!.value;
  const said = near.find((token) => token?.symbol === 'Y');
  const running = /^(\d{4})-\d\d-\d\d$/.exec(matched.anchor.running ?? '')?.[1];
  const year = said ? Number(said.is) : Number(running ?? yearOfValue(matched.speaking) ?? Number.NaN);
  if (Number.isNaN(year) || !Number.isInteger(day) || !isRealDay(year, Number(month.is), day)) return undefined;
  return date(`${isoYear(year)}-${pad(Number(month.is))}-${pad(day)}`);
}
