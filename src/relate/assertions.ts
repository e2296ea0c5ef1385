import type { ReadArticle } from '../domain/read-article.ts';
import { wordsAt } from '../domain/span.ts';
import type { Statement } from '../domain/statement.ts';
import { rarity } from './rarity.ts';
import denying from './tables/denying.json' with { type: 'json' };
import { folded, stem } from './words.ts';

/** A statement in the form in which it is compared with others. */
export type Assertion = {
  readonly article: ReadArticle;
  readonly statement: Statement;
  /** Verbatim content, its pieces joined by a space. */
  readonly words: string;
  /** Content words of each sentence of it, stemmed, without negators. */
  readonly sentences: readonly (readonly string[])[];
  /** Actors named in the content. */
  readonly about: ReadonlySet<string>;
  /** Where it stands, for order inside an article. */
  readonly at: number;
};

const NEGATORS: ReadonlySet<string> = new Set(denying.negators);
/** Words as rare as "say" are no content. */
const CONTENT_RARITY = 2;
const SENTENCE_END = /(?<=[.!?…][”"’]?)\s+(?=[“"‘(\p{Lu}])/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’.](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu;

/** All statements of the articles, in the articles' order and the order of the text. */
export function assertionsOf(articles: readonly ReadArticle[]): readonly Assertion[] {
  return articles.flatMap((article) => {
    const inOrder = article.reading.statements.map((statement) => assertionOf(article, statement));
    return inOrder.toSorted((a, b) => a.at - b.at);
  });
}

function assertionOf(article: ReadArticle, statement: Statement): Assertion {
  const title = article.title ?? '';
  const words = statement.content.map((span) => wordsAt(span, article.text, title)).join(' ');
  const about = new Set<string>();
  for (const [start, end, field] of statement.content)
    if (field !== 'title')
      for (const mention of article.reading.mentions)
        if (mention.actor && mention.start >= start && mention.end <= end) about.add(mention.actor);
  return {
    article,
    statement,
    words,
    sentences: words
      .split(SENTENCE_END)
      .map(contentWords)
      .filter((sentence) => sentence.length > 0),
    about,
    at: (statement.content[0] ?? statement.cue[0] ?? statement.source[0] ?? [0])[0],
  };
}

/** Words that carry the matter of a sentence. */
export function contentWords(sentence: string): readonly string[] {
  const words: string[] = [];
  for (const [form] of sentence.matchAll(WORD)) {
    const plain = folded(form);
    if (NEGATORS.has(plain) || /n['’]t$/i.test(form)) continue;
    const word = stem(plain);
    if (rarity(word) >= CONTENT_RARITY) words.push(word);
  }
  return words;
}

/** Weighs words by their rarity in news at large and among these statements: what all of an affair's statements share tells none apart. */
export function weigher(assertions: readonly Assertion[]): (word: string) => number {
  const holders = new Map<string, number>();
  for (const { sentences } of assertions)
    for (const word of new Set(sentences.flat())) holders.set(word, (holders.get(word) ?? 0) + 1);
  const all = Math.max(assertions.length, 12);
  return (word) => Math.min(6, rarity(word)) * (1 - Math.sqrt(Math.min(1, (holders.get(word) ?? 0) / all))) ** 2;
}

export type Overlap = {
  /** Share (0..1) of the weight of the lighter sentence that the other holds too, at the best pair of sentences. */
  readonly share: number;
  /** Distinct words shared there, heaviest first. */
  readonly words: readonly string[];
};

/** How far two statements speak of one thing, at their best pair of sentences. */
export function overlapOf(a: Assertion, b: Assertion, weigh: (word: string) => number): Overlap {
  let best: Overlap = { share: 0, words: [] };
  for (const one of a.sentences)
    for (const other of b.sentences) {
      const mine = new Set(one);
      const theirs = new Set(other);
      const shared = [...mine].filter((word) => theirs.has(word));
      if (shared.length < 2) continue;
      const sum = (words: Iterable<string>) => [...words].reduce((total, word) => total + weigh(word), 0);
      const share = sum(shared) / Math.max(LEAST_MATTER, Math.min(sum(mine), sum(theirs)));
      if (share > best.share)
        best = { share, words: shared.toSorted((x, y) => weigh(y) - weigh(x) || (x < y ? -1 : 1)) };
    }
  return best;
}

/** A sentence with less matter than this ("It is not true") agrees with everything; it is measured as if it had so much. */
const LEAST_MATTER = 6;
