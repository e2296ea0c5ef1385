import type { TextBlock } from '../page/blocks.ts';
import type { Lexicon } from './lexicon.ts';
import type { PageText } from './page-text.ts';
import { shapeOf } from './shape.ts';
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
