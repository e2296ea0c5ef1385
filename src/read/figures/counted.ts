import type { Figure } from '../../domain/reading.ts';
import type { Range, Word } from './figure-text.ts';
import { BOUNDS, type Bound, HARM, IRREGULAR_PLURALS, PEOPLE, STOP } from './figure-words.ts';

const BOUND_PHRASES = BOUNDS.map(([phrase, bound]) => [phrase.split(' '), bound] as const);

const BOUNDS_BY_LAST = Map.groupBy(BOUND_PHRASES, ([parts]) => parts.at(-1)!);

/** What bounds a number ("at least", "up to") and how many words of it stand before. */
export function boundBefore(lower: readonly string[], at: number): { readonly bound?: Bound; readonly words: number } {
  const last = lower[at - 1];
  if (last === undefined) return { words: 0 };
  for (const [parts, bound] of BOUNDS_BY_LAST.get(last) ?? []) {
    if (parts.every((word, i) => lower[at - parts.length + i] === word)) return { bound, words: parts.length };
  }
  return { words: 0 };
}

export type Counted = {
  readonly text: string;
  readonly head: string;
  readonly to: number;
  readonly partOf?: boolean;
  /** These come on top of others: "nine more bodies". */
  readonly further?: boolean;
};

const NONE = (to: number): Counted => ({ text: '', head: '', to });

const isPlural = (word: string): boolean =>
  (/[^sui]s$/.test(word) && word.length > 3) ||
  /(?:ies|ves|ses|ches|shes|xes)$/.test(word) ||
  IRREGULAR_PLURALS.has(word);

const LINKED = /^(?:loyal|linked|allied|belonging|close|opposed|affiliated)$/;

/**
 * The noun phrase after a number: words up to the first plural ("Soviet troops", "IS terrorists", "farms"), "of" and what
 * follows it after units and vague numbers ("thousands of refugees", "40 per cent of the vote"), with "loyal to X".
 */
export function countedAfter(words: readonly Word[], at: number, options: { readonly unit: string }): Counted {
  if (words[at]?.text === '-' && options.unit === '') return NONE(at);
  const lead = leadIn(words, at);
  if (lead.to === undefined) return NONE(at);
  if (options.unit !== '' && lead.to === at) return adjectiveAfterUnit(words, at);
  if (DISTANCES.has(options.unit) && lead.partOf) return NONE(at);
  const { phrase, to } = nounPhrase(words, lead.to);
  const last = phrase.at(-1);
  if (!last) return lead.more ? { text: '', head: '', to: lead.to } : NONE(at);
  const befallen = phrase.length === 1 && BEFALLEN.test(last.lower);
  const known =
    isPlural(last.lower) || PEOPLE.has(last.lower) || befallen || options.unit !== '' || (lead.to > at && !lead.more);
  if (!known) return NONE(at);
  const end = linkAfter(words, to);
  const text = spelled(words, lead.to, end);
  const compared = options.unit !== '' && lead.more ? `${lead.more} ` : '';
  return {
    text: compared + text,
    head: last.lower,
    to: end,
    partOf: lead.partOf,
    further: options.unit === '' && lead.more === 'more',
  };
}

const BEFALLEN = /^(?:dead|missing|wounded|injured|unhurt|unharmed)$/;

/** Lengths are not lengths of the thing after "of": 40 kilometres of the crossing. */
const DISTANCES = new Set(['km', 'mi', 'm', 'ft', 'cm', 'mm', 'in']);

type Lead = { readonly to: number | undefined; readonly more: string; readonly partOf: boolean };

/** The words between number and noun: "more", "of the", "other". */
function leadIn(words: readonly Word[], at: number): Lead {
  let to = at;
  let more = '';
  let partOf = false;
  for (
    ;
    /^(?:more|other|others|additional|of|the|its|their|his|her|those|these|such|new|extra|fewer|less)$/.test(
      words[to]?.lower ?? '',
    );
    to++
  ) {
    const word = words[to]!.lower;
    if (word === 'of' && /^(?:them|whom|it|us|which)$/.test(words[to + 1]?.lower ?? ''))
      return { to: undefined, more, partOf };
    if (/^(?:more|others?|fewer|less)$/.test(word)) more = word;
    if (/^(?:the|its|their|his|her|those|these)$/.test(word)) partOf = true;
  }
  return { to, more, partOf };
}

