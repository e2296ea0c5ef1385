import { NUMBER_WORDS, ordinalOf, readNumber } from '../figures/number-words.ts';
import { oneOf, plainEnds, scanWords } from '../scan.ts';
import { isRealDay, pad } from './calendar.ts';
import { DECADES, PHRASES, UNSURE, WORDS } from './words.ts';

/** A word (or several) of the text with its class; `_` is any other word, `.` ends a sentence or line. */
export type Classed = {
  readonly symbol: string;
  readonly is: string;
  readonly value: number;
  readonly start: number;
  readonly end: number;
};

type Word = { readonly text: string; readonly lower: string; readonly start: number; readonly end: number };

const WORD =
  /[ap]\.?m\b\.?|b\.c\.(?:e\.)?|\p{L}+(?:['’]\p{L}+)?\.?|(?<!['’`])['’]\d\ds?(?!\d)|\d+(?:[:./-]\d+)+|\d+(?:,\d{3})*(?:\.\d+)?(?:st|nd|rd|th|s)?(?![\d])|\n\s*\n|\S/iuy;
const ENDS = plainEnds(',;:!?)"-');

/** Titles and the like whose point ends no sentence. Source: the stylebooks of the press. */
const ABBREVIATED = new Set(
  'mr. mrs. ms. dr. sen. rep. gov. gen. col. maj. capt. lt. sgt. rev. prof. st. vs. jr. hon. adm. cmdr. pres.'.split(
    ' ',
  ),
);

const PHRASES_BY_FIRST = new Map<string, (readonly [readonly string[], string, string])[]>();
for (const [phrase, symbol, is] of PHRASES) {
  const words = phrase.split(' ');
  const list = PHRASES_BY_FIRST.get(words[0]!) ?? [];
  list.push([words, symbol, is]);
  list.sort((a, b) => b[0].length - a[0].length);
  PHRASES_BY_FIRST.set(words[0]!, list);
}

/** The second words of phrases under their first; the empty word for phrases of one word. */
const SECONDS = new Map(
  [...PHRASES_BY_FIRST].map(([first, list]) => [first, new Set(list.map(([words]) => words[1] ?? ''))] as const),
);

/** Small words whose class needs no look at their neighbours. */
const ALWAYS = 'tAoi';

const POINT = 46;
const APOSTROPHE = 39;

/** Every word that can be other than `_`. */
const isMeant = oneOf([
  ...PHRASES_BY_FIRST.keys(),
  ...WORDS.keys(),
  ...DECADES.keys(),
  ...NUMBER_WORDS,
  ...['to', 'or', 'noon', 'midday', 'midnight', 'q', 'h'],
]);

/** Cuts a text into classed words, in order. Linear in the text's length. */
export function symbolsOf(text: string): readonly Classed[] {
  const words = wordsOf(text);
  const lower = words.map((word) => word.lower);
  const symbols: Classed[] = [];
  for (let at = 0; at < words.length; ) {
    const other = otherWord(words[at]!) ?? smallWord(words[at]!, lower[at + 1]);
    if (other) {
      symbols.push(other);
      at++;
      continue;
    }
    const [symbol, count] = classify(words, lower, at, symbols);
    symbols.push(symbol);
    at += count;
  }
  return symbols;
}

/** A word that can mean no time; undefined where it may. */
function otherWord({ lower, start, end }: Word): Classed | undefined {
  const code = lower.charCodeAt(0);
  if (code < 97 || code > 122) return undefined;
  const possessive = lower.charCodeAt(lower.length - 2) === APOSTROPHE && lower.endsWith("'s");
  const plain = possessive ? lower.slice(0, -2) : lower;
  return isMeant(plain) || (possessive && isMeant(lower))
    ? undefined
    : { symbol: '_', is: plain, value: 0, start, end };
}

/** "the", "a", "of", "in" where they begin no phrase. */
function smallWord({ lower, start, end }: Word, next: string | undefined): Classed | undefined {
  const classed = WORDS.get(lower);
  if (!classed || !ALWAYS.includes(classed.symbol)) return undefined;
  const seconds = SECONDS.get(lower);
  if (seconds && (seconds.has('') || seconds.has(next ?? '') || seconds.has(bare(next ?? '')))) return undefined;
  return { symbol: classed.symbol, is: classed.is, value: 0, start, end };
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  scanWords(text, WORD, ENDS, (start, end, small) => {
    const raw = text.slice(start, end);
    if (small) {
      words.push({ text: raw, lower: raw, start, end });
      return;
    }
    const code = raw.charCodeAt(0);
    if (code > 64 && code < 123 && raw.charCodeAt(raw.length - 1) !== POINT) {
      push(words, raw, start);
      return;
    }
    if (/^\s*\n/.test(raw)) {
      words.push({ text: '\n', lower: '\n', start, end: start });
      return;
    }
    const range = /^(\d{4}|\d{1,2})-(\d{1,4})$/.exec(raw);
    if (range) {
      push(words, range[1]!, start);
      push(words, '-', start + range[1]!.length);
      push(words, range[2]!, start + range[1]!.length + 1);
      return;
    }
    const lower = raw.toLowerCase().replaceAll('’', "'");
    if (
      lower.endsWith('.') &&
      lower.length > 1 &&
      !ABBREVIATED.has(lower) &&
      !WORDS.has(lower) &&
      !/^[ap]\.?m\.|^b\.c/.test(lower)
    ) {
      push(words, raw.slice(0, -1), start);
      push(words, '.', start + raw.length - 1);
    } else push(words, raw, start);
  });
  return words;
}

function push(words: Word[], text: string, start: number): void {
  const lower = text.toLowerCase().replaceAll('’', "'");
  words.push({ text, lower, start, end: start + text.length });
}

function classify(
  words: readonly Word[],
  lower: readonly string[],
  at: number,
  before: readonly Classed[],
): [Classed, number] {
  const word = words[at]!;
  const make = (symbol: string, is: string, count = 1, value = 0, endCut = 0): [Classed, number] => [
    { symbol, is, value, start: word.start, end: words[at + count - 1]!.end - endCut },
    count,
  ];
  const phrase = PHRASES_BY_FIRST.get(word.lower)?.find(([parts]) =>
    parts.every((part, i) => bare(lower[at + i] ?? '') === part || lower[at + i] === part),
  );
  if (phrase) return make(phrase[1], phrase[2], phrase[0].length);
  const part = shortPart(words, at);
  if (part) return make('J', part, 2);
  const first = word.lower.charCodeAt(0);
  if (first >= 48 && first <= 57) return numeric(words, lower, at, before, make);
  const shortYear = /^['’](\d\d)(s?)$/.exec(word.lower);
  if (shortYear) {
    const year = Number(shortYear[1]);
    return shortYear[2] ? make('K', `19${shortYear[1]![0]}`) : make('Y', String(year < 30 ? 2000 + year : 1900 + year));
  }
  const possessive = word.lower.endsWith("'s") ? 2 : 0;
  const plain = possessive ? word.lower.slice(0, -2) : word.lower;
  if (plain === '\n' || plain === '.' || plain === '!' || plain === '?' || plain === ';') return make('.', plain);
  if (plain === ',') return make(',', ',');
  if (plain === '-' || plain === '–' || plain === '—') return make('-', '-');
  if ((plain === 'to' || plain === 'or') && before.at(-1)?.symbol === 'N' && readNumber(lower, at + 1))
    return make('b', plain);
  if (plain === 'noon' || plain === 'midday') return make('T', '12:00');
  if (plain === 'midnight') return make('T', '24:00');
  const decade = DECADES.get(plain);
  if (decade && (before.at(-1)?.symbol === 't' || before.at(-1)?.symbol === 'm' || before.at(-1)?.symbol === '-'))
    return make('K', decade);
  const classed = WORDS.get(plain);
  if (classed && sure(classed.symbol, plain, word.text, lower, at, before))
    return make(classed.symbol, classed.is, 1, possessive ? 1 : 0, possessive);
  const spoken = spokenYear(lower, at);
  if (spoken) return make('Y', String(spoken), spokenLength(lower, at));
  const ordinal = ordinalOf(plain);
  if (ordinal !== undefined) {
    const tens = { twenty: 20, thirty: 30 }[lower[at - 2] ?? ''];
    return make('O', String(ordinal), 1, tens !== undefined && lower[at - 1] === '-' ? tens + ordinal : ordinal);
  }
  const number = readNumber(lower, at);
  if (number) return make('N', String(number.value), number.words, number.value);
  return make('_', plain);
}

/** "Q3", "H1": a quarter or half of a year as business pages write it. */
function shortPart(words: readonly Word[], at: number): string | undefined {
  const { text, end } = words[at]!;
  const next = words[at + 1];
  if ((text !== 'Q' && text !== 'H') || next?.start !== end) return undefined;
  return (text === 'Q' ? /^[1-4]$/ : /^[12]$/).test(next.lower) ? text + next.lower : undefined;
}

const bare = (word: string): string => (word.endsWith("'s") && word !== "new year's" ? word.slice(0, -2) : word);

/** Words that mean a time only in the right company. */
function sure(
  symbol: string,
  plain: string,
  written: string,
  lower: readonly string[],
  at: number,
  before: readonly Classed[],
): boolean {
  const previous = before.at(-1)?.symbol ?? '.';
  const next = lower[at + 1] ?? '';
  const besideNumber = /^\d/.test(next) || (/^\d/.test(lower[at - 1] ?? '') && previous !== '.');
  if ((symbol === 'M' || symbol === 'D') && !/^\p{Lu}/u.test(written)) return false;
  if (UNSURE.has(plain)) {
    if (symbol === 'D')
      return (besideNumber || next === ',' || /^[a-z]{3,}$/.test(next)) && plain.length > 3 && written.endsWith('.');
    if (besideNumber) return true;
    if (plain !== 'may' && plain !== 'march') return plain.endsWith('.');
    return /[ilxcmo,-]/.test(previous) || (next === 'of' && previous !== '.');
  }
  if (symbol === 'F' && plain === 'fall')
    return (
      /[lxcmY]/.test(previous) ||
      (previous === 't' && (next === 'of' || /^[.,]$/.test(next))) ||
      (previous === 'i' && /^(?:of|\d{4})$/.test(next))
    );
  if (symbol === 'F' && plain === 'spring') return /[lxcmtiY]/.test(previous) || /^(?:of|\d{4})$/.test(next);
  if (symbol === 'Z' && plain === 'daily' && previous !== '.' && /^\p{Lu}/u.test(written)) return false;
  if (plain === 'second' && symbol === 'U') return previous === 'A' || previous === 'y' || previous === 'N';
  if (plain === 'second' || plain === 'close' || plain === 'closing' || plain === 'opening') return false;
  if (plain === 'around' || plain === 'before' || plain === 'after') return true;
  if (plain === 'no') return false;
  return true;
}

type Make = (symbol: string, is: string, count?: number, value?: number, endCut?: number) => [Classed, number];

function numeric(
  words: readonly Word[],
  lower: readonly string[],
  at: number,
  before: readonly Classed[],
  make: Make,
): [Classed, number] {
  const word = lower[at]!;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(word);
  if (iso && isRealDay(Number(iso[1]), Number(iso[2]), Number(iso[3])))
    return make('I', `${iso[1]}-${pad(Number(iso[2]))}-${pad(Number(iso[3]))}`);
  const slashed = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(word);
  if (slashed) {
    const year =
      slashed[4]!.length === 4 ? Number(slashed[4]) : Number(slashed[4]) + (Number(slashed[4]) < 30 ? 2000 : 1900);
    const [a, b] = [Number(slashed[1]), Number(slashed[3])];
    // American order with slashes and hyphens unless it cannot be; day first with points.
    const [month, day] = (slashed[2] === '.' || a > 12) && b <= 12 ? [b, a] : [a, b];
    if (month <= 12 && isRealDay(year, month, day)) return make('I', `${year}-${pad(month)}-${pad(day)}`);
    return make('_', word);
  }
  const next = lower[at + 1] ?? '';
  const half = /^([ap])\.?m\.?$/.exec(next);
  const clock = /^(\d{1,2})(?:[:.](\d\d))?$/.exec(word);
  if (clock && half && Number(clock[1]) <= 12)
    return make('T', `${pad((Number(clock[1]) % 12) + (half[1] === 'p' ? 12 : 0))}:${clock[2] ?? '00'}`, 2);
  const hours = /^(\d{1,2}):(\d\d)(?::\d\d)?$/.exec(word);
  if (hours && Number(hours[1]) < 25 && Number(hours[2]) < 60) return make('T', `${pad(Number(hours[1]))}:${hours[2]}`);
  const decade = /^((?:1[0-9]|20)\d)0s$/.exec(word);
  if (decade) return make('K', decade[1]!);
  const ordinal = ordinalOf(word);
  if (ordinal !== undefined) return make('O', word, 1, ordinal);
  const short = before.at(-1)?.symbol === '-' && before.at(-2)?.symbol === 'Y' ? before.at(-2)!.is : undefined;
  if (short && /^\d\d$/.test(word) && Number(word) > Number(short.slice(2))) return make('Y', short.slice(0, 2) + word);
  if (/^(?:1\d|20)\d\d$/.test(word) && isYear(words, lower, at)) return make('Y', word);
  if (/^\d{1,2}[-/]\d{1,2}$/.test(word) || /^[\d.:/-]+$/.test(word) === false) {
    const number = readNumber(lower, at);
    return number ? make('N', String(number.value), number.words, number.value) : make('_', word);
  }
  const number = readNumber(lower, at);
  if (number) return make('N', String(number.value), number.words, number.value);
  return make('_', word);
}

const COUNTED_AFTER =
  /^(?:%|percent|per|million|billion|thousand|hundred|kg|km|kilomet(?:er|re)s?|miles?|met(?:er|re)s?|feet|tons?|tonnes?|people|troops|soldiers|dead|civilians|men|women|children|refugees|francs|dollars|euros|pounds|years|months|weeks|days|hours|acres|hectares|mm|cc|hp|points|shares|barrels|workers|jobs|members|fighters|prisoners|homes|houses|votes|seats|tanks|aircraft|ships|guns)$/;

/** Whether four digits are a year: by their neighbours, and outside 1900–2059 only where these speak for it. */
function isYear(words: readonly Word[], lower: readonly string[], at: number): boolean {
  const year = Number(lower[at]);
  const before = lower[at - 1] ?? '';
  const next = lower[at + 1] ?? '';
  if (
    /^[$€£#+]$/.test(before) ||
    before === 'no' ||
    before === 'about' ||
    before === 'some' ||
    before === 'nearly' ||
    before === 'over'
  )
    return false;
  if (
    COUNTED_AFTER.test(next) ||
    (next === '-' && /^(?:point|pound|ton|mile|foot|megawatt|strong|man|page)/.test(lower[at + 2] ?? ''))
  )
    return false;
  if (year >= 1900 && year < 2060) return true;
  const introduced =
    /^(?:in|since|by|until|till|from|of|during|between|to|and|after|before|around|circa|early|late|mid|year|-|–|\(|,)$/.test(
      before,
    ) ||
    WORDS.get(before)?.symbol === 'M' ||
    WORDS.get(before)?.symbol === 'F';
  const counted = /^[a-z]{3,}s$/.test(next) && !next.endsWith('ss');
  return introduced && !counted && words[at]!.text.length === 4;
}

const TENS_YEARS: Readonly<Record<string, number>> = { sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19 };

/** "nineteen ninety-six". */
function spokenYear(lower: readonly string[], at: number): number | undefined {
  const century = TENS_YEARS[lower[at] ?? ''];
  if (!century) return undefined;
  const rest = readNumber(lower, at + 1);
  return rest && rest.value >= 10 && rest.value < 100 && Number.isInteger(rest.value)
    ? century * 100 + rest.value
    : undefined;
}

const spokenLength = (lower: readonly string[], at: number): number => 1 + (readNumber(lower, at + 1)?.words ?? 0);
