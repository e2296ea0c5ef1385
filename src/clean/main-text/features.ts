import {
  CONTAINER_FEATURES,
  type Containers,
  containersOf,
  isProse,
  writeContainerFeatures,
} from './container-features.ts';
import type { Lexicon } from './lexicon.ts';
import { NEIGHBOUR_FEATURES, readingOf, writeNeighbourFeatures } from './neighbour-features.ts';
import type { PageText } from './page-text.ts';
import { PLACE_FEATURES, surroundings, writePlaceFeatures } from './place-features.ts';
import { REPEAT_FEATURES, repetitionOf, writeRepeatFeatures } from './repeat-features.ts';
import { SECOND_FEATURES } from './second-features.ts';
import { SECTION_FEATURES, type Sections, sectionSums, sectionsOf, writeSectionFeatures } from './section-features.ts';
import { countRepeats, TEXT_FEATURES, writeTextFeatures } from './text-features.ts';

/** Names of a row's numbers, in their order. */
export const FEATURES: readonly string[] = [
  ...TEXT_FEATURES,
  ...PLACE_FEATURES,
  ...CONTAINER_FEATURES,
  ...REPEAT_FEATURES,
  ...NEIGHBOUR_FEATURES,
  ...SECTION_FEATURES,
];

/** Lexicons that the features look words up in: of class and id names, and of the first words of lines. */
export type Lexicons = { readonly marks: Lexicon; readonly lines: Lexicon };

/** Numbers from one row to the next: room for what the second look adds. */
export const ROW_STRIDE = FEATURES.length + SECOND_FEATURES.length;

export type FeatureTable = {
  readonly rows: Float32Array;
  readonly containers: Containers;
  readonly sections: Sections;
};

/** One row of `FEATURES` for each block, `ROW_STRIDE` apart, written into `rows`. Linear in elements and characters. */
export function featuresOf(
  text: PageText,
  lexicons: Lexicons,
  rows = new Float32Array(text.blocks.length * ROW_STRIDE),
): FeatureTable {
  const n = text.blocks.length;
  const width = ROW_STRIDE;
  const prose = text.blocks.map((_, index) => isProse(text, index));
  const repeats = countRepeats(text.blocks);
  const around = surroundings(text, lexicons.marks);
  const containers = containersOf(text, prose);
  const repetition = repetitionOf(text, containers);
  const reading = readingOf(text, prose);
  const sections = sectionsOf(text, prose);
  let articleElements = 0;
  for (const tag of text.page.tag) if (tag === 'article') articleElements++;
  const odds = new Float32Array(n);
  const pairs = new Float32Array(n);
  const pairMin = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const row = i * width;
    let at = writeTextFeatures(rows, row, text, i, lexicons.lines, repeats);
    odds[i] = rows[row + LEXICON_MEAN]!;
    pairs[i] = rows[row + PAIR_MEAN]!;
    pairMin[i] = rows[row + PAIR_MIN]!;
    at = writePlaceFeatures(rows, at, text, i, around, Math.min(articleElements, 20));
    at = writeContainerFeatures(rows, at, text, i, containers);
    writeRepeatFeatures(rows, at, text, i, repetition, containers);
  }
  const sums = sectionSums(text, odds, pairs, (i) => rows[i * width + ENDING] === 2);
  for (let i = 0; i < n; i++) {
    const at = writeNeighbourFeatures(rows, i * width + NEIGHBOURS_AT, text, i, reading, odds, containers.likeKey);
    writeSectionFeatures(rows, at, text, i, sections, sums, odds, pairMin);
  }
  return { rows, containers, sections };
}

const NEIGHBOURS_AT = FEATURES.length - NEIGHBOUR_FEATURES.length - SECTION_FEATURES.length;
const LEXICON_MEAN = TEXT_FEATURES.indexOf('lexiconMean');
const PAIR_MEAN = TEXT_FEATURES.indexOf('pairMean');
const PAIR_MIN = TEXT_FEATURES.indexOf('pairMin');
const ENDING = TEXT_FEATURES.indexOf('ending');
