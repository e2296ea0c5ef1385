/** English number words and scales, and how to read a run of them. Source: the English language. */

const SMALL: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fourty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  mn: 1e6,
  bn: 1e9,
  tn: 1e12,
};

const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
};

const table = <T>(record: Readonly<Record<string, T>>): ReadonlyMap<string, T> => new Map(Object.entries(record));
const smallWords = table(SMALL);
const scaleWords = table(SCALES);
const ordinalWords = table(ORDINALS);

const DIGITS = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$/;

/** 5 for "fifth" and "5th"; undefined for what is no ordinal. */
export function ordinalOf(word: string): number | undefined {
  if (!startsWithDigit(word)) return ordinalWords.get(word);
  const digits = /^(\d{1,3})(?:st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : undefined;
}

/** Every word without digits that is a number, a scale or an ordinal. */
export const NUMBER_WORDS: readonly string[] = [...smallWords.keys(), ...scaleWords.keys(), ...ordinalWords.keys()];

/** 20 for "twenty", 1e6 for "million" and nothing for what is no number word or plain digits. */
export function cardinalOf(word: string): number | undefined {
  if (!startsWithDigit(word)) return smallWords.get(word);
  return DIGITS.test(word) ? Number(word.replaceAll(',', '')) : undefined;
}

const startsWithDigit = (word: string): boolean => {
  const code = word.charCodeAt(0);
  return code >= 48 && code <= 57;
};

export type NumberRun = { readonly value: number; readonly words: number };

/**
 * Reads the number that starts at `from` in lower-case words, hyphens being words of their own:
 * "two hundred and six", "twenty-four", "1.5 million", "2 1/2", "two and a half". Undefined where none starts.
 */
export function readNumber(words: readonly string[], from: number): NumberRun | undefined {
  let at = from;
  const scaleAlone = words[at] === 'hundred' || words[at] === 'thousand' ? scaleWords.get(words[at]!) : undefined;
  if (scaleAlone) return { value: scaleAlone, words: 1 };
  const head = cardinalOf(words[at] ?? '');
  if (head === undefined) return undefined;
  const startsWithDigits = startsWithDigit(words[at]!);
  let group = head;
  let total = 0;
  at++;
  for (;;) {
    const hyphen = words[at] === '-' ? 1 : 0;
    const word = words[at + hyphen] ?? '';
    const scale = scaleWords.get(word);
    if (scale !== undefined && (!startsWithDigits || scale >= 1e3)) {
      if (scale === 100) group *= 100;
      else {
        total += group * scale;
        group = 0;
      }
      at += hyphen + 1;
      if (startsWithDigits) break;
      continue;
    }
    const small = startsWithDigits ? undefined : smallWords.get(word);
    const tens = !startsWithDigits && group % 100 >= 20 && group % 10 === 0;
    if (small !== undefined && small > 0 && small < 10 && tens && group > 0) {
      group += small;
      at += hyphen + 1;
      continue;
    }
    if (small !== undefined && hyphen === 0 && small < 100 && (group === 0 ? total > 0 : group % 100 === 0)) {
      group += small;
      at += 1;
      continue;
    }
    const next =
      words[at] === 'and' && (group % 100 === 0 || group === 0) ? smallWords.get(words[at + 1] ?? '') : undefined;
    if (next !== undefined && !startsWithDigits && (group >= 100 || total > 0)) {
      group += next;
      at += 2;
      continue;
    }
    break;
  }
  if (words[at] === 'and' && words[at + 1] === 'a' && words[at + 2] === 'half') {
    const scale = scaleWords.get(words[at + 3] ?? '');
    return scale
      ? { value: (total + group + 0.5) * scale, words: at + 4 - from }
      : { value: total + group + 0.5, words: at + 3 - from };
  }
  const fraction = /^([1-9])\/([2-8])$/.exec(words[at] ?? '');
  if (fraction && startsWithDigits)
    return { value: total + group + Number(fraction[1]) / Number(fraction[2]), words: at + 1 - from };
  return { value: total + group, words: at - from };
}
