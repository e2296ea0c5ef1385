import { fold } from '../draft.ts';
import type { Head } from '../facts/head.ts';
import { type JsonLdNode, stringOf } from '../facts/json-ld.ts';
import type { TextBlock } from '../page/blocks.ts';
import type { Page } from '../page/page.ts';
import { marksOf } from '../page/visible.ts';
import { lineWords, markWords, wordKey } from './lexicon.ts';
import { wordShingles } from './shingles.ts';

/** A page made ready for the features: blocks, and for each element the words of its marks. */
export type PageText = {
  readonly page: Page;
  readonly blocks: readonly TextBlock[];
  readonly title: string;
  /** Shingles of the description and of JSON-LD `articleBody`, where the page has them. */
  readonly description: ReadonlySet<number>;
  readonly articleBody: ReadonlySet<number>;
  readonly isArticleType: boolean;
  /** Keys of the marks' words by element; only elements that hold a block have any. */
  readonly marks: ReadonlyMap<number, readonly number[]>;
  /** Keys of the first words by block. */
  readonly words: readonly (readonly number[])[];
};

/** Gathers what the features need of a page. `title` is the declared one. */
export function pageText(
  page: Page,
  blocks: readonly TextBlock[],
  head: Head,
  article: JsonLdNode | undefined,
): PageText {
  const marks = new Map<number, readonly number[]>();
  for (const { node } of blocks)
    for (let i = node; i > 0 && !marks.has(i); i = page.parent[i]!)
      marks.set(i, page.attributes[i] ? markWords(marksOf(page, i)).map(wordKey) : NO_WORDS);
  return {
    page,
    blocks,
    title: fold(head.meta.get('og:title') ?? stringOf(article?.headline) ?? head.title ?? ''),
    description: wordShingles(head.meta.get('og:description') ?? head.meta.get('description') ?? ''),
    articleBody: wordShingles(plainBody(article)),
    isArticleType: article !== undefined || head.meta.get('og:type')?.toLowerCase() === 'article',
    marks,
    words: blocks.map((block) => lineWords(block.text).map(wordKey)),
  };
}

const NO_WORDS: readonly number[] = [];

/** `articleBody` without the markup that some publishers leave in it. */
export function plainBody(article: JsonLdNode | undefined): string {
  const body = stringOf(article?.articleBody) ?? '';
  return body.includes('<') ? body.replace(/<[^>]{0,2000}>/g, ' ') : body;
}
