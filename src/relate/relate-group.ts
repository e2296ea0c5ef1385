import type { ReadArticle } from '../domain/read-article.ts';
import type { Claim, Dispute, FigureSeries } from '../domain/story.ts';
import { type Assertion, assertionsOf, weigher } from './assertions.ts';
import { claimsOf } from './claims.ts';
import { denialsAmong } from './denials.ts';
import { denialDisputes } from './disputes.ts';
import { familiesOf } from './families.ts';
import { figuresOf } from './figures.ts';

export type GroupFindings = {
  readonly claims: readonly Claim[];
  readonly disputes: readonly Dispute[];
  readonly figures: readonly FigureSeries[];
};

/** Statements filed under one word are looked at up to this many; a commoner word finds nobody. */
const MOST_PER_WORD = 200;

/** Claims, disputes and figures over the articles of one story or storyline. The order of the articles does not matter. */
export function relateGroup(articles: readonly ReadArticle[]): GroupFindings {
  const inOrder = articles.toSorted((a, b) => a.timeMs - b.timeMs || (a.id < b.id ? -1 : 1));
  const assertions = assertionsOf(inOrder);
  const weigh = weigher(assertions);
  const candidates = sharingWords(assertions);
  const denied = denialsAmong(assertions, candidates, weigh);
  const claims = claimsOf(assertions, denied, candidates, weigh);
  const { figures, disputes } = figuresOf(inOrder, familiesOf(inOrder));
  return { claims, disputes: [...denialDisputes(denied, claims), ...disputes], figures };
}

/** Finds statements that share at least two words with another, through an index of words. */
function sharingWords(assertions: readonly Assertion[]): (one: Assertion) => readonly Assertion[] {
  const files = new Map<string, Assertion[]>();
  const wordsOf = (one: Assertion) => new Set(one.sentences.flat());
  for (const one of assertions)
    for (const word of wordsOf(one)) {
      const file = files.get(word);
      if (file) file.push(one);
      else files.set(word, [one]);
    }
  return (one) => {
    const shared = new Map<Assertion, number>();
    for (const word of wordsOf(one)) {
      const file = files.get(word) ?? [];
      if (file.length <= MOST_PER_WORD)
        for (const other of file) if (other !== one) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    return [...shared].filter(([, words]) => words > 1).map(([other]) => other);
  };
}
