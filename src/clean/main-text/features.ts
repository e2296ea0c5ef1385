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
import { countRepeats, TEXT_FEATURES, writeTextFeatures } from './text-features.ts';

/** Names of a row's numbers, in their order. */
export const FEATURES: readonly string[] = [
  ...TEXT_FEATURES,
  ...PLACE_FEATURES,
  ...CONTAINER_FEATURES,
  ...NEIGHBOUR_FEATURES,
];

/** Lexicons that the features look words up in: of class and id names, and of the first words of lines. */
export type Lexicons = { readonly marks: Lexicon; readonly lines: Lexicon };

export type FeatureTable = { readonly rows: Float32Array; readonly containers: Containers };

/** One row of `FEATURES` for each block, rows end to end. Linear in elements and characters. */
export function featuresOf(text: PageText, lexicons: Lexicons): FeatureTable {
  const n = text.blocks.length;
  const width = FEATURES.length;
  const rows = new Float32Array(n * width);
  const prose = text.blocks.map((_, index) => isProse(text, index));
  const repeats = countRepeats(text.blocks);
  const aboveOf = surroundings(text, lexicons.marks);
  const containers = containersOf(text, prose);
  const reading = readingOf(text, prose);
  let articleElements = 0;
  for (const tag of text.page.tag) if (tag === 'article') articleElements++;
  const odds = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const row = rows.subarray(i * width, (i + 1) * width);
    let at = writeTextFeatures(row, 0, text, i, lexicons.lines, repeats);
    odds[i] = row[LEXICON_MEAN]!;
    at = writePlaceFeatures(row, at, text, i, aboveOf, Math.min(articleElements, 20));
    writeContainerFeatures(row, at, text, i, containers);
  }
  const neighboursAt = width - NEIGHBOUR_FEATURES.length;
  for (let i = 0; i < n; i++)
    writeNeighbourFeatures(
      rows.subarray(i * width, (i + 1) * width),
      neighboursAt,
      text,
      i,
      reading,
      odds,
      containers.likeKey,
    );
  return { rows, containers };
}

const LEXICON_MEAN = TEXT_FEATURES.indexOf('lexiconMean');
