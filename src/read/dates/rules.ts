import { isoYear, yearOfValue } from './anchor.ts';
import { pad } from './calendar.ts';
import { holidayDate, monthDate, positionOf, quarterDate, seasonDate, weekdayDate } from './calendar-words.ts';
import { date, duration, durationOf, type Matched, type TimeValue } from './matched.ts';
import {
  ago,
  apart,
  beforeChrist,
  century,
  clock,
  countOf,
  dayPart,
  deictic,
  durationMod,
  endOf,
  fixed,
  isRate,
  lasting,
  monthOfDeictic,
  quarterSpokenOf,
  reference,
  seasonOfDeictic,
  spanDay,
  spokenDay,
  unitOf,
  weekend,
  year,
} from './rule-values.ts';

/** A pattern over the letters of `words.ts` and what its words are worth. At one place the longest match counts, then the first. */
export type Rule = {
  readonly name: string;
  readonly pattern: string;
  readonly read: (matched: Matched) => TimeValue | undefined;
};

/** The rules. `MOD` and the like are spelled out below; letters are those of `words.ts`. */
const MOD = '(?:t?m-?[oi]?t?)?';
const ABOUT = 'q?';

export const RULES: readonly Rule[] = [
  { name: 'numeric date', pattern: 'I', read: (matched) => date(matched.pick('I')!.is) },
  {
    name: 'day of a month',
    pattern: `(?:t?m?-?Po)?(?:[lxch]?x?D,?)?t?${MOD}(?:Mt?[NO](?:,?Y)?|t?[NO]o?M,?Y?)P?`,
    read: monthDate,
  },
  { name: 'month and year', pattern: `t?${MOD}M,?o?YB?`, read: monthDate },
  {
    name: 'first day of a span of days',
    pattern: 'N(?=-NM)',
    read: (matched) =>
      spanDay(matched, matched.all[matched.to + 2]!, matched.all[matched.to + 3], matched.all[matched.to + 4]),
  },
  {
    name: 'last day of a span of days',
    pattern: '(?<=MN-)N(?:,?Y)?',
    read: (matched) => spanDay(matched, matched.all[matched.from - 3]!, matched.pick('Y')),
  },
  { name: 'month', pattern: `t?(?:[ef])?[lxch]?${MOD}M`, read: monthDate },
  { name: 'month of this year', pattern: `${MOD}M[NO]?[oi]?[lxch]U`, read: monthOfDeictic },
  { name: 'weekday', pattern: '(?:[efm]-?)?t?[lxch]?x?m?D(?:P)?', read: weekdayDate },
  {
    name: 'every weekday',
    pattern: 'yD',
    read: (matched) => ({ type: 'SET', value: `XXXX-WXX-${matched.pick('D')!.is}` }),
  },
  {
    name: 'the year two thousand',
    pattern: 'tUN',
    read: (matched) => {
      const said = matched.pick('N')!.value;
      return unitOf(matched) === 'Y' && said >= 1000 && said < 2100 ? date(isoYear(said)) : undefined;
    },
  },
  { name: 'year', pattern: `${ABOUT}${MOD}(?:tU)?YB?`, read: year },
  { name: 'year before Christ', pattern: `${ABOUT}${MOD}NB`, read: beforeChrist },
  {
    name: 'month before Christ',
    pattern: `${MOD}M,?NB`,
    read: (matched) => {
      const value = matched.pick('N')!.value;
      return value > 31
        ? date(`${isoYear(-value)}-${pad(Number(matched.pick('M')!.is))}`, positionOf(matched))
        : undefined;
    },
  },
  {
    name: 'Q3 2013',
    pattern: 'J(?:o?s?Y)?',
    read: (matched) => {
      const said = matched.pick('Y')?.is ?? yearOfValue(matched.running);
      return said === undefined ? date(null) : date(`${said}-${matched.pick('J')!.is}`);
    },
  },
  { name: 'fiscal year', pattern: 'tsY|sY', read: year },
  {
    name: 'season of a year',
    pattern: `t?${MOD}F(?:[,o]?t?Y|o?tU?Y|oNB)B?`,
    read: (matched) =>
      matched.has('N') ? date(`${isoYear(-matched.pick('N')!.value)}-${matched.pick('F')!.is}`) : seasonDate(matched),
  },
  {
    name: 'season',
    pattern: `${MOD}t?[lxch]?F`,
    read: (matched) => (matched.has('lxchtm') || matched.previous?.symbol === 'i' ? seasonDate(matched) : undefined),
  },
  { name: 'season of last year', pattern: `${MOD}t?Fo[lxch]U`, read: seasonOfDeictic },
  { name: 'decade', pattern: `${MOD}t?K`, read: (matched) => date(matched.pick('K')!.is, positionOf(matched)) },
  { name: 'century', pattern: `${MOD}t?O-?U`, read: century },
  {
    name: 'quarter or half year',
    pattern: 't?(?:[lxc]Us?)?s?Y?O-?s?-?(?:U(?=.)|w)(?:o?t?[,]?(?:s?Y|[lxc]U))?',
    read: (matched) =>
      matched.has('w') || matched.tokens.some((token) => token.is === 'Q') ? quarterDate(matched) : undefined,
  },
  {
    name: 'the quarter',
    pattern: '(?:t|tl|tC)U',
    read: (matched) => (matched.tokens.at(-1)!.is === 'Q' ? quarterSpokenOf(matched) : undefined),
  },
  { name: 'the latest period', pattern: 'tlp', read: quarterSpokenOf },
  {
    name: 'the year-earlier period',
    pattern: '[tA]?U-[eg](?:[Up])?',
    read: (matched) => (matched.pick('U')!.is === 'Y' ? quarterSpokenOf(matched) : undefined),
  },
  { name: 'last year, this month, the next day', pattern: '(?:[ef]i?t?|m-?[oi]?t?)?t?[lxchC]s?U', read: deictic },
  { name: 'later in the year', pattern: '[ef]itU', read: endOf },
  { name: 'the end of the year', pattern: '(?:m[oi]?tU|U-?m)', read: endOf },
  { name: 'the weekend', pattern: '(?:t|[lxc]|t[lx])U', read: weekend },
  {
    name: 'the past two months',
    pattern: 't?[lx]q?[Nv]-?[uU]',
    read: (matched) =>
      countOf(matched) === 'X' && matched.has('l') && !matched.has('t')
        ? date('PAST_REF')
        : duration(durationOf(countOf(matched), unitOf(matched)), durationMod(matched)),
  },
  {
    name: 'coming months',
    pattern: 't?[lx]u',
    read: (matched) =>
      matched.has('t') && matched.pick('l')?.is === 'last'
        ? duration(durationOf('X', unitOf(matched)))
        : date(matched.has('x') ? 'FUTURE_REF' : 'PAST_REF'),
  },
  { name: 'recent months', pattern: 't?R[uU]', read: () => date('PAST_REF') },
  {
    name: 'in the past',
    pattern: 'tl(?![NvuUqMDFPHpOs])',
    read: (matched) => (matched.pick('l')!.is === 'past' ? date('PAST_REF') : undefined),
  },
  { name: 'two years ago', pattern: `${ABOUT}(?:[NAv]-?w?)?[uU]-?g`, read: ago },
  {
    name: 'two days later',
    pattern: `${ABOUT}(?:[NAv])?[uU][ef]`,
    read: (matched) => (matched.has('NAvu') ? apart(matched) : undefined),
  },
  { name: 'two years before', pattern: 'tU(?:[ef])(?=[.,])', read: apart },
  {
    name: 'the first nine months',
    pattern: 't?Oq?N[uU]',
    read: (matched) => duration(durationOf(matched.pick('N')!.value, unitOf(matched)), durationMod(matched)),
  },
  { name: 'so many years', pattern: `${ABOUT}(?:NbN|A?N|v)-?j?-?[uU]`, read: lasting },
  { name: 'the two years', pattern: 'tNj?[uU]', read: lasting },
  {
    name: 'a minute and a half',
    pattern: `${ABOUT}AU_Aw`,
    read: (matched) =>
      matched.tokens.at(-3)?.is === 'and'
        ? duration(durationOf(1.5, unitOf(matched)), durationMod(matched))
        : undefined,
  },
  {
    name: 'a year',
    pattern: `${ABOUT}AU`,
    read: (matched) =>
      matched.pick('U')!.is === 'TS' || (!matched.has('q') && isRate(matched)) ? undefined : lasting(matched),
  },
  {
    name: 'the year ended March 31',
    pattern: 't?s?U(?=_)',
    read: (matched) =>
      unitOf(matched) === 'Y' && /^end(?:ed|ing)$/.test(matched.next?.is ?? '') ? duration('P1Y') : undefined,
  },
  {
    name: 'every July',
    pattern: 'yM',
    read: (matched) => ({ type: 'SET', value: `XXXX-${pad(Number(matched.pick('M')!.is))}` }),
  },
  {
    name: 'half a year',
    pattern: `${ABOUT}(?:wAU|A-?w-?U)`,
    read: (matched) => duration(durationOf(0.5, unitOf(matched)), durationMod(matched)),
  },
  {
    name: 'years',
    pattern: 'u',
    read: (matched) =>
      matched.previous?.symbol === 't' ||
      matched.next?.is === 'old' ||
      matched.next?.symbol === '-' ||
      unitOf(matched) === 'Q'
        ? undefined
        : duration(durationOf('X', unitOf(matched))),
  },
  {
    name: 'some 17 years on',
    pattern: `${ABOUT}N[uU]i`,
    read: (matched) =>
      matched.tokens.at(-1)!.is === 'on' && matched.next?.symbol === ',' ? lasting(matched) : undefined,
  },
  {
    name: 'every day',
    pattern: 'yN?[uU]',
    read: (matched) => ({
      type: 'SET',
      value:
        unitOf(matched) === 'Q' && !matched.has('N')
          ? 'P1Q'
          : durationOf(matched.pick('N')?.value ?? 1, unitOf(matched)),
    }),
  },
  { name: 'daily', pattern: 'Z', read: (matched) => ({ type: 'SET', value: matched.pick('Z')!.is }) },
  { name: 'now, yesterday', pattern: '(?:m-?)?rP?', read: reference },
  { name: 'current', pattern: 'C', read: fixed('DATE', 'PRESENT_REF') },
  { name: 'clock time', pattern: `${ABOUT}T`, read: clock },
  { name: 'this morning', pattern: '(?:[ef]|m-?)?t?[lxch]P', read: dayPart },
  { name: 'holiday', pattern: '[lxch]?H(?:,?o?Y)?P?', read: holidayDate },
  {
    name: 'the 23rd',
    pattern: 'tO(?=[.,i_])',
    read: (matched) => (/^\d+[a-z]/.test(matched.pick('O')!.is) ? spokenDay(matched) : undefined),
  },
];
