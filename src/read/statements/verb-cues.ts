import type { Passage } from '../passage.ts';
import {
  contentBefore,
  floats,
  joinQuotations,
  opensSentence,
  quotationFrom,
  reportedAfter,
  restOfClause,
} from './contents.ts';
import { type Cue, cueNoun, cueVerb, phrasalCues } from './cue-lexicon.ts';
import { type Draft, type Rule, sentenceEnd, sentenceStart, type Words } from './draft.ts';
import { isCapital, nounPhraseEndingAt, nounPhraseStartingAt } from './noun-phrase.ts';
import { ADVERB, AUXILIARY, CLAUSE_OPENER, DETERMINER, NEGATION, PREPOSITION, PRONOUN, TIME } from './word-classes.ts';

const adverbial = (lower: string) => ADVERB.has(lower) || (lower.length > 4 && lower.endsWith('ly'));
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'been', 'being', 'am', "'s", "'re"]);

/** A statement whose reporting word is the verb at word `i`, or nothing. */
export function verbStatement(passage: Passage, i: number, earlier: readonly Draft[]): Draft | undefined {
  const found = cueAt(passage, i);
  if (!found) return undefined;
  const { cue, last: verbEnd } = found;
  const floor = sentenceStart(passage, i);
  const ceiling = sentenceEnd(passage, i);
  const lower = passage.lower[i]!;
  let groupStart = i;
  let before = i - 1;
  let auxiliaries = '';
  while (
    before >= floor &&
    (AUXILIARY.has(passage.lower[before]!) || NEGATION.has(passage.lower[before]!) || adverbial(passage.lower[before]!))
  ) {
    if (!adverbial(passage.lower[before]!)) {
      groupStart = before;
      auxiliaries = `${passage.lower[before]} ${auxiliaries}`;
    }
    before--;
  }
  const helpers = auxiliaries.split(' ');
  const participle = lower.endsWith('ing') && !helpers.some((word) => BE.has(word));
  const passive =
    /(?:ed|en|old|own|aid)$/.test(lower) && helpers.some((word) => BE.has(word)) && !lower.endsWith('ing');
  if (passive) return undefined;
  if (isNominal(passage, i, before, cue, helpers)) return undefined;
  if (passage.lower[before] === 'to' || passage.lower[before] === 'of') return undefined;
  const cueWords: Words = [groupStart, verbEnd];
  const make = (rule: Rule, source: Words | undefined, content: readonly Words[]): Draft | undefined =>
    content.length === 0
      ? undefined
      : {
          source: source ? [source] : [],
          cue: [cueWords],
          content,
          lemma: cue.lemma,
          kind: cue.kind,
          stance: cue.stance,
          rule,
        };

  // “…,” said the minister.   …, said the minister.
  const comma =
    passage.word[before] === ',' ||
    (before >= 0 && passage.quotation[before]! >= 0 && passage.quotation[i] !== passage.quotation[before]);
  if (before >= 0 && comma && cue.frames.has('q') && !participle) {
    let end = before;
    while (end > floor && passage.word[end] === ',') end--;
    const afterQuote = passage.quotation[end]! >= 0 && passage.quotation[end] !== passage.quotation[i];
    const next = passage.lower[verbEnd + 1] ?? '';
    const canBeSource =
      /^[\p{L}\d]/u.test(next) && next !== 'that' && !PREPOSITION.has(next) && !adverbial(next) && !TIME.has(next);
    const source = canBeSource ? nounPhraseStartingAt(passage, verbEnd + 1) : undefined;
    const stop = source ? (passage.word[source[1] + 1] ?? '.') : '';
    const stopLower = source ? (passage.lower[source[1] + 1] ?? '.') : '';
    if (
      source &&
      (afterQuote ||
        ((stop === '.' || stop === ',' || TIME.has(stopLower) || stopLower === 'in' || stopLower === 'on') &&
          /^(?:said|says|added|wrote|noted)$/.test(lower)))
    ) {
      const content = contentBefore(passage, end);
      return make(
        afterQuote ? 'quote-before' : 'clause-before',
        source,
        withRest(passage, content, source[1], ceiling),
      );
    }
  }

  if (participle) {
    const leader = [...earlier]
      .reverse()
      .find(
        (draft) => draft.source[0] && draft.cue[0]![0] >= floor && draft.kind === 'speech' && draft.content[0]![0] <= i,
      );
    // "there have been reports suggesting that …": the reports speak, nobody else.
    const noun = cueNoun(passage.lower[i - 1] ?? '') ? nounPhraseEndingAt(passage, i - 1) : undefined;
    const reports = noun && (noun[0] === floor || BE.has(passage.lower[noun[0] - 1]!)) ? noun : undefined;
    let source = reports ?? leader?.source[0];
    if (!source) {
      const start = subjectOf(passage, floor, i);
      source = start;
    }
    if (!source || source[0] > i) return undefined;
    const content = contentAfter(passage, cue, verbEnd, ceiling);
    return content && content.rule !== 'infinitive' ? make('participle', source, content.words) : undefined;
  }

  let source = before >= floor ? nounPhraseEndingAt(passage, before) : undefined;
  const coordinated = ['but', 'and', ','].includes(passage.lower[before] ?? '') && !source;
  if (coordinated || (!source && /^(?:but|and)$/.test(passage.lower[before] ?? ''))) {
    const leader = [...earlier].reverse().find((draft) => draft.source[0] && draft.cue[0]![0] >= floor);
    source = leader?.source[0];
  }
  if (!source) return undefined;
  if (TIME.has(passage.lower[source[1]]!) && source[0] === source[1]) return undefined;
  const edge = source[0] - 1;
  const left = edge >= floor ? passage.word[edge]! : '';
  const quoteEndsThere =
    !closedSentence(passage, edge) &&
    edge >= 0 &&
    passage.quotation[edge]! >= 0 &&
    passage.quotation[edge] !== passage.quotation[source[0]] &&
    passage.paragraph[edge] === passage.paragraph[i];
  if (
    cue.frames.has('q') &&
    !coordinated &&
    (quoteEndsThere ||
      (left === ',' &&
        edge > 0 &&
        passage.quotation[edge - 1]! >= 0 &&
        passage.quotation[edge - 1] !== passage.quotation[i]))
  ) {
    const content = contentBefore(passage, edge);
    return make('quote-before', source, withRest(passage, content, verbEnd, ceiling));
  }
  const after = contentAfter(passage, cue, verbEnd, ceiling);
  if (
    cue.frames.has('q') &&
    left === ',' &&
    (!after || after.rule === 'noun-phrase' || endsSoon(passage, verbEnd, ceiling)) &&
    !coordinated
  ) {
    const content = contentBefore(passage, edge);
    if (content.length > 0 && content[0]![1] - content[0]![0] > 2)
      return make('clause-before', source, withRest(passage, content, verbEnd, ceiling));
  }
  return after ? make(after.rule, source, after.words) : undefined;
}

