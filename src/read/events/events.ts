import type { DateMention, NewsEvent, PlaceMention } from '../../domain/reading.ts';
import { ACTOR_NOUNS, type EventType, INTENT, QUAD, TRIGGERS, UNDOES } from './event-words.ts';

export type ActorSpan = { readonly start: number; readonly end: number; readonly name: string };

export type EventContext = {
  /** Those who can act, where the article's names are known; without them capitalised names and plain nouns ("police") count. */
  readonly actors?: readonly ActorSpan[];
  readonly dates?: readonly DateMention[];
  readonly places?: readonly PlaceMention[];
  /** Who did it to whom, where the caller knows and asks only what. */
  readonly given?: { readonly source: string; readonly target: string };
};

type Trigger = { readonly type: EventType; readonly start: number; readonly end: number };

const COMPILED = TRIGGERS.map(([type, pattern]) => ({
  type,
  pattern: new RegExp(`(?<![\\p{L}-])(?:${pattern})(?![\\p{L}])`, 'giu'),
}));

/**
 * Who did what to whom in an English text, one event at most for each pair and sentence, as PLOVER types with their quads.
 * What is only intended becomes AGREE or THREATEN, what is denied or refused REJECT. Spans run over the words that say it.
 */
export function findEvents(text: string, context: EventContext = {}): NewsEvent[] {
  const events: NewsEvent[] = [];
  for (const { start, end } of sentencesOf(text)) {
    const sentence = text.slice(start, end);
    const triggers = triggersIn(sentence);
    if (triggers.length === 0) continue;
    const pair = context.given ? givenPair(sentence, context.given) : pairIn(sentence, start, triggers, context.actors);
    if (!pair) continue;
    const trigger = mainTrigger(triggers, pair);
    const type = asMeant(sentence, trigger);
    const when = context.dates?.find(
      (date) => date.start >= start && date.end <= end && /^\d/.test(date.value ?? ''),
    )?.value;
    const place = context.places?.find(
      (spot) => spot.start >= start && spot.end <= end && !spot.adjective && !spot.metonym,
    )?.name;
    events.push({
      start: start + trigger.start,
      end: start + trigger.end,
      type,
      quad: QUAD[type],
      source: pair.source.name,
      target: pair.target.name,
      ...(place ? { place } : {}),
      ...(when ? { when } : {}),
    });
  }
  return events;
}

/** What is longer is a table or a text without points, and tells no event. */
const LONGEST_SENTENCE = 1500;

function sentencesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<=\p{L}{3}[.!?]["”’)]*|[)\d"”][.!?])\s+(?=["“‘]?\p{Lu})|\n+/gu)) {
    sentences.push({ start: from, end: match.index });
    from = match.index + match[0].length;
  }
  sentences.push({ start: from, end: text.length });
  return sentences.filter(({ start, end }) => end - start > 8 && end - start < LONGEST_SENTENCE);
}

/** The words that speak for a type; of overlapping ones the longest. */
function triggersIn(sentence: string): readonly Trigger[] {
  const found: Trigger[] = [];
  for (const { type, pattern } of COMPILED)
    for (const match of sentence.matchAll(pattern))
      found.push({ type, start: match.index, end: match.index + match[0].length });
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(
    (trigger, i) => !found.slice(0, i).some((other) => other.start <= trigger.start && trigger.start < other.end),
  );
}

type Pair = { readonly source: ActorSpan; readonly target: ActorSpan };

/** The spans of the given names in the sentence; a name that is not there stands at its edge. */
function givenPair(sentence: string, given: { readonly source: string; readonly target: string }): Pair {
  const spanOf = (name: string, missing: number): ActorSpan => {
    const at = name === '' ? -1 : sentence.toLowerCase().indexOf(name.toLowerCase());
    return at < 0 ? { start: missing, end: missing, name } : { start: at, end: at + name.length, name };
  };
  return { source: spanOf(given.source, 0), target: spanOf(given.target, sentence.length) };
}

const NAMED = new RegExp(
  `(?:(?:the|a|an|some|several) )?(?:\\p{Lu}[\\p{L}.’'-]*(?: (?:of|al-|bin|van|de|the|for) (?=\\p{Lu})| (?=\\p{Lu})|))+(?: (?:${ACTOR_NOUNS}))*|(?:(?:the|a|an|some|several|hundreds of|thousands of|dozens of) )?(?:(?:\\p{Ll}+) )?(?<![\\p{L}])(?:${ACTOR_NOUNS})(?![\\p{L}])`,
  'gu',
);
const NO_ACTOR =
  /^(?:The|A|An|In|On|At|But|And|After|Before|It|He|She|They|We|I|This|That|These|Those|If|When|While|As|For|With|By|From|To|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)$/;

function actorsIn(sentence: string, offset: number, known: readonly ActorSpan[] | undefined): readonly ActorSpan[] {
  if (known)
    return known
      .filter((actor) => actor.start >= offset && actor.end <= offset + sentence.length)
      .map((actor) => ({ start: actor.start - offset, end: actor.end - offset, name: actor.name }))
      .sort((a, b) => a.start - b.start);
  return [...sentence.matchAll(NAMED)]
    .map((match) => ({ start: match.index, end: match.index + match[0].trimEnd().length, name: match[0].trim() }))
    .filter(({ name }) => !NO_ACTOR.test(name));
}

