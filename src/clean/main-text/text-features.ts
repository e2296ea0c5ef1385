import type { TextBlock } from '../page/blocks.ts';
import { dice, wordSet } from '../word-sets.ts';
import type { Lexicon } from './lexicon.ts';
import type { PageText } from './page-text.ts';
import { shareIn } from './shingles.ts';

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
] as const;

/** What a block's own words say; written into `row` from `at` on. */
export function writeTextFeatures(
  row: Float32Array,
  at: number,
  text: PageText,
  index: number,
  lexicon: Lexicon,
  repeats: Repeats,
): number {
  const block = text.blocks[index]!;
  const shape = shapeOf(block.text);
  const odds = oddsOf(text.words[index]!, lexicon);
  const values = [
    Math.log1p(block.text.length),
    shape.words,
    block.linkChars / block.text.length,
    Math.min(block.links, 20),
    block.strongChars / block.text.length,
    shape.digits,
    shape.capitals,
    shape.ending,
    shape.commas,
    shape.sentences,
    shape.bars,
    shape.copyright,
    shape.quotes,
    shape.questions,
    shape.opening,
    shape.year,
    shape.wordLength,
    odds.mean,
    odds.min,
    odds.max,
    odds.first,
    shape.lines,
    likeTitle(block.text, text.title),
    block.text.length < LONGEST_STANDFIRST ? shareIn(block.text, text.description) : 0,
    text.articleBody.size ? shareIn(block.text, text.articleBody) : -1,
    Math.min(repeats.count.get(block.text) ?? 1, 5),
    repeats.first.get(block.text) === index ? 0 : 1,
    block.hidden ? 1 : 0,
  ];
  for (const value of values) row[at++] = value;
  return at;
}

/** Longest block that may be the page's description. */
const LONGEST_STANDFIRST = 700;

/** Words shared with the title; 0 where the lengths alone say that it is another text. */
const likeTitle = (text: string, title: PageText['title']) =>
  title.length > 0 && text.length < title.length * 2.5 && text.length * 2.5 > title.length
    ? dice(wordSet(text), title.words)
    : 0;

/** How often each text stands on the page, and the block where it stands first. */
export type Repeats = { readonly count: ReadonlyMap<string, number>; readonly first: ReadonlyMap<string, number> };

export function countRepeats(blocks: readonly TextBlock[]): Repeats {
  const count = new Map<string, number>();
  const first = new Map<string, number>();
  for (const [index, { text }] of blocks.entries()) {
    count.set(text, (count.get(text) ?? 0) + 1);
    if (!first.has(text)) first.set(text, index);
  }
  return { count, first };
}

function oddsOf(words: readonly number[], lexicon: Lexicon): { mean: number; min: number; max: number; first: number } {
  let sum = 0;
  let min = 0;
  let max = 0;
  for (const word of words) {
    const odds = lexicon.get(word) ?? 0;
    sum += odds;
    if (odds < min) min = odds;
    if (odds > max) max = odds;
  }
  return { mean: words.length ? sum / words.length : 0, min, max, first: lexicon.get(words[0] ?? 0) ?? 0 };
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
    copyright = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
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
  };
}

const endingOf = (text: string) =>
  /[.!?。！？…]["”’»)\]]*$/.test(text) ? 2 : /[:：]$/.test(text) ? 1 : /[,;]$/.test(text) ? -1 : 0;
const openingOf = (text: string) => {
  const c = text.codePointAt(0)!;
  return c >= 97 && c <= 122 ? -1 : c >= 48 && c <= 57 ? 1 : c < 128 && !(c >= 65 && c <= 90) ? 2 : 0;
};
