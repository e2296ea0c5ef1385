import type { Head } from '../facts/head.ts';
import { type JsonLdNode, stringOf } from '../facts/json-ld.ts';
import { fold } from '../fold.ts';
import type { TextBlock } from '../page/blocks.ts';
import type { Page } from '../page/page.ts';
import { marksOf } from '../page/visible.ts';
import { wordKey } from './lexicon.ts';
import { wordKeysOf, wordShingles } from './shingles.ts';
import { lineKeys, markKeys, pairKeys } from './word-keys.ts';

/** A page made ready for the features: blocks, and for each element the words of its marks. */
export type PageText = {
  readonly page: Page;
  readonly blocks: readonly TextBlock[];
  /** True for plain text, whose lines stand in no elements. */
  readonly isPlain: boolean;
  /** Keys of the words of the declared title, each once, and its length in characters. */
  readonly title: { readonly words: readonly number[]; readonly length: number };
  /** Shingles of the description and of JSON-LD `articleBody`, where the page has them. */
  readonly description: ReadonlySet<number>;
  readonly articleBody: ReadonlySet<number>;
  readonly isArticleType: boolean;
  /** Keys of the marks' words by element; only elements that hold a block have any. */
  readonly marks: readonly (readonly number[] | undefined)[];
  /** By element that holds a block: a key of its tag and class. */
  readonly looks: Int32Array;
  /** Keys of the first words by block, and of their pairs. */
  readonly words: readonly (readonly number[])[];
  readonly pairs: readonly (readonly number[])[];
};

/** Gathers what the features need of a page. `title` is the declared one. */
export function pageText(
  page: Page,
  blocks: readonly TextBlock[],
  head: Head,
  article: JsonLdNode | undefined,
): PageText {
  const marks = new Array<readonly number[] | undefined>(page.tag.length).fill(undefined);
  const looks = new Int32Array(page.tag.length);
  const known = new Map<string, readonly number[]>();
  const keysOf = (words: string) => {
    // The items of a list share their class.
    let keys = known.get(words);
    if (!keys) {
      keys = markKeys(words);
      known.set(words, keys);
    }
    return keys;
  };
  for (const { node } of blocks)
    for (let i = node; i > 0 && marks[i] === undefined; i = page.parent[i]!) {
      const attributes = page.attributes[i];
      marks[i] = attributes ? keysOf(marksOf(page, i)) : NO_WORDS;
      looks[i] = wordKey(page.tag[i]!) + (attributes?.class ? wordKey(attributes.class.slice(0, LONGEST_CLASS)) : 0);
    }
  const words = blocks.map((block) => lineKeys(block.text));
  const title = fold(head.meta.get('og:title') ?? stringOf(article?.headline) ?? head.title ?? '');
  return {
    page,
    blocks,
    isPlain: false,
    title: { words: [...new Set(wordKeysOf(title))], length: title.length },
    description: wordShingles(head.meta.get('og:description') ?? head.meta.get('description') ?? ''),
    articleBody: wordShingles(plainBody(article)),
    isArticleType: article !== undefined || head.meta.get('og:type')?.toLowerCase() === 'article',
    marks,
    looks,
    words,
    pairs: words.map(pairKeys),
  };
}

const NO_WORDS: readonly number[] = [];
const LONGEST_CLASS = 60;

/** `articleBody` without the markup that some publishers leave in it. */
export function plainBody(article: JsonLdNode | undefined): string {
  const body = stringOf(article?.articleBody) ?? '';
  return body.includes('<') ? body.replace(/<[^>]{0,2000}>/g, ' ') : body;
}
