import { type Assertion, type Overlap, overlapOf } from './assertions.ts';
import denying from './tables/denying.json' with { type: 'json' };
import { asWritten, folded, stem } from './words.ts';

/** A denial together with one statement that it stands against. */
export type Denied = {
  readonly denial: Assertion;
  readonly assertion: Assertion;
  readonly confidence: number;
  readonly why: string;
};

/** Share and weight of common matter from which a denial can be meant for a statement of the same article, or of another. */
const HERE = { share: 0.3, matter: 2.2, count: 2 };
/** A denial by its words only ("we have no guns there") must speak of more. */
const BY_WORDS_ONLY = { share: 0.5, matter: 3, count: 2 };
const ELSEWHERE = { share: 0.45, matter: 3, count: 3 };
/** A denial is set against so many statements at the most, the nearest in words first. */
const MOST_ANSWERED = 4;

/**
 * Pairs each denial with the statements that it stands against: by words shared, or, where its content only points back
 * ("such accusations"), the accusations before it that name the denier.
 */
export function denialsAmong(
  assertions: readonly Assertion[],
  candidates: (denial: Assertion) => readonly Assertion[],
  weigh: (word: string) => number,
): readonly Denied[] {
  const denials = assertions.filter((one) => isDenial(one) && !inTitle(one) && !isMedia(one) && isSomebody(one));
  return denials.flatMap((denial) => {
    const told = byNesting(denial, assertions);
    if (told.length > 0) return told;
    return pointsBack(denial) ? byReference(denial, assertions) : byMatter(denial, candidates(denial), weigh);
  });
}

/** Fewer content words make no statement to deny. */
const FEWEST_WORDS = 3;

/** "Rejected the claim by X that …": what is denied stands inside the denial, with its speaker. */
function byNesting(denial: Assertion, assertions: readonly Assertion[]): readonly Denied[] {
  if (denial.statement.stance !== 'denies') return [];
  return assertions
    .filter(
      (other) =>
        other.statement.parent === denial.statement.id &&
        other.sentences.flat().length >= FEWEST_WORDS &&
        isAffirmed(other) &&
        speakerOf(other) !== speakerOf(denial),
    )
    .map((assertion) => ({
      denial,
      assertion,
      confidence: Number((0.9 * Math.min(denial.statement.confidence, assertion.statement.confidence)).toFixed(2)),
      why: `${nameOf(denial)} denies in so many words what ${nameOf(assertion)} asserts`,
    }));
}

const nameOf = (one: Assertion) => one.statement.speaker?.name ?? 'somebody';

