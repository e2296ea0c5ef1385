/**
 * The words that time expressions are made of. Each has a class (one letter; rules are written over these letters) and
 * what it stands for. Source: the English language; values after the TIMEX3 annotation guidelines (TimeML 1.2.1).
 */
export type WordClass = { readonly symbol: string; readonly is: string };

/** What each letter means, for whoever reads `rules.ts`. */
export const SYMBOLS = {
  N: 'number',
  O: 'ordinal',
  Y: 'year',
  K: 'decade',
  I: 'numeric date',
  T: 'clock time',
  M: 'month',
  D: 'weekday',
  U: 'unit, singular',
  u: 'unit, plural',
  F: 'season',
  P: 'part of the day',
  H: 'holiday',
  A: 'a, an',
  t: 'the',
  l: 'last, past, previous',
  x: 'next, coming, following',
  c: 'this',
  C: 'current',
  h: 'that, same',
  g: 'ago',
  e: 'earlier, before',
  f: 'later, after',
  m: 'early, late, mid, end of',
  o: 'of',
  q: 'about, nearly, over',
  v: 'several, a few',
  r: 'now, yesterday, recently',
  R: 'recent',
  y: 'each, every',
  B: 'BC',
  s: 'fiscal',
  w: 'half (of a year)',
  Z: 'daily, weekly',
  j: 'more, full, consecutive',
  p: 'period',
  i: 'in, on, since',
  b: 'to, or between two numbers',
  J: 'Q3, H1',
} as const;

const spread = (symbol: string, table: Readonly<Record<string, string>>): [string, WordClass][] =>
  Object.entries(table).flatMap(([is, words]) =>
    words.split(' ').map((word): [string, WordClass] => [word, { symbol, is }]),
  );

const MONTHS = {
  1: 'january jan jan.',
  2: 'february feb feb.',
  3: 'march mar.',
  4: 'april apr apr.',
  5: 'may',
  6: 'june jun.',
  7: 'july jul.',
  8: 'august aug aug.',
  9: 'september sept sept. sep sep.',
  10: 'october oct oct.',
  11: 'november nov nov.',
  12: 'december dec dec.',
};
const WEEKDAYS = {
  1: 'monday mon. mondays',
  2: 'tuesday tue. tues. tuesdays',
  3: 'wednesday wed. wednesdays',
  4: 'thursday thu. thurs. thursdays',
  5: 'friday fri. fridays',
  6: 'saturday sat. saturdays',
  7: 'sunday sun. sundays',
};
const UNIT = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
  E: 'decade',
  C: 'century',
  Q: 'quarter',
  WE: 'weekend',
  FN: 'fortnight',
};
const UNITS = {
  Y: 'years yrs',
  M: 'months',
  W: 'weeks',
  D: 'days',
  TH: 'hours',
  TM: 'minutes mins',
  TS: 'seconds',
  E: 'decades',
  C: 'centuries',
  Q: 'quarters',
  WE: 'weekends',
  FN: 'fortnights',
};
const SEASONS = { SP: 'spring', SU: 'summer', FA: 'autumn fall', WI: 'winter' };
const DAY_PARTS = {
  MO: 'morning mornings',
  AF: 'afternoon afternoons',
  EV: 'evening evenings',
  NI: 'night nights overnight',
  DT: 'daytime',
};
const POSITION = {
  START: 'early beginning start outset opening',
  MID: 'mid middle midway',
  END: 'late end close closing',
};
const WHEN = { last: 'last latest', past: 'past', before: 'previous preceding prior' };
const NEXT = { next: 'next coming upcoming', after: 'following ensuing subsequent' };
const ABOUT = {
  NEARLY: 'nearly almost',
  APPROX: 'about around approximately roughly circa some',
  MORE_THAN: 'over',
  LESS_THAN: 'under',
};
const REFERENCE = {
  PRESENT_REF: 'now currently nowadays presently',
  PAST_REF: 'recently lately',
  today: 'today',
  yesterday: 'yesterday',
  tomorrow: 'tomorrow',
  tonight: 'tonight',
};
const SETS = {
  P1D: 'daily nightly',
  P1W: 'weekly',
  P1M: 'monthly',
  P1Y: 'annually yearly',
  PT1H: 'hourly',
};

const PREPOSITIONS = 'in on at by since until till during from through throughout for within after before around';