const MAX_NOUN_WORDS = 6;

/** Words up to and with the first plural or word for people; capitals ("IS terrorists") are never small words. */
function nounPhrase(words: readonly Word[], from: number): { readonly phrase: readonly Word[]; readonly to: number } {
  const phrase: Word[] = [];
  let to = from;
  for (; to < words.length && phrase.length < MAX_NOUN_WORDS; to++) {
    const word = words[to]!;
    if (word.text === '-' && phrase.length > 0 && words[to - 1]!.end === word.start) continue;
    const small = STOP.has(word.lower) && !(word.text.length > 1 && word.text === word.text.toUpperCase());
    if (!/^\p{L}/u.test(word.text) || (small && !(phrase.length === 0 && BEFALLEN.test(word.lower)))) break;
    phrase.push(word);
    const following = words[to + 1]?.lower ?? '';
    const plural = isPlural(word.lower) && !word.lower.endsWith("'s");
    if (PEOPLE.has(word.lower) || (plural && !(isPlural(following) && PEOPLE.has(following) && !STOP.has(following)))) {
      to++;
      break;
    }
  }
  if (phrase.some((word) => isPlural(word.lower) || PEOPLE.has(word.lower))) return { phrase, to };
  // A singular ("of grain lay", "of the Twitter conversation about"): up to the first plain noun.
  const plain = phrase.findIndex(
    (word) => /^\p{Ll}/u.test(word.text) && !word.lower.endsWith("'s") && !ADJECTIVE.test(word.lower),
  );
  if (plain < 0 || plain === phrase.length - 1) return { phrase, to };
  return { phrase: phrase.slice(0, plain + 1), to: words.indexOf(phrase[plain]!, from) + 1 };
}

const ADJECTIVE = /(?:al|ic|ive|ous|ful|ary|less|able|ible|ish|ern)$/;

/** "40 per cent less water", "9 metres deep": a comparison keeps its noun, a depth does not count anything. */
function adjectiveAfterUnit(words: readonly Word[], at: number): Counted {
  const next = words[at]?.lower ?? '';
  if (next !== 'of' && /^\p{Ll}{3,}/u.test(words[at]?.text ?? '') && isPlural(next) && !STOP.has(next))
    return { text: words[at]!.text, head: next, to: at + 1 };
  return NONE(at);
}

function linkAfter(words: readonly Word[], to: number): number {
  if (!LINKED.test(words[to]?.lower ?? '') || words[to + 1]?.lower !== 'to') return to;
  let end = to + 2;
  if (words[end]?.lower === 'the') end++;
  while (/^\p{Lu}/u.test(words[end]?.text ?? '')) end++;
  return end;
}

/** The words as written, one space between them. */
function spelled(words: readonly Word[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word, i) => (i === 0 || word.start === words[from + i - 1]!.end ? word.text : ` ${word.text}`))
    .join('');
}

/** Nouns that say themselves what befell those counted. */
const SELF_TOLD: Readonly<Record<string, string>> = {
  dead: 'killed',
  deaths: 'killed',
  fatalities: 'killed',
  bodies: 'killed',
  lives: 'killed',
  wounded: 'wounded',
  injured: 'wounded',
  injuries: 'wounded',
  missing: 'missing',
  unhurt: 'unhurt',
  unharmed: 'unhurt',
};

