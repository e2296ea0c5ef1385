import { shortHash } from '../domain/ids.ts';
import type { Claim, Dispute, DisputeSide } from '../domain/story.ts';
import type { Assertion } from './assertions.ts';
import type { Denied } from './denials.ts';

/** Below this a pair is not shown at all. */
const LEAST_CONFIDENCE = 0.35;

/** One dispute for each denial: the denial against every statement it answers, the surest first. */
export function denialDisputes(denied: readonly Denied[], claims: readonly Claim[]): readonly Dispute[] {
  const claimOf = new Map(claims.flatMap((claim) => claim.statements.map((one) => [one.statement, claim.id] as const)));
  const shown = denied.filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  return [...Map.groupBy(shown, ({ denial }) => wordsOf(denial)).values()].map((all): Dispute => {
    // The same words in a republication are the same denial; the earliest stands for all.
    const first = all[0]!.denial.statement.id;
    const pairs = all.filter(({ denial: one }) => one.statement.id === first);
    const inOrder = pairs.toSorted((a, b) => b.confidence - a.confidence);
    const { denial, confidence, why } = inOrder[0]!;
    return {
      id: shortHash('dispute', 'denial', denial.statement.id),
      claim: claimOf.get(denial.statement.id) ?? null,
      kind: 'denial',
      sides: [...inOrder.map(({ assertion }) => sideOf(assertion)), sideOf(denial)],
      confidence,
      why,
    };
  });
}

function sideOf({ article, statement }: Assertion): DisputeSide {
  const span = statement.content[0] ?? statement.cue[0] ?? statement.source[0]!;
  return {
    article: article.id,
    statement: statement.id,
    span,
    quote: (span[2] === 'title' ? (article.title ?? '') : article.text).slice(span[0], span[1]),
    speaker: statement.speaker?.name ?? null,
    stance: statement.stance,
  };
}

const wordsOf = ({ statement, words }: Assertion) =>
  `${statement.speaker?.actor ?? ''}|${(words.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ').toLowerCase()}`;
