import type { TextBlock } from '../page/blocks.ts';
import { endingOf } from './ending.ts';
import type { Lexicon } from './lexicon.ts';
import type { PageText } from './page-text.ts';
import { shareIn, wordKeysOf } from './shingles.ts';

export const TEXT_FEATURES = [
  'chars',
  'words',
  'linkShare',
  'links',
  'strongShare',
  'digitShare',
  'capitalShare',
  'ending',
  'commas',
  'sentences',
  'barSigns',
  'copyright',
  'quotes',
  'questions',
  'opening',
  'year',
  'wordLength',
  'lexiconMean',
  'lexiconMin',
  'lexiconMax',
  'lexiconFirst',
  'lines',
  'titleAgreement',
  'inDescription',
  'inArticleBody',
  'repeats',
  'stoodBefore',
  'hidden',
  'pairMean',
  'pairMin',
  'pairMax',
  'pairFirst',
  'codeShare',
  'lowerWords',
  'capitalWords',
  'shortWords',
] as const;

/** What a block's own words say; written into `rows` from `at` on. */
export function writeTextFeatures(
  rows: Float32Array,
  at: number,
  text: PageText,
  index: number,
  lexicon: Lexicon,
  repeats: Repeats,
): number {
  const block = text.blocks[index]!;
  const shape = shapeOf(block.text);
  const odds = oddsOf(text.words[index]!, lexicon);
  const pairs = oddsOf(text.pairs[index]!, lexicon);
  const { length } = block.text;
  rows[at++] = Math.log1p(length);
  rows[at++] = shape.words;
  rows[at++] = block.linkChars / length;
  rows[at++] = Math.min(block.links, 20);
  rows[at++] = block.strongChars / length;
  rows[at++] = shape.digits;
  rows[at++] = shape.capitals;
  rows[at++] = shape.ending;
  rows[at++] = shape.commas;
  rows[at++] = shape.sentences;
  rows[at++] = shape.bars;
  rows[at++] = shape.copyright;
  rows[at++] = shape.quotes;
  rows[at++] = shape.questions;
  rows[at++] = shape.opening;
  rows[at++] = shape.year;
  rows[at++] = shape.wordLength;
  rows[at++] = odds.mean;
  rows[at++] = odds.min;
  rows[at++] = odds.max;
  rows[at++] = odds.first;
  rows[at++] = shape.lines;
  rows[at++] = likeTitle(block.text, text.title);
  rows[at++] = length < LONGEST_STANDFIRST && shape.words >= 4 ? shareIn(block.text, text.description) : 0;
  rows[at++] = text.articleBody.size ? shareIn(block.text, text.articleBody) : -1;
  const repeat = repeats.get(block.text);
  rows[at++] = Math.min(repeat?.count ?? 1, 5);
  rows[at++] = repeat?.first === index ? 0 : 1;
  rows[at++] = block.hidden ? 1 : 0;
  rows[at++] = pairs.mean;
  rows[at++] = pairs.min;
  rows[at++] = pairs.max;
  rows[at++] = pairs.first;
  rows[at++] = shape.code;
  rows[at++] = shape.lowerWords;
  rows[at++] = shape.capitalWords;
  rows[at++] = shape.shortWords;
  return at;
}

/** Longest block that may be the page's description. */
const LONGEST_STANDFIRST = 700;

/** Share of words that stand in the title too; 0 where the lengths alone say that it is another text. */
function likeTitle(text: string, title: PageText['title']): number {
  if (title.length === 0 || text.length >= title.length * 2.5 || text.length * 2.5 <= title.length) return 0;
  const words = wordKeysOf(text);
  let shared = 0;
  for (const word of title.words) if (words.includes(word)) shared++;
  return (2 * shared) / (words.length + title.words.length || 1);
}

/** How often each text stands on the page, and the block where it stands first. */
export type Repeats = ReadonlyMap<string, { readonly count: number; readonly first: number }>;

export function countRepeats(blocks: readonly TextBlock[]): Repeats {
  const found = new Map<string, { count: number; first: number }>();
  for (let i = 0; i < blocks.length; i++) {
    const known = found.get(blocks[i]!.text);
    if (known) known.count++;
    else found.set(blocks[i]!.text, { count: 1, first: i });
  }
  return found;
}

function oddsOf(words: readonly number[], lexicon: Lexicon): { mean: number; min: number; max: number; first: number } {
  let sum = 0;
  let min = 0;
  let max = 0;
  for (const word of words) {
    const odds = lexicon.of(word);
    sum += odds;
    if (odds < min) min = odds;
    if (odds > max) max = odds;
  }
  return { mean: words.length ? sum / words.length : 0, min, max, first: words.length ? lexicon.of(words[0]!) : 0 };
}

type Shape = {
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
function shapeOf(whole: string): Shape {
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
