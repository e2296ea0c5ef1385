import table from './tables/comparing.json' with { type: 'json' };
import { folded, stem } from './words.ts';

/** A number as a sentence gives it: between `from` and `to`, and what stands after it. */
export type Quantity = {
  readonly from: number;
  readonly to: number;
  readonly unit: string;
  /** A year, a day of a month and an ordinal are compared only with their like. */
  readonly kind: 'count' | 'year' | 'day' | 'ordinal';
  readonly words: string;
};

const NUMBER_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value]),
);
const ORDINAL_WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'
    .split(' ')
    .map((word, place) => [word, place + 1]),
);
const SCALE: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  m: 1e6,
  bn: 1e9,
  k: 1e3,
};
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$/;

const NUMERAL =
  /(?<money>[$€£]\s?)?(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<ordinal>st|nd|rd|th)?\b(?:\s*(?<scale>hundred|thousand|million|billion|trillion|bn|m|k)\b)?(?:\s*(?<percent>%|per\s?cent\b|percent\b))?/giu;
const SPELLED = new RegExp(
  `\\b(?<word>${[...Object.keys(NUMBER_WORDS), ...Object.keys(ORDINAL_WORDS)].join('|')})\\b(?:\\s+(?<scale>hundred|thousand|million|billion)\\b)?`,
  'giu',
);

const BOUNDS = Object.entries(table.bounds).flatMap(([bound, forms]) => forms.map((form) => [form, bound] as const));

/** Tolerance of "about" and of rounding: "over 10,400" stands beside 10,834, "1.3 million" beside 1,312,000. */
const ABOUT = 0.1;
const LARGEST_DAY = 31;

/** The numbers of a sentence, in its order. */
export function quantitiesIn(sentence: string): readonly Quantity[] {
  const found: (Quantity & { readonly at: number })[] = [];
  for (const match of sentence.matchAll(NUMERAL)) {
    const { money, digits, ordinal, scale, percent } = match.groups!;
    const value = Number(digits!.replaceAll(',', '')) * (scale ? SCALE[scale.toLowerCase()]! : 1);
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + match[0].length);
    const unit = money ? money.trim() : percent ? '%' : nounAfter(after);
    const kind = ordinal ? 'ordinal' : kindOf(value, digits!, before, after, Boolean(money ?? percent ?? scale));
    found.push({
      at: match.index,
      words: match[0],
      unit: kind === 'count' ? unit : '',
      kind,
      ...rangeOf(value, before, kind),
    });
  }
  for (const match of sentence.matchAll(SPELLED)) {
    const { word, scale } = match.groups!;
    const form = word!.toLowerCase();
    const place = ORDINAL_WORDS[form];
    const value = (place ?? NUMBER_WORDS[form]!) * (scale ? SCALE[scale.toLowerCase()]! : 1);
    const kind = place === undefined ? 'count' : 'ordinal';
    const before = sentence.slice(0, match.index);
    const unit = kind === 'count' ? nounAfter(sentence.slice(match.index + match[0].length)) : '';
    found.push({ at: match.index, words: match[0], unit, kind, ...rangeOf(value, before, kind) });
  }
  return found.toSorted((a, b) => a.at - b.at);
}

function kindOf(value: number, digits: string, before: string, after: string, isMeasured: boolean): Quantity['kind'] {
  if (isMeasured) return 'count';
  const previous = folded(before.trimEnd().split(/\s+/).at(-1) ?? '');
  const next = folded(after.trimStart().split(/[\s,.]+/)[0] ?? '');
  if (value <= LARGEST_DAY && (MONTH.test(previous) || MONTH.test(next))) return 'day';
  return /^(?:1[5-9]|20)\d\d$/.test(digits) ? 'year' : 'count';
}

function rangeOf(
  value: number,
  before: string,
  kind: Quantity['kind'],
): { readonly from: number; readonly to: number } {
  const words = before.toLowerCase().replace(/\s+/g, ' ').trimEnd();
  const bound = BOUNDS.find(([form]) => words.endsWith(` ${form}`) || words === form)?.[1];
  const step = kind === 'count' ? 1e-9 : 1;
  if (bound === 'over') return { from: value + step, to: Number.POSITIVE_INFINITY };
  if (bound === 'atLeast') return { from: value, to: Number.POSITIVE_INFINITY };
  if (bound === 'under') return { from: 0, to: value - step };
  if (bound === 'atMost') return { from: 0, to: value };
  if (bound === 'about') return { from: value * (1 - ABOUT), to: value * (1 + ABOUT) };
  return { from: value, to: value };
}

const nounAfter = (after: string): string => {
  const [first = '', second = ''] = after.trimStart().split(/[^\p{L}]+/u);
  return stem(folded(first === 'of' || first === 'the' ? second : first));
};
