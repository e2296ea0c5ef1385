import type { Passage } from '../passage.ts';
import type { Words } from '../statements/draft.ts';
import { type Cast, type CastMember, firstAtOrAfter } from './cast.ts';
import { lately, ranked } from './lately.ts';
import { type Speaker, type Spoken, words } from './speakers.ts';

/** Whom a pronoun means: the last speaker unless another person has opened a sentence since, else the nearest that fits. */
export function pronoun(
  passage: Passage,
  cast: Cast,
  word: number,
  sort: 'm' | 'f' | 'p' | 'n',
  spoken: Spoken,
): Speaker | undefined {
  const recent = spoken.findLast((entry) => entry.at < word);
  const personal = sort === 'm' || sort === 'f';
  const fits = lately(cast, word, spoken)
    .filter(({ who: member }) =>
      personal
        ? member.kind === 'person' && member.gender !== (sort === 'm' ? 'f' : 'm')
        : sort === 'n'
          ? member.kind !== 'person'
          : true,
    )
    .filter(({ who: member }) => (sort === 'p' ? member.kind !== 'person' || /s$/.test(member.name) : true))
    .map(({ who, near, at }) => ({ who, near: near * subjectBonus(passage, at) }))
    .sort((a, b) => b.near - a.near);
  if (fits.length === 0) return undefined;
  const last = recent && fits.find(({ who }) => who === recent.who);
  if (
    personal &&
    last &&
    passage.paragraph[word]! - recent.paragraph <= 1 &&
    !namedSince(cast, recent.at, word, recent.who, passage)
  ) {
    if (recent.who.gender === undefined) recent.who.gender = sort;
    return { who: recent.who, p: 0.93, others: [], jointly: [] };
  }
  if (personal && fits[0]!.who.gender === undefined && fits.length === 1) fits[0]!.who.gender = sort;
  return ranked(fits, 0.9, fits.length > 1 ? `“${passage.word[word]}” may be someone else` : undefined);
}

/** A person who opens the sentence before a pronoun is likelier meant than one named at its end. */
function subjectBonus(passage: Passage, at: number): number {
  const start = passage.sentenceFirst[passage.sentence[at]!]!;
  return at - start < 6 ? 1.4 : 1;
}

function namedSince(cast: Cast, from: number, to: number, but: CastMember, passage: Passage): boolean {
  return cast.names.slice(firstAtOrAfter(cast, from + 1), firstAtOrAfter(cast, to)).some((name) => {
    const who = cast.byWord.get(name.first);
    return (
      who?.kind === 'person' &&
      who !== but &&
      passage.quotation[name.first] === -1 &&
      passage.sentenceFirst[passage.sentence[name.first]!]! === name.first
    );
  });
}

/** "Both the countries": the two actors of that kind named last, together. */
export function collective(passage: Passage, cast: Cast, [first, last]: Words): Speaker | undefined {
  const head = passage.lower[last]!;
  const kind = /^(?:countries|nations|states|governments|sides|neighbours|neighbors|powers)$/.test(head)
    ? 'state'
    : /^(?:groups|parties|movements)$/.test(head)
      ? 'armed-group'
      : /^(?:men|leaders|women|ministers|presidents|officials)$/.test(head)
        ? 'person'
        : undefined;
  if (!kind) return undefined;
  const pair: CastMember[] = [];
  for (let i = firstAtOrAfter(cast, first) - 1; i >= 0 && pair.length < 2; i--) {
    const name = cast.names[i]!;
    if (name.last >= first || name.by === 'demonym') continue;
    const who = cast.byWord.get(name.first)!;
    if (who.kind === kind && !pair.includes(who)) pair.unshift(who);
  }
  if (pair.length < 2) return undefined;
  // The two that were last named side by side ("Russia and Pakistan have announced") are the pair.
  const together = sideBySide(passage, cast, first, kind) ?? pair;
  const both = cast.add(together.map(({ name }) => name).join(' and '), 'other', first);
  return {
    who: both,
    p: 0.75,
    others: [],
    jointly: together,
    doubt: `“${words(passage, [first, last])}” is taken for ${both.name}`,
  };
}

function sideBySide(passage: Passage, cast: Cast, before: number, kind: string): CastMember[] | undefined {
  for (let i = firstAtOrAfter(cast, before) - 1; i > 0; i--) {
    const [a, b] = [cast.names[i - 1]!, cast.names[i]!];
    if (b.last >= before || b.by === 'demonym' || a.by === 'demonym') continue;
    const between = passage.lower.slice(a.last + 1, b.first).join(' ');
    const [x, y] = [cast.byWord.get(a.first)!, cast.byWord.get(b.first)!];
    if (/^(?:and|and the|with)$/.test(between) && x.kind === kind && y.kind === kind && x !== y) return [x, y];
  }
  return undefined;
}
