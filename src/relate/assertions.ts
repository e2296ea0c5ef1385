import type { ReadArticle } from '../domain/read-article.ts';
import { type Span, wordsAt } from '../domain/span.ts';
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
  /** The sentences among them that hold a negator; all of them where none does ("denied that …"). */
  readonly negated: readonly (readonly string[])[];
  /** The sentences without one. */
  readonly affirmed: readonly (readonly string[])[];
  /** Actors named in the content. */
  readonly about: ReadonlySet<string>;
  /** Where it stands, for order inside an article. */
  readonly at: number;
};

const NEGATORS: ReadonlySet<string> = new Set(denying.negators);
/** Words as rare as "say" are no content. */
const CONTENT_RARITY = 1.5;
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
  const told = statement.content.flatMap((span) => sentencesIn(article, span)).filter(({ words }) => words.length > 0);
  const sentences = told.map(({ words }) => words);
  const negated = told.filter(({ isNegated }) => isNegated).map(({ words }) => words);
  return {
    article,
    statement,
    words: statement.content.map((span) => wordsAt(span, article.text, title)).join(' '),
    sentences,
    affirmed: told.filter(({ isNegated }) => !isNegated).map(({ words }) => words),
    negated: negated.length > 0 ? negated : sentences,
    about: new Set(
      sentences
        .flat()
        .filter(isActor)
        .map((token) => token.slice(ACTOR_MARK.length)),
    ),
    at: (statement.content[0] ?? statement.cue[0] ?? statement.source[0] ?? [0])[0],
  };
}

/** An actor stands among the words under its identity, so that `ISIS` and `Daesh` are one word. */
const ACTOR_MARK = '@';
const isActor = (token: string) => token.startsWith(ACTOR_MARK);

type Sentence = { readonly words: readonly string[]; readonly isNegated: boolean };

function sentencesIn(article: ReadArticle, span: Span): readonly Sentence[] {
  if (span[2] === 'title') {
    const words = wordsAt(span, '', article.title ?? '');
    return [{ words: contentWords(words), isNegated: isNegated(words) }];
  }
  const [start, end] = span;
  const mentions = article.reading.mentions.filter((one) => one.actor && one.start >= start && one.end <= end);
  const sentences: Sentence[] = [];
  let from = start;
  for (const piece of article.text.slice(start, end).split(SENTENCE_END)) {
    const at = article.text.indexOf(piece, from);
    from = at + piece.length;
    const here = mentions.filter((one) => one.start >= at && one.end <= from);
    let plain = piece;
    for (const one of here)
      plain = plain.slice(0, one.start - at) + ' '.repeat(one.end - one.start) + plain.slice(one.end - at);
    sentences.push({
      words: [...contentWords(plain), ...new Set(here.map((one) => `${ACTOR_MARK}${one.actor}`))],
      isNegated: isNegated(piece),
    });
  }
  return sentences;
}

const isNegator = (form: string) => NEGATORS.has(folded(form)) || /n['’]t$/i.test(form);
const isNegated = (sentence: string) => (sentence.match(WORD) ?? []).some(isNegator);

/** Words that carry the matter of a sentence. */
function contentWords(sentence: string): readonly string[] {
  const words: string[] = [];
  for (const [form] of sentence.matchAll(WORD)) {
    if (isNegator(form)) continue;
    const word = stem(folded(form));
    if (word.length > 1 && rarity(word) >= CONTENT_RARITY) words.push(word);
  }
  return words;
}

/** Among fewer statements than this a word that several share is still no commonplace of the affair. */
const SMALL_GROUP = 40;

/** Weighs words by their rarity in news at large and among these statements: what all of an affair's statements share tells none apart. */
export function weigher(assertions: readonly Assertion[]): (word: string) => number {
  const holders = new Map<string, number>();
  for (const { sentences } of assertions)
    for (const word of new Set(sentences.flat())) holders.set(word, (holders.get(word) ?? 0) + 1);
  const all = Math.max(assertions.length, SMALL_GROUP);
  return (word) =>
    (isActor(word) ? ACTOR_RARITY : Math.min(RAREST, rarity(word))) *
    (1 - Math.sqrt(Math.min(1, (holders.get(word) ?? 0) / all))) ** 2;
}

/** An actor says whom a statement is about, hardly what. */
const ACTOR_RARITY = 2;
const RAREST = 6;

export type Overlap = {
  /** Share (0..1) of the weight of the lighter sentence that the other holds too, at the best pair of sentences. */
  readonly share: number;
  /** Weight of the words shared there, actors not counted: two enemies share each other in all they say. */
  readonly matter: number;
  /** Words and actors shared there. */
  readonly count: number;
  /** The words among them, heaviest first. */
  readonly words: readonly string[];
};

/** How far two sets of sentences speak of one thing, at their best pair of sentences. */
export function overlapOf(
  a: readonly (readonly string[])[],
  b: readonly (readonly string[])[],
  weigh: (word: string) => number,
  fewestWords = 2,
): Overlap {
  let best: Overlap = { share: 0, matter: 0, count: 0, words: [] };
  const sum = (words: Iterable<string>) => {
    let total = 0;
    for (const word of words) total += weigh(word);
    return total;
  };
  for (const one of a)
    for (const other of b) {
      const mine = new Set(one);
      const theirs = new Set(other);
      const shared = [...mine].filter((word) => theirs.has(word));
      if (shared.length < fewestWords || shared.every(isActor)) continue;
      const matter = sum(shared.filter((word) => !isActor(word)));
      const all = Math.max(LEAST_MATTER, Math.min(sum(mine), sum(theirs)));
      const bare = sum(shared) / all;
      if (bare + MOST_PHRASES * PHRASE_BONUS < Math.max(best.share, LEAST_USEFUL)) continue;
      const share = Math.min(1, bare + PHRASE_BONUS * phrasesShared(one, other));
      if (share <= best.share) continue;
      const words = shared.filter((word) => !isActor(word)).toSorted((x, y) => weigh(y) - weigh(x) || (x < y ? -1 : 1));
      best = { share, matter, count: shared.length, words };
    }
  return best;
}

/** Nobody asks for a smaller share than this. */
const LEAST_USEFUL = 0.25;

/** Two words that stand together in both ("sharing information") are more than two words. */
const PHRASE_BONUS = 0.1;
const MOST_PHRASES = 2;

function phrasesShared(one: readonly string[], other: readonly string[]): number {
  const pairsOf = (words: readonly string[]) =>
    new Set(words.slice(1).flatMap((word, i) => (isActor(word) ? [] : [`${words[i]} ${word}`])));
  const theirs = pairsOf(other);
  return Math.min(MOST_PHRASES, [...pairsOf(one)].filter((pair) => theirs.has(pair)).length);
}

/** A sentence with less matter than this ("It is not true") agrees with everything; it is measured as if it had so much. */
const LEAST_MATTER = 6;
