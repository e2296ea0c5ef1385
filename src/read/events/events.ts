import type { DateMention, NewsEvent, PlaceMention } from '../../domain/reading.ts';
import { ACTOR_NOUNS } from './actor-nouns.ts';
import { type EventType, QUAD } from './event-types.ts';
import { asDoneBy, meaningOf } from './meaning.ts';
import { type EventWord, eventWordsOf, type Trigger, triggersIn } from './triggers.ts';

export type ActorSpan = { readonly start: number; readonly end: number; readonly name: string };

export type EventContext = {
  /** Those who can act, where the article's names are known; without them capitalised names and plain nouns ("police") count. */
  readonly actors?: readonly ActorSpan[];
  readonly dates?: readonly DateMention[];
  readonly places?: readonly PlaceMention[];
  /** Who did it to whom, where the caller knows and asks only what. */
  readonly given?: { readonly source: string; readonly target: string };
};

/** A sentence by word numbers. */
type Sentence = { readonly from: number; readonly to: number };
/** An actor by word numbers. */
type Party = { readonly first: number; readonly to: number; readonly name: string };
type Pair = { readonly source: Party; readonly target: Party };

/**
 * Who did what to whom in an English text, one event at most for each pair and sentence, as PLOVER types with their quads.
 * What is only intended becomes AGREE or THREATEN, what is refused REJECT; what is supposed, asked or said not to have happened
 * is no event. Spans run over the words that say it. Linear.
 */
export function findEvents(text: string, context: EventContext = {}): NewsEvent[] {
  const events: NewsEvent[] = [];
  const words = eventWordsOf(text);
  const known = context.actors && partiesOf(words, context.actors);
  let nextActor = 0;
  for (const sentence of sentencesOf(text, words)) {
    const here: Party[] = [];
    if (known) {
      while (nextActor < known.length && known[nextActor]!.first < sentence.to) here.push(known[nextActor++]!);
      if (here.length === 0) continue;
    }
    const triggers = triggersIn(words, sentence.from, sentence.to);
    if (triggers.length === 0) continue;
    const pair = context.given
      ? givenPair(words, sentence, context.given)
      : pairIn(words, sentence, triggers, known ? here : partiesNamed(text, words, sentence), known !== undefined);
    if (!pair) continue;
    const trigger = mainTrigger(words, triggers, pair);
    const { type, undone } = meaningOf(words, trigger, sentence.from, pair.source.to);
    if (!context.given && (undone || isSupposed(words, sentence, pair.source))) continue;
    const done = isAllegation(words, pair, trigger, type)
      ? 'ACCUSE'
      : asDoneBy(pair.source.name, words[trigger.first]!.lower, type);
    events.push(eventOf(words, sentence, trigger, done, pair, context));
  }
  return events;
}

function eventOf(
  words: readonly EventWord[],
  sentence: Sentence,
  trigger: Trigger,
  type: EventType,
  pair: Pair,
  context: EventContext,
): NewsEvent {
  const start = words[sentence.from]!.start;
  const end = words[sentence.to - 1]!.end;
  const when = context.dates?.find(
    (date) => date.start >= start && date.end <= end && /^\d/.test(date.value ?? ''),
  )?.value;
  const place = context.places?.find(
    (spot) => spot.start >= start && spot.end <= end && !spot.adjective && !spot.metonym && !spot.inName,
  )?.name;
  return {
    start: words[trigger.first]!.start,
    end: words[trigger.to - 1]!.end,
    type,
    quad: QUAD[type],
    source: pair.source.name,
    target: pair.target.name,
    ...(place ? { place } : {}),
    ...(when ? { when } : {}),
  };
}

/** What is longer is a table or a text without points, and tells no event. */
const LONGEST_SENTENCE = 300;