/** The actor before the first telling word and the one after it; in a passive the other way round. */
function pairIn(
  sentence: string,
  offset: number,
  triggers: readonly Trigger[],
  known: readonly ActorSpan[] | undefined,
): Pair | undefined {
  const actors = actorsIn(sentence, offset, known);
  for (const trigger of triggers) {
    const before = actors.filter((actor) => actor.end <= trigger.start).at(-1);
    const after = actors.find((actor) => actor.start >= trigger.end);
    if (!before) continue;
    if (!isSubject(sentence.slice(before.end, trigger.start), known !== undefined)) continue;
    if (known && LOOSE.test(sentence.slice(trigger.start, trigger.end))) continue;
    const partner = partnerOf(sentence, actors, before);
    if (partner && (!after || MUTUAL.has(trigger.type))) return { source: partner, target: before };
    if (!after || before.name === after.name) continue;
    const passive =
      /\b(?:was|were|been|being|is|are|be)\s+(?:\w+ly\s+)?$/.test(sentence.slice(0, trigger.start)) &&
      /\bby\s+(?:the\s+)?$/.test(sentence.slice(trigger.end, after.start).slice(-8));
    return passive ? { source: after, target: before } : { source: before, target: after };
  }
  return alone(
    sentence,
    actors,
    known ? triggers.filter(({ type }) => type === 'PROTEST' || type === 'MOBILIZE') : triggers,
    known !== undefined,
  );
}

const LINKS =
  /^(?:in|of|on|at|for|to|with|from|as|into|over|between|against|under|than|that|which|who|where|when|while|because|if|after|before|despite|during|among)$/;

/** Whether the words between an actor and a verb let the one be the subject of the other: auxiliaries, adverbs, days, an apposition. */
function isSubject(between: string, strict: boolean): boolean {
  const plain = between
    .replace(/^\s*,[^,]{1,90},/, ' ')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\b(?:said|says|announced|has said|added) (?:that )?(?:it|he|she|they)\b/g, ' ')
    .replace(/\bon (?:\p{Lu}\p{L}+day)\b/gu, ' ');
  const words = plain.match(/[\p{L}'’]+|[,;:]/gu) ?? [];
  if (strict) return words.length <= MOST_BETWEEN && words.every((word) => BEFORE_VERB.test(word));
  return words.length <= MOST_BETWEEN && !words.some((word) => LINKS.test(word.toLowerCase()) || /^[,;:]$/.test(word));
}

/** What stands between a known actor and its own verb: auxiliaries, adverbs, a noun for its people. */
const BEFORE_VERB = new RegExp(
  `^(?:has|have|had|is|are|was|were|be|been|being|will|would|also|again|then|now|not|never|still|twice|and|its|allies|${ACTOR_NOUNS}|\\w+ly)$`,
  'i',
);

/** Triggers that tell too little of themselves when nobody says who did it to whom. */
const LOOSE =
  /^(?:not|cannot|can't|will not|would not|won't|wouldn't|no to|deal|must \w+|should \w+|unless|doubt\w*|concerned about|joint|ally)$/i;

/** Words that may stand between subject and verb. */
const MOST_BETWEEN = 5;

/** What two do with each other. */
const MUTUAL = new Set<EventType>(['AGREE', 'CONSULT', 'COOPERATE']);

/** "Hungary and Serbia agreed": the other half of a joint subject. */
function partnerOf(sentence: string, actors: readonly ActorSpan[], last: ActorSpan): ActorSpan | undefined {
  const other = actors.filter((actor) => actor.end <= last.start).at(-1);
  return other && /^\s+and\s+(?:the\s+)?$/.test(sentence.slice(other.end, last.start)) ? other : undefined;
}

/** Nobody on the other side: protests, deployments, and what is done to things. */
function alone(
  sentence: string,
  actors: readonly ActorSpan[],
  triggers: readonly Trigger[],
  strict: boolean,
): Pair | undefined {
  for (const trigger of triggers) {
    const source = actors.filter((actor) => actor.end <= trigger.start).at(-1);
    if (!source || QUAD[trigger.type] === 3) continue;
    if (!isSubject(sentence.slice(source.end, trigger.start), strict)) continue;
    return { source, target: { start: trigger.end, end: trigger.end, name: '' } };
  }
  return undefined;
}

/** The first telling word between the two, else the first after the one who acts, else the first at all. */
function mainTrigger(triggers: readonly Trigger[], { source, target }: Pair): Trigger {
  const [left, right] = source.start <= target.start ? [source, target] : [target, source];
  return (
    triggers.find(({ start }) => start >= left.end && start < right.start) ??
    triggers.find(({ start }) => start >= source.end) ??
    triggers[0]!
  );
}

/** A deed that is only announced is agreed or threatened; one that is refused or denied is rejected. */
function asMeant(sentence: string, { type, start, end }: Trigger): EventType {
  if (/\b(?:not|never)\b|n['’]t\b/.test(sentence.slice(start, end))) return 'REJECT';
  const before = sentence.slice(Math.max(0, start - 60), start);
  const cooperative = QUAD[type] <= 2;
  if (UNDOES.test(before) && cooperative) return 'REJECT';
  if (!INTENT.test(before)) return type;
  if (cooperative) return 'AGREE';
  return QUAD[type] === 4 ? 'THREATEN' : type;
}
