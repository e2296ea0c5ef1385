import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { getDomain } from 'tldts';
import { decode } from '../../src/clean/decode.ts';
import { readHead } from '../../src/clean/facts/head.ts';
import { articleNode, jsonLdNodes } from '../../src/clean/facts/json-ld.ts';
import { wordKey } from '../../src/clean/main-text/lexicon.ts';
import { type PageText, pageText } from '../../src/clean/main-text/page-text.ts';
import { blocksOf } from '../../src/clean/page/blocks.ts';
import { parsePage } from '../../src/clean/page/parse.ts';
import { type Labels, labelBlocks } from './labels.ts';

/** What people marked on a development page. */
export type Gold = {
  readonly body?: string | null;
  readonly with?: readonly string[];
  readonly without?: readonly string[];
  readonly title?: string | null;
  readonly authors?: readonly string[];
  readonly date?: string | null;
};

export type GoldRow = {
  readonly id: string;
  readonly corpus: string;
  readonly file: string;
  readonly url: string;
  readonly gold: Gold;
};

export type GoldPage = {
  readonly row: GoldRow;
  readonly fold: number;
  readonly text: PageText;
  readonly labels: Labels;
};

/** Sites go to folds whole, so that no site stands on both sides of a split. Fold 0 is held out. */
export const FOLDS = 5;
export const HELD_OUT = 0;

/** The fold of an address, by its registrable domain. Archived addresses count for the site they archive. */
export function foldOf(url: string): number {
  const archived = /^https?:\/\/web\.archive\.org\/web\/[^/]+\/(.*)$/.exec(url)?.[1];
  const site = getDomain(archived ?? url) ?? url;
  return (Math.imul(wordKey(site), 0x9e3779b1) >>> 8) % FOLDS;
}

export const readRows = (benchDir: string): readonly GoldRow[] =>
  readFileSync(join(benchDir, 'data/clean/pages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as GoldRow);

export const readPage = (benchDir: string, row: GoldRow): Buffer =>
  gunzipSync(readFileSync(join(benchDir, 'data/clean', row.file)));

/** Parses the development pages and marks their blocks. */
export function loadPages(benchDir: string, wanted: (row: GoldRow) => boolean = () => true): readonly GoldPage[] {
  return readRows(benchDir)
    .filter(wanted)
    .map((row) => {
      const page = parsePage(decode(readPage(benchDir, row)).text);
      const blocks = blocksOf(page);
      const text = pageText(page, blocks, readHead(page), articleNode(jsonLdNodes(page)));
      return { row, fold: foldOf(row.url), text, labels: labelBlocks(blocks, row.gold) };
    });
}
