import { endingOf } from './ending.ts';

/** What can be counted in a text without knowing a word of it. */
export type Shape = {
  words: number;
  digits: number;
  capitals: number;
  ending: number;
  commas: number;
  sentences: number;
  bars: number;
  copyright: number;
  quotes: number;
  questions: number;
  opening: number;
  year: number;
  wordLength: number;
  lines: number;
  code: number;
  lowerWords: number;
  capitalWords: number;
  shortWords: number;
};

const LONGEST_LOOK = 2000;

/** Counts over the characters in one go; of a very long block the first 2,000 speak for all. */
export function shapeOf(whole: string): Shape {
  const text = whole.length > LONGEST_LOOK ? whole.slice(0, LONGEST_LOOK) : whole;
  let digits = 0,
    capitals = 0,
    letters = 0,
    commas = 0,
    sentences = 0,
    bars = 0,
    quotes = 0,
    questions = 0,
    spaces = 0,
    lines = 0,
    copyright = 0,
    code = 0,
    lowerWords = 0,
    capitalWords = 0,
    shortWords = 0,
    wordAt = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c <= 32) {
      if (i - wordAt <= 3) shortWords++;
      wordAt = i + 1;
    } else if (i === wordAt) {
      if (c >= 97 && c <= 122) lowerWords++;
      else if (c >= 65 && c <= 90) capitalWords++;
    }
    if (c === 32) spaces++;
    else if (c >= 97 && c <= 122) letters++;
    else if (c >= 65 && c <= 90) {
      letters++;
      capitals++;
    } else if (c >= 48 && c <= 57) digits++;
    else if (c === 44 || c === 0x3001 || c === 0xff0c) commas++;
    else if (c === 46 || c === 33 || c === 0x3002 || c === 0xff01) {
      if (
        i + 1 === text.length ||
        text.charCodeAt(i + 1) <= 32 ||
        c > 255 ||
        text.charCodeAt(i + 1) > 127 ||
        text.charCodeAt(i + 1) === 34
      )
        sentences++;
    } else if (c === 63 || c === 0xff1f) {
      questions++;
      sentences++;
    } else if (c === 124 || c === 0xbb || c === 0x203a || c === 0x2192 || c === 0x2022 || c === 62 || c === 47) bars++;
    else if (c === 34 || c === 0x201c || c === 0x201d || c === 0x201e || c === 0xab) quotes++;
    else if (c === 0xa9) copyright = 1;
    else if (c === 10) lines++;
    else if (c > 191) letters++;
    else if (CODE_SIGN[c]) code++;
  }
  const words =
    text.length > 12 && spaces * 20 < text.length && letters > digits
      ? Math.max(spaces + lines + 1, Math.round(text.length / 6))
      : spaces + lines + 1;
  const scale = whole.length / text.length;
  return {
    words: Math.min(words * scale, 500),
    digits: digits / text.length,
    capitals: letters ? capitals / letters : 0,
    ending: endingOf(text),
    commas: (commas * 100) / text.length,
    sentences: Math.min(sentences * scale, 30),
    bars: Math.min(bars, 10),
    copyright,
    quotes: Math.min(quotes, 10),
    questions: Math.min(questions, 5),
    opening: openingOf(text),
    year: /(?:19|20)\d\d/.test(text) ? 1 : 0,
    wordLength: letters / words,
    lines: Math.min(lines, 20),
    code: code / text.length,
    lowerWords: lowerWords / words,
    capitalWords: capitalWords / words,
    shortWords: shortWords / words,
  };
}

/** Signs that programs are full of and prose is not, by code unit. */
const CODE_SIGN = Uint8Array.from({ length: 192 }, (_, c) =>
  '{}[]<=_#$*+\\;^~`'.includes(String.fromCharCode(c)) ? 1 : 0,
);

const openingOf = (text: string) => {
  const c = text.codePointAt(0)!;
  return c >= 97 && c <= 122 ? -1 : c >= 48 && c <= 57 ? 1 : c < 128 && !(c >= 65 && c <= 90) ? 2 : 0;
};
