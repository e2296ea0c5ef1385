import type { DateMention, Figure, PlaceMention } from '../../domain/reading.ts';
import { findDates } from '../dates/dates.ts';
import { oneOf } from '../scan.ts';
import { boundBefore, countedAfter, countedWords, harmOf, inheritedFrom } from './counted.ts';
import { type Range, sentenceAround, spansBetween, type Word, wordsOf } from './figure-text.ts';
import {
  type Bound,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  FRACTIONS,
  NOT_COUNTED,
  NUMBERED,
  ONLY_PEOPLE,
  PEOPLE,
  UNITS,
  VAGUE,
} from './figure-words.ts';
import { cardinalOf, NUMBER_WORDS, readNumber } from './number-words.ts';

export type FigureContext = {
  readonly published?: string | null;
  readonly language?: string | null;
  /** What the article's dates and places are; dates are found where they are not given. */
  readonly dates?: readonly DateMention[];
  readonly places?: readonly PlaceMention[];
};

type Amount = {
  readonly value: number;
  readonly upTo?: number;
  readonly vague: boolean;
  readonly from: number;
  readonly to: number;
  readonly fraction?: boolean;
  /** "50+", "30 or more", "a hundred or so": words behind the number that bound it. */
  readonly bound?: Bound;
};

/**
 * Numbers of an English text and what they count, in order: "at least 19 people" killed, "$40 million", "between 600 and 900
 * fighters", "thousands of refugees", "two thirds of the harvest". Dates, ages, ordinals and numbers that are names are left out.
 * The span runs from the bounding word to what is counted. Offsets are UTF-16 code units; linear.
 */
export function findFigures(text: string, context: FigureContext = {}): Figure[] {
  if (context.language && !/^en\b/i.test(context.language)) return [];
  const words = wordsOf(text);
  const lower = words.map((word) => word.lower);
  const dates = context.dates ?? findDates(text, { published: context.published ?? null });
  const figures: Figure[] = [];
  for (let at = 0; at < words.length; ) {
    const amount = mayCount(lower[at]!) ? boundBehind(words, lower, amountAt(words, lower, at)) : undefined;
    if (!amount) {
      at++;
      continue;
    }
    const figure =
      !amount.fraction && inDate(words, amount, dates)
        ? undefined
        : figureOf(text, words, lower, amount, figures, context, dates);
    if (figure) figures.push(figure);
    at = Math.max(amount.to, at + 1);
  }
  return figures;
}

const BEHIND: readonly (readonly [words: readonly string[], bound: Bound])[] = [
  [['+'], 'atLeast'],
  [['or', 'more'], 'atLeast'],
  [['or', 'so'], 'about'],
  [['or', 'fewer'], 'atMost'],
  [['or', 'less'], 'atMost'],
];

/** The amount with the bound that stands behind it. */
function boundBehind(words: readonly Word[], lower: readonly string[], amount: Amount | undefined): Amount | undefined {
  if (!amount || amount.vague) return amount;
  const hit = BEHIND.find(([parts]) => parts.every((part, i) => lower[amount.to + i] === part));
  if (!hit || (hit[0][0] === '+' && words[amount.to]!.start !== words[amount.to - 1]!.end)) return amount;
  return { ...amount, to: amount.to + hit[0].length, bound: hit[1] };
}

const VAGUE_BY_FIRST = Map.groupBy(
  VAGUE.map(([phrase, from, to]) => [phrase.split(' '), from, to] as const),
  ([phrase]) => phrase[0]!,
);

const isCounting = oneOf([...NUMBER_WORDS, ...VAGUE_BY_FIRST.keys(), 'a', 'half']);

/** Whether an amount may begin at a word: with a digit, or a word that counts. */
const mayCount = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return (code >= 48 && code <= 57) || isCounting(word);
};

function amountAt(words: readonly Word[], lower: readonly string[], at: number): Amount | undefined {
  const vague = VAGUE_BY_FIRST.get(lower[at]!)?.find(([phrase]) => phrase.every((word, i) => lower[at + i] === word));
  if (vague) {
    const to = at + vague[0].length;
    const exact = vague[1] === vague[2];
    return { value: vague[1], ...(exact ? {} : { upTo: vague[2] }), vague: !exact, from: at, to };
  }
  const share = fractionAt(lower, at) ?? outOf(lower, at);
  if (share) return share;
  const first = readNumber(lower, at);
  if (!first || first.value < 0) return undefined;
  const to = at + first.words;
  const joiner = lower[to] ?? '';
  const between = lower[at - 1] === 'between' && joiner === 'and';
  const changed =
    joiner === 'to' && lower[at - 1] === 'from' && lower.slice(Math.max(0, at - 8), at - 1).some(isChange);
  if (changed) return { value: first.value, vague: false, from: at, to };
  if (between || joiner === 'to' || joiner === '-' || joiner === '–') {
    const second = readNumber(lower, to + 1);
    const tight = joiner === 'to' || between || words[to]?.end === words[to + 1]?.start;
    if (second && tight) {
      const scaled =
        second.value >= 1000 && first.value < 1000 && second.words > 1
          ? Math.round(first.value * scaleOfRun(lower, to + 1, second.words))
          : first.value;
      if (second.value > scaled)
        return { value: scaled, upTo: second.value, vague: false, from: at, to: to + 1 + second.words };
    }
  }
  return { value: first.value, vague: false, from: at, to };
}