/** A speaker known by a pronoun only may be anybody, the denier too. */
const PRONOUN = /^(?:i|you|we|he|she|they|it|who|that|this|there|one|others?|many|some|n['’]t .*)$/iu;
const isSomebody = (one: Assertion) => !PRONOUN.test(one.statement.speaker?.name ?? '');

/** An outlet that could not confirm something denies nothing. */
const isMedia = ({ article, statement }: Assertion) =>
  article.reading.actors.some((actor) => actor.id === statement.speaker?.actor && actor.kind === 'media');

/** A denial by its cue, or a statement that says of everything in it that it is not so. */
const isDenial = (one: Assertion) =>
  one.statement.stance === 'denies' ||
  (one.statement.stance === 'asserts' &&
    one.statement.mode === 'direct' &&
    one.sentences.length > 0 &&
    one.affirmed.length === 0);

const isAffirmed = (one: Assertion) => one.statement.stance === 'asserts' || one.statement.stance === 'confirms';

const speakerOf = (one: Assertion) => one.statement.speaker?.actor;

/** The same person denying what he said is a change of position, told elsewhere. */
const differs = (a: Assertion, b: Assertion) =>
  a.statement.id !== b.statement.id &&
  (speakerOf(a) === undefined || speakerOf(a) !== speakerOf(b)) &&
  a.statement.parent !== b.statement.id &&
  b.statement.parent !== a.statement.id;

function byMatter(denial: Assertion, others: readonly Assertion[], weigh: (word: string) => number): readonly Denied[] {
  if (isRefusal(denial)) return [];
  const answered = others
    .filter((other) => isAffirmed(other) && !inTitle(other) && isSomebody(other) && differs(denial, other))
    .map((other) => ({ other, overlap: overlapOf(denial.negated, other.affirmed, weigh) }))
    .filter(({ other, overlap }) => {
      const isHere = other.article.id === denial.article.id;
      const needed = !isHere ? ELSEWHERE : denial.statement.stance === 'denies' ? HERE : BY_WORDS_ONLY;
      return overlap.share >= needed.share && overlap.matter >= needed.matter && overlap.count >= needed.count;
    })
    .toSorted((a, b) => b.overlap.share - a.overlap.share || a.other.article.timeMs - b.other.article.timeMs);
  return distinct(answered)
    .slice(0, MOST_ANSWERED)
    .map(({ other, overlap }) => ({
      denial,
      assertion: other,
      confidence: confidenceOf(denial, other, overlap),
      why: whyOf(denial, other, overlap),
    }));
}

/** The same words in a republication are the same statement; the first in order stands for all. */
function distinct<T extends { readonly other: Assertion }>(answered: readonly T[]): readonly T[] {
  const seen = new Set<string>();
  return answered.filter(({ other }) => {
    const words = other.sentences.flat().join(' ');
    return !seen.has(words) && seen.add(words);
  });
}

/** A headline says again, shorter, what stands below it. */
const inTitle = (one: Assertion) => one.statement.content.some((span) => span[2] === 'title');

const NO_FACTS: ReadonlySet<string> = new Set(denying.noFacts.map(stem));
const HEAD_WORDS = 5;

/** "Rejected a demand that …" refuses; it says of no statement that it is untrue. */
const isRefusal = (denial: Assertion) =>
  (denial.words.match(/\p{L}+/gu) ?? []).slice(0, HEAD_WORDS).some((word) => NO_FACTS.has(stem(folded(word))));

/** "We have no guns there" is a denial by its words only. */
const WITHOUT_CUE = 0.85;

function confidenceOf(denial: Assertion, other: Assertion, overlap: Overlap): number {
  const speaker = speakerOf(denial);
  const sure =
    0.25 +
    0.5 * Math.min(1, overlap.share) +
    (denial.article.id === other.article.id ? 0.1 : 0) +
    (speaker && other.about.has(speaker) ? 0.1 : 0);
  const read = Math.min(denial.statement.confidence, other.statement.confidence);
  const byCue = denial.statement.stance === 'denies' ? 1 : WITHOUT_CUE;
  return Number(Math.min(0.95, sure * (0.5 + 0.5 * read) * byCue).toFixed(2));
}

function whyOf(denial: Assertion, other: Assertion, overlap: Overlap): string {
  const where = denial.article.id === other.article.id ? 'in the same article' : 'in another article';
  return `${denial.statement.speaker?.name ?? 'Somebody'} denies what ${
    other.statement.speaker?.name ?? 'somebody'
  } asserts ${where}; both speak of ${asWritten(overlap.words.slice(0, 4), denial.words).join(', ')}`;
}

const POINTERS: ReadonlySet<string> = new Set(denying.referringBack.pointers);
const NOUNS: ReadonlySet<string> = new Set(denying.referringBack.nouns.map(stem));
const ACCUSING: ReadonlySet<string> = new Set(denying.accusing.map(stem));
const LONGEST_REFERENCE_WORDS = 7;

/** Whether the content names nothing of its own but points to what was said before. */
export function pointsBack(denial: Assertion): boolean {
  const words = denial.words.match(/[\p{L}\p{N}]+/gu)?.map(folded) ?? [];
  if (words.length === 0) return true;
  if (words.length > LONGEST_REFERENCE_WORDS) return false;
  return words.some((word) => POINTERS.has(word)) && words.some((word) => NOUNS.has(stem(word)));
}

const isAccusing = (one: Assertion) => {
  const cue = one.statement.cue.map(([start, end]) => one.article.text.slice(start, end)).join(' ');
  return [...(cue.match(/\p{L}+/gu) ?? []), ...(one.words.match(/\p{L}+/gu) ?? [])].some((word) =>
    ACCUSING.has(stem(folded(word))),
  );
};

function byReference(denial: Assertion, assertions: readonly Assertion[]): readonly Denied[] {
  const denier = speakerOf(denial);
  const here = assertions.filter(
    (other) =>
      other.article.id === denial.article.id && other.at < denial.at && isAffirmed(other) && differs(denial, other),
  );
  const aimed = denier ? here.filter((other) => other.about.has(denier) && isAccusing(other)) : [];
  const meant = aimed.length ? aimed : here.filter((other) => !speaksFor(denial, other)).slice(-1);
  const direct = meant.map(
    (assertion): Denied => ({
      denial,
      assertion,
      confidence: aimed.length ? 0.7 : 0.4,
      why: `${denial.statement.speaker?.name ?? 'Somebody'} answers “${denial.words.trim()}”; ${
        aimed.length ? 'this accusation of them stands before it' : 'this is what stands before it'
      }`,
    }),
  );
  if (!denier || !aimed.length) return direct;
  return [...direct, ...likeAccusations(denial, denier, aimed, assertions)];
}

/** A spokesperson of the line ("Torvik Line spokesperson") answers no statement of the line: its name stands in theirs. */
const speaksFor = (denial: Assertion, other: Assertion) =>
  ` ${denial.statement.speaker?.name ?? ''} `.includes(` ${other.statement.speaker?.name ?? ''} `);

/** The same accusation in other articles: names the denier and everyone whom all of the answered accusations name beside them. */
function likeAccusations(
  denial: Assertion,
  denier: string,
  aimed: readonly Assertion[],
  assertions: readonly Assertion[],
): readonly Denied[] {
  const counts = new Map<string, number>();
  for (const one of aimed)
    for (const actor of one.about) if (actor !== denier) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  const third = [...counts].filter(([, count]) => 2 * count >= aimed.length).map(([actor]) => actor);
  if (!third.length) return [];
  return assertions
    .filter(
      (other) =>
        other.article.id !== denial.article.id &&
        isAffirmed(other) &&
        differs(denial, other) &&
        other.about.has(denier) &&
        third.every((actor) => other.about.has(actor)) &&
        isAccusing(other),
    )
    .slice(0, MOST_ANSWERED)
    .map((assertion) => ({
      denial,
      assertion,
      confidence: 0.4,
      why: `May be meant too: another article accuses ${denial.statement.speaker?.name ?? 'the same'} over the same actors`,
    }));
}
