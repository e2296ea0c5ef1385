import { endingOf } from './ending.ts';
import type { PageText } from './page-text.ts';

export const SECTION_FEATURES = [
  'underOdds',
  'underMin',
  'underBlocks',
  'underChars',
  'underLevel',
  'runLength',
  'runAt',
  'runChars',
  'runOdds',
  'runPairs',
  'runEndings',
  'runPlace',
  'oddsNear',
  'pairsNear',
] as const;

/** Blocks grouped as readers see them: under a heading, and in a run of short pieces between paragraphs. */
export type Sections = {
  /** By block: the block that reads as its heading, -1 before the first. */
  readonly heading: Int32Array;
  /** By block: first and last (exclusive) of the blocks that are no paragraphs around it; empty for a paragraph. */
  readonly runStart: Int32Array;
  readonly runEnd: Int32Array;
};

/** Longest block that may be a heading without being marked as one. */
const LONGEST_HEADING = 60;

const headingLevel = (tag: string) => (tag.length === 2 && tag[0] === 'h' && tag !== 'hr' ? Number(tag[1]) : 0);

/** One pass each for headings and runs. Plain text has no marked headings; there short lines without a full stop are taken. */
export function sectionsOf(text: PageText, prose: readonly boolean[]): Sections {
  const { blocks, page } = text;
  const n = blocks.length;
  const heading = new Int32Array(n);
  const runStart = new Int32Array(n);
  const runEnd = new Int32Array(n);
  let last = -1;
  for (let i = 0; i < n; i++) {
    heading[i] = last;
    const block = blocks[i]!;
    const { length } = block.text;
    if (
      headingLevel(page.tag[block.node]!) > 0 ||
      (length <= LONGEST_HEADING &&
        (text.isPlain || block.strongChars >= length * 0.8) &&
        endingOf(block.text) !== 2 &&
        endingOf(block.text) !== -1)
    )
      last = i;
  }
  for (let i = 0; i < n; ) {
    let end = i;
    while (end < n && !prose[end]) end++;
    for (let j = i; j < end; j++) {
      runStart[j] = i;
      runEnd[j] = end;
    }
    if (end < n) {
      runStart[end] = end;
      runEnd[end] = end;
    }
    i = end + 1;
  }
  return { heading, runStart, runEnd };
}

/** Sums that the section features need, up to each block: mean odds of words and pairs, characters, sentence ends. */
export type SectionSums = {
  readonly odds: Float64Array;
  readonly pairs: Float64Array;
  readonly chars: Float64Array;
  readonly endings: Float64Array;
};

/** `odds` and `pairs` are the mean log odds of words and of pairs by block, `ends` whether it ends like a sentence. */
export function sectionSums(
  text: PageText,
  odds: Float32Array,
  pairs: Float32Array,
  ends: (index: number) => boolean,
): SectionSums {
  const n = text.blocks.length;
  const sums = {
    odds: new Float64Array(n + 1),
    pairs: new Float64Array(n + 1),
    chars: new Float64Array(n + 1),
    endings: new Float64Array(n + 1),
  };
  for (let i = 0; i < n; i++) {
    sums.odds[i + 1] = sums.odds[i]! + odds[i]!;
    sums.pairs[i + 1] = sums.pairs[i]! + pairs[i]!;
    sums.chars[i + 1] = sums.chars[i]! + text.blocks[i]!.text.length;
    sums.endings[i + 1] = sums.endings[i]! + (ends(i) ? 1 : 0);
  }
  return sums;
}

/** What kind of heading a block stands under, and what kind of run of short pieces in. */
export function writeSectionFeatures(
  rows: Float32Array,
  at: number,
  text: PageText,
  index: number,
  sections: Sections,
  sums: SectionSums,
  odds: Float32Array,
  pairMin: Float32Array,
): number {
  const n = text.blocks.length;
  const heading = sections.heading[index]!;
  rows[at++] = heading < 0 ? 0 : odds[heading]!;
  rows[at++] = heading < 0 ? 0 : pairMin[heading]!;
  rows[at++] = heading < 0 ? 99 : Math.min(99, index - heading);
  rows[at++] = heading < 0 ? -1 : Math.log1p(sums.chars[index]! - sums.chars[heading + 1]!);
  rows[at++] = heading < 0 ? -1 : headingLevel(text.page.tag[text.blocks[heading]!.node]!);
  const from = sections.runStart[index]!;
  const to = sections.runEnd[index]!;
  const length = to - from;
  rows[at++] = Math.min(length, 200);
  rows[at++] = length ? (index - from) / length : 0;
  rows[at++] = Math.log1p(sums.chars[to]! - sums.chars[from]!);
  rows[at++] = length ? (sums.odds[to]! - sums.odds[from]!) / length : 0;
  rows[at++] = length ? (sums.pairs[to]! - sums.pairs[from]!) / length : 0;
  rows[at++] = length ? (sums.endings[to]! - sums.endings[from]!) / length : 0;
  rows[at++] = from === 0 ? 0 : to === n ? 2 : 1;
  const near = Math.max(0, index - 4);
  const far = Math.min(n, index + 5);
  rows[at++] = (sums.odds[far]! - sums.odds[near]!) / (far - near);
  rows[at++] = (sums.pairs[far]! - sums.pairs[near]!) / (far - near);
  return at;
}