/** “They have it.” He added: a full stop inside the marks ended what was said there; before "he said" stands a comma. */
const closedSentence = (passage: Passage, edge: number) => edge > 0 && passage.word[edge - 1] === '.';

/** The first noun phrase of a sentence, where it stands before a verb: whom a participle later in the sentence speaks for. */
function subjectOf(passage: Passage, floor: number, before: number): Words | undefined {
  for (let i = floor + 1; i < before; i++)
    if (
      AUXILIARY.has(passage.lower[i]!) ||
      (/ed$/.test(passage.lower[i]!) && !isCapital(passage.word[i]!) && !DETERMINER.has(passage.lower[i - 1]!))
    )
      return nounPhraseEndingAt(passage, i - 1);
  return undefined;
}

function cueAt(passage: Passage, i: number): { cue: Cue; last: number } | undefined {
  const lower = passage.lower[i]!;
  const phrase = phrasalCues(lower).find(
    ({ rest }) => rest.length > 0 && rest.every((word, k) => passage.lower[i + 1 + k] === word),
  );
  if (phrase) return { cue: phrase, last: i + phrase.rest.length };
  const cue = cueVerb(lower);
  return cue ? { cue, last: i } : undefined;
}

/** A form that is also a noun ("claims", "report", "plans") is a verb only where its neighbours say so. */
function isNominal(passage: Passage, i: number, before: number, cue: Cue, helpers: readonly string[]): boolean {
  const lower = passage.lower[i]!;
  const previous = passage.lower[i - 1] ?? '';
  if (isCapital(passage.word[i]!) && i !== sentenceStart(passage, i)) return true;
  if (DETERMINER.has(previous) && !PRONOUN.has(previous)) return true;
  if (/^(?:['’]s?|his|her|its|their|our|my|your)$/.test(previous) && previous !== "'s") return true;
  if (previous === "'s" && !lower.endsWith('ing')) return true;
  const plain = lower === cue.lemma.split(' ')[0];
  if (/s$/.test(lower) && !plain && helpers.some((word) => word !== '')) return true;
  if (
    plain &&
    helpers.some((word) => BE.has(word) || /^(?:has|have|had)$/.test(word)) &&
    !helpers.some((word) => MODAL.has(word))
  )
    return true;
  if (plain && helpers.every((word) => word === '')) {
    const subject = passage.lower[before] ?? '';
    if (
      !/^(?:i|we|you|they|who|to|and)$/.test(subject) &&
      !/[^s]s$/.test(subject) &&
      !/^(?:people|tehran|moscow)$/.test(subject)
    )
      return true;
    if (AMBIGUOUS_PLAIN.has(lower) && PREPOSITION.has(passage.lower[i + 1] ?? '')) return true;
  }
  if (
    lower.endsWith('s') &&
    AMBIGUOUS.has(lower) &&
    (PREPOSITION.has(passage.lower[i + 1] ?? '') ||
      PREPOSITION.has(previous) ||
      AUXILIARY.has(passage.lower[i + 1] ?? ''))
  )
    return true;
  if (lower.endsWith('ed') && (DETERMINER.has(previous) || PREPOSITION.has(previous))) return true;
  if (PREPOSITION.has(previous) && !lower.endsWith('ing')) return true;
  return false;
}
const MODAL = new Set([
  'will',
  'would',
  'shall',
  'should',
  'may',
  'might',
  'can',
  'could',
  'must',
  'do',
  'does',
  'did',
  "'ll",
  "'d",
]);
const AMBIGUOUS = new Set([
  'claims',
  'reports',
  'plans',
  'calls',
  'fears',
  'hopes',
  'needs',
  'wants',
  'views',
  'doubts',
  'questions',
  'comments',
  'remarks',
  'orders',
  'demands',
  'requests',
  'offers',
  'attacks',
  'answers',
  'figures',
  'shows',
  'finds',
  'notes',
  'states',
  'estimates',
  'promises',
  'pledges',
  'wishes',
  'likes',
  'challenges',
  'addresses',
  'lists',
  'posts',
  'signals',
  'hints',
  'worries',
]);
const AMBIGUOUS_PLAIN = new Set([...AMBIGUOUS].map((word) => word.replace(/s$/, '')));

type After = { readonly rule: Rule; readonly words: readonly Words[] };

/** What follows the cue: a quotation, a that-clause, a bare clause, an infinitive or a noun phrase, as the verb allows. */
function contentAfter(passage: Passage, cue: Cue, verbEnd: number, ceiling: number): After | undefined {
  let first = verbEnd + 1;
  if (first > ceiling) return undefined;
  const clausal = cue.frames.has('t') || cue.frames.has('q');
  if (clausal) {
    for (let i = first; i <= Math.min(ceiling, first + 30); i++) {
      const lower = passage.lower[i]!;
      const opens = passage.quotation[i]! >= 0 && passage.quotations[passage.quotation[i]!]!.first === i;
      if (lower === 'that' && cue.frames.has('t') && passage.quotation[i] === passage.quotation[verbEnd])
        return wrap('that-clause', restOfClause(passage, i));
      if (opens && passage.quotation[verbEnd] === -1) {
        const previous = passage.word[i - 1]!;
        if (i === first || previous === ':' || previous === ',')
          return wrap(
            'quote-after',
            previous === ':' ? quotationAndRest(passage, i, ceiling) : restOfClause(passage, i),
          );
        break;
      }
      if (passage.word[i] === ':') return wrap('quote-after', restOfClause(passage, i + 1));
      if (
        i > first &&
        passage.word[i] !== ',' &&
        cueVerb(lower) &&
        !isCapital(passage.word[i]!) &&
        !DETERMINER.has(passage.lower[i - 1]!)
      )
        break;
      if (CLAUSE_OPENER.has(lower) && lower !== 'that' && i > first) break;
      if (passage.word[i] === '.' || passage.word[i] === ';') break;
    }
  }
  if (cue.frames.has('o') && !passage.lower[first]!.startsWith('that')) {
    const addressee = nounPhraseStartingAt(passage, first);
    if (addressee) {
      let end = addressee[1];
      // “told CBS News he would”: the addressee ends where a pronoun or name opens the clause.
      for (let k = first + 1; k <= end; k++) if (/^(?:he|she|it|they|we|i)$/.test(passage.lower[k]!)) end = k - 1;
      first = end + 1;
    }
  }
  first = skipCircumstance(passage, first, ceiling);
  if (first > ceiling) return undefined;
  const next = passage.lower[first]!;
  if (next === 'to' && cue.frames.has('i')) return wrap('infinitive', restOfClause(passage, first));
  if (/^[.,;]$/.test(passage.word[first]!)) return undefined;
  if (cue.frames.has('t')) {
    if (
      PREPOSITION.has(next) &&
      !cue.frames.has('n') &&
      next !== 'by' &&
      next !== 'in' &&
      next !== 'if' &&
      next !== 'after' &&
      next !== 'as'
    )
      return undefined;
    return wrap('bare-clause', restOfClause(passage, first));
  }
  if (cue.frames.has('n')) return wrap('noun-phrase', nounContent(passage, first));
  if (cue.frames.has('o')) return wrap('infinitive', restOfClause(passage, first));
  return undefined;
}

/** A noun phrase that was said ends where a clause of its own begins. */
function nounContent(passage: Passage, first: number): readonly Words[] {
  const [clause, ...more] = restOfClause(passage, first);
  if (!clause) return [];
  for (let i = clause[0] + 1; i <= clause[1]; i++)
    if (
      passage.quotation[i] === -1 &&
      /^(?:since|while|after|when|because|before|although|though|whereas|until)$/.test(passage.lower[i]!)
    )
      return [[clause[0], i - 1 - (passage.word[i - 1] === ',' ? 1 : 0)]];
  return [clause, ...more];
}

const wrap = (rule: Rule, words: readonly Words[]): After | undefined =>
  words.length > 0 ? { rule, words } : undefined;

function quotationAndRest(passage: Passage, i: number, ceiling: number): readonly Words[] {
  const quoted = quotationFrom(passage, i);
  const end = quoted[0]?.[1] ?? i;
  return end < ceiling - 1 ? restOfClause(passage, i) : quoted;
}

/** Passes over when and where something was said: "on Tuesday", "last week", "in a statement". */
function skipCircumstance(passage: Passage, first: number, ceiling: number): number {
  let i = first;
  for (;;) {
    const lower = passage.lower[i] ?? '';
    if (i > ceiling) return i;
    if (TIME.has(lower) && !/^(?:may|march)$/.test(lower)) i++;
    else if (/^(?:on|in|last|this|by)$/.test(lower) && TIME.has(passage.lower[i + 1] ?? '')) i += 2;
    else if (lower === 'in' && /^(?:a|an|his|her|their|its)$/.test(passage.lower[i + 1] ?? '')) {
      const phrase = nounPhraseStartingAt(passage, i + 1);
      if (!phrase) return i;
      i = phrase[1] + 1;
    } else return i;
  }
}

const endsSoon = (passage: Passage, verbEnd: number, ceiling: number) =>
  skipCircumstance(passage, verbEnd + 1, ceiling) >= ceiling;

/** Content before the cue, and what goes on behind it: “…,” he said, “…” or a further quotation in the same paragraph. */
function withRest(passage: Passage, content: readonly Words[], last: number, ceiling: number): readonly Words[] {
  const piece = content[0];
  if (!piece || passage.quotation[piece[1]]! < 0) return content;
  for (let i = last + 1; i <= ceiling; i++) {
    if (passage.quotation[i]! < 0) continue;
    if (/^[,:]$|\.$/.test(passage.word[i - 1]!)) return [...content, ...quotationFrom(passage, i)].filter(unique);
    return content;
  }
  const next = ceiling + 1;
  if (next >= passage.count || passage.quotation[next]! < 0 || !opensSentence(passage, next)) return content;
  const number = passage.quotation[next]!;
  const { first, last: end } = passage.quotations[number]!;
  const sameParagraph = passage.paragraph[next] === passage.paragraph[ceiling];
  const goesOn =
    sameParagraph || (passage.paragraph[next] === passage.paragraph[ceiling]! + 1 && floats(passage, number));
  if (first === next && goesOn && !reportedAfter(passage, end))
    return [...content, ...joinQuotations(passage, [[next, end]], number)];
  return content;
}
const unique = (piece: Words, at: number, all: readonly Words[]) =>
  all.findIndex((other) => other[0] === piece[0]) === at;