/** Sentences end at a point before a capital, not after an initial or a title, and at the end of a line. */
function sentencesOf(text: string, words: readonly EventWord[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number, next: number) => {
    if (to - from > 2 && to - from < LONGEST_SENTENCE) sentences.push({ from, to });
    from = next;
  };
  for (let at = 0; at < words.length; at++) {
    const { lower, start, end } = words[at]!;
    if (lower.charCodeAt(0) === NEWLINE) close(at, at + 1);
    else if (lower === '.' || lower === '!' || lower === '?') {
      const before = words[at - 1];
      if (!before || before.end !== start || (before.end - before.start < 3 && !/[\d”")%]$/.test(before.lower)))
        continue;
      let next = at + 1;
      while (/^["”’)]$/.test(words[next]?.lower ?? '') && words[next]!.start === words[next - 1]!.end) next++;
      const opens = words[next];
      if (!opens || (opens.start > end && /^["“‘'(]?[\p{Lu}\d]/u.test(text.slice(opens.start, opens.start + 2))))
        close(next, next);
    }
  }
  close(words.length, words.length);
  return sentences;
}

const NEWLINE = 10;

/** The actors by word numbers, sorted; none begins before the word `from`. */
function partiesOf(words: readonly EventWord[], actors: readonly ActorSpan[], from = 0): readonly Party[] {
  const parties: Party[] = [];
  let at = from;
  for (const { start, end, name } of [...actors].sort((a, b) => a.start - b.start)) {
    while (at > from && words[at - 1]!.end > start) at--;
    while (at < words.length && words[at]!.end <= start) at++;
    let to = at;
    while (to < words.length && words[to]!.start < end) to++;
    if (to > at) parties.push({ first: at, to, name });
  }
  return parties;
}

/** The words of the given names in the sentence; a name that is not there stands at its edge. */
function givenPair(
  words: readonly EventWord[],
  { from, to }: Sentence,
  given: { readonly source: string; readonly target: string },
): Pair {
  const partyOf = (name: string, missing: number): Party => {
    const parts = eventWordsOf(name).map(({ lower }) => lower);
    for (let at = from; parts.length > 0 && at + parts.length <= to; at++)
      if (parts.every((part, i) => words[at + i]!.lower === part)) return { first: at, to: at + parts.length, name };
    return { first: missing, to: missing, name };
  };
  return { source: partyOf(given.source, from), target: partyOf(given.target, to) };
}

const NAMED = new RegExp(
  `(?:(?:the|a|an|some|several) )?(?:\\p{Lu}[\\p{L}.’'-]*(?: (?:of|al-|bin|van|de|the|for) (?=\\p{Lu})| (?=\\p{Lu})|))+(?: (?:${ACTOR_NOUNS}))*|(?:(?:the|a|an|some|several|hundreds of|thousands of|dozens of) )?(?:(?:\\p{Ll}+) )?(?<![\\p{L}])(?:${ACTOR_NOUNS})(?![\\p{L}])`,
  'gu',
);
const NO_ACTOR =
  /^(?:The|A|An|In|On|At|But|And|After|Before|It|He|She|They|We|I|This|That|These|Those|If|When|While|As|For|With|By|From|To|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

/** Capitalised names and plain nouns for actors, where the article's own are not known. */
function partiesNamed(text: string, words: readonly EventWord[], { from, to }: Sentence): readonly Party[] {
  const offset = words[from]!.start;
  const spans = [...text.slice(offset, words[to - 1]!.end).matchAll(NAMED)]
    .map((match) => ({
      start: offset + match.index,
      end: offset + match.index + match[0].trimEnd().length,
      name: match[0].trim(),
    }))
    .filter(({ name }) => !NO_ACTOR.test(name));
  return partiesOf(words, spans, from);
}

/** The actor before the first telling word and the one after it; in a passive the other way round. */
function pairIn(
  words: readonly EventWord[],
  sentence: Sentence,
  triggers: readonly Trigger[],
  actors: readonly Party[],
  strict: boolean,
): Pair | undefined {
  for (const trigger of triggers) {
    const before = actors.filter(({ to }) => to <= trigger.first).at(-1);
    const after = actors.find(({ first }) => first >= trigger.to);
    if (!before || !isSubject(words, before.to, trigger.first, strict)) continue;
    const partner = partnerOf(words, actors, before);
    if (partner && (!after || MUTUAL.has(trigger.type))) return { source: partner, target: before };
    if (!after || before.name === after.name) continue;
    return isPassive(words, trigger, after) ? { source: after, target: before } : { source: before, target: after };
  }
  return alone(words, sentence, triggers, actors, strict);
}

const BE = new Set('was were been being is are be'.split(' '));

/** "Kestria was accused by Dorvania": a form of be before, "by" right before the actor. */
function isPassive(words: readonly EventWord[], trigger: Trigger, after: Party): boolean {
  let at = trigger.first - 1;
  if (words[at]?.lower.endsWith('ly')) at--;
  if (!BE.has(words[at]?.lower ?? '')) return false;
  const by = words[after.first - 1]?.lower === 'the' ? after.first - 2 : after.first - 1;
  return words[by]?.lower === 'by';
}

const LINKS = new Set(
  'in of on at for to with from as into over between against under than that which who where when while because if after before despite during among'.split(
    ' ',
  ),
);

/** What stands between a known actor and its own verb: auxiliaries, adverbs, a noun for its people. */
const BEFORE_VERB = new Set(
  `has have had is are was were be been being will would also again then now not never still twice and its allies ${ACTOR_NOUNS.replaceAll('?', '').replaceAll('|', ' ')} officials ministers prosecutors leaders journalists diplomats`.split(
    ' ',
  ),
);
const REPORTING = new Set('said says announced added'.split(' '));
const DAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** Words that may stand between subject and verb. */
const MOST_BETWEEN = 5;
/** Words of an apposition between commas. */
const LONGEST_APPOSITION = 15;

/** Whether the words between an actor and a verb let the one be the subject of the other: auxiliaries, adverbs, days, an apposition. */
function isSubject(words: readonly EventWord[], from: number, to: number, strict: boolean): boolean {
  let at = skipApposition(words, from, to);
  for (let seen = 0; at < to; seen++) {
    const { lower, mark } = words[at]!;
    if (seen > MOST_BETWEEN) return false;
    if (REPORTING.has(lower)) {
      let next = at + 1;
      if (words[next]?.lower === 'that') next++;
      if (/^(?:it|he|she|they)$/.test(words[next]?.lower ?? '')) {
        at = next + 1;
        continue;
      }
    }
    if (lower === 'on' && DAY.test(words[at + 1]?.lower ?? '')) {
      at += 2;
      continue;
    }
    if (lower === "'s") return false;
    if (strict) {
      if (!BEFORE_VERB.has(lower) && !lower.endsWith('ly')) return false;
    } else if (mark || LINKS.has(lower)) return false;
    at++;
  }
  return true;
}

function skipApposition(words: readonly EventWord[], from: number, to: number): number {
  const opening = words[from]?.lower;
  if (opening !== ',' && opening !== '(') return from;
  const closing = opening === ',' ? ',' : ')';
  for (let at = from + 1; at < to && at - from <= LONGEST_APPOSITION; at++)
    if (words[at]!.lower === closing) return at + 1;
  return from;
}

/** What two do with each other. */
const MUTUAL = new Set<EventType>(['AGREE', 'CONSULT', 'COOPERATE', 'SUPPORT']);

/** "Hungary and Serbia agreed": the other half of a joint subject. */
function partnerOf(words: readonly EventWord[], actors: readonly Party[], last: Party): Party | undefined {
  const other = actors.filter(({ to }) => to <= last.first).at(-1);
  if (!other || words[other.to]?.lower !== 'and') return undefined;
  const next = words[other.to + 1]?.lower === 'the' ? other.to + 2 : other.to + 1;
  return next === last.first ? other : undefined;
}

/** Nobody on the other side: protests, deployments, and what is done to things. */
function alone(
  words: readonly EventWord[],
  sentence: Sentence,
  triggers: readonly Trigger[],
  actors: readonly Party[],
  strict: boolean,
): Pair | undefined {
  for (const trigger of triggers) {
    if (strict && trigger.type !== 'PROTEST' && trigger.type !== 'MOBILIZE') continue;
    const source = actors.filter(({ to }) => to <= trigger.first).at(-1);
    if (!source || QUAD[trigger.type] === 3 || source.first < sentence.from) continue;
    if (!isSubject(words, source.to, trigger.first, strict)) continue;
    return { source, target: { first: trigger.to, to: trigger.to, name: '' } };
  }
  return undefined;
}

/** So close before both, "talks between", "the attack by" tell of them. */
const HEAD_REACH = 3;

/** What leads up to a deed without being one: "told Kestria that it suspended", "went to Brask and arrested". */
const LEADS_UP =
  /^(?:tell|tells|told|telling|inform\w*|brief(?:ed|s|ing)?|report\w*|go|goes|went|gone|going|come|comes|came|coming|attend\w*|address\w*|interview\w*|write|writes|wrote|should|must|see|saw|gather\w*|plan\w*|need\w*)$/;

const ALLEGES =
  /^(?:sa(?:id|ys?)|claim(?:ed|s)?|insist(?:ed|s)?|believe[sd]?|maintain(?:ed|s)?|report(?:ed|s)?|stated?)$/;
const MISDEEDS: ReadonlySet<EventType> = new Set(['ASSAULT', 'COERCE', 'REJECT', 'THREATEN', 'MOBILIZE']);

/** "Kestria said Dorvania had shelled a village": who says so of another accuses it. */
function isAllegation(
  words: readonly EventWord[],
  { source, target }: Pair,
  trigger: Trigger,
  type: EventType,
): boolean {
  if (!MISDEEDS.has(type) || source.to > target.first || trigger.first < target.to || target.first === target.to)
    return false;
  for (let at = source.to; at < target.first; at++) if (ALLEGES.test(words[at]!.lower)) return true;
  return false;
}

const LEGISLATES = /^(?:approv|adopt|sign|pass|issu|vot|draft|propos|ratif|back|support)/;
const LEGISLATED =
  /^(?:resolutions?|bills?|laws?|motions?|decrees?|measures?|statements?|legislation|rulings?|letters?|petitions?|orders?)$/;
const LEGISLATED_REACH = 5;

/** "approved a resolution condemning Kestria": what the resolution does is told, not that it was passed. */
function isLegislated(words: readonly EventWord[], first: number, to: number): boolean {
  if (!LEGISLATES.test(words[first]!.lower)) return false;
  for (let at = first + 1; at < to && at <= first + LEGISLATED_REACH; at++)
    if (LEGISLATED.test(words[at]!.lower)) return /(?:ing|to|that|against)$/.test(words[at + 1]?.lower ?? '');
  return false;
}

/** The first telling word between the two, those that only lead up to another last; else a noun right before both; else the first after the one who acts, or at all. */
function mainTrigger(words: readonly EventWord[], triggers: readonly Trigger[], { source, target }: Pair): Trigger {
  const [left, right] = source.first <= target.first ? [source, target] : [target, source];
  const between = triggers.filter(({ first }) => first >= left.to && first < right.first);
  return (
    between.find(({ first }) => !LEADS_UP.test(words[first]!.lower) && !isLegislated(words, first, right.first)) ??
    between[0] ??
    triggers.findLast(({ first, to }) => to <= left.first && left.first - first <= HEAD_REACH) ??
    triggers.find(({ first }) => first >= source.to) ??
    triggers[0]!
  );
}

const SUPPOSING = new Set('if unless whether lest'.split(' '));

/** In a question, or behind an "if" whose clause still runs where the actor stands. */
function isSupposed(words: readonly EventWord[], { from, to }: Sentence, source: Party): boolean {
  if (words[to - 1]?.lower === '?' || words[to - 2]?.lower === '?') return true;
  for (let at = Math.min(source.first, to) - 1; at >= from; at--) {
    if (words[at]!.lower === ',') return false;
    if (SUPPOSING.has(words[at]!.lower)) return true;
  }
  return false;
}
