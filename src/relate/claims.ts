import { shortHash } from '../domain/ids.ts';
import type { Claim, ClaimStatement } from '../domain/story.ts';
import { type Assertion, overlapOf } from './assertions.ts';
import type { Denied } from './denials.ts';
import denying from './tables/denying.json' with { type: 'json' };

/** Two statements say the same when this share of the lighter one's matter stands in the other. */
const SAME_CLAIM = 0.6;
/** A statement has this many like ones at the most; more would be a topic, not a claim. */
const MOST_ALIKE = 12;

/**
 * What several statements are about: a denial with what it stands against, and statements of the same matter.
 * A denial that nobody's assertion answers is a claim by itself. `candidates` gives the statements that share words with one.
 */
export function claimsOf(
  assertions: readonly Assertion[],
  denied: readonly Denied[],
  candidates: (one: Assertion) => readonly Assertion[],
  weigh: (word: string) => number,
): readonly Claim[] {
  const groups = new Map(assertions.map((one) => [one, [one]]));
  const join = (a: Assertion, b: Assertion) => {
    const [to, from] = [groups.get(a)!, groups.get(b)!];
    if (to === from) return;
    to.push(...from);
    for (const one of from) groups.set(one, to);
  };
  for (const { denial, assertion } of denied) join(denial, assertion);
  for (const { one, other } of alikeOf(assertions, candidates, weigh))
    if (meanShare(groups.get(one)!, groups.get(other)!, weigh) >= SAME_CLAIM) join(one, other);
  for (const [one, other] of denialsOfOneThing(assertions, weigh)) join(one, other);
  return [...new Set(groups.values())]
    .filter((members) => members.length > 1 || members[0]!.statement.stance === 'denies')
    .map(claimOf);
}

/** Two denials in one article that share a telling word deny one thing: "formal recognition", "the official recognition". */
const SAME_DENIED = { share: 0.25, matter: 2.5, words: 1 };

function* denialsOfOneThing(
  assertions: readonly Assertion[],
  weigh: (word: string) => number,
): Generator<readonly [Assertion, Assertion]> {
  const denials = assertions.filter((one) => one.statement.stance === 'denies');
  for (const here of Map.groupBy(denials, (one) => one.article.id).values())
    for (const [i, one] of here.entries())
      for (const other of here.slice(i + 1)) {
        const { share, matter } = overlapOf(one.negated, other.negated, weigh, SAME_DENIED.words);
        if (mayMeet(one, other) && share >= SAME_DENIED.share && matter >= SAME_DENIED.matter) yield [one, other];
      }
}

type Alike = { readonly one: Assertion; readonly other: Assertion; readonly share: number };

/** Pairs of statements of one matter, the surest first. */
function alikeOf(
  assertions: readonly Assertion[],
  candidates: (one: Assertion) => readonly Assertion[],
  weigh: (word: string) => number,
): readonly Alike[] {
  const order = new Map(assertions.map((one, i) => [one, i]));
  return assertions
    .flatMap((one) =>
      candidates(one)
        .filter((other) => order.get(other)! > order.get(one)! && mayMeet(one, other))
        .map((other) => ({ one, other, share: overlapOf(one.sentences, other.sentences, weigh).share }))
        .filter(({ share }) => share >= SAME_CLAIM)
        .toSorted((a, b) => b.share - a.share)
        .slice(0, MOST_ALIKE),
    )
    .toSorted((a, b) => b.share - a.share);
}

/** How far two groups speak of one thing: the mean over their pairs, of so many members of each at the most. */
const MEMBERS_ASKED = 6;

function meanShare(a: readonly Assertion[], b: readonly Assertion[], weigh: (word: string) => number): number {
  let sum = 0;
  let pairs = 0;
  for (const one of a.slice(0, MEMBERS_ASKED))
    for (const other of b.slice(0, MEMBERS_ASKED)) {
      sum += overlapOf(one.sentences, other.sentences, weigh).share;
      pairs++;
    }
  return sum / pairs;
}

/** A statement and the one inside it are the same words told twice. */
const mayMeet = (a: Assertion, b: Assertion) =>
  a.statement.id !== b.statement.id && a.statement.parent !== b.statement.id && b.statement.parent !== a.statement.id;

function claimOf(members: readonly Assertion[]): Claim {
  return {
    id: shortHash('claim', ...members.map((one) => one.statement.id).toSorted()),
    words: wordsOf(members),
    statements: members
      .toSorted((a, b) => a.article.timeMs - b.article.timeMs || (a.article.id < b.article.id ? -1 : 1) || a.at - b.at)
      .map(
        ({ article, statement }): ClaimStatement => ({
          article: article.id,
          statement: statement.id,
          content: statement.content,
          speaker: statement.speaker?.name ?? null,
          stance: statement.stance,
        }),
      ),
  };
}

const SHORT_WORDS = 6;
const LONG_WORDS = 24;

/** The words of the clearest statement: asserted rather than denied, without hedge, neither a scrap nor a speech, surely read. */
function wordsOf(members: readonly Assertion[]): string {
  const clearness = ({ statement, words }: Assertion) => {
    const length = words.split(/\s+/).length;
    return (
      (statement.stance === 'asserts' || statement.stance === 'confirms' ? 4 : 0) +
      (statement.hedges.length ? 0 : 1) +
      (length < SHORT_WORDS ? -2 : length > LONG_WORDS ? -1 : 0) +
      statement.confidence
    );
  };
  const clearest = members.toSorted((a, b) => clearness(b) - clearness(a))[0]!;
  const words = trimmed(clearest.words);
  return clearest.statement.stance === 'denies' ? withoutNegation(words) : words;
}

const trimmed = (words: string) =>
  words
    .trim()
    .replace(/^(?:that|as)\s+/i, '')
    .replace(/^[“"'‘]+|[”"'’.,;]+$/gu, '')
    .trim();

const NEGATOR = new RegExp(
  `(?:\\b(?:${denying.negators.filter((word) => word !== "n't").join('|')})\\b|n['’]t\\b)`,
  'iu',
);

/** Verbatim but for the negator, whose place stays marked: "recognition is […] being discussed". */
const withoutNegation = (words: string) =>
  words.replace(NEGATOR, (negator) => (/^n['’]t$/i.test(negator) ? ' […]' : '[…]'));