/** Words in lower case → class. */
export const WORDS: ReadonlyMap<string, WordClass> = new Map([
  ...spread('M', MONTHS),
  ...spread('D', WEEKDAYS),
  ...spread('U', UNIT),
  ...spread('u', UNITS),
  ...spread('F', SEASONS),
  ...spread('P', DAY_PARTS),
  ...spread('m', POSITION),
  ...spread('l', WHEN),
  ...spread('x', NEXT),
  ...spread('c', { this: 'this' }),
  ...spread('C', { this: 'current' }),
  ...spread('h', { that: 'that same' }),
  ...spread('g', { ago: 'ago' }),
  ...spread('e', { before: 'earlier before previously' }),
  ...spread('f', { after: 'later after afterwards afterward' }),
  ...spread('q', ABOUT),
  ...spread('v', { X: 'several few couple many numerous various' }),
  ...spread('r', REFERENCE),
  ...spread('R', { PAST_REF: 'recent' }),
  ...spread('Z', SETS),
  ...spread('y', { every: 'each every per' }),
  ...spread('B', { BC: 'bc b.c. bce b.c.e.' }),
  ...spread('s', { fiscal: 'fiscal financial' }),
  ...spread('w', { half: 'half' }),
  ...spread('p', { period: 'period' }),
  ...spread('A', { a: 'a an another' }),
  ...spread('t', { the: 'the its their his her our' }),
  ...spread('o', { of: 'of' }),
  ...spread('j', { more: 'more full consecutive straight successive long whole additional further trading working' }),
  ...PREPOSITIONS.split(' ').map((word): [string, WordClass] => [word, { symbol: 'i', is: word }]),
]);

/** Several words that are one: the longest is taken. */
export const PHRASES: readonly (readonly [words: string, symbol: string, is: string])[] = [
  ['more than', 'q', 'MORE_THAN'],
  ['longer than', 'q', 'MORE_THAN'],
  ['at least', 'q', 'EQUAL_OR_MORE'],
  ['less than', 'q', 'LESS_THAN'],
  ['fewer than', 'q', 'LESS_THAN'],
  ['no more than', 'q', 'EQUAL_OR_LESS'],
  ['at most', 'q', 'EQUAL_OR_LESS'],
  ['up to', 'q', 'EQUAL_OR_LESS'],
  ['as many as', 'q', 'EQUAL_OR_LESS'],
  ['close to', 'q', 'APPROX'],
  ['a few', 'v', 'X'],
  ['a couple of', 'v', '2'],
  ['a number of', 'v', 'X'],
  ['right now', 'r', 'PRESENT_REF'],
  ['at present', 'r', 'PRESENT_REF'],
  ['at the moment', 'r', 'PRESENT_REF'],
  ['these days', 'r', 'PRESENT_REF'],
  ['at this time', 'r', 'PRESENT_REF'],
  ['more recently', 'r', 'PAST_REF'],
  ['most recently', 'r', 'PAST_REF'],
  ['the future', 'r', 'FUTURE_REF'],
  ['near future', 'r', 'FUTURE_REF'],
  ['the near future', 'r', 'FUTURE_REF'],
  ['the day before yesterday', 'r', 'dayBeforeYesterday'],
  ['the day after tomorrow', 'r', 'dayAfterTomorrow'],
  ['last night', 'r', 'lastNight'],
  ['from now', 'f', 'now'],
  ['the beginning of', 'm', 'START'],
  ['the start of', 'm', 'START'],
  ['the middle of', 'm', 'MID'],
  ['the end of', 'm', 'END'],
  ['end of', 'm', 'END'],
  ['the turn of', 'm', 'START'],
  ["new year's day", 'H', '01-01'],
  ["new year's eve", 'H', '12-31'],
  ["valentine's day", 'H', '02-14'],
  ['may day', 'H', '05-01'],
  ['christmas eve', 'H', '12-24'],
  ['christmas day', 'H', '12-25'],
  ['christmas', 'H', '12-25'],
  ['boxing day', 'H', '12-26'],
  ['bastille day', 'H', '07-14'],
  ['veterans day', 'H', '11-11'],
  ['armistice day', 'H', '11-11'],
  ['all saints day', 'H', '11-01'],
  ['halloween', 'H', '10-31'],
  ['thanksgiving day', 'H', '11:4:4'],
  ['thanksgiving', 'H', '11:4:4'],
  ['labor day', 'H', '9:1:1'],
  ['memorial day', 'H', '5:1:-1'],
  ['martin luther king day', 'H', '1:1:3'],
  ['good friday', 'H', 'easter-2'],
  ['easter sunday', 'H', 'easter+0'],
  ['easter monday', 'H', 'easter+1'],
  ['easter', 'H', 'easter+0'],
  ['palm sunday', 'H', 'easter-7'],
  ['ash wednesday', 'H', 'easter-46'],
  ['pentecost', 'H', 'easter+49'],
];

/** "the nineties", "the late eighties". */
export const DECADES: ReadonlyMap<string, string> = new Map(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index) => [word, `19${index + 2}`]),
);

/** Short months and weekdays that are words of their own: they count only with a point, or beside a number. */
export const UNSURE = new Set([
  'mar.',
  'sat.',
  'sun.',
  'may',
  'march',
  'mon.',
  'wed.',
  'jan',
  'dec',
  'sep',
  'oct',
  'nov',
  'feb',
  'apr',
  'aug',
]);