/** What goes up or down goes from one number to another: these are two numbers, no range. */
const isChange = (word: string): boolean => CHANGE.test(word);
const CHANGE =
  /^(?:ros|ris|fell|fall|grew|grow|increas|climb|drop|declin|jump|soar|slid|slip|sank|shrank|rais|cut|lower|doubl|tripl|up|down|reduc|widen|swell|swoll|mov|went|changed|surg|plung|tumbl)/;

/** 1e6 for "1.1-1.2 million": the scale belongs to both. */
function scaleOfRun(lower: readonly string[], at: number, count: number): number {
  const head = cardinalOf(lower[at]!);
  const whole = readNumber(lower, at);
  return head && whole && count > 1 ? whole.value / head : 1;
}

/** "one in three children", "nine out of ten": a share, where a plural follows that is no time. */
function outOf(lower: readonly string[], at: number): Amount | undefined {
  const part = cardinalOf(lower[at]!);
  const second = lower[at + 1] === 'out' && lower[at + 2] === 'of' ? at + 3 : lower[at + 1] === 'in' ? at + 2 : 0;
  if (part === undefined || second === 0) return undefined;
  const whole = cardinalOf(lower[second] ?? '');
  const next = lower[second + 1] ?? '';
  const spelledOut = lower[at + 1] === 'out' || part === 1 || /^\p{L}/u.test(lower[at]!);
  if (whole === undefined || whole <= part || whole > 1000 || !spelledOut) return undefined;
  if (
    !/^\p{L}{3,}/u.test(next) ||
    /^(?:days?|weeks?|months?|years?|hours?|minutes?|decades?|attempts?|games?)$/.test(next)
  )
    return undefined;
  return { value: Number((part / whole).toFixed(3)), vague: false, from: at, to: second + 1, fraction: true };
}

/** "a third of", "two thirds of", "half of", "half the". */
function fractionAt(lower: readonly string[], at: number): Amount | undefined {
  const word = lower[at]!;
  if (word === 'half' && (lower[at + 1] === 'of' || lower[at + 1] === 'the' || lower[at + 1] === 'its'))
    return { value: 0.5, vague: false, from: at, to: at + 1, fraction: true };
  const head = word === 'a' || word === 'one' ? 1 : cardinalOf(word);
  if (head === undefined || head > 9) return undefined;
  const hyphen = lower[at + 1] === '-' ? 1 : 0;
  const part = FRACTIONS[lower[at + 1 + hyphen] ?? ''];
  if (!part || lower[at + 2 + hyphen] !== 'of') return undefined;
  return { value: Number((head * part).toFixed(3)), vague: false, from: at, to: at + 2 + hyphen, fraction: true };
}

/** Code units that no time expression is longer than. */
const LONGEST_DATE = 80;

/** Whether the number belongs to a date ("March 14", "three weeks"); years that count things stay. */
function inDate(words: readonly Word[], amount: Amount, dates: readonly DateMention[]): boolean {
  const start = words[amount.from]!.start;
  const end = words[amount.to - 1]!.end;
  return spansBetween(dates, start - LONGEST_DATE, end).some((date) => start < date.end);
}

function figureOf(
  text: string,
  words: readonly Word[],
  lower: readonly string[],
  amount: Amount,
  before: readonly Figure[],
  context: FigureContext,
  dates: readonly DateMention[],
): Figure | undefined {
  if (isName(words, amount) || isAge(words, lower, amount)) return undefined;
  const previous = words[amount.from - 1];
  const sign = previous && (CURRENCY_SIGNS[previous.lower] ?? CURRENCY_CODES.get(previous.text));
  const [unit, unitEnd] = sign ? [sign, amount.to] : unitAfter(lower, amount.to, amount.to - amount.from > 1);
  const noun = countedAfter(words, unit ? unitEnd : amount.to, { unit });
  const bound = boundBefore(lower, sign ? amount.from - 1 : amount.from);
  const pair = amount.upTo !== undefined && !amount.vague && previous?.lower === 'between' ? 1 : 0;
  const start = words[amount.from - (sign ? 1 : 0) - bound.words - pair]!.start;
  const end = words[(noun.to > amount.to ? noun.to : unit ? unitEnd : amount.to) - 1]!.end;
  const sentence = sentenceAround(text, start, end);
  const countable = unit === '' && !amount.fraction;
  const befell = countable ? harmOf(text, start, words[amount.to - 1]!.end, noun.text, sentence) : undefined;
  const harm =
    befell && ONLY_PEOPLE.has(befell) && noun.text !== '' && !noun.further && !namesPeople(noun.text)
      ? undefined
      : befell;
  const inherited =
    countable && noun.text === '' ? inheritedFrom(text, words, amount, sentence, before, harm) : undefined;
  const counted = countedWords(noun, inherited, harm);
  if (unit === '' && (counted === '' || saysLittle(words, amount, noun.head, counted, harm))) return undefined;
  const people = countable && (harm !== undefined || namesPeople(counted));
  const place = placeIn(text, context.places ?? [], sentence, end);
  const when = whenIn(dates, sentence, start);
  return {
    start,
    end,
    value: amount.value,
    ...(amount.upTo === undefined ? {} : { upTo: amount.upTo }),
    bound: amount.vague ? 'about' : (bound.bound ?? amount.bound ?? 'exact'),
    unit: unit || (people ? 'people' : ''),
    counted,
    ...(place ? { place } : {}),
    ...(when ? { when } : {}),
  };
}