/** What is counted, with what befell it, in words that are the same for "47 dead" and "47 people were killed". */
export function countedWords(noun: Counted, inherited: string | undefined, harm: string | undefined): string {
  const last = noun.head;
  const further = noun.text !== '' && noun.further ? 'more ' : '';
  const base = noun.text || inherited || (harm ? 'people' : '');
  if (SELF_TOLD[last]) return `${further}${noun.partOf ? 'of the people' : 'people'} ${SELF_TOLD[last]}`;
  const told = harm !== undefined && !base.split(' ').includes(harm);
  const dead = inherited && /\b(?:dead|deaths|fatalities|bodies)$/.test(base);
  if (dead) return 'people killed';
  return further + (told ? `${base} ${harm}` : base);
}

/** Without any of these words nothing befell anybody: asked before the patterns of each kind. */
const HARM_WORDS =
  /kill|slain|murder|execut|death|dead|died|toll|lives|fatal|bodies|perish|claim|wound|injur|hurt|missing|displac|uproot|forc|fled|homes|homeless|detain|arrest|jail|prison|releas|free|captur|seiz|abduct|kidnap|hostage|evacuat|infect|sicken|positive|rescu|sav/i;

/** What befell them: killed, wounded, missing, displaced…, from the words just before and after, inside the sentence. */
export function harmOf(
  text: string,
  start: number,
  numberEnd: number,
  noun: string,
  sentence: Range,
): string | undefined {
  const before = text.slice(Math.max(sentence.from, start - 110), start);
  const after = text.slice(numberEnd, Math.min(sentence.to + 1, numberEnd + 110)).replace(/^\s+/, '');
  const own = SELF_TOLD[noun.split(' ').at(-1)?.toLowerCase() ?? ''];
  if (own) return own;
  if (!HARM_WORDS.test(before) && !HARM_WORDS.test(after)) return undefined;
  const near = (pattern: RegExp): number => {
    const hit = pattern.exec(after);
    return hit ? hit[0].length : Number.POSITIVE_INFINITY;
  };
  const left = HARM.find(([, pattern]) => pattern.test(before))?.[0];
  if (left) return left;
  const right = HARM.map(([kind, , pattern]) => [kind, near(pattern)] as const).sort((a, b) => a[1] - b[1])[0];
  return right && Number.isFinite(right[1]) ? right[0] : undefined;
}

const COUNT_OF = /\b(?:number|count|total) of /i;

/** "7 million more", "at least 8,000", "put it at 31": what the figure before counted, or what "the number of …" names. */
export function inheritedFrom(
  text: string,
  words: readonly Word[],
  amount: { readonly from: number; readonly to: number },
  sentence: Range,
  figures: readonly Figure[],
  harm: string | undefined,
): string | undefined {
  const start = words[amount.from]!.start;
  const before = text.slice(sentence.from, start);
  const named =
    COUNT_OF.test(before) &&
    /\b(?:number|count|total) of ((?:\p{L}+ ){0,2}?\p{L}+s?(?: (?:killed|wounded|injured|missing|displaced|dead))?)\b[^,;]{0,90}\b(?:to|at|reached|was|is|of)\s*(?:[\p{L} ]{0,16})$/iu.exec(
      before,
    );
  if (named) return named[1]!.replace(/^(?:the|its|their) /i, '');
  const last = figures.at(-1);
  const more = /^(?:more|others?|of them|of whom)\b/i.test(text.slice(words[amount.to - 1]!.end).trimStart());
  const other = words[amount.from - 1]?.lower === 'another';
  const versus =
    /\b(?:to|against|and|or|from|compared with|spoke of|speak(?:s)? of|put .{0,30} at|not)\s+(?:[\p{L}]+ ){0,2}$/iu.test(
      text.slice(Math.max(sentence.from, start - 50), start),
    );
  if (!last || (!more && !other && !versus)) return undefined;
  if (start - last.end > 160 || (last.unit !== 'people' && last.unit !== '')) return undefined;
  if (last.counted === '' || text.slice(last.end, start).includes('\n')) return undefined;
  return harm
    ? last.counted.replace(/ (?:killed|wounded|missing|displaced|detained|released|captured|evacuated)$/, '')
    : last.counted;
}
