import type { Head } from '../facts/head.ts';
import { type JsonLdNode, stringOf } from '../facts/json-ld.ts';
import { fold } from '../fold.ts';
import type { TextBlock } from '../page/blocks.ts';
import type { Page } from '../page/page.ts';
import { marksOf } from '../page/visible.ts';
import { wordSet } from '../word-sets.ts';
import { lineWords, markWords, wordKey } from './lexicon.ts';
import { wordShingles } from './shingles.ts';

/** A page made ready for the features: blocks, and for each element the words of its marks. */
export type PageText = {
  readonly page: Page;
  readonly blocks: readonly TextBlock[];
  /** Words of the declared title, and its length in characters. */
  readonly title: { readonly words: ReadonlySet<string>; readonly length: number };
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
  const known = new Map<string, readonly number[]>();
  const keysOf = (words: string) => {
    // The items of a list share their class.
    let keys = known.get(words);
    if (!keys) {
      keys = markWords(words).map(wordKey);
      known.set(words, keys);
    }
    return keys;
  };
  for (const { node } of blocks)
    for (let i = node; i > 0 && !marks.has(i); i = page.parent[i]!)
      marks.set(i, page.attributes[i] ? keysOf(marksOf(page, i)) : NO_WORDS);
  const title = fold(head.meta.get('og:title') ?? stringOf(article?.headline) ?? head.title ?? '');
  return {
    page,
    blocks,
    title: { words: wordSet(title), length: title.length },
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