/** "the two sides", "one of them": small written numbers that count nobody in particular. */
function saysLittle(
  words: readonly Word[],
  amount: Amount,
  head: string,
  counted: string,
  harm: string | undefined,
): boolean {
  if (head === 'times') return true;
  if (harm || amount.fraction || /^\d/.test(words[amount.from]!.text)) return false;
  return NOT_COUNTED.has(head) || (amount.value <= 2 && (amount.value < 2 || !namesPeople(counted)));
}

const namesPeople = (counted: string): boolean =>
  counted.split(' ').some((word) => PEOPLE.has(word.toLowerCase())) ||
  /(?:^|\s)\p{Lu}\p{L}+(?:ans|ians|ese|ish)(?:\s|$)/u.test(counted);

const isName = (words: readonly Word[], amount: Amount): boolean => {
  const previous = words[amount.from - 1];
  const next = words[amount.to];
  const digits = /^\d/.test(words[amount.from]!.text);
  if (!previous) return false;
  if (digits && NUMBERED.test(previous.text)) return true;
  if (digits && /^[#:/.]$/.test(previous.text) && previous.end === words[amount.from]!.start) return true;
  if (
    digits &&
    (previous.text === '-' || previous.text === '–') &&
    previous.end === words[amount.from]!.start &&
    /^[\p{L}\d]/u.test(words[amount.from - 2]?.text ?? '')
  )
    return true;
  return (
    digits &&
    next !== undefined &&
    next.start === words[amount.to - 1]!.end &&
    /^\p{Lu}/u.test(next.text) &&
    next.text.length < 3
  );
};

/** "Tulm, 61, who", "aged 34", "61-year-old". */
const isAge = (words: readonly Word[], lower: readonly string[], amount: Amount): boolean => {
  const previous = lower[amount.from - 1] ?? '';
  const next = lower[amount.to] ?? '';
  if (previous === 'aged' || previous === 'age') return true;
  if (next === '-' && /^years?$/.test(lower[amount.to + 1] ?? '')) return true;
  return (
    previous === ',' &&
    /^[,.;)]$/.test(next) &&
    /^\p{Lu}/u.test(words[amount.from - 2]?.text ?? '') &&
    amount.value > 3 &&
    amount.value < 112 &&
    /^\d/.test(words[amount.from]!.text)
  );
};

function unitAfter(lower: readonly string[], at: number, scaled: boolean): readonly [unit: string, end: number] {
  const from = lower[at] === '-' ? at + 1 : at;
  const two = `${lower[from] ?? ''} ${lower[from + 1] ?? ''}`;
  if (UNITS[two]) return [UNITS[two], from + 2];
  const one = lower[from] ?? '';
  if (UNITS[one] && !(one === 'foot' && from === at)) return [UNITS[one], from + 1];
  if (one === 'pounds') return [scaled ? 'GBP' : 'pounds', from + 1];
  const adjective = /^(?:us|u\.s|american|hong|canadian|australian)$/.test(one) ? 1 : 0;
  const currency = CURRENCY_WORDS[lower[from + adjective] ?? ''];
  return currency ? [currency, from + adjective + 1] : ['', at];
}

const DIRECTION =
  /(?:(?:north|south|east|west|central|northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western)(?:\s+and\s+)?\s*)+$/i;

function placeIn(text: string, places: readonly PlaceMention[], sentence: Range, after: number): string | undefined {
  const inside = spansBetween(places, sentence.from, sentence.to).filter(
    ({ adjective, metonym, inName }) => !adjective && !metonym && !inName,
  );
  const following = inside.find((place) => place.start >= after) ?? inside.at(-1);
  if (!following) return undefined;
  const direction = DIRECTION.exec(
    text.slice(Math.max(sentence.from, following.start - 40), following.start),
  )?.[0].trim();
  return direction ? `${direction} ${following.name}` : following.name;
}

const WHEN_REACH = 100;

/** The day, month, year or decade that the sentence names near the figure. */
function whenIn(dates: readonly DateMention[], sentence: Range, start: number): string | undefined {
  const inside = spansBetween(dates, sentence.from, sentence.to).filter(
    (date) => Math.abs(date.start - start) <= WHEN_REACH && date.type === 'DATE' && /^\d/.test(date.value ?? ''),
  );
  inside.sort((a, b) => Math.abs(a.start - start) - Math.abs(b.start - start));
  return inside[0]?.value ?? undefined;
}
